#include "ui/signing/signaturedialog.h"

#include "ui/signing/signaturepad.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keybutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize padSize(800, 260);

QLabel *dialogLine(const QString &text, theme::Type type, theme::Colour colour, QWidget *parent)
{
    auto *line = new QLabel(text, parent);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    theme::dress(*line, type, colour);
    line->setVisible(!text.isEmpty());
    return line;
}

}

SignatureDialog::SignatureDialog(const SignatureWish &wish, QWidget *parent)
    : QDialog(parent), m_pad(new SignaturePad(this)), m_fault(dialogLine({}, theme::Type::Strong, theme::Colour::Bad, this))
{
    setWindowTitle(tr("Signature"));
    setFocusPolicy(Qt::StrongFocus);
    m_pad->setFixedSize(padSize);
    auto *keys = new QHBoxLayout;
    const auto key = [&](const QString &cap, const QString &word, auto act) {
        auto *button = new KeyButton(cap, word, this);
        connect(button, &KeyButton::clicked, this, act);
        keys->addWidget(button);
    };
    key(u"Enter"_s, tr("take the signature"), &SignatureDialog::take);
    key(u"Backspace"_s, tr("take the last stroke back"), [this] { m_pad->undo(); });
    key(u"Del"_s, tr("begin anew"), [this] { m_pad->clear(); });
    key(u"Esc"_s, tr("leave it"), &QDialog::reject);
    keys->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(5));
    layout->setSpacing(theme::space(3));
    layout->addWidget(dialogLine(wish.what, theme::Type::Title, theme::Colour::Text, this));
    layout->addWidget(dialogLine(wish.told, theme::Type::Body, theme::Colour::Text, this));
    const QString who = wish.signer.isEmpty() ? tr("Sign on the line.") : tr("%1, sign on the line.").arg(wish.signer);
    layout->addWidget(dialogLine(who, theme::Type::Strong, theme::Colour::Text, this));
    layout->addWidget(m_pad);
    layout->addWidget(m_fault);
    layout->addLayout(keys);
    connect(m_pad, &SignaturePad::changed, m_fault, &QLabel::hide);
}

QString SignatureDialog::fault() const
{
    return m_fault->isHidden() ? QString() : m_fault->text();
}

void SignatureDialog::take()
{
    if (m_pad->isTooShort()) {
        m_fault->setText(m_pad->writing().strokes() == 0 ? tr("Nothing is written yet.")
                                                         : tr("That is too short for a signature: write the whole name."));
        m_fault->show();
        return;
    }
    const QByteArray png = m_pad->writing().png();
    accept();
    emit signedBy(png);
}

void SignatureDialog::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat())
            take();
        break;
    case Qt::Key_Backspace: m_pad->undo(); break;
    case Qt::Key_Delete: m_pad->clear(); break;
    default: QDialog::keyPressEvent(event); // Esc leaves
    }
}

void askSignature(QWidget *page, const SignatureWish &wish, const std::function<void(const QByteArray &png)> &then)
{
    auto *dialog = new SignatureDialog(wish, page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &SignatureDialog::signedBy, page, then);
    dialog->open();
}
