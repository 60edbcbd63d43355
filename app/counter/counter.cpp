#include "app/counter/counter.h"

#include "app/counter/allowing.h"
#include "app/counter/clockwatch.h"
#include "app/counter/consulting.h"
#include "app/counter/copying.h"
#include "app/counter/deskdevices.h"
#include "app/counter/issuing.h"
#include "app/counter/linking.h"
#include "app/counter/overseeing.h"
#include "app/counter/pagekeys.h"
#include "app/counter/paperfinding.h"
#include "app/counter/printing.h"
#include "app/counter/safekeeping.h"
#include "app/counter/scanning.h"
#include "app/counter/staffing.h"
#include "app/counter/wiping.h"
#include "core/domain/casenumber.h"
#include "ui/case/casepage.h"
#include "ui/cases/casespage.h"
#include "ui/guides/guidespage.h"
#include "ui/home/homepage.h"
#include "ui/intake/intakepage.h"
#include "ui/issuance/issuancepage.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"
#include "ui/worklist/workpage.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestList = 500; ///< lines of cases that a page is given
const QString actMessage = QStringLiteral("act"); ///< the latest word on what was done or not done
const QString guideMessage = QStringLiteral("guide"); ///< what a newer version of the guides asks of the case
const QString versionText = QStringLiteral(YICHUANG_VERSION);

}

Counter::Counter(Workplace &workplace, QObject *parent) :
    QObject(parent), m_workplace(workplace), m_window(std::make_unique<MainWindow>(workplace.clock(), versionText)),
    m_home(new HomePage(workplace.matters())), m_cases(new CasesPage(workplace.cases())),
    m_guides(new GuidesPage(workplace.reading())), m_next(new WorkPage(workplace.workList(), workplace.clock())),
    m_issuance(new IssuancePage(workplace.shelfList(), workplace.issuance(), Workplace::issuanceWindow(workplace.hall()))),
    m_intake(new IntakePage), m_case(new CasePage)
{
    addPages();
    m_home->setOwnWindow(workplace.hall().regionCode + workplace.hall().windowCode);
    m_cases->setOwnWindow(workplace.hall().regionCode + workplace.hall().windowCode);
    connect(m_home, &HomePage::openRequested, this, &Counter::openMatter);
    connect(m_home, &HomePage::resumeRequested, this, &Counter::resumeCase);
    connect(m_home, &HomePage::numberEntered, this, &Counter::resumeNumber);
    connect(m_cases, &CasesPage::resumeRequested, this, &Counter::resumeCase);
    connect(m_cases, &CasesPage::numberEntered, this, &Counter::resumeNumber);
    connect(m_guides, &GuidesPage::openRequested, this, &Counter::openMatter);
    connect(m_guides, &GuidesPage::consultRequested, this, &Counter::consult);
    connect(m_guides, &GuidesPage::packFileRequested, this, &Counter::choosePack);
    connect(m_guides, &GuidesPage::saveRequested, this, &Counter::saveGuide);
    connect(m_guides, &GuidesPage::guidesChanged, m_home, &HomePage::findAgain);
    connect(m_guides, &GuidesPage::guidesChanged, this, &Counter::showFaults);
    connect(m_guides, &GuidesPage::paperProduced, this, &Counter::paperProduced);
    connect(m_next, &WorkPage::resumeRequested, this, &Counter::resumeCase);
    const auto together = [this](std::optional<domain::PaperKind> kind) {
        return [this, kind](const QStringList &caseIds) { m_print->printTogether(caseIds, kind); };
    };
    connect(m_next, &WorkPage::batchRequested, this, together(domain::PaperKind::HandoverSheet));
    connect(m_cases, &CasesPage::batchRequested, this, together({}));
    connect(m_issuance, &IssuancePage::batchRequested, this, together(domain::PaperKind::CollectionNotice));
    connect(m_issuance, &IssuancePage::openRequested, this, &Counter::resumeCase);
    connect(m_next, &WorkPage::reminded, m_issuing, &Issuing::recordReminder);
    connect(&workplace.issuance(), &desk::Issuance::acted, this, &Counter::readAgain);
    connect(m_intake, &IntakePage::printRequested, this, &Counter::print);
    connect(m_intake, &IntakePage::saveRequested, this, &Counter::save);
    m_intake->warnBy(workplace.cases());
    m_intake->lookUpWith(workplace.licences());
    connect(m_intake, &IntakePage::otherRequested, this, &Counter::resumeCase);
    connect(m_intake, &IntakePage::leaveRequested, this, &Counter::leaveCase);
    connect(m_intake, &IntakePage::listFileRequested, this, &Counter::chooseList);
    connect(m_intake, &IntakePage::rowsToSave, this, &Counter::saveRows);
    connect(m_case, &CasePage::printRequested, this, &Counter::print);
    connect(m_case, &CasePage::saveRequested, this, &Counter::save);
    connect(m_case, &CasePage::leaveRequested, this, &Counter::leaveCase);
    connect(m_home, &HomePage::consultRequested, this, &Counter::consult);
    connect(m_consulting, &Consulting::caseWanted, this, &Counter::openConsulted);
    connect(m_consulting, &Consulting::left, this, &Counter::leaveConsultation);
    connect(m_consulting, &Consulting::said, this, &Counter::say);
    connect(m_consulting, &Consulting::failed, this, [this](const base::Error &error) { tell({{}, error}); });
    connect(m_consulting, &Consulting::paperProduced, this, &Counter::paperProduced);
    connect(m_print, &Printing::openRequested, this, &Counter::resumeCase);
    connect(m_print, &Printing::said, this, &Counter::say);
    connect(m_print, &Printing::failed, this, &Counter::tell);
    connect(m_print, &Printing::acted, this, &Counter::readAgain);
    connect(m_window.get(), &MainWindow::pageShown, this, &Counter::refreshLists);
    connect(m_window.get(), &MainWindow::pageShown, this, &Counter::showWhatIsSaved);
    connect(m_window.get(), &MainWindow::closing, m_intake, &IntakePage::flush);
    auto *clock = new ClockWatch(workplace, *m_window, this);
    connect(clock, &ClockWatch::said, this, &Counter::say);
    addPeople();
    showProfileState();
    refreshLists();
}

Counter::~Counter()
{
    forgetCase();
    m_consulting->end();
}

const desk::Consultation *Counter::consultation() const
{
    return m_consulting->consultation();
}

void Counter::setSaveFolder(const QString &folder)
{
    m_saveFolder = folder;
    m_print->setSaveFolder(folder);
    m_consulting->setSaveFolder(folder);
    m_overseeing->setSaveFolder(folder);
}

void Counter::addPages()
{
    m_window->addPage(m_home, {u"intake"_s, tr("Intake"), pagekeys::home()});
    m_window->addPage(m_cases, {u"list"_s, tr("Cases"), pagekeys::cases()});
    m_window->addPage(m_guides, {u"book"_s, tr("Guides"), pagekeys::guides()});
    m_window->addPage(m_next, {u"clock"_s, tr("What next"), pagekeys::workList()});
    m_window->addPage(m_issuance, {u"shelf"_s, tr("Issuance"), pagekeys::issuance()});
    m_window->addInnerPage(m_intake, m_home, pagekeys::intake());
    m_window->addInnerPage(m_case, m_cases, pagekeys::filedCase());
    m_print = new Printing(m_workplace, *m_window, this);
    m_consulting = new Consulting(m_workplace, *m_window, m_home, this);
    m_issuing = new Issuing(m_workplace, *m_issuance, *m_print, this);
    connect(m_issuing, &Issuing::said, this, &Counter::say);
    connect(m_issuing, &Issuing::failed, this, &Counter::tell);
    connect(m_issuing, &Issuing::acted, this, &Counter::readAgain);
    connect(m_issuing, &Issuing::paperProduced, this, &Counter::paperProduced);
    m_copying = new Copying(m_workplace, *m_window, [this] { return m_work.get(); }, this);
    connect(m_intake, &IntakePage::copyCardRequested, m_copying, &Copying::open);
    connect(m_case, &CasePage::copyCardRequested, m_copying, &Copying::open);
    connect(m_copying, &Copying::refused, this, &Counter::tell);
    m_case->leaseBy(m_workplace.handoverLease());
    m_case->nameUnitsBy(m_workplace.units());
    m_devices = new DeskDevices(m_workplace, this);
    m_intake->readCardsBy(m_devices->cards());
    m_issuance->readCardsBy(m_devices->cards());
    if (m_devices->hasPad())
        m_issuance->offerRating();
    connect(m_devices, &DeskDevices::said, this, &Counter::say);
    connect(m_intake, &IntakePage::ratingRequested, m_devices, &DeskDevices::openPad);
    connect(m_case, &CasePage::ratingRequested, m_devices, &DeskDevices::openPad);
    connect(m_issuance, &IssuancePage::ratingRequested, m_devices, &DeskDevices::openPad);
    m_scanning = new Scanning(m_workplace, *m_window, m_home, this);
    connect(m_intake, &IntakePage::scansRequested, this, [this] { openScans(m_intake); });
    connect(m_case, &CasePage::scansRequested, this, [this] { openScans(m_case); });
    connect(m_scanning, &Scanning::said, this, &Counter::say);
    connect(m_scanning, &Scanning::failed, this, [this](const base::Error &error) { tell({{}, error}); });
    m_linking = new Linking(m_workplace, *m_window, *m_home, this);
    connect(m_linking, &Linking::openRequested, this, &Counter::resumeCase);
    connect(m_linking, &Linking::numberRequested, this, &Counter::resumeNumber);
    connect(m_linking, &Linking::casesChanged, this, &Counter::takeNews);
    connect(m_linking, &Linking::casesLeft, this, &Counter::takeLeave);
    connect(m_linking, &Linking::guidesChanged, m_guides, &GuidesPage::renew);
    m_overseeing = new Overseeing(m_workplace, *m_window, *m_cases, this);
    connect(m_overseeing, &Overseeing::openRequested, this, &Counter::resumeCase);
    connect(m_overseeing, &Overseeing::said, this, &Counter::say);
    connect(m_overseeing, &Overseeing::acted, this, &Counter::readAgain);
    connect(m_overseeing, &Overseeing::paperProduced, this, &Counter::paperProduced);
}

/// Last, for it covers what is there.
void Counter::addPeople()
{
    m_staffing = new Staffing(m_workplace, *m_window, this);
    connect(m_staffing, &Staffing::leaving, this, &Counter::putDown);
    connect(m_staffing, &Staffing::arrived, this, &Counter::refreshLists);
    connect(m_staffing, &Staffing::said, this, &Counter::say);
    m_overseeing->guardBy(*m_staffing);
    m_wiping = new Wiping(m_workplace, this);
    connect(m_wiping, &Wiping::puttingDown, this, &Counter::putDown);
    connect(m_wiping, &Wiping::over, this, &Counter::wipeDue);
    Allowing &allowing = m_staffing->allowing();
    connect(m_case, &CasePage::lacked, &allowing, [this, &allowing](domain::Duty duty, const QString &caseId, const auto &again) {
        allowing.lack(m_case, duty, {caseId}, again);
    });
    connect(m_overseeing, &Overseeing::lacked, &allowing, [this, &allowing](domain::Duty duty, const QStringList &caseIds, const auto &again) {
        allowing.lack(m_overseeing, duty, caseIds, again);
    });
    connect(m_linking, &Linking::lacked, &allowing, [this, &allowing](domain::Duty duty, const auto &again) {
        allowing.lack(m_linking, duty, {Safekeeping::subject()}, again);
    });
}

const std::optional<desk::WipeRecord> &Counter::wipe() const
{
    return m_wiping->record();
}

/// Everything is on the disk; what is half typed is brought there too, under the name of whoever typed it.
void Counter::putDown()
{
    m_intake->flush();
    m_consulting->end();
    forgetCase();
    m_home->startOver();
    m_cameFrom = m_home;
    m_window->showPage(m_home);
}

void Counter::showProfileState()
{
    showSaved(true);
    showKeyPlace();
    connect(&m_workplace.staff(), &desk::StaffDesk::entered, this, &Counter::showKeyPlace);
    if (!m_workplace.setAside().isEmpty()) {
        m_window->notify(u"journal"_s, InlineMessage::Level::Error,
                         tr("The record of cases was damaged and has been put aside whole; a new one was begun."),
                         tr("Nothing was deleted. Tell your technician: the damaged record is in %1.")
                             .arg(QDir::toNativeSeparators(m_workplace.setAside())));
    }
    showFaults();
}

void Counter::showKeyPlace()
{
    const people::KeyPlace place = m_workplace.keyPlace();
    m_window->setStatus(Segment::Key,
                        place == people::KeyPlace::SystemKeyStore ? tr("Key in the system key store")
                            : place == people::KeyPlace::Staff    ? tr("Key under the passwords of the staff")
                                                                  : tr("Key in a file of this PC"));
}

void Counter::showFaults()
{
    QList<base::Error> faults = m_workplace.faults();
    if (m_devices->fault())
        faults.append(*m_devices->fault());
    for (const base::Error &fault : std::as_const(faults)) {
        m_window->notify(fault.place, InlineMessage::Level::Warning, words::sentence(fault), fault.place + u": "_s + fault.detail);
    }
}

void Counter::showSaved(bool saved)
{
    m_saved = saved;
    showWhatIsSaved();
}

void Counter::showWhatIsSaved()
{
    if (m_consulting->isShown())
        m_window->setStatus(Segment::Saved, tr("A consultation is not stored"));
    else
        m_window->setStatus(Segment::Saved, m_saved ? tr("Every step is saved on this PC") : tr("The last step could not be saved"),
                            m_saved ? theme::Colour::Good : theme::Colour::Bad);
}

void Counter::openMatter(const domain::GuideRef &matter)
{
    take(m_workplace.reception().open(matter));
}

void Counter::consult(const domain::GuideRef &matter)
{
    forgetMessages();
    m_consulting->consult(matter);
}

void Counter::openScans(QWidget *from)
{
    if (!m_work)
        return;
    forgetMessages();
    m_scanning->open(*m_work, from);
}

void Counter::takeScanned(const QString &text)
{
    if (m_staffing->isCovered())
        return;
    if (m_scanning->takeScanned(text))
        return;
    if (domain::readCaseNumber(text))
        resumeNumber(text);
    else
        say(InlineMessage::Level::Info, tr("This code opens nothing at this window."),
            tr("What it says is not shown: it may be about a person, or a secret."));
}

void Counter::openConsulted(const desk::Consultation &consultation)
{
    auto opened = m_workplace.reception().open(consultation);
    if (opened)
        m_consulting->end();
    take(std::move(opened));
}

void Counter::leaveConsultation(QWidget *to)
{
    forgetMessages();
    const desk::Consultation *kept = consultation();
    m_window->showPage(to ? to : m_home);
    if (m_window->page() == m_home)
        m_home->comeBack();
    if (kept && !kept->choices().isEmpty())
        say(InlineMessage::Level::Info,
            tr("The consultation on “%1” is kept until another one begins.").arg(kept->guide().matter.name),
            tr("Consult on the same matter (F6) to go on with it."));
}

void Counter::resumeCase(const QString &caseId)
{
    take(m_workplace.reception().resume(caseId));
}

void Counter::resumeNumber(const QString &text)
{
    take(m_workplace.reception().resumeByNumber(text));
    if (const auto told = toldOf(m_workplace.stamps().check(text)))
        say(told->level, told->what, told->detail);
}

void Counter::take(Opened opened)
{
    if (!opened) {
        tell(opened.error());
        return;
    }
    if (const auto noted = m_workplace.audit().note(desk::AuditAct::CaseSeen, (*opened)->file().number); !noted) {
        tell({{}, noted.error()});
        return;
    }
    forgetCase();
    m_work = std::move(*opened);
    m_print->takeInHand(m_work.get());
    m_workplace.presence().workOn(m_work->file().number);
    connect(m_work.get(), &desk::CaseWork::changed, this, [this] { showSaved(true); });
    connect(m_work.get(), &desk::CaseWork::notSaved, this, [this] { showSaved(false); });
    rememberWhereFrom();
    if (m_work->file().filing) {
        m_window->showPage(m_case);
        m_case->show(m_work.get());
    } else {
        m_window->showPage(m_intake);
        m_intake->show(m_work.get());
        showGuideNews();
    }
}

/// Esc goes back there. From one case to another (an earlier one of the applicant) it stays what it was.
void Counter::rememberWhereFrom()
{
    QWidget *page = m_window->page();
    if (page == m_intake || page == m_case)
        return;
    m_cameFrom = page == m_cases || page == m_next || page == m_guides ? page : m_home;
}

/// The case keeps the version it was opened with; the clerk hears what has changed since.
void Counter::showGuideNews()
{
    const desk::GuideNews news = m_workplace.reception().guideNews(*m_work);
    if (news.lines.isEmpty())
        return;
    const QString what = news.version.isEmpty()
        ? tr("The checklist in force has no such matter any more. This case keeps version %1.").arg(m_work->guide().ref.version)
        : tr("The checklist has a new version %1. This case keeps version %2.").arg(news.version, m_work->guide().ref.version);
    m_window->notify(guideMessage, InlineMessage::Level::Info, what, news.lines.join(u"；"_s));
}

/// What was said about one case is not left standing over the next.
void Counter::forgetMessages()
{
    m_window->withdraw(actMessage);
    m_window->withdraw(guideMessage);
}

void Counter::forgetCase()
{
    forgetMessages();
    m_copying->end();
    m_scanning->end();
    m_intake->show(nullptr);
    m_case->show(nullptr);
    m_print->takeInHand(nullptr);
    m_workplace.presence().workOn({});
    m_work.reset();
}

void Counter::leaveCase()
{
    forgetCase();
    m_home->startOver();
    m_window->showPage(m_cameFrom);
}

void Counter::refreshLists()
{
    const QDateTime now = m_workplace.clock().now();
    const auto unfinished = m_workplace.reception().cases(true, longestList);
    const auto all = m_workplace.reception().cases(false, longestList);
    if (!unfinished || !all) {
        tell({{}, (unfinished ? all : unfinished).error()});
        return;
    }
    m_home->showUnfinished(*unfinished, now);
    m_cases->showCases(*all, now);
}

void Counter::print(const domain::PaperRef &paper)
{
    m_print->print(paper);
    emit paperProduced();
}

/// What the issuance page wrote on the case in hand is in hand as well.
void Counter::readAgain(const QString &caseId)
{
    if (!m_work || m_work->file().id != caseId)
        return;
    if (const auto read = m_work->readAgain(); !read)
        tell({{}, read.error()});
}

/// Others acted: what is shown of these cases is shown anew.
void Counter::takeNews(const QStringList &caseIds)
{
    if (m_work && caseIds.contains(m_work->file().id)) {
        m_intake->flush(); // what is half typed stays on top of what came
        readAgain(m_work->file().id);
    }
    refreshLists();
}

void Counter::takeLeave(const QStringList &caseIds)
{
    if (m_work && caseIds.contains(m_work->file().id)) {
        leaveCase();
        say(InlineMessage::Level::Warning, tr("This case belongs to another hall now."),
            tr("What was done here is at the hub; ask there to have it back."));
    }
    refreshLists();
}

void Counter::tell(const desk::Undone &undone)
{
    const QString what = undone.error ? words::sentence(*undone.error) : words::sentence(undone.refusals.value(0));
    if (m_consulting->isShown() && !undone.error)
        m_consulting->refuse(what);
    else
        say(InlineMessage::Level::Warning, what, undone.error ? words::detail(*undone.error) : QString());
}

void Counter::tellFailedPrint(const base::Error &error)
{
    m_guides->takeBackSent();
    tell({{}, error});
}

void Counter::say(InlineMessage::Level level, const QString &what, const QString &detail)
{
    if (m_window->page() == m_home)
        m_home->tell(level, what, detail);
    else
        m_window->notify(actMessage, level, what, detail);
}

void Counter::showPrinter(const devices::Printer::Status &status)
{
    using State = devices::Printer::State;
    switch (status.state) {
    case State::Ready:
        m_window->setStatus(Segment::Printer, tr("Printer %1").arg(status.name));
        break;
    case State::Stopped:
        m_window->setStatus(Segment::Printer, tr("Printer %1 is stopped: %2").arg(status.name, words::whyNotPrinted(status.detail)),
                            theme::Colour::Warn);
        break;
    case State::None:
        m_window->setStatus(Segment::Printer, tr("No printer set up: papers can be saved as PDF"), theme::Colour::Warn);
        break;
    case State::NoService:
        m_window->setStatus(Segment::Printer, tr("No print service: papers can be saved as PDF"), theme::Colour::Warn);
        break;
    }
}
