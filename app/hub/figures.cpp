#include "app/hub/figures.h"

#include "app/hub/routes.h"
#include "core/hub/engine.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <sstream>

namespace hub {

namespace {

constexpr int mostCounted = 1000;

const prometheus::Histogram::BucketBoundaries seconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};

prometheus::Family<prometheus::Gauge> &gauge(prometheus::Registry &registry, const char *name, const char *help)
{
    return prometheus::BuildGauge().Name(name).Help(help).Register(registry);
}

std::string statusWord(int status)
{
    return status == 0 ? "broken" : std::to_string(status);
}

}

base::Result<StoreFigures> lookInto(Store &store)
{
    return within(store, Store::For::Reading, [](Transaction &rows) -> base::Result<StoreFigures> {
        StoreFigures figures;
        const auto halls = rows.devices().halls();
        const auto devices = rows.devices().devices();
        const auto streams = rows.records().streams();
        const auto alarms = rows.records().alarms(true, mostCounted);
        const auto aside = rows.records().aside(mostCounted);
        if (!halls || !devices || !streams || !alarms || !aside)
            return base::Fail({base::Error::Kind::Storage, QStringLiteral("the store cannot be read"), {}});
        for (const QString &hall : *halls) {
            const auto end = rows.records().feedEnd(hall);
            if (!end)
                return base::Fail(end.error());
            figures.feedEnds.insert(hall, end->hubSeq);
        }
        for (const Device &device : *devices)
            ++(device.revokedAt.isValid() ? figures.revokedDevices : figures.devices);
        for (const Stream &stream : *streams) {
            figures.stoppedStreams += stream.stopped;
            if (stream.heard.isValid() && (figures.lastHeard.isNull() || stream.heard > figures.lastHeard))
                figures.lastHeard = stream.heard;
        }
        figures.unseenAlarms = int(alarms->size());
        figures.keptAside = int(aside->size());
        return figures;
    });
}

struct Figures::Parts {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter> &requests
        = prometheus::BuildCounter().Name("yichuang_hub_requests_total").Help("Requests that were answered").Register(registry);
    prometheus::Family<prometheus::Histogram> &durations = prometheus::BuildHistogram()
                                                               .Name("yichuang_hub_request_seconds")
                                                               .Help("From the last byte of a request to its answer, without waiting for news")
                                                               .Register(registry);
    prometheus::Family<prometheus::Counter> &bytes
        = prometheus::BuildCounter().Name("yichuang_hub_body_bytes_total").Help("Bytes of bodies").Register(registry);
};

Figures::Figures() : m(std::make_unique<Parts>()) { }

Figures::~Figures() = default;

void Figures::count(const Answered &answered)
{
    const std::string route = routeOf(answered.target).toStdString();
    m->requests.Add({{"route", route}, {"status", statusWord(answered.status)}}).Increment();
    m->durations.Add({{"route", route}}, seconds).Observe(double(answered.took.count()) / 1e6);
    m->bytes.Add({{"direction", "in"}}).Increment(double(answered.in));
    m->bytes.Add({{"direction", "out"}}).Increment(double(answered.out));
}

QByteArray Figures::text(const Occupation &occupation, const std::optional<StoreFigures> &store, qint64 freeBytes)
{
    prometheus::Registry now; // of this moment only, so that what is not known does not stay at its last value
    const auto one = [&](const char *name, const char *help, double value) { gauge(now, name, help).Add({}).Set(value); };
    one("yichuang_hub_connections", "Connections that are open", occupation.connections);
    one("yichuang_hub_waits", "Answers held back until there is news", occupation.parked);
    one("yichuang_hub_queue", "Requests that wait for a worker", occupation.queued);
    one("yichuang_hub_working", "Requests that a worker has", occupation.working);
    one("yichuang_hub_body_bytes", "Bytes of bodies in memory", double(occupation.bodyBytes));
    auto &refused = prometheus::BuildCounter().Name("yichuang_hub_refused_total").Help("Refused because there were too many").Register(now);
    refused.Add({{"what", "connection"}}).Increment(double(occupation.refusedConnections));
    refused.Add({{"what", "request"}}).Increment(double(occupation.refusedRequests));
    if (freeBytes >= 0)
        one("yichuang_hub_disk_free_bytes", "Free where the data folder is", double(freeBytes));
    one("yichuang_hub_store_up", "Whether the store could be read", store ? 1 : 0);
    if (store) {
        auto &ends = gauge(now, "yichuang_hub_feed_end", "Last place of the feed of a hall");
        for (auto it = store->feedEnds.begin(); it != store->feedEnds.end(); ++it)
            ends.Add({{"hall", it.key().toStdString()}}).Set(double(it.value()));
        auto &devices = gauge(now, "yichuang_hub_devices", "Windows that were enrolled");
        devices.Add({{"state", "in_use"}}).Set(store->devices);
        devices.Add({{"state", "revoked"}}).Set(store->revokedDevices);
        one("yichuang_hub_stopped_streams", "Writers stopped because two events had one number", store->stoppedStreams);
        one("yichuang_hub_unseen_alarms", "Alarms that nobody has said to have seen", store->unseenAlarms);
        one("yichuang_hub_kept_aside", "Events kept aside for a person to look at (at most 1000 are counted)", store->keptAside);
        if (store->lastHeard.isValid())
            one("yichuang_hub_last_push_seconds", "When a window last sent something, seconds since 1970",
                double(store->lastHeard.toSecsSinceEpoch()));
    }
    std::vector<prometheus::MetricFamily> families = m->registry.Collect();
    for (prometheus::MetricFamily &family : now.Collect())
        families.push_back(std::move(family));
    std::ostringstream out;
    prometheus::TextSerializer().Serialize(out, families);
    return QByteArray::fromStdString(out.str());
}

}
