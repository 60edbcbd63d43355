#include "app/counter/workplace.h"

#include "core/guides/calendarreader.h"
#include "core/papers/formtrial.h"

using namespace Qt::StringLiterals;

base::Result<std::unique_ptr<Workplace>> Workplace::open(const WorkplaceNeeds &needs)
{
    auto profile = desk::Profile::open(needs.profileFolder, needs.keyStore, needs.clock);
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
    return std::unique_ptr<Workplace>(
        new Workplace(needs, std::move(*profile), std::move(*guides), std::move(*forms), std::move(*clocks)));
}

Workplace::Workplace(const WorkplaceNeeds &needs, std::unique_ptr<desk::Profile> profile,
                     std::unique_ptr<desk::GuideLibrary> guides, papers::FormFolder forms, desk::Clocks clocks) :
    m_clock(needs.clock), m_profile(std::move(profile)), m_guides(std::move(guides)), m_forms(std::move(forms)),
    m_clocks(std::move(clocks)),
    m_search(*m_guides, m_clock, m_profile->journal(), needs.dataFolder + "/pinyin/readings.tsv"_L1,
             m_profile->hall().regionCode),
    m_book(m_profile->journal(), m_guides->shelf(), m_clocks.rules),
    m_workList(m_profile->journal(), m_guides->shelf(), m_clock, m_profile->hall().clerk, m_book),
    m_cases(m_profile->journal(), m_guides->shelf(), needs.dataFolder + "/pinyin/readings.tsv"_L1, m_book),
    m_reception({m_profile->journal(), m_clock, m_profile->hall(), m_forms, m_clocks.rules}, m_guides->shelf()),
    m_printing(needs.printer), m_handout(m_forms, m_profile->hall(), needs.printer),
    m_reading({*m_guides, m_search, m_forms, m_profile->hall(), m_clock, needs.printer})
{
    QObject::connect(&m_reception, &desk::Reception::opened, &m_reception,
                     [this](const domain::GuideRef &matter) { m_search.countOpened(matter); });
}

QList<base::Error> Workplace::faults() const
{
    const guides::Shelf &shelf = m_guides->shelf();
    QList<base::Error> faults = shelf.faults() + shelf.overlayFaults(m_clock.now().date(), m_profile->hall().regionCode)
        + m_clocks.faults + m_forms.faults();
    if (m_search.fault())
        faults.append(*m_search.fault());
    return faults;
}
