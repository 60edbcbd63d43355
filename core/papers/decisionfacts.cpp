#include "core/papers/paperbuilders.h"

#include "core/papers/casewords.h"
#include "core/papers/forms.h"
#include "core/papers/paperfacts.h"

#include <QRegularExpression>

namespace papers {

using namespace Qt::StringLiterals;

namespace {

/// The organ behind \a department as the hall names it, and where its decisions may be challenged.
void addOrgan(QJsonObject &facts, const FormFolder &forms, const QString &department)
{
    const Organ organ = forms.numbering().organ(department);
    facts.insert(u"organ"_s, organ.name.isEmpty() ? department : organ.name);
    facts.insert(u"reviewOrgan"_s, organ.reviewOrgan);
    facts.insert(u"court"_s, organ.court);
}

/// When the item is promised to end, as far as the clocks know.
void addPromise(QJsonObject &facts, const CaseFacts &from, const domain::Plan::ItemLine &line,
                const domain::CaseItem &item)
{
    using domain::Deadline;
    facts.insert(u"atOnce"_s, line.promisedDays == 0);
    facts.insert(u"days"_s, countWord(line.promisedDays));
    facts.insert(u"daysUnknown"_s, line.promisedDays < 0);
    facts.insert(u"statutoryDays"_s, countWord(line.statutoryDays));
    facts.insert(u"decisionDay"_s, QString());
    facts.insert(u"provisional"_s, false);
    if (!from.rules || !from.file.filing)
        return;
    domain::CaseTimes times{.filed = from.file.filing->at,
                            .pushed = from.file.life.pushedAt,
                            .accepted = {{line.item.id, item.acceptedAt}},
                            .pushDue = from.file.filing->pushDue};
    for (auto other = from.file.life.items.cbegin(); other != from.file.life.items.cend(); ++other) {
        if (other->acceptedAt.isValid())
            times.accepted.insert(other.key(), other->acceptedAt);
    }
    for (const Deadline &deadline : domain::deadlinesOf(from.plan, times, *from.rules)) {
        if (deadline.kind != Deadline::Kind::ItemPromise || deadline.item != line.item.id || deadline.due.isNull())
            continue;
        facts.insert(u"decisionDay"_s, dayText(deadline.due.date()));
        facts.insert(u"provisional"_s, deadline.provisional);
    }
}

/// Names of items that were applied for too and go before this one.
QString waitsFor(const domain::Plan &plan, const domain::Plan::ItemLine &line, const domain::CaseLife &life)
{
    QStringList names;
    for (const QString &before : line.item.after) {
        const domain::Plan::ItemLine *other = plan.item(before);
        if (other && other->chosen && !life.items.value(before).isEnded())
            names << u"“%1”"_s.arg(other->item.name);
    }
    return names.join(u'、');
}

QJsonArray stepRows(const domain::Item &item)
{
    QJsonArray rows;
    for (const domain::SpecialStep &step : item.special)
        rows << QJsonObject{{u"step"_s, step.name}, {u"stepDays"_s, countWord(step.days)}, {u"stepNote"_s, step.note}};
    return rows;
}

/// Only rows of materials that \a item needs.
QJsonArray ofItem(const QJsonArray &rows, const domain::Plan &plan, const QString &item)
{
    QStringList names;
    for (const domain::Plan::MaterialLine &line : plan.materials) {
        if (line.itemIds.contains(item))
            names << line.material.name;
    }
    QJsonArray mine;
    for (const QJsonValue &row : rows) {
        if (names.contains(row[u"material"_s].toString()))
            mine << row;
    }
    return mine;
}

QJsonArray reasonRows(const QString &reason)
{
    static const QRegularExpression ends(u"[；;\n]"_s);
    static const QRegularExpression numeral(u"^(?:[0-9]{1,2}[.、．]|[（(][0-9一二三四五六七八九十]{1,2}[）)])\\s*"_s);
    QJsonArray rows;
    for (const QString &one : reason.split(ends, Qt::SkipEmptyParts)) {
        QString words = one.trimmed().remove(numeral); // the form numbers them
        while (words.endsWith(u'。'))
            words.chop(1);
        if (!words.isEmpty())
            rows << QJsonObject{{u"reason"_s, words + u'。'}};
    }
    return rows;
}

/// What acceptance notice and refusal decision share; empty when the case has no such item.
std::optional<QJsonObject> decisionFacts(const FormFolder &forms, const CaseFacts &from, const QString &id)
{
    const domain::Plan::ItemLine *line = from.plan.item(id);
    if (!line)
        return {};
    const domain::CaseItem item = from.file.life.items.value(id);
    const domain::Path *path = line->item.path(line->path);
    QJsonObject facts = commonFacts(from);
    addNumbersInFull(facts, from.file);
    addFiling(facts, from.file);
    addOrgan(facts, forms, line->item.department);
    facts.insert(u"serialNumber"_s, from.serialNumber.isEmpty() ? item.number : from.serialNumber);
    facts.insert(u"item"_s, line->item.name);
    facts.insert(u"path"_s, path ? path->name : QString());
    facts.insert(u"basis"_s, line->item.basis);
    return facts;
}

}

base::Result<QJsonObject> acceptanceFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref)
{
    std::optional<QJsonObject> facts = decisionFacts(forms, from, ref.item);
    if (!facts)
        return notOfThisCase(ref);
    const domain::Plan::ItemLine &line = *from.plan.item(ref.item);
    const domain::CaseItem item = from.file.life.items.value(ref.item);
    addAct(*facts, item.acceptedAt, item.by);
    addPromise(*facts, from, line, item);
    facts->insert(u"waitsFor"_s, waitsFor(from.plan, line, from.file.life));
    facts->insert(u"steps"_s, stepRows(line.item));
    addMaterials(*facts, from);
    const QJsonArray deferred = ofItem((*facts)[u"deferredMaterials"_s].toArray(), from.plan, ref.item);
    const QJsonArray committed = ofItem((*facts)[u"committedMaterials"_s].toArray(), from.plan, ref.item);
    facts->insert(u"deferredMaterials"_s, deferred);
    facts->insert(u"promised"_s, !deferred.isEmpty() || !committed.isEmpty());
    return *facts;
}

base::Result<QJsonObject> refusalFacts(const FormFolder &forms, const CaseFacts &from, const domain::PaperRef &ref)
{
    std::optional<QJsonObject> facts = decisionFacts(forms, from, ref.item);
    if (!facts)
        return notOfThisCase(ref);
    const domain::CaseItem item = from.file.life.items.value(ref.item);
    addAct(*facts, item.endedAt, item.by);
    facts->insert(u"reasons"_s, reasonRows(item.reason));
    return *facts;
}

}
