#pragma once

#include "app/counter/workplace.h"
#include "ui/shell/mainwindow.h"

class CasePage;
class CasesPage;
class HomePage;
class IntakePage;
class WorkPage;

/// The counter program as one thing: the window, its pages, and what their wishes set going. main() and the shift that
/// packaging/run plays both use this.
class Counter final : public QObject
{
    Q_OBJECT

public:
    /// \a workplace outlives the counter.
    explicit Counter(Workplace &workplace, QObject *parent = nullptr);
    ~Counter() override;

    MainWindow &window() { return *m_window; }
    /// The case on the intake page or, once it is filed and opened again, on the case page; null when there is none.
    const desk::CaseWork *work() const { return m_work.get(); }
    /// Where "save as PDF" goes without asking; empty (as at the counter): a dialog asks.
    void setSaveFolder(const QString &folder) { m_saveFolder = folder; }
    /// What is known of the printer; may be called at any time from the window's thread.
    void showPrinter(const devices::Printer::Status &status);

signals:
    /// A paper went to the printer or a file; a good moment to look at the printer again.
    void paperProduced();

private:
    using Opened = tl::expected<std::unique_ptr<desk::CaseWork>, desk::Undone>;

    void addPages();
    void showProfileState();
    void showSaved(bool saved);
    void openMatter(const domain::GuideRef &matter);
    void resumeCase(const QString &caseId);
    void resumeNumber(const QString &text);
    void take(Opened opened);
    void showGuideNews();
    void leaveIntake();
    void leaveCase();
    void forgetCase();
    void forgetMessages();
    void refreshLists();
    void print(domain::PaperKind kind, int number);
    void save(domain::PaperKind kind, int number);
    void saveTo(domain::PaperKind kind, int number, const QString &file);
    void tell(const desk::Undone &undone);

    Workplace &m_workplace;
    std::unique_ptr<desk::CaseWork> m_work;
    std::unique_ptr<MainWindow> m_window;
    HomePage *const m_home;
    CasesPage *const m_cases;
    WorkPage *const m_next;
    IntakePage *const m_intake;
    CasePage *const m_case;
    QString m_saveFolder;
    QWidget *m_cameFrom = nullptr; ///< the page from which the case on the case page was opened
};
