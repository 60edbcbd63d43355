#include "app/hub/frontdoor.h"

#include "app/hub/routes.h"
#include "core/hub/engine.h"
#include "core/wire/messages.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStorageInfo>

namespace hub {

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace {

constexpr auto healthKept = std::chrono::seconds(2);
constexpr auto lookKept = std::chrono::seconds(10);

qint64 freeBytesOf(const QString &folder)
{
    return folder.isEmpty() ? -1 : QStorageInfo(folder).bytesAvailable();
}

/// Whether a transaction that writes can begin: the disk takes it, nobody holds the store for ever.
bool canWrite(Store &store)
{
    const auto self = within(store, Store::For::Writing, [](Transaction &rows) { return rows.devices().self(); });
    return self.has_value();
}

Response refusalOf(wire::Problem::Code code, const QString &detail)
{
    return problemResponse({code, detail, 0, {}});
}

}

FrontDoor::FrontDoor(Doors doors, Store &store, Figures &figures, std::function<Occupation()> occupation, Places places)
    : m_doors(doors), m_store(store), m_figures(figures), m_occupation(std::move(occupation)), m_places(std::move(places))
{
}

Response FrontDoor::handle(const Request &request)
{
    if (request.target.startsWith("/sync/v1/staff"))
        return m_doors.staff.handle(request);
    if (request.target.startsWith("/sync/"))
        return m_doors.windows.handle(request);
    if (request.target.startsWith("/lookup/"))
        return m_doors.lookUps.handle(request);
    if (request.target.startsWith("/report/"))
        return m_doors.reports.handle(request);
    if (request.target.startsWith("/api/"))
        return m_doors.systems.handle(request);
    const QByteArray route = routeOf(request.target);
    if (route != "/healthz" && route != "/metrics" && route != "/openapi.json")
        return m_doors.people.handle(request);
    if (request.method != "GET" && request.method != "HEAD")
        return refusalOf(wire::Problem::Code::BadRequest, u"this can only be read"_s);
    return route == "/healthz" ? health() : route == "/metrics" ? figures() : description();
}

Response FrontDoor::health()
{
    bool writable = false;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto now = steady_clock::now(); now >= m_writable.until)
            m_writable = {now + healthKept, canWrite(m_store)};
        writable = m_writable.value;
    }
    const qint64 free = freeBytesOf(m_places.dataFolder);
    const bool hasRoom = free < 0 || free >= leastFreeBytes;
    QJsonObject health{{"status"_L1, writable && hasRoom ? "ok"_L1 : "failing"_L1},
                       {"store"_L1, writable ? "writable"_L1 : "failing"_L1},
                       {"disk"_L1, hasRoom ? "ok"_L1 : "low"_L1}};
    if (free >= 0)
        health.insert("diskFreeBytes"_L1, free);
    return {writable && hasRoom ? 200 : 503, wire::jsonType, QJsonDocument(health).toJson(QJsonDocument::Compact)};
}

Response FrontDoor::figures()
{
    std::optional<StoreFigures> look;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto now = steady_clock::now(); now >= m_look.until) {
            const base::Result<StoreFigures> seen = lookInto(m_store);
            m_look = {now + lookKept, seen ? std::optional(*seen) : std::nullopt};
        }
        look = m_look.value;
    }
    return {200, "text/plain; version=0.0.4; charset=utf-8", m_figures.text(m_occupation(), look, freeBytesOf(m_places.dataFolder))};
}

Response FrontDoor::description() const
{
    QFile file(m_places.openApi);
    if (!file.open(QFile::ReadOnly))
        return refusalOf(wire::Problem::Code::Failed, u"the description is not installed"_s);
    return {200, wire::jsonType, file.readAll()};
}

}
