#include "core/offices/hubcases.h"

#include "core/domain/pastpapers.h"
#include "core/hub/history.h"

namespace offices {

namespace {

constexpr int mostKept = 2000; ///< cases

}

HubCases::HubCases(const hub::Engine &engine) : m_engine(engine), m_kept(mostKept) { }

std::optional<HubCase> HubCases::kept(const hub::CaseLine &line)
{
    const std::scoped_lock lock(m_mutex);
    const Kept *known = m_kept.object(line.uuid);
    if (!known || known->tips != line.tips || known->opened.hall != line.hall)
        return {};
    return known->opened;
}

base::Result<std::optional<HubCase>> HubCases::open(const QString &uuid)
{
    using Found = std::optional<HubCase>;
    hub::CaseLine line;
    const auto found = hub::within(m_engine.store, hub::Store::For::Reading, [&](hub::Transaction &rows) -> base::Result<Found> {
        const auto lines = rows.records().cases({uuid});
        if (!lines)
            return base::Fail(lines.error());
        line = lines->value(uuid);
        if (line.id == 0 || line.erased())
            return Found();
        if (Found known = kept(line))
            return known;
        return hub::historyOf(line, rows.records(), m_engine.key).map([&](const QList<domain::Placed> &history) {
            return Found(HubCase{line.id, line.uuid, line.hall, domain::merge(history).file});
        });
    });
    if (found && *found) {
        const std::scoped_lock lock(m_mutex);
        m_kept.insert(uuid, new Kept{line.tips, **found});
    }
    return found;
}

base::Result<std::optional<domain::Case>> HubCases::asIssued(const QString &uuid, const domain::PaperRef &paper)
{
    using Found = std::optional<domain::Case>;
    return hub::within(m_engine.store, hub::Store::For::Reading, [&](hub::Transaction &rows) -> base::Result<Found> {
        const auto lines = rows.records().cases({uuid});
        if (!lines)
            return base::Fail(lines.error());
        const hub::CaseLine line = lines->value(uuid);
        if (line.id == 0 || line.erased())
            return Found();
        return hub::historyOf(line, rows.records(), m_engine.key).map([&](const QList<domain::Placed> &history) {
            return domain::asIssued(history, paper);
        });
    });
}

}
