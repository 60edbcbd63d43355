#include "core/hub/lookupdoor.h"

#include "core/hub/identifying.h"
#include "core/hub/logging.h"
#include "core/hub/wiping.h"
#include "core/wire/messages.h"

namespace hub {

using namespace Qt::StringLiterals;
using Code = wire::Problem::Code;

namespace {

constexpr qsizetype largestLookUp = 16 * 1024;

}

Response LookUpDoor::handle(const Request &request)
try {
    return answer(request);
} catch (const std::exception &exception) {
    qCCritical(lcHub) << "a look-up ended in" << exception.what();
    return problemResponse({Code::Failed, u"the hub failed; its log says why"_s, 0, {}});
}

Response LookUpDoor::answer(const Request &request) const
{
    if (request.method != "POST" || request.target != "/lookup/v1/licences")
        return problemResponse({Code::Unknown, u"there is no such request"_s, 0, {}});
    if (request.body.size() > largestLookUp)
        return problemResponse({Code::TooLarge, u"a question has at most %1 bytes"_s.arg(largestLookUp), 0, {}});
    const wire::Answer<Device> device = identified(request, m_engine);
    if (!device)
        return problemResponse(device.error());
    if (device->revokedAt.isValid())
        return Wiping(m_engine).bearing(problemResponse({Code::Revoked, u"this device may look nothing up any more"_s, 0, {}}), request, *device);
    const base::Result<wire::LookUpWish> wish = wire::lookUpWishFrom(request.body);
    if (!wish)
        return problemResponse({Code::BadRequest, wish.error().place + u": "_s + wish.error().detail, 0, {}});
    const wire::Answer<wire::LookUpAnswer> found = m_lookUps.ask(*device, *wish);
    return found ? Response{.status = 200, .type = wire::jsonType, .body = wire::toJson(*found)} : problemResponse(found.error());
}

}
