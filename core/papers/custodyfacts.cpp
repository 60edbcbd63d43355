#include "core/domain/paperacts.h"
#include "core/papers/casewords.h"
#include "core/papers/paperbuilders.h"
#include "core/papers/paperfacts.h"

#include <algorithm>

namespace papers {

using namespace Qt::StringLiterals;
using domain::CaseItem;

namespace {

QJsonObject rowOf(const CaseFacts &from, const QString &material)
{
    const domain::Plan::MaterialLine *line = from.plan.material(material);
    return materialRow(line ? *line : domain::Plan::MaterialLine{.material = {.id = material, .name = material}},
                       from.file.verdicts.value(material));
}

/// Words about the result of an item.
QJsonObject resultRow(const CaseFacts &from, const QString &id)
{
    const domain::Plan::ItemLine *line = from.plan.item(id);
    const CaseItem item = from.file.life.items.value(id);
    const domain::Outcome outcome = item.outcome.value_or(domain::Outcome{.granted = false});
    const bool isDecided = item.state == CaseItem::State::Decided;
    return {{u"name"_s, line ? line->item.name : id},
            {u"department"_s, line ? line->item.department : QString()},
            {u"outcome"_s, line ? line->item.outcome : QString()},
            {u"refused"_s, item.state == CaseItem::State::Refused},
            {u"granted"_s, isDecided && outcome.granted},
            {u"denied"_s, isDecided && !outcome.granted},
            {u"certificate"_s, isDecided ? outcome.certificate : item.number},
            {u"holder"_s, item.custody.isEmpty() ? QString() : item.custody.last().holder}};
}

/// The act number \a number of \a acts, counted from 1; null when there is none.
template <class Act>
const Act *actOf(const QList<Act> &acts, int number)
{
    return number >= 1 && number <= acts.size() ? &acts[number - 1] : nullptr;
}

}

base::Result<QJsonObject> handoverFacts(const FormFolder &, const CaseFacts &from, const domain::PaperRef &ref)
{
    if (!from.file.filing)
        return notOfThisCase(ref);
    QJsonObject facts = commonFacts(from);
    addAct(facts, from.file.filing->at, from.file.filing->clerk);
    addFiling(facts, from.file);
    addMaterials(facts, from);
    QJsonArray onPaper;
    QJsonArray others;
    int originals = 0;
    int copies = 0;
    for (const QJsonValue &value : facts[u"materials"_s].toArray()) {
        QJsonObject row = value.toObject();
        const int keptOriginals = row[u"keptOriginals"_s].toString().toInt();
        const int keptCopies = row[u"keptCopies"_s].toString().toInt();
        const bool isSeen = row[u"originalSeen"_s].toBool() || row[u"originalKept"_s].toBool();
        row.insert(u"electronic"_s, row[u"formElectronic"_s].toBool() && isSeen);
        row.insert(u"originalSeen"_s, row[u"originalSeen"_s].toBool() && !row[u"formElectronic"_s].toBool());
        originals += keptOriginals;
        copies += keptCopies;
        if (keptOriginals + keptCopies > 0)
            onPaper << row;
        else
            others << row;
    }
    QStringList letters;
    if (!facts[u"deferredMaterials"_s].toArray().isEmpty())
        letters << u"容缺受理承诺书"_s;
    if (!facts[u"committedMaterials"_s].toArray().isEmpty())
        letters << u"告知承诺书"_s;
    facts.insert(u"paperMaterials"_s, onPaper);
    facts.insert(u"paperCount"_s, onPaper.size());
    facts.insert(u"originalsTotal"_s, originals);
    facts.insert(u"copiesTotal"_s, copies);
    facts.insert(u"otherMaterials"_s, linked(others));
    facts.insert(u"signedLetters"_s, letters.join(u'、'));
    return facts;
}

base::Result<QJsonObject> supplementFacts(const FormFolder &, const CaseFacts &from, const domain::PaperRef &ref)
{
    const QStringList supplies = domain::suppliesOf(from.file);
    const QString *last = actOf(supplies, ref.number);
    if (!last)
        return notOfThisCase(ref);
    const QMap<QString, domain::Supplement> &promised = from.file.life.supplements;
    const QDateTime at = promised[*last].suppliedAt;
    QJsonObject facts = commonFacts(from);
    addAct(facts, at, from.hall.clerk);
    addFiling(facts, from.file);
    QJsonArray supplied;
    for (const QString &material : supplies.first(ref.number)) {
        // Whoever brings three things in one visit takes one paper home: the last one, which names all of that day.
        if (promised[material].suppliedAt.date() != at.date())
            continue;
        QJsonObject row = rowOf(from, material);
        row.insert(u"due"_s, dayText(promised[material].due));
        supplied << row;
    }
    QJsonArray open;
    for (auto it = promised.cbegin(); it != promised.cend(); ++it) {
        if (!it->lapsedAt.isValid() && !supplies.first(ref.number).contains(it.key())) {
            QJsonObject row = rowOf(from, it.key());
            row.insert(u"due"_s, dayText(it->due));
            open << row;
        }
    }
    facts.insert(u"supplied"_s, supplied);
    facts.insert(u"stillOpen"_s, linked(open));
    return facts;
}

base::Result<QJsonObject> returnFacts(const FormFolder &, const CaseFacts &from, const domain::PaperRef &ref)
{
    const domain::PapersReturned *returned = actOf(from.file.life.returns, ref.number);
    if (!returned)
        return notOfThisCase(ref);
    QJsonObject facts = commonFacts(from);
    addAct(facts, returned->at, returned->clerk);
    addFiling(facts, from.file);
    facts.insert(u"receiver"_s, returned->receiver);
    QJsonArray ended;
    bool goesOn = false;
    bool allWithdrawn = true;
    for (const domain::Plan::ItemLine &line : from.plan.items) {
        const CaseItem item = from.file.life.items.value(line.item.id);
        const bool cameToNothing = item.state == CaseItem::State::Withdrawn || item.state == CaseItem::State::Refused
            || item.state == CaseItem::State::Lapsed;
        goesOn = goesOn || (line.chosen && !item.isEnded());
        if (!line.chosen || !cameToNothing)
            continue;
        allWithdrawn = allWithdrawn && item.state == CaseItem::State::Withdrawn;
        ended << QJsonObject{{u"name"_s, line.item.name},
                             {u"withdrawn"_s, item.state == CaseItem::State::Withdrawn},
                             {u"refused"_s, item.state == CaseItem::State::Refused},
                             {u"lapsed"_s, item.state == CaseItem::State::Lapsed},
                             {u"reason"_s, item.reason},
                             {u"endedDay"_s, dayText(item.endedAt.date())}};
    }
    QJsonArray rows;
    for (const QString &material : returned->materials)
        rows << rowOf(from, material);
    facts.insert(u"endedItems"_s, ended);
    facts.insert(u"goesOn"_s, goesOn);
    facts.insert(u"allWithdrawn"_s, allWithdrawn);
    facts.insert(u"returned"_s, rows);
    facts.insert(u"returnedCount"_s, rows.size());
    return facts;
}

base::Result<QJsonObject> collectionFacts(const FormFolder &, const CaseFacts &from, const domain::PaperRef &ref)
{
    const QStringList ready = domain::readyResultsOf(from.file);
    if (ref.number < 1 || ref.number > ready.size())
        return notOfThisCase(ref);
    QJsonObject facts = commonFacts(from);
    addAct(facts, from.file.changedAt, from.hall.clerk);
    QJsonArray waiting;
    QJsonArray collected;
    QJsonArray notReady;
    for (const domain::Plan::ItemLine &line : from.plan.items) {
        if (!line.chosen)
            continue;
        const CaseItem item = from.file.life.items.value(line.item.id);
        const QJsonObject row = resultRow(from, line.item.id);
        if (item.delivery)
            collected << row;
        else if (ready.contains(line.item.id))
            waiting << row;
        else if (!item.isEnded() || item.hasResult())
            notReady << row;
    }
    facts.insert(u"waitForAll"_s, from.file.life.collection.together && !notReady.isEmpty());
    facts.insert(u"ready"_s, waiting);
    facts.insert(u"readyCount"_s, waiting.size());
    facts.insert(u"collected"_s, linked(collected));
    facts.insert(u"notReady"_s, linked(notReady));
    facts.insert(u"courierAddress"_s, from.file.life.collection.address);
    addWay(facts, from.file.life.collection.way);
    return facts;
}

base::Result<QJsonObject> deliveryFacts(const FormFolder &, const CaseFacts &from, const domain::PaperRef &ref)
{
    const QList<domain::DeliveryAct> acts = domain::deliveriesOf(from.file);
    const domain::DeliveryAct *act = actOf(acts, ref.number);
    if (!act)
        return notOfThisCase(ref);
    const domain::Delivery &delivery = act->delivery;
    QJsonObject facts = commonFacts(from);
    addAct(facts, delivery.at, delivery.clerk);
    QJsonArray delivered;
    for (const domain::Plan::ItemLine &line : from.plan.items) { // in the order of the guide
        if (act->items.contains(line.item.id))
            delivered << resultRow(from, line.item.id);
    }
    facts.insert(u"delivered"_s, delivered);
    facts.insert(u"deliveredCount"_s, delivered.size());
    facts.insert(u"collector"_s, delivery.collector);
    facts.insert(u"relation"_s, delivery.relation);
    facts.insert(u"identity"_s, delivery.identity);
    facts.insert(u"signedFor"_s, delivery.signedFor && !from.toSign);
    facts.insert(u"toSign"_s, from.toSign);
    facts.insert(u"tracking"_s, delivery.tracking);
    facts.insert(u"courierAddress"_s, from.file.life.collection.address);
    addWay(facts, delivery.way);
    return facts;
}

}
