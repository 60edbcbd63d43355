#include "core/hub/lookups.h"

#include "core/base/text.h"
#include "core/hub/book.h"
#include "core/hub/logging.h"
#include "core/hub/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace hub {

using namespace Qt::StringLiterals;
using Code = wire::Problem::Code;
using Outcome = LookUpLine::Outcome;
using Result = wire::LookUpAnswer::Result;

namespace {

constexpr int aMinute = 60;
constexpr qsizetype longestPurpose = 500;

QByteArray jsonOf(const Licence &licence)
{
    return QJsonDocument(QJsonObject{{"shared"_L1, licence.isShared},
                                     {"holder"_L1, licence.holder},
                                     {"name"_L1, licence.name},
                                     {"code"_L1, licence.code},
                                     {"issuer"_L1, licence.issuer},
                                     {"from"_L1, licence.from.toString(Qt::ISODate)},
                                     {"until"_L1, licence.until.toString(Qt::ISODate)},
                                     {"materials"_L1, QJsonArray::fromStringList(licence.materials)}})
        .toJson(QJsonDocument::Compact);
}

Licence licenceIn(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    Licence licence{.isShared = json["shared"_L1].toBool(),
                    .number = {},
                    .holder = json["holder"_L1].toString(),
                    .name = json["name"_L1].toString(),
                    .code = json["code"_L1].toString(),
                    .issuer = json["issuer"_L1].toString(),
                    .from = QDate::fromString(json["from"_L1].toString(), Qt::ISODate),
                    .until = QDate::fromString(json["until"_L1].toString(), Qt::ISODate),
                    .materials = {}};
    for (const QJsonValue material : json["materials"_L1].toArray())
        licence.materials << material.toString();
    return licence;
}

QByteArray placeOfLicence(const LicenceLine &line)
{
    return "licence " + line.holder.toHex() + ' ' + line.mark.toHex();
}

QByteArray placeOfLookUp(const LookUpLine &line)
{
    return "look-up " + line.device.toLatin1() + ' ' + QByteArray::number(line.at.toMSecsSinceEpoch()) + ' ' + line.holder.toHex();
}

bool fits(const Licence &licence, const wire::LookUpWish &wish)
{
    const bool isNamed = licence.materials.isEmpty() ? wish.materialName.contains(licence.name) : licence.materials.contains(wish.material);
    return licence.isShared == wish.isShared && licence.holder == base::cleanLine(wish.holderName) && isNamed;
}

/// Later ends are better, no end the best.
bool isBetter(const Licence &one, const Licence &other)
{
    if (one.until.isNull() != other.until.isNull())
        return one.until.isNull();
    return std::pair(one.until, one.from) > std::pair(other.until, other.from);
}

wire::LookUpAnswer answerOf(const Licence &licence)
{
    return {Result::Found, licence.code, licence.name, licence.holder, licence.issuer, licence.from, licence.until, {}};
}

Outcome outcomeOf(Result result)
{
    switch (result) {
    case Result::Found:
        return Outcome::Found;
    case Result::NotFound:
        return Outcome::NotFound;
    case Result::Withheld:
        return Outcome::Refused;
    case Result::Unreachable:
        return Outcome::Unreachable;
    }
    Q_UNREACHABLE();
}

}

QByteArray LookUps::holderOf(const QString &number) const
{
    const QString plain = base::normalizedCode(number);
    return plain.isEmpty() ? QByteArray() : m_engine.key.blinded("holder", plain);
}

wire::Answer<wire::LookUpAnswer> LookUps::ask(const Device &device, const wire::LookUpWish &wish) const
{
    if (!isPlain(wish.purpose, longestPurpose) || !isPlain(wish.caseNumber) || !isPlain(wish.material))
        return refused(Code::BadRequest, u"a look-up has a purpose, a case and a material"_s);
    const auto noted = within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> wire::Answer<qint64> {
        const base::Result<int> lately = rows.lookUps().countOf(device.uuid, m_engine.now().addSecs(-aMinute));
        if (!lately)
            return refused(lately.error());
        if (*lately >= mostAMinute)
            return wire::Refused({Code::Busy, u"this window asks too often"_s, aMinute, {}});
        const base::Result<qint64> id = note(device, wish, rows);
        if (!id)
            return refused(id.error());
        return *id;
    });
    if (!noted)
        return wire::Refused(noted.error());
    base::Result<wire::LookUpAnswer> answer = find(wish);
    if (!answer)
        return refused(answer.error());
    if (answer->result == Result::NotFound && m_upstream)
        answer = m_upstream->ask(wish);
    const base::Result<> kept = within(m_engine.store, Store::For::Writing, [&](Transaction &rows) {
        return rows.lookUps().setOutcome(*noted, outcomeOf(answer->result));
    });
    if (!kept)
        return refused(kept.error());
    return *answer;
}

base::Result<qint64> LookUps::note(const Device &device, const wire::LookUpWish &wish, Transaction &rows) const
{
    LookUpLine line{.at = m_engine.now(), .device = device.uuid, .holder = holderOf(wish.holderNumber), .sealed = {}};
    const QJsonObject words{{"clerk"_L1, base::cleanLine(wish.clerk)},
                            {"case"_L1, wish.caseNumber},
                            {"purpose"_L1, wish.purpose},
                            {"material"_L1, wish.material},
                            {"shared"_L1, wish.isShared}};
    line.sealed = journal::seal(QJsonDocument(words).toJson(QJsonDocument::Compact), m_engine.key.forLookUps(), placeOfLookUp(line));
    return rows.lookUps().note(line).and_then([&](qint64 id) {
        return writeDown(m_engine, rows, u"window:"_s + device.uuid, u"looked-up"_s, wish.caseNumber, wish.material).map([&] { return id; });
    });
}

base::Result<wire::LookUpAnswer> LookUps::find(const wire::LookUpWish &wish) const
{
    const QByteArray holder = holderOf(wish.holderNumber);
    if (holder.isEmpty()) // a name alone is not one person's
        return wire::LookUpAnswer();
    const auto lines = within(m_engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.lookUps().licencesOf(holder); });
    if (!lines)
        return base::Fail(lines.error());
    std::optional<Licence> best;
    for (const LicenceLine &line : *lines) {
        const base::Result<QByteArray> bytes = journal::unseal(line.sealed, m_engine.key.forLookUps(), placeOfLicence(line));
        if (!bytes) {
            qCWarning(lcHub) << "a licence cannot be opened";
            continue;
        }
        const Licence licence = licenceIn(*bytes);
        if (fits(licence, wish) && (!best || isBetter(licence, *best)))
            best = licence;
    }
    return best ? answerOf(*best) : wire::LookUpAnswer();
}

base::Result<> LookUps::import(const QList<Licence> &licences, const QString &by) const
{
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        for (const Licence &licence : licences) {
            const QString mark = (licence.isShared ? u"shared\n"_s : u"elicence\n"_s) + licence.name + u'\n' + licence.code;
            LicenceLine line{.holder = holderOf(licence.number), .mark = m_engine.key.blinded("licence", mark), .sealed = {}};
            line.sealed = journal::seal(jsonOf(licence), m_engine.key.forLookUps(), placeOfLicence(line));
            if (const base::Result<> put = rows.lookUps().put(line); !put)
                return put;
        }
        return writeDown(m_engine, rows, by, u"licences-imported"_s, QString::number(licences.size()));
    });
}

base::Result<QList<LookUps::Recorded>> LookUps::record(const QString &number, int most, const QString &by) const
{
    const auto lines = within(m_engine.store, Store::For::Writing, [&](Transaction &rows) {
        return writeDown(m_engine, rows, by, u"look-ups-read"_s, number.isEmpty() ? u"all"_s : u"one"_s).and_then([&] {
            return rows.lookUps().lookUps(holderOf(number), most);
        });
    });
    if (!lines)
        return base::Fail(lines.error());
    QList<Recorded> record;
    for (const LookUpLine &line : *lines) {
        const base::Result<QByteArray> bytes = journal::unseal(line.sealed, m_engine.key.forLookUps(), placeOfLookUp(line));
        if (!bytes)
            return base::Fail(bytes.error());
        const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
        record.append({.at = line.at,
                       .device = line.device,
                       .outcome = line.outcome,
                       .clerk = json["clerk"_L1].toString(),
                       .caseNumber = json["case"_L1].toString(),
                       .purpose = json["purpose"_L1].toString(),
                       .material = json["material"_L1].toString(),
                       .isShared = json["shared"_L1].toBool()});
    }
    return record;
}

}
