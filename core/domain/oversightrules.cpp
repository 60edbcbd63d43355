#include "core/domain/oversightrules.h"

#include "core/domain/liferules.h"

#include <algorithm>

namespace domain {

namespace {

using Why = Refusal::Why;
using namespace Qt::StringLiterals;

/// The entry of \a list with this \a id that nobody has answered yet, or why there is none.
template <class Entry>
Ruling<Entry> openEntry(const QList<Entry> &list, const QString &id)
{
    const auto found = std::ranges::find(list, id, &Entry::id);
    if (found == list.end())
        return refuse(Why::UnknownOrder);
    if (!found->isOpen())
        return refuse(Why::AlreadyDone);
    return *found;
}

const Plan::ItemLine *chosenItem(const Plan &plan, const QString &id)
{
    const Plan::ItemLine *line = plan.item(id);
    return line && line->chosen ? line : nullptr;
}

bool isHidden(Field::Kind kind)
{
    return kind == Field::Kind::IdNumber || kind == Field::Kind::Phone;
}

}

Ruling<Facts> explainDelay(const Case &file, const Plan &asFiled, const ExplainDelay &command)
{
    const Plan::ItemLine *line = chosenItem(asFiled, command.item);
    if (!line && !command.item.isEmpty())
        return refuse(Why::UnknownItem, command.item, command.item);
    const QString words = wordsOf(command.words);
    if (words.isEmpty())
        return refuse(Why::ReasonMissing);
    const auto waits = [&](const Delay &delay) { return delay.item == command.item && delay.isOpen(); };
    if (std::ranges::any_of(file.life.delays, waits))
        return refuse(Why::AlreadyDone, line ? line->item.name : file.number, command.item);
    return Facts{LifeFact{DelayExplained{command.delay, command.item, words}}};
}

Ruling<Facts> ruleOnDelay(const Case &file, const RuleOnDelay &command)
{
    return openEntry(file.life.delays, command.delay).and_then([&](const Delay &delay) -> Ruling<Facts> {
        const QString words = wordsOf(command.words);
        if (!command.approved && words.isEmpty())
            return refuse(Why::ReasonMissing);
        return Facts{LifeFact{DelayRuled{delay.id, command.approved, words}}};
    });
}

Ruling<Facts> orderRecheck(const Case &file, const Plan &asFiled, const OrderRecheck &command)
{
    const Plan::MaterialLine *line = asFiled.material(command.material);
    if (!line)
        return refuse(Why::UnknownMaterial, command.material, command.material);
    const QString words = wordsOf(command.words);
    if (words.isEmpty())
        return refuse(Why::ReasonMissing);
    const auto waits = [&](const Recheck &recheck) { return recheck.material == command.material && recheck.isOpen(); };
    if (std::ranges::any_of(file.life.rechecks, waits))
        return refuse(Why::AlreadyDone, line->material.name, command.material);
    return Facts{LifeFact{RecheckOrdered{command.recheck, command.material, words}}};
}

Ruling<Facts> recordRecheck(const Case &file, const RecordRecheck &command)
{
    return openEntry(file.life.rechecks, command.recheck).and_then([&](const Recheck &recheck) -> Ruling<Facts> {
        const QString found = wordsOf(command.found);
        if (!command.conforms && found.isEmpty())
            return refuse(Why::ReasonMissing);
        return Facts{LifeFact{RecheckDone{recheck.id, command.conforms, found}}};
    });
}

Ruling<Facts> recordBrokenPromise(const Case &file, const Plan &asFiled, const RecordBrokenPromise &command)
{
    const Plan::MaterialLine *line = asFiled.material(command.material);
    if (!line)
        return refuse(Why::UnknownMaterial, command.material, command.material);
    if (file.verdicts.value(command.material).kind != VerdictKind::Committed)
        return refuse(Why::NotCommitted, line->material.name, command.material);
    if (std::ranges::find(file.life.brokenPromises, command.material, &BrokenPromise::material) != file.life.brokenPromises.end())
        return refuse(Why::AlreadyDone, line->material.name, command.material);
    const QString words = wordsOf(command.words);
    if (words.isEmpty())
        return refuse(Why::ReasonMissing);
    return Facts{LifeFact{PromiseBroken{command.material, words}}};
}

Ruling<Facts> remindDepartment(const Case &file, const Plan &asFiled, const RemindDepartment &command)
{
    const Plan::ItemLine *line = chosenItem(asFiled, command.item);
    if (!line)
        return refuse(Why::UnknownItem, command.item, command.item);
    const CaseItem item = file.life.items.value(command.item);
    const bool owesResult = item.hasResult() && item.sentAt.isNull() && item.custody.isEmpty() && !item.delivery;
    if (item.isEnded() && !owesResult)
        return refuse(Why::ItemEnded, line->item.name, command.item);
    if (item.state == CaseItem::State::Filed && file.life.pushedAt.isNull())
        return refuse(Why::NotPushed, line->item.name, command.item);
    const QString words = wordsOf(command.words);
    if (words.isEmpty())
        return refuse(Why::ReasonMissing);
    return Facts{LifeFact{DepartmentReminded{command.reminder, command.item, words}}};
}

Ruling<Facts> confirmReminder(const Case &file, const ConfirmReminder &command)
{
    return openEntry(file.life.reminders, command.reminder).map([&](const Reminder &reminder) {
        return Facts{LifeFact{ReminderConfirmed{reminder.id, wordsOf(command.answer)}}};
    });
}

Ruling<Facts> recordNumberLook(const Case &file, const Plan &plan, const RecordNumberLook &command)
{
    const QList<HiddenNumber> numbers = hiddenNumbers(file, plan);
    if (std::ranges::find(numbers, command.number, &HiddenNumber::id) == numbers.end())
        return refuse(Why::UnknownField, command.number, command.number);
    const QString reason = wordsOf(command.reason);
    if (reason.isEmpty())
        return refuse(Why::ReasonMissing);
    return Facts{LifeFact{NumberLooked{command.number, reason}}};
}

bool isLate(const CaseClock &clock, const QDateTime &now)
{
    if (clock.deadline.due.isNull())
        return false;
    return (clock.metAt.isValid() ? clock.metAt : now) > clock.deadline.due;
}

QStringList lateItems(const Case &file, const Guide &guide, const ClockRules &rules, const QDateTime &now)
{
    QStringList late;
    for (const CaseClock &clock : caseClocks(file, guide, rules)) {
        if (isLate(clock, now) && !late.contains(clock.deadline.item))
            late << clock.deadline.item;
    }
    std::ranges::stable_sort(late, {}, [](const QString &item) { return !item.isEmpty(); });
    return late;
}

QList<HiddenNumber> hiddenNumbers(const Case &file, const Plan &plan)
{
    QList<HiddenNumber> numbers;
    for (const Plan::FieldLine &line : plan.fields) {
        if (const QString value = file.fields.value(line.field.id); isHidden(line.field.kind) && !value.isEmpty())
            numbers.append({line.field.id, line.field.label, line.field.kind, value});
    }
    for (const Plan::RosterLine &roster : plan.rosters) {
        for (const Person &person : file.people.value(roster.roster.id)) {
            for (const Field &field : roster.columns) {
                if (const QString value = person.values.value(field.id); isHidden(field.kind) && !value.isEmpty())
                    numbers.append({u"%1/%2/%3"_s.arg(roster.roster.id).arg(person.number).arg(field.id),
                                    u"%1 %2"_s.arg(field.label).arg(person.number), field.kind, value});
            }
        }
    }
    return numbers;
}

}
