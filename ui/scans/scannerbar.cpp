#include "ui/scans/scannerbar.h"

#include "ui/scans/scanwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/keyhint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

/// Shows \a words, of which the one at \a current is chosen; nothing to choose from: the box is not there.
void fillBox(ChoiceBox &box, const QStringList &words, qsizetype current)
{
    box.setChoices(words);
    box.setCurrentIndex(int(std::max<qsizetype>(current, 0)));
    box.setVisible(words.size() > 1);
}

/// Two sources that are one word to people keep their own words.
QStringList distinct(const QStringList &own, QString (*word)(const QString &))
{
    QStringList words;
    for (const QString &text : own)
        words << word(text);
    for (qsizetype i = 0; i < own.size(); ++i) {
        if (words.count(word(own[i])) > 1)
            words[i] = word(own[i]) + u" · "_s + own[i];
    }
    return words;
}

}

ScannerBar::ScannerBar(QWidget *parent)
    : QFrame(parent), m_device(new ChoiceBox(this)), m_source(new ChoiceBox(this)), m_mode(new ChoiceBox(this)),
      m_resolution(new ChoiceBox(this))
{
    m_device->setAccessibleName(tr("Scanner"));
    m_source->setAccessibleName(tr("Glass or feeder"));
    m_mode->setAccessibleName(tr("Colours"));
    m_resolution->setAccessibleName(tr("Resolution"));
    auto *title = new QLabel(tr("How to scan"), this);
    theme::dress(*title, theme::Type::Strong);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    layout->addWidget(title);
    for (ChoiceBox *box : {m_device, m_source, m_mode, m_resolution}) {
        layout->addWidget(box);
        box->installEventFilter(this);
    }
    layout->addStretch(1);
    layout->addWidget(keyLine({{u"Tab"_s, tr("next")}, {u"Enter"_s, tr("scan")}, {u"Esc"_s, tr("leave it")}}, this));
    connect(m_device, &ChoiceBox::chosen, this, [this] {
        const QString device = m_faces.value(m_device->currentIndex()).device;
        fill(devices::fitted({device, m_wish.source, m_wish.mode, m_wish.resolution}, m_faces));
    });
    hide();
}

void ScannerBar::show(const QList<devices::ScannerFace> &faces, const devices::ScanWish &wish)
{
    m_faces = faces;
    m_wish = wish;
    if (faces.isEmpty())
        hide();
    else if (isVisible())
        fill(wish);
}

void ScannerBar::fill(const devices::ScanWish &wish)
{
    QStringList names;
    qsizetype current = 0;
    for (const devices::ScannerFace &face : m_faces) {
        if (face.device == wish.device)
            current = names.size();
        names << face.name;
    }
    fillBox(*m_device, names, current);
    const devices::ScannerFace &face = m_faces[current];
    fillBox(*m_source, distinct(face.sources, scanwords::source), face.sources.indexOf(wish.source));
    fillBox(*m_mode, distinct(face.modes, scanwords::mode), face.modes.indexOf(wish.mode));
    QStringList resolutions;
    for (const int dpi : face.resolutions)
        resolutions << tr("%1 dpi").arg(dpi);
    fillBox(*m_resolution, resolutions, face.resolutions.indexOf(wish.resolution));
}

void ScannerBar::open()
{
    if (m_faces.isEmpty())
        return;
    fill(m_wish);
    QFrame::show();
    for (ChoiceBox *box : {m_source, m_mode, m_resolution, m_device}) {
        if (box->isVisible())
            return box->setFocus(Qt::OtherFocusReason);
    }
    // Nothing can be chosen at this scanner, so there is nothing to ask.
    emit wanted(m_wish);
    leave();
}

devices::ScanWish ScannerBar::wish() const
{
    const devices::ScannerFace face = m_faces.value(m_device->currentIndex());
    return {face.device, face.sources.value(m_source->currentIndex()), face.modes.value(m_mode->currentIndex()),
            face.resolutions.value(m_resolution->currentIndex())};
}

void ScannerBar::leave()
{
    hide();
    emit closed();
}

bool ScannerBar::eventFilter(QObject *watched, QEvent *event)
{
    // While something is asked here, the keys of the page mean nothing.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent &>(*event).key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!isEnter && key != Qt::Key_Escape)
        return QFrame::eventFilter(watched, event);
    if (isEnter)
        emit wanted(wish());
    leave();
    return true;
}
