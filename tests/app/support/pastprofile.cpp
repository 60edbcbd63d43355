#include "tests/app/support/pastprofile.h"

#include "core/base/datafolder.h"

using namespace Qt::StringLiterals;

namespace outside {

namespace {

constexpr int most = 10'000;

template <class T>
T had(base::Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s %s", what, qPrintable(result.error().detail), qPrintable(result.error().place));
    return std::move(*result);
}

}

PastProfile::PastProfile(const QString &folder)
    : m_profile(had(desk::Profile::open(folder, m_noKeyStore, m_clock), "profile")),
      m_shelf(had(guides::Shelf::load(base::dataFolder() + "/guides"_L1), "guides")),
      m_forms(had(papers::FormFolder::load(base::dataFolder() + "/forms"_L1), "forms")),
      m_clocks(had(desk::clocksOf(m_profile->hall(), {base::dataFolder() + "/calendars"_L1}), "calendars")),
      m_reception(std::make_unique<desk::Reception>(
          desk::CaseWork::Needs{m_profile->journal(), m_clock, m_profile->hall(), m_forms, m_clocks.rules}, m_shelf))
{
}

domain::Guide PastProfile::guide(const QString &pack, const QString &matter) const
{
    const domain::GuidePack *found = m_shelf.pack(pack);
    const auto guide = found ? m_shelf.guide({pack, found->version, matter}) : std::nullopt;
    if (!guide)
        qFatal("no guide %s in %s", qPrintable(matter), qPrintable(pack));
    return *guide;
}

QList<journal::CaseRow> PastProfile::cases()
{
    return had(journal().cases(false, most), "cases");
}

QList<domain::Event> PastProfile::eventsOf(const QString &caseId)
{
    return had(journal().eventsOf(caseId), "events");
}

std::unique_ptr<desk::CaseWork> PastProfile::resume(const QString &caseId)
{
    auto work = m_reception->resume(caseId);
    if (!work)
        qFatal("case %s cannot be resumed", qPrintable(caseId));
    return std::move(*work);
}

}
