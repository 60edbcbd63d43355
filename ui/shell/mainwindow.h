#pragma once

#include "ui/shell/statusline.h"
#include "ui/widgets/helpoverlay.h"
#include "ui/widgets/inlinemessage.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace base {
class Clock;
}
class NavigationRail;
class QStackedWidget;
class QVBoxLayout;

/// The one window: rail, pages, notices, status line, keys. Its title never names a case or a person.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    /// \a clock is shown in the status line and outlives the window; \a version as it shall be read, e.g. "0.1.0".
    MainWindow(const base::Clock &clock, const QString &version, QWidget *parent = nullptr);

    struct Entry {
        QString icon; ///< name in resources/icons
        QString text; ///< two or three characters in Chinese
        QList<KeyGroup> keys; ///< shown by F1 while the page is
    };
    /// Adds \a page with an entry on the rail, reached by Ctrl and its place (1–9). Takes ownership. The first page is shown.
    void addPage(QWidget *page, const Entry &entry);
    /// Adds \a page without an entry of its own; the rail marks \a under while it is shown. Takes ownership.
    void addInnerPage(QWidget *page, const QWidget *under, const QList<KeyGroup> &keys);
    /// Unless the page is shut, see guardPage().
    void showPage(QWidget *page);
    QWidget *page() const;
    /// Asked each time before \a page is shown: a sentence says why it stays shut, an empty one lets it open.
    void guardPage(const QWidget *page, std::function<QString()> whyShut);

    /// \a face lies over everything, rail and status line too, while the window is covered. Takes ownership. Once.
    void setCover(QWidget *face);
    /// Hides everything behind the face, which gets the keys; what was under it stays as it is. The title says nothing at any time.
    void cover();
    /// Shows it again, the keys where they were.
    void uncover();

    /// \a role: see StatusLine::set().
    void setStatus(Segment segment, const QString &text, theme::Colour role = theme::Colour::Muted);

    /// \a warning stands beside the time of day from now on; empty: the clock can be believed.
    void warnOfClock(const QString &warning);

    /// A notice above the page: \a what happened and \a whatToDo. A later one with the same \a id takes its place. Stays until
    /// it is closed; Esc, when nothing else wants it, closes the newest.
    void notify(const QString &id, InlineMessage::Level level, const QString &what, const QString &whatToDo);
    void withdraw(const QString &id);

    /// Comes to the front, as when the program is started a second time.
    void raiseToFront();

signals:
    /// After \a page has come into sight.
    void pageShown(QWidget *page);
    void helpRequested();
    /// The window is about to close; everything is on disk already.
    void closing();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    struct Place {
        int rail = 0;
        QList<KeyGroup> keys;
        QPointer<QWidget> focus; ///< where the keys went when the page was left
        std::function<QString()> whyShut = {}; ///< may be empty: it never is
    };
    void enter(QWidget *page, Place place);
    void showRailPage(int place);
    void showKeys();
    void tick();

    const base::Clock &m_clock;
    QWidget *const m_body; ///< everything but the cover
    NavigationRail *const m_rail;
    QStackedWidget *const m_pages;
    StatusLine *const m_status;
    QVBoxLayout *const m_notices;
    HelpOverlay *const m_help;
    QWidget *m_cover = nullptr;
    QPointer<QWidget> m_focusUnderCover;
    QString m_clockWarning;
    QHash<const QWidget *, Place> m_places;
    QList<QWidget *> m_railPages;
    QList<std::pair<QString, InlineMessage *>> m_open; ///< notices, the newest last
};
