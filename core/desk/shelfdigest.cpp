#include "core/desk/shelfdigest.h"

#include "core/base/text.h"
#include "core/domain/decidelife.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace desk {

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime dateTimeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toLocalTime();
}

QByteArray lineOf(const ShelfResult &result)
{
    const QJsonObject json{{"name"_L1, result.name},
                           {"department"_L1, result.department},
                           {"level"_L1, result.level},
                           {"stand"_L1, int(result.stand)},
                           {"refusal"_L1, result.refusal},
                           {"onPaper"_L1, result.onPaper},
                           {"together"_L1, result.together},
                           {"way"_L1, int(result.way)},
                           {"since"_L1, textOf(result.since)},
                           {"provisional"_L1, result.provisional},
                           {"heldSince"_L1, textOf(result.custody.at)},
                           {"holder"_L1, result.custody.holder},
                           {"place"_L1, result.custody.place},
                           {"givenBy"_L1, result.custody.givenBy},
                           {"takenBy"_L1, result.custody.takenBy},
                           {"certificate"_L1, result.certificate},
                           {"eLicence"_L1, result.eLicence},
                           {"tracking"_L1, result.tracking}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// By what the result can be scanned: certificate, e-licence, notice, parcel, label of the shelf place.
QStringList codesOf(const CaseItem &item)
{
    QStringList typed{item.number};
    if (item.outcome)
        typed << item.outcome->certificate << item.outcome->eLicence;
    if (item.delivery)
        typed << item.delivery->tracking << item.delivery->eLicence;
    else if (!item.custody.isEmpty())
        typed << item.custody.last().place;
    QStringList codes;
    for (const QString &text : std::as_const(typed)) {
        const QString code = base::normalizedCode(text);
        if (!code.isEmpty() && !codes.contains(code))
            codes << code;
    }
    return codes;
}

}

QList<journal::ShelfDigest> shelfDigestsOf(const Case &file, const Guide &guide, const QList<Task> &tasks)
{
    QMap<QString, ShelfResult> waiting;
    for (const ShelfResult &result : shelfResultsOf(file, guide, tasks))
        waiting.insert(result.item, result);
    QList<journal::ShelfDigest> digests;
    for (const auto &[line, item] : itemsOf(file, guide)) {
        if (!item.hasResult())
            continue;
        journal::ShelfDigest digest{.item = line.item.id, .codes = codesOf(item)};
        if (const auto it = waiting.constFind(line.item.id); it != waiting.constEnd()) {
            digest.stand = it->stand;
            digest.refusal = it->refusal;
            digest.due = it->due;
            digest.amberFrom = it->amberFrom;
            digest.redFrom = it->redFrom;
            digest.line = lineOf(*it);
        }
        digests.append(digest);
    }
    return digests;
}

ShelfResult shelfResultFrom(const journal::ShelfLine &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line.line).object();
    const auto text = [&](QLatin1String key) { return json.value(key).toString(); };
    const auto number = [&](QLatin1String key, int most) { return std::clamp(json.value(key).toInt(), 0, most); };
    return {.item = line.item,
            .name = json.isEmpty() ? line.item : text("name"_L1),
            .department = text("department"_L1),
            .level = text("level"_L1),
            .stand = ShelfStand(number("stand"_L1, int(ShelfStand::ToProve))),
            .refusal = json.value("refusal"_L1).toBool(),
            .onPaper = json.value("onPaper"_L1).toBool(),
            .together = json.value("together"_L1).toBool(),
            .way = Collection(number("way"_L1, int(Collection::SelfService))),
            .since = dateTimeOf(json.value("since"_L1)),
            .due = line.due,
            .amberFrom = line.amberFrom,
            .redFrom = line.redFrom,
            .provisional = json.value("provisional"_L1).toBool(),
            .custody = {.at = dateTimeOf(json.value("heldSince"_L1)),
                        .holder = text("holder"_L1),
                        .givenBy = text("givenBy"_L1),
                        .place = text("place"_L1),
                        .takenBy = text("takenBy"_L1)},
            .certificate = text("certificate"_L1),
            .eLicence = text("eLicence"_L1),
            .tracking = text("tracking"_L1)};
}

}
