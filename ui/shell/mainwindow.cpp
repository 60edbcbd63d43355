#include "ui/shell/mainwindow.h"

#include "core/base/clock.h"
#include "ui/shell/navigationrail.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize smallest(1180, 680);
constexpr QSize usual(1366, 740); // a 768-line screen less the title bar

}

MainWindow::MainWindow(const base::Clock &clock, const QString &version, QWidget *parent) :
    QWidget(parent), m_clock(clock), m_body(new QWidget(this)), m_rail(new NavigationRail(m_body)), m_pages(new QStackedWidget(m_body)),
    m_status(new StatusLine(m_body)), m_notices(new QVBoxLayout), m_help(new HelpOverlay(this))
{
    setWindowTitle(tr("Yichuang"));
    setWindowIcon(theme::icon(u"intake"_s, theme::Colour::Accent));
    setMinimumSize(smallest);
    resize(usual);

    m_notices->setContentsMargins(0, 0, 0, 0);
    m_notices->setSpacing(theme::space(1));
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addLayout(m_notices);
    right->addWidget(m_pages, 1);
    right->addWidget(m_status);
    auto *layout = new QHBoxLayout(m_body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(right, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_body);

    auto *help = new QShortcut(Qt::Key_F1, this);
    connect(help, &QShortcut::activated, this, &MainWindow::showKeys);
    connect(m_rail, &NavigationRail::helpRequested, this, &MainWindow::showKeys);
    connect(m_rail, &NavigationRail::chosen, this, &MainWindow::showRailPage);

    setStatus(Segment::Saved, tr("Saved on this PC"));
    setStatus(Segment::Network, tr("No hub set up – cases are kept on this PC"));
    setStatus(Segment::Version, tr("Yichuang %1").arg(version));
    constexpr int second = 1000;
    startTimer(second, Qt::CoarseTimer);
    tick();
}

void MainWindow::addPage(QWidget *page, const Entry &entry)
{
    const int number = static_cast<int>(m_railPages.size()) + 1;
    const QKeySequence key(static_cast<int>(Qt::CTRL) | (Qt::Key_0 + number));
    const int rail = m_rail->add(entry.icon, entry.text, key.toString(QKeySequence::NativeText));
    m_railPages.append(page);
    auto *shortcut = new QShortcut(key, this);
    connect(shortcut, &QShortcut::activated, this, [this, rail] { showRailPage(rail); });
    enter(page, {rail, entry.keys, {}});
    if (m_railPages.size() == 1)
        showPage(page);
}

void MainWindow::addInnerPage(QWidget *page, const QWidget *under, const QList<KeyGroup> &keys)
{
    enter(page, {m_places.value(under).rail, keys, {}});
}

void MainWindow::enter(QWidget *page, Place place)
{
    m_places.insert(page, std::move(place));
    m_pages->addWidget(page);
}

QWidget *MainWindow::page() const
{
    return m_pages->currentWidget();
}

void MainWindow::guardPage(const QWidget *page, std::function<QString()> whyShut)
{
    m_places[page].whyShut = std::move(whyShut);
}

void MainWindow::setCover(QWidget *face)
{
    Q_ASSERT(!m_cover);
    m_cover = face;
    face->hide();
    layout()->addWidget(face);
}

void MainWindow::cover()
{
    if (!m_cover || !m_cover->isHidden())
        return;
    m_help->hide();
    m_focusUnderCover = focusWidget(); // also while a dialog beside has the keys
    m_body->hide();
    m_cover->show();
    m_cover->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::uncover()
{
    if (!m_cover || m_cover->isHidden())
        return;
    m_cover->hide();
    m_body->show();
    if (m_focusUnderCover && m_focusUnderCover->isVisibleTo(this))
        m_focusUnderCover->setFocus(Qt::ShortcutFocusReason);
    else
        page()->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showPage(QWidget *next)
{
    const Place &wanted = m_places[next];
    if (const QString why = wanted.whyShut ? wanted.whyShut() : QString(); !why.isEmpty()) {
        m_rail->setCurrent(m_places[page()].rail);
        notify(u"post"_s, InlineMessage::Level::Warning, why, {});
        return;
    }
    withdraw(u"post"_s);
    QWidget *focus = QApplication::focusWidget();
    if (page() != next && focus && page()->isAncestorOf(focus))
        m_places[page()].focus = focus;
    m_pages->setCurrentWidget(next);
    Place &place = m_places[next];
    m_rail->setCurrent(place.rail);
    QWidget *target = place.focus && place.focus->isVisibleTo(next) && place.focus->isEnabled() ? place.focus.data() : next;
    target->setFocus(Qt::ShortcutFocusReason);
    emit pageShown(next);
}

void MainWindow::showRailPage(int place)
{
    showPage(m_railPages[place]);
}

void MainWindow::setStatus(Segment segment, const QString &text, theme::Colour role)
{
    m_status->set(segment, text, role);
}

void MainWindow::warnOfClock(const QString &warning)
{
    m_clockWarning = warning;
    tick();
}

void MainWindow::notify(const QString &id, InlineMessage::Level level, const QString &what, const QString &whatToDo)
{
    withdraw(id);
    auto *message = new InlineMessage(this, InlineMessage::Escape::LeftToOwner);
    connect(message, &InlineMessage::dismissed, this, [this, id] { withdraw(id); });
    m_notices->setContentsMargins(theme::space(6), theme::space(4), theme::space(6), 0);
    m_notices->addWidget(message);
    m_open.append({id, message});
    message->tell(level, what, whatToDo);
}

void MainWindow::withdraw(const QString &id)
{
    const auto found = std::ranges::find(m_open, id, &std::pair<QString, InlineMessage *>::first);
    if (found == m_open.end())
        return;
    InlineMessage *message = found->second;
    m_open.erase(found);
    m_notices->removeWidget(message);
    message->hide();
    message->deleteLater();
    if (m_open.isEmpty())
        m_notices->setContentsMargins(0, 0, 0, 0);
}

void MainWindow::raiseToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::showKeys()
{
    QString rail;
    for (qsizetype number = 1; number <= m_railPages.size(); ++number)
        rail += (rail.isEmpty() ? QString() : u" / "_s) + u"Ctrl+%1"_s.arg(number);
    QList<KeyGroup> groups = m_places.value(page()).keys;
    groups.append({tr("Everywhere"),
                   {{rail, tr("go to a page")},
                    {u"Tab / Shift+Tab"_s, tr("forward, back")},
                    {u"Esc"_s, tr("close a message")},
                    {u"Ctrl+Shift+L / U / P"_s, tr("lock the window, change the person, set a PIN")},
                    {u"Ctrl+Shift+A"_s, tr("a supervisor allows for once what was just refused")},
                    {u"F1"_s, tr("this list")}}});
    m_help->setGroups(groups);
    m_help->open();
    emit helpRequested();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_open.isEmpty())
        withdraw(QString(m_open.last().first));
    else
        QWidget::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closing();
    event->accept();
}

void MainWindow::timerEvent(QTimerEvent *)
{
    tick();
}

void MainWindow::tick()
{
    QString words = QLocale().toString(m_clock.now(), tr("ddd yyyy-MM-dd HH:mm", "format of the clock"));
    if (!m_clockWarning.isEmpty())
        words += u" · "_s + m_clockWarning;
    if (words != m_status->text(Segment::Clock))
        setStatus(Segment::Clock, words, m_clockWarning.isEmpty() ? theme::Colour::Muted : theme::Colour::Warn);
}
