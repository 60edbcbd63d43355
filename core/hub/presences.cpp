#include "core/hub/presences.h"

#include "core/domain/satisfaction.h"

namespace hub {

namespace {

constexpr int mostRatingsOfDay = 5000; ///< of all halls: more are not looked at

}

std::optional<int> Presences::unsentOf(const QString &device)
{
    const std::lock_guard lock(m_mutex);
    const auto heard = m_heard.constFind(device);
    return heard == m_heard.constEnd() ? std::nullopt : std::optional(heard->presence.unsent);
}

wire::Answer<wire::HallBoard> Presences::tell(const Device &device, const wire::PresenceNote &note)
{
    {
        const std::lock_guard lock(m_mutex);
        m_heard.insert(device.uuid, {m_engine.now(), note.mine});
    }
    if (!note.board)
        return wire::HallBoard{.seats = {}, .ratings = {}, .hubTime = m_engine.now()};
    const base::Result<wire::HallBoard> board = boardOf(device.hall);
    if (!board)
        return refused(board.error());
    return *board;
}

base::Result<wire::HallBoard> Presences::boardOf(const QString &hall)
{
    using Lists = std::tuple<QList<Device>, QList<RatingLine>, QList<RatingLine>>;
    const auto lists = within(m_engine.store, Store::For::Reading, [&](Transaction &rows) -> base::Result<Lists> {
        const base::Result<QList<Device>> devices = rows.devices().devices();
        const base::Result<QList<RatingLine>> rated = rows.ratings().ratings(false, mostRatingsOfDay);
        const base::Result<QList<RatingLine>> open = rows.ratings().ratings(true, mostRatingsOfDay);
        if (!devices || !rated || !open)
            return base::Fail(!devices ? devices.error() : !rated ? rated.error() : open.error());
        return Lists(*devices, *rated, *open);
    });
    if (!lists)
        return base::Fail(lists.error());
    const auto &[devices, rated, open] = *lists;
    wire::HallBoard board{.seats = {}, .ratings = {}, .hubTime = m_engine.now()};
    const QDateTime here = m_engine.clock.now();
    for (const RatingLine &rating : rated) {
        const bool isToday = rating.at.toOffsetFromUtc(here.offsetFromUtc()).date() == here.date();
        if (rating.hall == hall && isToday && domain::satisfactionOf(rating.level))
            ++board.ratings.byLevel[size_t(rating.level - 1)];
    }
    for (const RatingLine &rating : open)
        board.ratings.toPutRight += rating.hall == hall ? 1 : 0;
    const std::lock_guard lock(m_mutex);
    for (const Device &device : devices) {
        if (device.hall != hall || device.revokedAt.isValid() || board.seats.size() == wire::mostSeats)
            continue;
        const Heard heard = m_heard.value(device.uuid);
        board.seats.append({device.uuid, device.card.window, heard.at, heard.presence});
    }
    return board;
}

}
