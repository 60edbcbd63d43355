#include "core/sync/wipejudging.h"

#include "core/people/windowkey.h"

namespace syncing {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;

base::Result<wire::SignedWipe> judgedWipe(const QByteArray &value, const QByteArray &answers, const WipeBonds &bonds)
{
    return wire::wipeFromHeader(value, answers).and_then([&](const wire::SignedWipe &wipe) { return judge(wipe, bonds).map([&] { return wipe; }); });
}

base::Result<> judge(const wire::SignedWipe &wipe, const WipeBonds &bonds)
{
    if (wipe.order.hub != bonds.hub)
        return Fail({Error::Kind::Document, u"the order to wipe is of another hub"_s, wipe.order.hub});
    if (wipe.order.device != bonds.device)
        return Fail({Error::Kind::Document, u"the order to wipe is for another device"_s, wipe.order.device});
    if (!people::isSignedBy(bonds.hubKey, wire::wipePurpose, wire::wipeToSign(wipe.order, wipe.answers), wipe.signature))
        return Fail({Error::Kind::Secret, u"the order to wipe is not signed by the hub for this request"_s, wipe.order.id});
    return {};
}

}
