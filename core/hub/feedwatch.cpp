#include "core/hub/feedwatch.h"

#include "core/hub/engine.h"
#include "core/hub/logging.h"

#include <condition_variable>
#include <mutex>

namespace hub {

namespace {

base::Result<Growth> endsOf(Store &store)
{
    return within(store, Store::For::Reading, [](Transaction &rows) -> base::Result<Growth> {
        const base::Result<QStringList> halls = rows.devices().halls();
        if (!halls)
            return base::Fail(halls.error());
        Growth ends;
        for (const QString &hall : *halls) {
            const base::Result<wire::Cursor> end = rows.records().feedEnd(hall);
            if (!end)
                return base::Fail(end.error());
            ends.insert(hall, end->hubSeq);
        }
        return ends;
    });
}

void watch(const std::stop_token &stop, Store &store, const FeedGrown &grown, std::chrono::milliseconds interval)
{
    Growth known;
    bool hasFailed = false;
    std::mutex mutex;
    std::condition_variable_any wake;
    while (!stop.stop_requested()) {
        const base::Result<Growth> ends = endsOf(store);
        if (!ends && !hasFailed)
            qCWarning(lcHub).noquote() << "the feeds cannot be watched:" << ends.error().detail;
        hasFailed = !ends;
        for (auto it = ends ? ends->begin() : Growth::const_iterator(); ends && it != ends->end(); ++it) {
            if (it.value() > known.value(it.key()))
                grown(it.key(), it.value());
        }
        if (ends)
            known = *ends;
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, interval, [] { return false; });
    }
}

}

FeedWatch::FeedWatch(Store &store, FeedGrown grown, std::chrono::milliseconds interval)
    : m_thread([&store, grown = std::move(grown), interval](const std::stop_token &stop) { watch(stop, store, grown, interval); })
{
}

FeedWatch::~FeedWatch() = default;

}
