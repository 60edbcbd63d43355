#include "core/hub/engine.h"

#include "core/wire/messages.h"

#include "core/hub/logging.h"

namespace hub {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcHub, "yichuang.hub")

void Engine::tell(const Growth &growth) const
{
    if (!grown)
        return;
    for (auto it = growth.begin(); it != growth.end(); ++it)
        grown(it.key(), it.value());
}

base::Result<> settle(Store &store, const HubKey &key)
{
    return within(store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        const base::Result<Self> self = rows.devices().self();
        if (!self)
            return base::Fail(self.error());
        if (self->key.isEmpty())
            return rows.devices().setKey(key.signing().publicKey());
        if (self->key != key.signing().publicKey())
            return base::Fail({base::Error::Kind::Secret, u"the store belongs to another key; put back the hub.key that it was made with"_s, {}});
        return {};
    });
}

wire::Problem problemOf(const base::Error &error)
{
    if (mayTryAgain(error))
        return {wire::Problem::Code::Busy, u"the store is busy"_s, 1, {}};
    qCCritical(lcHub).noquote() << "the store failed:" << error.detail << error.place;
    return {wire::Problem::Code::Failed, u"the store failed; the hub's log says why"_s, 0, {}};
}

Response problemResponse(const wire::Problem &problem)
{
    Response response{.status = wire::httpStatus(problem.code), .type = wire::problemType, .body = wire::toJson(problem)};
    if (problem.retryAfter > 0)
        response.headers.insert("Retry-After", QByteArray::number(problem.retryAfter));
    return response;
}

}
