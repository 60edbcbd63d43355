#include "app/counter/workplace.h"

#include "core/base/durablefile.h"
#include "core/desk/papercheck.h"
#include "core/desk/printjobs.h"
#include "core/guides/calendarreader.h"
#include "core/sync/httpline.h"
#include "core/papers/formtrial.h"
#include "core/papers/testpage.h"
#include "core/people/recovery.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

desk::HubLinkNeeds hubNeeds(const WorkplaceNeeds &needs, desk::Profile &profile)
{
    return {.profileFolder = needs.profileFolder,
            .profileKey = profile.keys().profile,
            .windowKey = profile.keys().window,
            .journal = profile.journal(),
            .hall = profile.hall(),
            .program = needs.program,
            .line = [](const QUrl &hub) { return std::make_unique<syncing::HttpLine>(hub); }};
}

}

base::Result<std::unique_ptr<Workplace>> Workplace::open(const WorkplaceNeeds &needs)
{
    auto profile = desk::Profile::open(needs.profileFolder, needs.keyStore, needs.clock, needs.opener);
    if (!profile)
        return tl::unexpected(profile.error());
    auto guides = desk::GuideLibrary::open(needs.dataFolder, needs.profileFolder, needs.clock);
    if (!guides)
        return tl::unexpected(guides.error());
    auto forms = papers::FormFolder::load(needs.dataFolder + "/forms"_L1);
    if (!forms)
        return tl::unexpected(forms.error());
    *forms = forms->withOwn(needs.profileFolder + "/forms"_L1, papers::tryForm);
    auto clocks = desk::clocksOf((*profile)->hall(),
                                 {needs.dataFolder + "/calendars"_L1, needs.profileFolder + "/calendars"_L1});
    if (!clocks)
        return tl::unexpected(clocks.error());
    auto staff = people::StaffBook::open(needs.profileFolder, needs.passwordCost);
    if (!staff)
        return tl::unexpected(staff.error());
    return std::unique_ptr<Workplace>(
        new Workplace(needs, std::move(*profile), std::move(*guides), std::move(*forms), std::move(*clocks), std::move(*staff)));
}

Workplace::Workplace(const WorkplaceNeeds &needs, std::unique_ptr<desk::Profile> profile,
                     std::unique_ptr<desk::GuideLibrary> guides, papers::FormFolder forms, desk::Clocks clocks, people::StaffBook staff) :
    m_clock(needs.clock), m_profileFolder(needs.profileFolder),
    m_readerFolders{needs.profileFolder + "/readers"_L1, needs.dataFolder + "/readers"_L1}, m_profile(std::move(profile)),
    m_duty(m_profile->hall()), m_audit(m_profile->journal(), m_clock, m_duty.name()),
    m_backup({m_profileFolder, m_profile->keys().profile, m_profile->device(), m_clock, m_audit, m_profile->hall().backupTo,
              m_profile->hall().backupAt}),
    m_hub(hubNeeds(needs, *m_profile)), m_staff(staffNeedsOf(), std::move(staff), needs.welcome),
    m_hubTime(needs.hub ? *needs.hub : m_hub.clock()), m_guides(std::move(guides)),
    m_forms(std::move(forms)), m_leases({needs.profileFolder, m_hub, m_profile->journal(), m_forms, m_clock}), m_clocks(std::move(clocks)), m_guard(m_profile->journal(), m_clock, &m_hubTime),
    m_authority(desk::authorityOf(m_profile->hall(), m_profile->dishonesty())),
    m_search(*m_guides, m_clock, m_profile->journal(), needs.dataFolder + "/pinyin/readings.tsv"_L1,
             m_profile->hall().regionCode),
    m_book(m_profile->journal(), m_guides->shelf(), m_clocks.rules, m_authority),
    m_workList(m_profile->journal(), m_guides->shelf(), m_clock, m_duty, m_book),
    m_cases(m_profile->journal(), m_guides->shelf(), needs.dataFolder + "/pinyin/readings.tsv"_L1, m_book),
    m_shelfList(m_profile->journal(), m_guides->shelf(), m_clock, m_cases, m_book),
    m_reception({m_profile->journal(), m_clock, m_duty.hall(), m_forms, m_clocks.rules, m_authority, &m_guard,
                 &m_profile->stamps(), &m_hubTime, &m_scans, &m_leases, &m_audit, &m_duty},
                m_guides->shelf()),
    m_issuance(m_reception, m_shelfList), m_handoverLease(m_hub, m_profile->journal(), issuanceWindow(m_profile->hall())),
    m_scans(m_profile->journal(), needs.profileFolder + "/scans"_L1),
    m_scanHabit(needs.profileFolder + "/scanner.json"_L1),
    m_printing(needs.printer), m_routes(needs.profileFolder + "/printers.json"_L1),
    m_queue({m_reception, needs.runner, m_routes}),
    m_batch(m_reception, m_queue), m_numbers({m_profile->journal(), m_forms, m_guides->shelf(), m_reception, &m_leases, &m_audit}), m_loose(needs.printer, m_routes),
    m_recoveryPrint({m_forms, m_duty.hall(), m_loose, m_clock, m_audit}),
    m_handout(m_forms, m_duty.hall(), m_loose),
    m_reading({*m_guides, m_search, m_forms, m_duty.hall(), m_clock, m_loose, &m_audit}),
    m_copyCards({needs.dataFolder + "/copycards"_L1, needs.profileFolder + "/copycards"_L1}, m_guides->shelf()),
      m_units(needs.dataFolder + "/routing"_L1),
    m_licences(m_hub, m_duty), m_hubLibrary(m_hub, *m_guides, needs.profileFolder + "/inbox"_L1),
    m_presence({m_hub, m_clock, m_profile->journal().identity().device, m_duty}),
    m_board({m_profile->journal(), m_guides->shelf(), m_clock, m_hub, m_presence}), m_oversight(m_reception, m_profile->journal()),
    m_hubFigures(m_hub), m_reports(reportNeeds())
{
    m_audit.askWho([this] { return m_duty.name(); });
    QObject::connect(&m_book, &desk::CaseBook::written, &m_hub, &desk::HubLink::acted);
    QObject::connect(&m_book, &desk::CaseBook::written, &m_leases, &desk::NumberLeases::lookSoon);
    m_issuance.leaseBy(m_handoverLease);
    QObject::connect(&m_reception, &desk::Reception::opened, &m_reception,
                     [this](const domain::GuideRef &matter) { m_search.countOpened(matter); });
    m_queue.lookBack();
    if (!m_profile->setAside().isEmpty())
        m_asideNoted = m_audit.note(desk::AuditAct::SetAside, QFileInfo(m_profile->setAside()).fileName());
}

/// Where no system key store keeps it, what opens the profile comes under every password.
desk::StaffDeskNeeds Workplace::staffNeedsOf()
{
    desk::StaffDeskNeeds needs = desk::staffNeeds(m_hub, m_clock, m_duty, m_audit, m_profile->keys().profile);
    needs.journal = &m_profile->journal();
    if (m_profile->keyPlace() != people::KeyPlace::SystemKeyStore) {
        const base::Secret &opener = m_profile->keys().opener;
        needs.opener = opener;
        needs.sealed = [this, &opener] {
            return people::keepRecovery(m_profileFolder, {m_hub.place()->hub, m_profile->journal().identity().device}, m_hub.place()->key, opener)
                .and_then([this] { return people::leaveKeyToStaff(m_profileFolder); });
        };
    }
    return needs;
}

desk::WipeRecord Workplace::takeWipe(const wire::SignedWipe &wipe) const
{
    const desk::ProfileKeys &keys = m_profile->keys();
    return desk::takeWipe({m_profileFolder, keys.profile, keys.window, *m_hub.place()}, wipe, m_clock.now());
}

people::KeyPlace Workplace::keyPlace() const
{
    const base::Result<std::optional<people::KeyPlace>> now = people::keyPlaceOf(m_profileFolder);
    return now && *now ? **now : m_profile->keyPlace();
}

desk::ReportNeeds Workplace::reportNeeds()
{
    const auto hubState = [this]() -> reports::DataState {
        const syncing::Status &status = m_hub.status();
        reports::DataState state;
        state.hub = m_hub.place() && status.contact == syncing::Status::Contact::Online;
        state.lastContact = status.lastContact;
        state.unsent = int(status.figures.events);
        return state;
    };
    return {.profileFolder = m_profileFolder,
            .profileKey = m_profile->keys().profile,
            .clock = m_clock,
            .hall = m_duty.hall(),
            .device = m_profile->journal().identity().device,
            .forms = m_forms,
            .stamps = m_profile->stamps(),
            .hubState = hubState,
            .hub = &m_hubFigures,
            .audit = &m_audit};
}

base::Result<> Workplace::importDishonestyList(const QString &file, const QString &consent)
{
    constexpr qint64 longest = 32 << 20;
    const base::Result<QByteArray> bytes = base::readPlain(file, longest);
    if (!bytes)
        return base::Fail(bytes.error());
    const base::Result<std::optional<QByteArray>> signature = base::readWhole(guides::signatureFile(file));
    if (!signature)
        return base::Fail(signature.error());
    if (const base::Result<> noted = m_audit.note(desk::AuditAct::Imported, QFileInfo(file).fileName(), consent); !noted)
        return noted;
    return m_profile->dishonesty().import({.bytes = *bytes,
                                           .place = file,
                                           .signature = *signature,
                                           .person = consent.section(u':', 0, 0),
                                           .reason = consent.section(u':', 1)},
                                          m_guides->trusted(), m_clock.now());
}

base::Result<> Workplace::printTest(const QString &printer, const QString &tray, desk::PrintRoute::Layout layout)
{
    const bool onRoll = desk::isForRoll(layout, desk::machineFor(m_queue.printers(), printer));
    return papers::testPage(m_forms, m_duty.hall(), printer, tray, m_clock.now(), onRoll)
        .and_then([&](const papers::Paper &paper) { return m_queue.printTest(paper, printer, tray); });
}

QList<base::Error> Workplace::faults() const
{
    const guides::Shelf &shelf = m_guides->shelf();
    QList<base::Error> faults = shelf.faults() + shelf.overlayFaults(m_clock.now().date(), m_profile->hall().regionCode)
        + m_clocks.faults + m_forms.faults() + m_profile->stamps().faults() + m_copyCards.faults();
    if (m_profile->dishonesty().fault())
        faults.append(*m_profile->dishonesty().fault());
    if (m_audit.fault())
        faults.append(*m_audit.fault());
    if (!m_asideNoted)
        faults.append(m_asideNoted.error());
    if (m_routes.fault())
        faults.append(*m_routes.fault());
    if (m_search.fault())
        faults.append(*m_search.fault());
    return faults;
}
