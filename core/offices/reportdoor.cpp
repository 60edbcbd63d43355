#include "core/offices/reportdoor.h"

#include "core/hub/identifying.h"
#include "core/hub/logging.h"
#include "core/hub/wiping.h"
#include "core/wire/messages.h"
#include "core/wire/reporting.h"

namespace offices {

using namespace Qt::StringLiterals;
using Code = wire::Problem::Code;

namespace {

constexpr qsizetype largestQuestion = 4 * 1024;
constexpr int countedForQuestion = 2000; ///< cases, at most, before an answer goes out
constexpr int countedAtOnce = 200;
constexpr auto idleFor = std::chrono::seconds(60); ///< after a look at all cases that found nothing

}

hub::Response ReportDoor::handle(const hub::Request &request)
try {
    return answer(request);
} catch (const std::exception &exception) {
    qCCritical(hub::lcHub) << "a report ended in" << exception.what();
    return hub::problemResponse({Code::Failed, u"the hub failed; its log says why"_s, 0, {}});
}

hub::Response ReportDoor::answer(const hub::Request &request)
{
    if (request.method != "POST" || request.target != "/report/v1/figures")
        return hub::problemResponse({Code::Unknown, u"there is no such request"_s, 0, {}});
    if (request.body.size() > largestQuestion)
        return hub::problemResponse({Code::TooLarge, u"a question has at most %1 bytes"_s.arg(largestQuestion), 0, {}});
    const wire::Answer<hub::Device> device = hub::identified(request, m_engine);
    if (!device)
        return hub::problemResponse(device.error());
    if (device->revokedAt.isValid())
        return hub::Wiping(m_engine).bearing(hub::problemResponse({Code::Revoked, u"this device may see no figures any more"_s, 0, {}}), request, *device);
    const base::Result<wire::ReportWish> wish = wire::reportWishFrom(request.body);
    if (!wish)
        return hub::problemResponse({Code::BadRequest, wish.error().place + u": "_s + wish.error().detail, 0, {}});
    const reports::Scope scope = wish->city ? reports::Scope{.kind = reports::Scope::Kind::City}
                                            : reports::Scope{.kind = reports::Scope::Kind::Hall, .key = device->hall};
    const std::lock_guard lock(m_counting);
    qint64 from = 0;
    const auto report = m_reports.catchUp(countedForQuestion, from).and_then([&](int) { return m_reports.report(wish->span, scope); });
    if (!report)
        return hub::problemResponse(hub::problemOf(report.error()));
    return {.status = 200, .type = wire::jsonType, .body = wire::toJson(*report)};
}

base::Result<> ReportDoor::tend()
{
    const std::unique_lock lock(m_counting, std::try_to_lock);
    const auto now = std::chrono::steady_clock::now();
    if (!lock || now < m_idleUntil)
        return {};
    return m_reports.catchUp(countedAtOnce, m_next).map([&](int counted) {
        if (counted == 0 && m_next == 0)
            m_idleUntil = now + idleFor;
    });
}

}
