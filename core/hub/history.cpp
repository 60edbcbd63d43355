#include "core/hub/history.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

QByteArray placeOfKey(const QString &caseUuid)
{
    return "hub case key|" + caseUuid.toUtf8();
}

}

base::Result<base::Secret> keyOf(const QString &caseUuid, const journal::Sealed &sealed, const HubKey &key)
{
    if (sealed.bytes.isEmpty())
        return base::Fail({base::Error::Kind::Missing, u"the case was erased"_s, caseUuid});
    base::Result<QByteArray> bytes = journal::unseal(sealed, key.forCases(), placeOfKey(caseUuid));
    if (!bytes)
        return base::Fail({bytes.error().kind, u"key of the case: %1"_s.arg(bytes.error().detail), caseUuid});
    return base::Secret(std::move(*bytes));
}

base::Result<base::Secret> keyOf(const CaseLine &line, const HubKey &key)
{
    return keyOf(line.uuid, line.key, key);
}

CaseLine newCase(const QString &uuid, const QString &hall, const HubKey &key)
{
    const base::Secret fresh = journal::freshKeyLike(key.forCases());
    return {.uuid = uuid, .hall = hall, .key = journal::seal(fresh.view(), key.forCases(), placeOfKey(uuid)), .tips = {}};
}

QByteArray placeOfEvent(const wire::Writer &writer, qint64 seq, const QString &caseUuid)
{
    return "hub event|" + writer.device.toUtf8() + '|' + QByteArray::number(writer.incarnation) + '|' + QByteArray::number(seq) + '|'
        + caseUuid.toUtf8();
}

domain::Placed placed(const QByteArray &bytes, const journal::Hash &hash, const wire::Writer &writer)
{
    const QString writerName = domain::writerOf(writer.device, writer.incarnation);
    if (base::Result<journal::Envelope> envelope = journal::readEnvelope(bytes))
        return {std::move(envelope->event), hash, std::move(envelope->parents), writerName};
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    domain::Placed event{.event = {.at = QDateTime::fromMSecsSinceEpoch(json["at"_L1].toInteger(), Qt::UTC),
                                   .actor = json["actor"_L1].toString(),
                                   .fact = domain::UnknownFact{json["type"_L1].toString(), json["body"_L1].toObject()}},
                         .id = hash,
                         .seen = {},
                         .writer = writerName};
    for (const QJsonValue parent : json["parents"_L1].toArray())
        event.seen.append(QByteArray::fromHex(parent.toString().toLatin1()));
    return event;
}

base::Result<QList<domain::Placed>> historyOf(const CaseLine &line, RecordRows &records, const HubKey &key)
{
    const base::Result<base::Secret> caseKey = keyOf(line, key);
    if (!caseKey)
        return base::Fail(caseKey.error());
    const base::Result<QList<RecordRows::Written>> events = records.eventsOfCase(line.id);
    if (!events)
        return base::Fail(events.error());
    QList<domain::Placed> history;
    for (const auto &[event, writer] : *events) {
        const base::Result<QByteArray> bytes = journal::unseal(event.sealed, *caseKey, placeOfEvent(writer, event.seq, line.uuid));
        if (!bytes)
            return base::Fail({bytes.error().kind, u"event %1: %2"_s.arg(event.hubSeq).arg(bytes.error().detail), line.uuid});
        history.append(placed(*bytes, event.hash, writer));
    }
    return history;
}

QList<journal::Hash> tipsOf(const QList<domain::Placed> &history)
{
    QSet<journal::Hash> seen;
    for (const domain::Placed &event : history)
        seen.unite(QSet<journal::Hash>(event.seen.begin(), event.seen.end()));
    QList<journal::Hash> tips;
    for (const domain::Placed &event : history) {
        if (!seen.contains(event.id))
            tips.append(event.id);
    }
    return tips;
}

}
