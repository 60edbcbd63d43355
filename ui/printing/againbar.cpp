#include "ui/printing/againbar.h"

#include "ui/printing/printwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/keyhint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestWords = 100;
constexpr int mostPrinters = 8; ///< with the usual one: one digit each

}

AgainBar::AgainBar(QWidget *parent)
    : QFrame(parent), m_what(new QLabel(this)), m_reason(new ChoiceBox(this)), m_words(new QLineEdit(this)),
      m_printer(new ChoiceBox(this))
{
    theme::dress(*m_what, theme::Type::Strong);
    m_reason->setAccessibleName(tr("Why once more"));
    m_reason->setChoices(printwords::reasons());
    m_words->setAccessibleName(tr("Why, in other words"));
    m_words->setPlaceholderText(tr("or in other words"));
    m_words->setMaxLength(longestWords);
    m_printer->setAccessibleName(tr("Printer"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    layout->addWidget(m_what, 1);
    layout->addWidget(m_reason);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_printer);
    layout->addWidget(keyLine({{u"Enter"_s, tr("print")}, {u"Esc"_s, tr("leave it")}}, this));
    for (QWidget *part : std::initializer_list<QWidget *>{m_reason, m_words, m_printer})
        part->installEventFilter(this);
    hide();
}

void AgainBar::ask(const QString &what, const QList<devices::PrinterFace> &printers)
{
    m_what->setText(tr("Print again: %1").arg(what));
    m_words->clear();
    m_reason->setChoice({});
    m_names = {QString()};
    QStringList shown{tr("as set")};
    for (const devices::PrinterFace &printer : printers.first(std::min<qsizetype>(printers.size(), mostPrinters))) {
        m_names << printer.name;
        shown << printer.name + u" · "_s + printwords::state(printer);
    }
    m_printer->setChoices(shown);
    m_printer->setCurrentIndex(0);
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

bool AgainBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto &press = static_cast<const QKeyEvent &>(*event);
    if (press.key() == Qt::Key_Escape) {
        hide();
        emit dropped();
        return true;
    }
    const bool isEnter = press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter;
    if (!isEnter)
        return QFrame::eventFilter(watched, event);
    take();
    return true;
}

void AgainBar::take()
{
    const QString own = m_words->text().simplified();
    const desk::PrintWish wish{own.isEmpty() ? m_reason->choice() : own, m_names.value(m_printer->currentIndex())};
    hide();
    emit wanted(wish);
}
