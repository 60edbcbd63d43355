#include "app/hub/prefilling.h"

#include "core/domain/prefillcode.h"

namespace hub {

using namespace Qt::StringLiterals;
using Result = wire::PrefillAnswer::Result;
using Why = offices::Applications::Fetched::Why;

wire::Answer<wire::PrefillAnswer> Prefilling::answer(const Device &device, const wire::PrefillWish &wish)
{
    if (const int seconds = m_tries.wait(device.uuid.toLatin1()))
        return wire::Refused({wire::Problem::Code::Busy, u"too many codes were tried"_s, seconds, {}});
    const auto code = domain::readPrefillCode(wish.code);
    if (!code || !m_applications)
        return wire::PrefillAnswer{};
    const auto fetched = m_applications->fetch(device, *code);
    if (!fetched)
        return refused(fetched.error());
    switch (fetched->why) {
    case Why::None:
        return wire::PrefillAnswer{Result::Found, fetched->caseUuid, fetched->number};
    case Why::UsedElsewhere:
        return wire::PrefillAnswer{Result::Used, {}, {}};
    case Why::Full:
        return wire::PrefillAnswer{Result::Full, {}, {}};
    case Why::Unknown:
        break;
    }
    return wire::PrefillAnswer{};
}

}
