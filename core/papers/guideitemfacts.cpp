#include "core/papers/guidefacts.h"
#include "core/papers/paperfacts.h"

#include <algorithm>

namespace papers {

using namespace Qt::StringLiterals;
using domain::Item;
using domain::Matter;

namespace {

QString otherItems(const Matter &matter, const Item &item)
{
    QStringList names;
    for (const Item &other : matter.items) {
        if (!item.exclusive.isEmpty() && other.exclusive == item.exclusive && other.id != item.id)
            names << other.name;
    }
    return names.join(u'、');
}

int numberOf(const Matter &matter, const QString &itemId)
{
    const Item *item = matter.item(itemId);
    return item ? int(item - matter.items.constData()) + 1 : 0;
}

QJsonArray boxesBefore(const Matter &matter, const Item &item)
{
    QJsonArray boxes;
    for (const QString &id : item.after) {
        if (const int number = numberOf(matter, id))
            boxes << QJsonObject{{u"box"_s, number}};
    }
    return boxes;
}

QString namesBefore(const Matter &matter, const Item &item)
{
    QStringList names;
    for (const QString &id : item.after) {
        if (const Item *before = matter.item(id))
            names << before->name;
    }
    return names.join(u'、');
}

/// One row for each path, or for the item when it has none.
QJsonArray timeRows(const Item &item, const domain::Guide &guide)
{
    QJsonArray rows;
    for (const domain::Path &path : item.paths) {
        QJsonObject row{{u"path"_s, path.name}, {u"pathWhen"_s, whenText(path.when, guide)}};
        addDays(row, path.promisedDays, path.statutoryDays);
        rows << row;
    }
    if (!rows.isEmpty())
        return rows;
    QJsonObject row{{u"path"_s, QString()}, {u"pathWhen"_s, QString()}};
    addDays(row, item.promisedDays, item.statutoryDays);
    return {row};
}

QJsonArray stepRows(const Item &item)
{
    QJsonArray rows;
    for (const domain::SpecialStep &step : item.special)
        rows << QJsonObject{{u"step"_s, step.name}, {u"stepDays"_s, countWord(step.days)}, {u"stepNote"_s, step.note}};
    return rows;
}

QJsonObject itemRow(const Item &item, const GuideFacts &from)
{
    const Matter &matter = from.guide.matter;
    QJsonObject row{{u"name"_s, item.name},
                    {u"itemCode"_s, item.code},
                    {u"department"_s, item.department},
                    {u"level"_s, item.level},
                    {u"note"_s, item.note},
                    {u"when"_s, whenText(item.when, from.guide)},
                    {u"conditional"_s, item.when.kind != domain::Condition::Kind::Always || !item.exclusive.isEmpty()},
                    {u"others"_s, otherItems(matter, item)},
                    {u"after"_s, boxesBefore(matter, item)},
                    {u"before"_s, namesBefore(matter, item)},
                    {u"basis"_s, item.basis},
                    {u"itemConditions"_s, textRows(item.conditions)},
                    {u"steps"_s, stepRows(item)},
                    {u"times"_s, timeRows(item, from.guide)},
                    {u"fee"_s, item.fee},
                    {u"feeBasis"_s, item.feeBasis},
                    {u"outcome"_s, item.outcome},
                    {u"place"_s, item.place}};
    addProvenance(row, item.provenance, from.day);
    return row;
}

/// Of the slowest path.
int slowest(const Item &item)
{
    if (item.paths.isEmpty())
        return item.promisedDays;
    const auto isUnknown = [](const domain::Path &path) { return path.promisedDays < 0; };
    if (std::ranges::any_of(item.paths, isUnknown))
        return -1;
    return std::ranges::max(item.paths, {}, &domain::Path::promisedDays).promisedDays;
}

/// The promise when everything of the matter is applied for, each on its slowest path.
int longestPromise(const Matter &matter)
{
    domain::Plan plan;
    for (const Item &item : matter.items)
        plan.items.append({.item = item,
                           .applies = domain::Truth::Yes,
                           .chosen = true,
                           .path = {},
                           .paths = {},
                           .promisedDays = slowest(item),
                           .statutoryDays = -1});
    return plan.promisedDays();
}

QJsonArray rowsWith(const QJsonArray &rows, const QString &word)
{
    QJsonArray some;
    std::ranges::copy_if(rows, std::back_inserter(some), [&](const QJsonValue &row) {
        return row[word].isArray() ? !row[word].toArray().isEmpty() : !row[word].toString().isEmpty();
    });
    return some;
}

/// The different texts of one word, each once.
QStringList differentTexts(const QJsonArray &rows, const QString &word)
{
    QStringList texts;
    for (const QJsonValue &row : rows)
        texts << row[word].toString();
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

/// The times of all items one below the other; number stands with the first of an item.
QJsonArray allTimes(const QJsonArray &items)
{
    QJsonArray all;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonArray times = items[i][u"times"_s].toArray();
        for (qsizetype k = 0; k < times.size(); ++k) {
            QJsonObject row = times[k].toObject();
            row.insert(u"name"_s, items[i][u"name"_s]);
            row.insert(u"number"_s, k == 0 ? QString::number(i + 1) : QString());
            all << row;
        }
    }
    return all;
}

/// Items that cost the same in one row.
QJsonArray feeRows(const QJsonArray &items)
{
    QJsonArray rows;
    for (const QString &fee : differentTexts(items, u"fee"_s)) {
        QStringList names;
        for (const QJsonValue &item : items) {
            if (item[u"fee"_s].toString() == fee)
                names << item[u"name"_s].toString();
        }
        const bool isOfAll = names.size() == items.size();
        rows << QJsonObject{{u"fee"_s, fee}, {u"feeItems"_s, isOfAll ? QString() : names.join(u'、')}};
    }
    return rows;
}

}

void addItems(QJsonObject &facts, const GuideFacts &from)
{
    QJsonArray items;
    for (const Item &item : from.guide.matter.items)
        items << itemRow(item, from);
    facts.insert(u"items"_s, items);
    facts.insert(u"itemCount"_s, items.size());
    facts.insert(u"departments"_s, differentTexts(items, u"department"_s).join(u'、'));
    facts.insert(u"levels"_s, differentTexts(items, u"level"_s).join(u'、'));
    facts.insert(u"times"_s, allTimes(items));
    facts.insert(u"fees"_s, feeRows(items));
    facts.insert(u"itemsWithBasis"_s, rowsWith(items, u"basis"_s));
    facts.insert(u"itemsWithConditions"_s, rowsWith(items, u"itemConditions"_s));
    facts.insert(u"itemsWithSteps"_s, rowsWith(items, u"steps"_s));
    facts.insert(u"itemsElsewhere"_s, rowsWith(items, u"place"_s));
    facts.insert(u"itemsWithOthers"_s, rowsWith(items, u"others"_s));
    facts.insert(u"itemsAfterOthers"_s, rowsWith(items, u"before"_s));
    const int promise = longestPromise(from.guide.matter);
    facts.insert(u"totalDays"_s, countWord(promise));
    facts.insert(u"totalAtOnce"_s, promise == 0);
}

}
