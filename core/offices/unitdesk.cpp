#include "core/offices/unitdesk.h"

#include "core/domain/casenumber.h"
#include "core/domain/decide.h"
#include "core/domain/decidelife.h"
#include "core/domain/scans.h"
#include "core/hub/ownfacts.h"
#include "core/offices/deskacts.h"
#include "core/offices/refusalsentences.h"

#include <algorithm>
#include <array>

namespace offices {

using namespace Qt::StringLiterals;
using base::Fail;
using domain::CaseItem;
using domain::Task;
using hub::ItemUnit;

namespace {

constexpr int mostRows = 500; ///< of one unit
constexpr std::array allActs{DeskAct::Accept,     DeskAct::Refuse,     DeskAct::Pause, DeskAct::Resume, DeskAct::PreReview,
                             DeskAct::CallReview, DeskAct::HoldReview, DeskAct::Grant, DeskAct::Deny,   DeskAct::Send,
                             DeskAct::Confirm};

/// What the department is to do about the item next; nothing: others must act.
std::optional<Task> taskOf(const domain::Case &file, const domain::Guide &guide, const domain::ClockRules &rules, const QString &item)
{
    for (const Task &task : domain::agendaOf(file, guide, rules)) {
        if (task.subjectId == item && (task.kind == Task::Kind::Accept || task.kind == Task::Kind::Decide))
            return task;
    }
    return {};
}

/// Nothing is left for the unit: it came to nothing, or the applicant has the result and the unit confirmed the proof of it.
bool isSettled(const CaseItem &item, const ItemUnit &unit)
{
    return item.isEnded() && (!item.hasResult() || unit.proofAt.isValid());
}

/// What is soonest stands first; what waits for others last.
bool isBefore(const QueueRow &one, const QueueRow &other)
{
    if (one.task.has_value() != other.task.has_value())
        return one.task.has_value();
    if (!one.task)
        return one.number < other.number;
    const QDateTime due = one.task->due, otherDue = other.task->due;
    if (due.isValid() != otherDue.isValid())
        return due.isValid();
    return due == otherDue ? one.number < other.number : due < otherDue;
}

}

base::Result<std::optional<QueueRow>> UnitDesk::rowOf(const ItemUnit &item)
{
    using Row = std::optional<QueueRow>;
    const auto opened = m.cases.open(item.caseUuid);
    if (!opened)
        return Fail(opened.error());
    if (!*opened)
        return Row();
    const domain::Case &file = (*opened)->file;
    const auto guide = m.guides.guide(file.guide);
    if (!guide)
        return Fail(guide.error());
    const domain::Item *row = *guide ? (*guide)->guide.matter.item(item.item) : nullptr;
    if (!row)
        return Row();
    const CaseItem state = file.life.items.value(item.item);
    if (isSettled(state, item)) {
        ItemUnit settled = item;
        settled.settled = true;
        return hub::within(m.engine.store, hub::Store::For::Writing, [&](hub::Transaction &rows) { return rows.units().put(settled); }).map([] {
            return Row();
        });
    }
    QueueRow line{.caseUuid = item.caseUuid,
                  .item = item.item,
                  .unit = item.unit,
                  .number = domain::groupedNumber(file.number),
                  .matter = (*guide)->guide.matter.name,
                  .itemName = row->name,
                  .state = state.state,
                  .paused = state.isPaused(),
                  .sent = state.sentAt.isValid() || !state.custody.isEmpty(),
                  .proofWaits = state.proofSentAt.isValid(),
                  .urged = std::ranges::any_of(file.life.reminders,
                                               [&](const domain::Reminder &each) { return each.item == item.item && each.isOpen(); }),
                  .task = taskOf(file, (*guide)->guide, m.rules, item.item)};
    if (line.task)
        line.urgency = domain::urgencyOf(*line.task, m.engine.clock.now());
    return Row(line);
}

base::Result<QList<QueueRow>> UnitDesk::queue(const Person &person, bool below)
{
    if (const base::Result<int> routed = m.routing.catchUp(); !routed)
        return Fail(routed.error());
    QStringList units{person.unit};
    if (below && mayDo(person.roles, Doing::SeeQueuesBelow)) {
        const auto under = m.routing.unitsBelow(person.unit);
        if (!under)
            return Fail(under.error());
        for (const domain::Unit &unit : *under)
            units << unit.id;
    }
    QList<QueueRow> queue;
    for (const QString &unit : std::as_const(units)) {
        if (unit.isEmpty())
            continue;
        const auto items = hub::within(m.engine.store, hub::Store::For::Reading,
                                       [&](hub::Transaction &rows) { return rows.units().itemsOf(unit, mostRows); });
        if (!items)
            return Fail(items.error());
        for (const ItemUnit &item : *items) {
            const auto row = rowOf(item);
            if (!row && row.error().kind != base::Error::Kind::Damaged)
                return Fail(row.error());
            if (row && *row)
                queue << **row;
        }
    }
    std::ranges::stable_sort(queue, isBefore);
    return queue;
}

base::Result<QList<ItemUnit>> UnitDesk::unplaced()
{
    if (const base::Result<int> routed = m.routing.catchUp(); !routed)
        return Fail(routed.error());
    return hub::within(m.engine.store, hub::Store::For::Reading,
                       [](hub::Transaction &rows) { return rows.units().itemsOf({}, mostRows); });
}

base::Result<bool> UnitDesk::sees(const Person &person, const QString &unit)
{
    if (unit.isEmpty() || !mayDo(person.roles, Doing::SeeCase))
        return false;
    if (unit == person.unit)
        return true;
    if (!mayDo(person.roles, Doing::SeeQueuesBelow))
        return false;
    return m.routing.unitsBelow(person.unit).map([&](const QList<domain::Unit> &below) {
        return std::ranges::any_of(below, [&](const domain::Unit &one) { return one.id == unit; });
    });
}

base::Result<std::optional<DeskSheet>> UnitDesk::sheetOf(const Person &person, const QString &caseUuid, const QString &item)
{
    using Sheet = std::optional<DeskSheet>;
    const auto opened = m.cases.open(caseUuid);
    if (!opened)
        return Fail(opened.error());
    if (!*opened)
        return Sheet();
    const auto units = m.routing.unitsOf(**opened);
    const auto guide = m.guides.guide((*opened)->file.guide);
    if (!units || !guide)
        return Fail(!units ? units.error() : guide.error());
    const auto mine = std::ranges::find(*units, item, &ItemUnit::item);
    if (mine == units->end() || !*guide)
        return Sheet();
    const base::Result<bool> isSeen = sees(person, mine->unit);
    const auto unit = m.routing.unit(mine->unit);
    if (!isSeen || !unit)
        return Fail(!isSeen ? isSeen.error() : unit.error());
    if (!*isSeen)
        return Sheet();
    DeskSheet sheet{.opened = **opened,
                    .guide = (*guide)->guide,
                    .unit = unit->value_or(domain::Unit{.id = mine->unit, .name = mine->unit}),
                    .units = *units,
                    .proofAt = mine->proofAt,
                    .now = m.engine.clock.now()};
    sheet.plan = domain::asFiledOf(sheet.opened.file, sheet.guide, sheet.now.date());
    const domain::Plan::ItemLine *line = sheet.plan.item(item);
    if (!line)
        return Sheet();
    sheet.line = *line;
    sheet.state = sheet.opened.file.life.items.value(item);
    sheet.task = taskOf(sheet.opened.file, sheet.guide, m.rules, item);
    if (sheet.task)
        sheet.urgency = domain::urgencyOf(*sheet.task, sheet.now);
    for (const DeskAct act : allActs) {
        const auto ruling = domain::decide(sheet.opened.file, trialOf(act, sheet), sheet.guide, m.rules, sheet.now);
        QStringList &against = sheet.against[act];
        if (ruling)
            continue;
        for (const domain::Refusal &refusal : ruling.error())
            against << sentenceOf(refusal);
    }
    return Sheet(sheet);
}

base::Result<std::optional<DeskSheet>> UnitDesk::look(const Person &person, const QString &caseUuid, const QString &item,
                                                      bool wholeNumbers)
{
    auto sheet = sheetOf(person, caseUuid, item);
    if (!sheet || !*sheet)
        return sheet;
    (*sheet)->wholeNumbers = wholeNumbers;
    const QString act = wholeNumbers ? u"numbers-seen"_s : u"case-seen"_s;
    return m.accounts.note(person.name, act, caseUuid + u'/' + item).map([&] { return *sheet; });
}

bool UnitDesk::showsScan(const DeskSheet &sheet, const QString &scan)
{
    return std::ranges::any_of(domain::presentScans(sheet.opened.file), [&](const domain::ScanPicture &picture) {
        const domain::Plan::MaterialLine *line = sheet.plan.material(picture.material);
        return picture.scan == scan && (picture.material.isEmpty() || (line && line->itemIds.contains(sheet.line.item.id)));
    });
}

base::Result<QStringList> UnitDesk::ownItems(const Person &person, const QString &caseUuid)
{
    const auto opened = m.cases.open(caseUuid);
    if (!opened)
        return Fail(opened.error());
    if (!*opened || person.unit.isEmpty())
        return QStringList();
    return m.routing.unitsOf(**opened).map([&](const QList<ItemUnit> &units) {
        QStringList own;
        for (const ItemUnit &item : units) {
            if (item.unit == person.unit)
                own << item.item;
        }
        return own;
    });
}

base::Result<DeskSheet> UnitDesk::sheetToActOn(const Person &person, const QString &caseUuid, const QString &item)
{
    const auto sheet = sheetOf(person, caseUuid, item);
    if (!sheet)
        return Fail(sheet.error());
    // A supervisor sees what is below, and acts for nobody.
    if (!*sheet || (*sheet)->unit.id != person.unit || !mayDo(person.roles, Doing::Act))
        return Fail({base::Error::Kind::Missing, u"is no item of this unit"_s, item});
    return **sheet;
}

base::Result<QStringList> UnitDesk::perform(const Person &person, const QString &caseUuid, const QString &item, DeskAct act,
                                            const Typed &typed, const Keep &keep)
{
    const auto sheet = sheetToActOn(person, caseUuid, item);
    if (!sheet)
        return Fail(sheet.error());
    const QDateTime now = m.engine.clock.now();
    const domain::LifeCommand command = commandOf(act, item, typed, now);
    QStringList against;
    const auto decided = [&](const domain::Case &file) -> base::Result<QList<domain::Fact>> {
        against.clear();
        const auto facts = domain::decide(file, command, sheet->guide, m.rules, now);
        if (facts)
            return *facts;
        for (const domain::Refusal &refusal : facts.error())
            against << sentenceOf(refusal);
        return QList<domain::Fact>();
    };
    const auto noted = [&](hub::Transaction &rows, const domain::Case &after) -> base::Result<> {
        const hub::AuditLine line{.at = m.engine.now(),
                                  .account = person.name,
                                  .act = u"item-"_s + wordOf(act),
                                  .subject = caseUuid + u'/' + item,
                                  .words = against.isEmpty() ? QString() : u"refused"_s};
        return rows.people().add(line).and_then([&] {
            return keep ? keep(rows, against, after.life.items.value(item)) : base::Result<>();
        });
    };
    return hub::appendOwn(m.engine, caseUuid, person.called, decided, noted).map([&] { return against; });
}

base::Result<QStringList> UnitDesk::confirmProof(const Person &person, const QString &caseUuid, const QString &item, const Keep &keep)
{
    const auto sheet = sheetToActOn(person, caseUuid, item);
    if (!sheet)
        return Fail(sheet.error());
    QStringList against;
    if (sheet->state.proofSentAt.isNull())
        against << u"出证窗口还没有送来送达回证，收到后再确认。"_s;
    else if (sheet->proofAt.isValid())
        against << u"已经确认收到送达回证。"_s;
    return hub::within(m.engine.store, hub::Store::For::Writing, [&](hub::Transaction &rows) -> base::Result<QStringList> {
        const auto units = rows.units().unitsOf(sheet->opened.row);
        if (!units)
            return Fail(units.error());
        const auto mine = std::ranges::find(*units, item, &ItemUnit::item);
        base::Result<> done;
        if (against.isEmpty() && mine != units->end()) {
            ItemUnit confirmed = *mine;
            confirmed.proofAt = m.engine.now();
            done = rows.units().put(confirmed);
        }
        const hub::AuditLine line{.at = m.engine.now(),
                                  .account = person.name,
                                  .act = u"item-proof"_s,
                                  .subject = caseUuid + u'/' + item,
                                  .words = against.isEmpty() ? QString() : u"refused"_s};
        if (done)
            done = rows.people().add(line);
        if (done && keep)
            done = keep(rows, against, sheet->state);
        return done.map([&] { return against; });
    });
}

}
