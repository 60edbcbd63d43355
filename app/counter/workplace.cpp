#include "app/counter/workplace.h"

using namespace Qt::StringLiterals;

base::Result<std::unique_ptr<Workplace>> Workplace::open(const WorkplaceNeeds &needs)
{
    auto profile = desk::Profile::open(needs.profileFolder, needs.keyStore, needs.clock);
    if (!profile)
        return tl::unexpected(profile.error());
    auto shelf = guides::Shelf::load(needs.dataFolder + "/guides"_L1);
    if (!shelf)
        return tl::unexpected(shelf.error());
    auto forms = papers::FormFolder::load(needs.dataFolder + "/forms"_L1);
    if (!forms)
        return tl::unexpected(forms.error());
    auto clocks = desk::clocksOf((*profile)->hall(),
                                 {needs.dataFolder + "/calendars"_L1, needs.profileFolder + "/calendars"_L1});
    if (!clocks)
        return tl::unexpected(clocks.error());
    return std::unique_ptr<Workplace>(
        new Workplace(needs, std::move(*profile), std::move(*shelf), std::move(*forms), std::move(*clocks)));
}

Workplace::Workplace(const WorkplaceNeeds &needs, std::unique_ptr<desk::Profile> profile, guides::Shelf shelf,
                     papers::FormFolder forms, desk::Clocks clocks) :
    m_clock(needs.clock), m_profile(std::move(profile)), m_shelf(std::move(shelf)), m_forms(std::move(forms)),
    m_clocks(std::move(clocks)),
    m_search(m_shelf, needs.dataFolder + "/pinyin/readings.tsv"_L1, m_profile->hall().regionCode),
    m_book(m_profile->journal(), m_shelf, m_clocks.rules),
    m_workList(m_profile->journal(), m_shelf, m_clock, m_profile->hall().clerk, m_book),
    m_cases(m_profile->journal(), m_shelf, needs.dataFolder + "/pinyin/readings.tsv"_L1, m_book),
    m_reception({m_profile->journal(), m_clock, m_profile->hall(), m_forms, m_clocks.rules}, m_shelf), m_printing(needs.printer)
{
}

QList<base::Error> Workplace::faults() const
{
    QList<base::Error> faults = m_shelf.faults() + m_clocks.faults;
    if (m_search.fault())
        faults.append(*m_search.fault());
    return faults;
}
