#pragma once

#include "core/base/clock.h"
#include "core/desk/auditbook.h"
#include "core/desk/backup.h"
#include "core/desk/batchprint.h"
#include "core/desk/casesearch.h"
#include "core/desk/clockguard.h"
#include "core/desk/clockrules.h"
#include "core/desk/copycards.h"
#include "core/desk/currentsearch.h"
#include "core/desk/guidereading.h"
#include "core/desk/hallboard.h"
#include "core/desk/handout.h"
#include "core/desk/hubfigures.h"
#include "core/desk/hublibrary.h"
#include "core/desk/hublink.h"
#include "core/desk/hublookup.h"
#include "core/desk/issuance.h"
#include "core/desk/loosepapers.h"
#include "core/desk/numberleases.h"
#include "core/desk/onduty.h"
#include "core/desk/oversight.h"
#include "core/desk/papernumbers.h"
#include "core/desk/printpaper.h"
#include "core/desk/printqueue.h"
#include "core/desk/printroutes.h"
#include "core/desk/profile.h"
#include "core/desk/reception.h"
#include "core/desk/recoveryprint.h"
#include "core/desk/reportdesk.h"
#include "core/desk/scanhabit.h"
#include "core/desk/scanroom.h"
#include "core/desk/staffdesk.h"
#include "core/desk/unitbook.h"
#include "core/desk/wiping.h"
#include "core/desk/worklist.h"
#include "core/devices/printer.h"
#include "core/papers/forms.h"

/// Where the parts of a window come from; the doors to the world are handed in.
struct WorkplaceNeeds {
    QString profileFolder;
    QString dataFolder; ///< guides, forms, calendars, pinyin
    const base::Clock &clock;
    people::KeyStore &keyStore;
    devices::Printer &printer; ///< for papers that are of no case; must not wait
    devices::PrintRunner &runner;
    const base::HubTime *hub = nullptr; ///< a clock of the hub in the place of the one that is heard; null: none
    QString program = {}; ///< version, as a hub is told it
    base::Secret opener = {}; ///< what a password gave, where the staff keeps the key of the profile
    std::optional<people::StaffMember> welcome = {}; ///< who signed in with it
    people::PasswordCost passwordCost = people::PasswordCost::moderate();
};

/// Everything behind the window: profile, guides, forms and the use cases over them. Not movable, because its parts refer to
/// each other.
class Workplace final
{
public:
    /// The first part that cannot be had is the error; a broken guide pack is not one, see notices().
    static base::Result<std::unique_ptr<Workplace>> open(const WorkplaceNeeds &needs);

    /// Who saw, printed and exported what here.
    desk::AuditBook &audit() { return m_audit; }
    /// Safety copies of the profile.
    desk::Backup &backup() { return m_backup; }
    desk::RecoveryPrint &recoveryPrint() { return m_recoveryPrint; }
    desk::Reception &reception() { return m_reception; }
    const journal::Journal &journal() const { return m_profile->journal(); }
    /// Papers of cases as files.
    desk::PrintPaper &printing() { return m_printing; }
    const desk::ScanRoom &scans() const { return m_scans; }
    desk::ScanHabit &scanHabit() { return m_scanHabit; }
    /// Papers of cases on printers.
    desk::PrintQueue &queue() { return m_queue; }
    desk::PrintRoutes &routes() { return m_routes; }
    /// Hands a test page in \a layout to \a printer, with paper from \a tray (may be empty); PrintQueue::testEnded() tells the end.
    base::Result<> printTest(const QString &printer, const QString &tray, desk::PrintRoute::Layout layout);
    /// Whether papers of form \a form have a layout for 80 mm paper.
    bool hasRollForm(const QString &form) const { return m_forms.form(form + QLatin1String("-80")) != nullptr; }
    /// The legal numbers that this window gave.
    desk::PaperNumbers &numbers() { return m_numbers; }
    /// Those that the hub leased it.
    desk::NumberLeases &leases() { return m_leases; }
    /// One kind of paper over many cases.
    desk::BatchPrint &batch() { return m_batch; }
    /// Papers without a case.
    desk::Handout &handout() { return m_handout; }
    /// What is imported here is used from the next case and the next search on; a case in hand keeps its guide.
    desk::GuideLibrary &guides() { return *m_guides; }
    desk::GuideReading &reading() { return m_reading; }
    /// Where licences are looked up: at the hub that the window belongs to, if any.
    devices::LicenceSource &licences() { return m_licences; }
    /// The systems into which cases are typed once more.
    const desk::CopyCards &copyCards() const { return m_copyCards; }
    /// Which unit handles an item, by the routing that ships with the program.
    const desk::UnitBook &units() const { return m_units; }
    const desk::FindMatter &matters() const { return m_search; }
    /// What is to be done next.
    desk::WorkList &workList() { return m_workList; }
    /// Finds cases while somebody types.
    desk::CaseSearch &cases() { return m_cases; }
    /// What the issuance window holds and expects, and what is done with it.
    desk::ShelfList &shelfList() { return m_shelfList; }
    desk::Issuance &issuance() { return m_issuance; }
    /// Whether results may be handed over here, which the hub may have to be asked.
    desk::HandoverLease &handoverLease() { return m_handoverLease; }
    /// Where results come to, as the hall names it.
    static QString issuanceWindow(const base::HallSettings &hall)
    {
        return hall.issuanceWindow.isEmpty() ? hall.windowName : hall.issuanceWindow;
    }
    /// Puts the list in \a file (with FILE.sig beside it, when there is one) in the place of the one before; \a consent is
    /// “NAME: REASON” of whoever lets in what no trusted publisher signed.
    base::Result<> importDishonestyList(const QString &file, const QString &consent);
    /// This window and the hub it belongs to, if any; runs from HubLink::start() on.
    desk::HubLink &hub() { return m_hub; }
    /// Guides that the hub publishes, on their way into guides().
    desk::HubLibrary &hubLibrary() { return m_hubLibrary; }
    /// Who sits where in the hall, and the board over it.
    desk::HallPresence &presence() { return m_presence; }
    const desk::HallBoard &board() const { return m_board; }
    /// What a supervisor does over many cases.
    desk::Oversight &oversight() { return m_oversight; }
    /// Reports of the hall, counted on this PC.
    desk::ReportDesk &reports() { return m_reports; }
    /// What another desk for reports needs.
    desk::ReportNeeds reportNeeds();
    QString profileFolder() const { return m_profileFolder; }
    /// What the hub lacks lies sealed for it, and the order is durable; see desk::takeWipe(). The window belongs to a hub.
    desk::WipeRecord takeWipe(const wire::SignedWipe &wipe) const;
    /// Whether the clock of this PC can be believed.
    desk::ClockGuard &clockGuard() { return m_guard; }
    const desk::PaperCheck &stamps() const { return m_profile->stamps(); }
    const domain::ClockRules &rules() const { return m_clocks.rules; }
    /// With whoever is on duty as its clerk.
    const base::HallSettings &hall() const { return m_duty.hall(); }
    /// Who may work here, signing in and locking.
    desk::StaffDesk &staff() { return m_staff; }
    /// Who works here now.
    desk::OnDuty &duty() { return m_duty; }
    const base::Clock &clock() const { return m_clock; }
    /// Where mapping files of card readers are, those of the profile first.
    const QStringList &readerFolders() const { return m_readerFolders; }
    /// As it is now: the first who signs in may have taken the key with them.
    people::KeyPlace keyPlace() const;
    /// Folder of a damaged journal; empty when nothing was wrong.
    QString setAside() const { return m_profile->setAside(); }
    /// What is wrong with guides, calendars or pinyin, without which the window can go on.
    QList<base::Error> faults() const;

private:
    desk::StaffDeskNeeds staffNeedsOf();
    Workplace(const WorkplaceNeeds &needs, std::unique_ptr<desk::Profile> profile,
              std::unique_ptr<desk::GuideLibrary> guides, papers::FormFolder forms, desk::Clocks clocks, people::StaffBook staff);

    const base::Clock &m_clock;
    const QString m_profileFolder;
    const QStringList m_readerFolders;
    const std::unique_ptr<desk::Profile> m_profile;
    desk::OnDuty m_duty;
    desk::AuditBook m_audit;
    desk::Backup m_backup;
    desk::HubLink m_hub;
    desk::StaffDesk m_staff;
    const base::HubTime &m_hubTime;
    const std::unique_ptr<desk::GuideLibrary> m_guides;
    const papers::FormFolder m_forms;
    desk::NumberLeases m_leases;
    const desk::Clocks m_clocks;
    desk::ClockGuard m_guard;
    const domain::HallRules m_authority;
    desk::CurrentSearch m_search;
    desk::CaseBook m_book;
    desk::WorkList m_workList;
    desk::CaseSearch m_cases;
    desk::ShelfList m_shelfList;
    desk::Reception m_reception;
    desk::Issuance m_issuance;
    desk::HandoverLease m_handoverLease;
    desk::ScanRoom m_scans;
    desk::ScanHabit m_scanHabit;
    desk::PrintPaper m_printing;
    desk::PrintRoutes m_routes;
    desk::PrintQueue m_queue;
    desk::BatchPrint m_batch;
    desk::PaperNumbers m_numbers;
    desk::LoosePapers m_loose;
    desk::RecoveryPrint m_recoveryPrint;
    desk::Handout m_handout;
    desk::GuideReading m_reading;
    const desk::CopyCards m_copyCards;
    const desk::UnitBook m_units;
    desk::HubLookUp m_licences;
    desk::HubLibrary m_hubLibrary;
    desk::HallPresence m_presence;
    desk::HallBoard m_board;
    desk::Oversight m_oversight;
    desk::HubFigures m_hubFigures;
    desk::ReportDesk m_reports;
    base::Result<> m_asideNoted; ///< whether the audit trail knows of the damaged journal

    Q_DISABLE_COPY_MOVE(Workplace)
};
