#include "core/hub/wiping.h"

#include "core/hub/logging.h"
#include "core/hub/words.h"

#include <QUuid>

namespace hub {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using Code = wire::Problem::Code;

base::Result<WipeLine> Wiping::order(const QString &uuid, const QString &reason, const QString &by) const
{
    if (!isPlain(reason, wire::longestWipeReason))
        return Fail({Error::Kind::Document, u"an order to wipe has a reason of one line, %1 characters at most"_s.arg(wire::longestWipeReason), {}});
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<WipeLine> {
        base::Result<std::optional<Device>> device = rows.devices().device(uuid);
        const auto known = rows.devices().wipeOf(uuid);
        if (!device || !known)
            return Fail(!device ? device.error() : known.error());
        if (!*device)
            return Fail({Error::Kind::Missing, u"there is no such device"_s, uuid});
        if (*known)
            return **known;
        const WipeLine wipe{.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
                            .device = uuid,
                            .reason = reason,
                            .by = by,
                            .orderedAt = m_engine.now(),
                            .revoked = !(*device)->revokedAt.isValid()};
        qCWarning(lcHub).noquote() << "to be wiped" << uuid;
        base::Result<> done = rows.devices().put(wipe).and_then([&] { return writeDown(m_engine, rows, by, u"wipe-ordered"_s, uuid, reason); });
        if (wipe.revoked) {
            (*device)->revokedAt = wipe.orderedAt;
            done = done.and_then([&] { return rows.devices().put(**device); }).and_then([&] {
                return writeDown(m_engine, rows, by, u"device-revoked"_s, uuid);
            });
        }
        return done.map([&] { return wipe; });
    });
}

base::Result<> Wiping::lift(const QString &uuid, const QString &by) const
{
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        base::Result<std::optional<Device>> device = rows.devices().device(uuid);
        base::Result<std::optional<WipeLine>> wipe = rows.devices().wipeOf(uuid);
        if (!device || !wipe)
            return Fail(!device ? device.error() : wipe.error());
        if (!*device || !*wipe)
            return Fail({Error::Kind::Missing, u"no order to wipe is in force"_s, uuid});
        if ((*wipe)->heardAt.isValid())
            return Fail({Error::Kind::Document, u"the device may have heard of the order already; enrol it anew"_s, uuid});
        (*wipe)->liftedAt = m_engine.now();
        base::Result<> done = rows.devices().put(**wipe).and_then([&] { return writeDown(m_engine, rows, by, u"wipe-lifted"_s, uuid); });
        if ((*wipe)->revoked) {
            (*device)->revokedAt = {};
            done = done.and_then([&] { return rows.devices().put(**device); }).and_then([&] {
                return writeDown(m_engine, rows, by, u"device-in-use-again"_s, uuid);
            });
        }
        return done;
    });
}

base::Result<QList<WipeLine>> Wiping::orders() const
{
    return within(m_engine.store, Store::For::Reading, [](Transaction &rows) { return rows.devices().wipes(); });
}

/// Only the first time is written, whichever process that is in.
base::Result<> Wiping::noteHeard(const WipeLine &heard) const
{
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        base::Result<std::optional<WipeLine>> wipe = rows.devices().wipeOf(heard.device);
        if (!wipe)
            return Fail(wipe.error());
        if (!*wipe || (*wipe)->id != heard.id)
            return Fail({Error::Kind::Missing, u"the order was lifted meanwhile"_s, heard.device});
        if ((*wipe)->heardAt.isValid())
            return {};
        (*wipe)->heardAt = m_engine.now();
        return rows.devices().put(**wipe).and_then(
            [&] { return writeDown(m_engine, rows, u"device"_s, u"wipe-heard"_s, heard.device); });
    });
}

Response Wiping::bearing(Response response, const Request &request, const Device &device) const
{
    if (!device.revokedAt.isValid())
        return response;
    const auto read = within(m_engine.store, Store::For::Reading, [&](Transaction &rows) -> base::Result<std::pair<std::optional<WipeLine>, Self>> {
        return rows.devices().wipeOf(device.uuid).and_then([&](const std::optional<WipeLine> &wipe) {
            return rows.devices().self().map([&](const Self &self) { return std::pair(wipe, self); });
        });
    });
    if (!read)
        return response; // it comes with the next answer
    const auto &[wipe, self] = *read;
    // What may be borne must be on record, or it could be lifted although the device heard of it.
    if (!wipe || (!wipe->heardAt.isValid() && !noteHeard(*wipe)))
        return response;
    wire::SignedWipe bears{.order = {wipe->id, wipe->device, self.uuid, wipe->orderedAt, wipe->reason},
                           .answers = request.headers.value("yichuang-signature"),
                           .signature = {}};
    bears.signature = m_engine.key.signing().sign(wire::wipePurpose, wire::wipeToSign(bears.order, bears.answers));
    response.headers.insert(wire::wipeHeader, wire::toHeader(bears));
    return response;
}

wire::Answer<wire::WipeNoted> Wiping::done(const wire::Wiped &wiped) const
{
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> wire::Answer<wire::WipeNoted> {
        const base::Result<std::optional<Device>> device = rows.devices().device(wiped.device);
        base::Result<std::optional<WipeLine>> wipe = rows.devices().wipeOf(wiped.device);
        if (!device || !wipe)
            return refused(!device ? device.error() : wipe.error());
        if (!*device || !*wipe || (*wipe)->id != wiped.order)
            return refused(Code::Unknown, u"there is no such order"_s);
        if (!people::isSignedBy((*device)->card.key, wire::wipedPurpose, wire::wipedToSign(wiped.order, wiped.device), wiped.signature))
            return refused(Code::BadSignature, u"that is not signed by the device's key"_s);
        const wire::WipeNoted noted{m_engine.now()};
        if ((*wipe)->wipedAt.isValid())
            return noted;
        (*wipe)->wipedAt = noted.hubTime;
        const base::Result<> written = rows.devices().put(**wipe).and_then(
            [&] { return writeDown(m_engine, rows, u"device"_s, u"device-wiped"_s, wiped.device); });
        if (!written)
            return refused(written.error());
        qCWarning(lcHub).noquote() << "wiped" << wiped.device;
        return noted;
    });
}

}
