#pragma once

#include "app/counter/workplace.h"
#include "ui/shell/mainwindow.h"

class CasePage;
class CasesPage;
class Consulting;
class Copying;
class DeskDevices;
class GuidesPage;
class HomePage;
class IntakePage;
class IssuancePage;
class Issuing;
class Linking;
class Overseeing;
class Scanning;
class Staffing;
class Printing;
class Wiping;
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
    Workplace &workplace() { return m_workplace; }
    /// The case on the intake page or, once it is filed and opened again, on the case page; null when there is none.
    const desk::CaseWork *work() const { return m_work.get(); }
    /// The consultation that is kept; null when there is none.
    const desk::Consultation *consultation() const;
    /// The order of the hub to wipe this window; nothing while there is none.
    const std::optional<desk::WipeRecord> &wipe() const;
    /// Where "save as PDF" goes without asking; empty (as at the counter): a dialog asks.
    void setSaveFolder(const QString &folder);
    /// What is known of the printer; may be called at any time from the window's thread.
    void showPrinter(const devices::Printer::Status &status);

public slots:
    /// A paper of no case did not come out of the printer.
    void tellFailedPrint(const base::Error &error);
    /// Answers the situations of \a matter for a citizen without a case.
    void consult(const domain::GuideRef &matter);
    /// A hand scanner read one of our codes, \a text, on whatever page.
    void takeScanned(const QString &text);

signals:
    /// A paper went to the printer or a file; a good moment to look at the printer again.
    void paperProduced();
    /// The hub ordered this window to wipe itself, and what could be sent is sent: the program ends its work and destroys the keys.
    void wipeDue();

private:
    using Opened = tl::expected<std::unique_ptr<desk::CaseWork>, desk::Undone>;

    void addPages();
    void showProfileState();
    void showKeyPlace();
    void showFaults();
    void showSaved(bool saved);
    void showWhatIsSaved();
    void openMatter(const domain::GuideRef &matter);
    void openScans(QWidget *from);
    void openConsulted(const desk::Consultation &consultation);
    void resumeCase(const QString &caseId);
    void resumeNumber(const QString &text);
    void take(Opened opened);
    void rememberWhereFrom();
    void showGuideNews();
    void leaveCase();
    void addPeople();
    void putDown();
    void leaveConsultation(QWidget *to);
    void forgetCase();
    void takeNews(const QStringList &caseIds);
    void takeLeave(const QStringList &caseIds);
    void forgetMessages();
    void refreshLists();
    void print(const domain::PaperRef &paper);
    void save(const domain::PaperRef &paper);
    void saveTo(const domain::PaperRef &paper, const QString &file);
    void readAgain(const QString &caseId);
    void choosePack();
    void chooseList();
    void saveRows(const QByteArray &bytes, const QString &name);
    void saveGuide(const QString &name);
    void tell(const desk::Undone &undone);
    void say(InlineMessage::Level level, const QString &what, const QString &detail);

    Workplace &m_workplace;
    std::unique_ptr<desk::CaseWork> m_work;
    std::unique_ptr<MainWindow> m_window;
    HomePage *const m_home;
    CasesPage *const m_cases;
    GuidesPage *const m_guides;
    WorkPage *const m_next;
    IssuancePage *const m_issuance;
    IntakePage *const m_intake;
    CasePage *const m_case;
    Consulting *m_consulting = nullptr; ///< its page is added after the others
    Scanning *m_scanning = nullptr;
    Printing *m_print = nullptr; ///< so are its pages
    DeskDevices *m_devices = nullptr;
    Issuing *m_issuing = nullptr; ///< records and reminders
    Linking *m_linking = nullptr; ///< the hub and its page
    Overseeing *m_overseeing = nullptr; ///< board, contradictions, report
    Copying *m_copying = nullptr;
    Staffing *m_staffing = nullptr;
    Wiping *m_wiping = nullptr;
    QString m_saveFolder;
    QWidget *m_cameFrom = nullptr; ///< the page from which the case in hand was opened
    bool m_saved = true; ///< the last step of a case
};
