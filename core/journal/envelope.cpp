#include "core/journal/envelope.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <sodium.h>

#include <algorithm>

namespace journal {

using namespace Qt::StringLiterals;

namespace {

constexpr int format = 1;
static_assert(hashSize == crypto_generichash_BYTES);

base::Fail damaged(const QString &why)
{
    return base::Fail({base::Error::Kind::Damaged, why, {}});
}

}

QByteArray canonicalBytes(const Envelope &envelope)
{
    QJsonArray parents;
    for (const Hash &parent : envelope.parents)
        parents.append(QLatin1String(parent.toHex()));
    const domain::Event &event = envelope.event;
    // QJsonObject keeps its keys sorted.
    QJsonObject json{
        {"v"_L1, format},
        {"case"_L1, envelope.caseId},
        {"dev"_L1, envelope.device},
        {"inc"_L1, envelope.incarnation},
        {"seq"_L1, envelope.seq},
        {"prev"_L1, QLatin1String(envelope.prev.toHex())},
        {"parents"_L1, parents},
        {"at"_L1, event.at.toMSecsSinceEpoch()},
        {"off"_L1, event.at.offsetFromUtc()},
        {"actor"_L1, event.actor},
        {"guide"_L1, envelope.guideVersion},
        {"type"_L1, domain::typeName(event.fact)},
        {"body"_L1, domain::toJson(event.fact)},
    };
    if (event.hubAt.isValid()) // else the bytes are those of an older program
        json.insert("hub"_L1, event.hubAt.toMSecsSinceEpoch());
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

namespace {

/// Everything around \a fact.
Envelope envelopeAround(domain::Fact fact, const QJsonObject &json)
{
    Envelope envelope{.caseId = json["case"_L1].toString(),
                      .device = json["dev"_L1].toString(),
                      .incarnation = json["inc"_L1].toInt(),
                      .seq = json["seq"_L1].toInteger(),
                      .prev = QByteArray::fromHex(json["prev"_L1].toString().toLatin1()),
                      .parents = {},
                      .guideVersion = json["guide"_L1].toString(),
                      .event = {.at = QDateTime::fromMSecsSinceEpoch(json["at"_L1].toInteger(), Qt::OffsetFromUTC,
                                                                     json["off"_L1].toInt()),
                                .actor = json["actor"_L1].toString(),
                                .fact = std::move(fact)}};
    if (const QJsonValue hub = json["hub"_L1]; hub.isDouble())
        envelope.event.hubAt = QDateTime::fromMSecsSinceEpoch(hub.toInteger(), Qt::UTC);
    for (const QJsonValue parent : json["parents"_L1].toArray())
        envelope.parents.append(QByteArray::fromHex(parent.toString().toLatin1()));
    return envelope;
}

bool isIn(qint64 value, qint64 from, qint64 to)
{
    return value >= from && value <= to;
}

}

base::Result<Envelope> readEnvelope(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json["v"_L1].toInt() != format)
        return damaged(u"not an envelope of format %1"_s.arg(format));
    base::Result<domain::Fact> fact = domain::factFromJson(json["type"_L1].toString(), json["body"_L1].toObject());
    if (!fact)
        return base::Fail(fact.error());
    return envelopeAround(std::move(*fact), json);
}

base::Result<Envelope> readReceived(const QByteArray &bytes)
{
    constexpr qint64 farthest = 253402300799999; // the end of the year 9999
    constexpr qint64 day = 86400;
    constexpr qsizetype mostParents = 1000;
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const QString type = json["type"_L1].toString();
    const QJsonObject body = json["body"_L1].toObject();
    const base::Result<domain::Fact> fact = domain::factFromJson(type, body);
    const bool isOurs = json["v"_L1].toInt() == format && fact;
    Envelope envelope = envelopeAround(isOurs ? *fact : domain::Fact(domain::UnknownFact{type, body}), json);
    const bool isWhole = json["v"_L1].toInt() >= 1 && !QUuid(envelope.caseId).isNull() && !QUuid(envelope.device).isNull()
        && envelope.incarnation >= 1 && envelope.seq >= 1 && envelope.prev.size() == hashSize && isIn(type.size(), 1, 100)
        && isIn(json["at"_L1].toInteger(-1), 0, farthest) && isIn(json["off"_L1].toInteger(day), -day, day)
        && envelope.parents.size() <= mostParents
        && std::ranges::all_of(envelope.parents, [](const Hash &parent) { return parent.size() == hashSize; });
    if (!isWhole)
        return damaged(u"not an event of a case"_s);
    return envelope;
}

Hash hashOf(const QByteArray &bytes)
{
    Hash hash(hashSize, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(hash.data()), size_t(hashSize),
                       reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()), nullptr, 0);
    return hash;
}

}
