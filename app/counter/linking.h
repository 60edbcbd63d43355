#pragma once

#include "app/counter/workplace.h"
#include "core/desk/prefill.h"
#include "core/domain/posts.h"
#include "ui/widgets/inlinemessage.h"

class HomePage;
class HubPage;
class MainWindow;
class Safekeeping;

/// This window and its hub: the page, the words at the foot of the window, and what is said when others acted.
class Linking final : public QObject
{
    Q_OBJECT

public:
    /// Adds the page to the rail of \a window; codes that are entered on \a home are fetched. All outlive it.
    Linking(Workplace &workplace, MainWindow &window, HomePage &home, QObject *parent = nullptr);

signals:
    void openRequested(const QString &caseId);
    void numberRequested(const QString &number);
    /// Others acted on these cases: lists and whatever shows one of them are out of date.
    void casesChanged(const QStringList &caseIds);
    void casesLeft(const QStringList &caseIds);
    /// As BackupPane::lacked().
    void lacked(domain::Duty duty, const std::function<void()> &again);
    /// The hub sent guides; they are used from the next case on.
    void guidesChanged();

private:
    void showStatus();
    void tellContradiction();
    void tellReceipts();
    void tellPrefill(desk::Prefill::Why why, const QString &number);

    Workplace &m_workplace;
    MainWindow &m_window;
    HomePage &m_home;
    Safekeeping *const m_safekeeping;
    HubPage *const m_page;
    desk::Prefill m_prefill;
};
