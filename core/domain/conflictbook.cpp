#include "core/domain/conflictbook.h"

#include "core/domain/decide.h"

#include <algorithm>

namespace domain {

namespace {

using namespace Qt::StringLiterals;
using ItemState = CaseItem::State;

bool comparesValues(Conflict::Kind kind)
{
    return kind == Conflict::Kind::Field || kind == Conflict::Kind::Verdict;
}

QString valueOn(const Placed &placed, const QString &subject)
{
    for (const Touched &touched : actOf(placed.event.fact).touched) {
        if (touched.subject == subject)
            return touched.value;
    }
    return {};
}

bool touches(const Act &act, const Act &other)
{
    return std::ranges::any_of(act.touched, [&](const Touched &ours) {
        return std::ranges::any_of(other.touched, [&](const Touched &theirs) {
            return theirs.subject == ours.subject || theirs.subject == wholeCase || ours.subject == wholeCase;
        });
    });
}

}

void ConflictBook::tell(Conflict::Kind kind, const Touched &about, int earlier, int later, bool laterIsShown,
                        const Ancestry &ancestry)
{
    const QString subject = idOf(about.subject);
    const Placed &first = m_history[earlier];
    const Placed &second = m_history[later];
    const auto givesWay = [&](const Conflict &old) {
        if (old.clearedAt.isValid() || old.kind != kind || old.subject != subject)
            return false;
        const Sides sides = m_sides.value(old.id);
        return ancestry.knows(later, sides.later) && (comparesValues(kind) || sides.earlier == earlier);
    };
    if (comparesValues(kind))
        m_case.conflicts.removeIf(givesWay);
    else if (std::ranges::any_of(m_case.conflicts, givesWay))
        return; // a person is told of it already
    QString id = QString::fromLatin1(second.id.toHex());
    const auto same = std::ranges::count_if(m_case.conflicts, [&](const Conflict &old) { return old.later == second.id; });
    if (same > 0)
        id += u'.' + QString::number(same + 1);
    Conflict conflict{.id = id,
                      .kind = kind,
                      .subject = subject,
                      .earlier = first.id,
                      .later = second.id,
                      .earlierActor = first.event.actor,
                      .laterActor = second.event.actor,
                      .earlierAt = first.event.at,
                      .laterAt = second.event.at};
    if (comparesValues(kind)) {
        conflict.shown = valueOn(first, about.subject);
        conflict.other = valueOn(second, about.subject);
        if (laterIsShown)
            std::swap(conflict.shown, conflict.other);
    }
    m_case.conflicts.append(conflict);
    m_sides.insert(id, {earlier, later, laterIsShown});
}

void ConflictBook::agree(int index, const Touched &about, const Ancestry &ancestry)
{
    m_case.conflicts.removeIf([&](const Conflict &old) {
        const Sides sides = m_sides.value(old.id);
        return old.clearedAt.isNull() && comparesValues(old.kind) && old.subject == idOf(about.subject)
            && ancestry.knows(index, sides.later) && !ancestry.knows(index, sides.earlier);
    });
}

void ConflictBook::settle(int index, const Act &act, const Ancestry &ancestry)
{
    for (const Touched &touched : act.touched) {
        for (Conflict &conflict : m_case.conflicts) {
            if (conflict.clearedAt.isValid() || !comparesValues(conflict.kind) || conflict.subject != idOf(touched.subject))
                continue;
            const Placed &placed = m_history[index];
            const Sides sides = m_sides.value(conflict.id);
            // The conflict that this very event made stays.
            if (sides.later == index)
                continue;
            conflict.shown = touched.value;
            if (ancestry.knows(index, sides.earlier) && ancestry.knows(index, sides.later)) {
                conflict.clearedAt = placed.event.at;
                conflict.clearedBy = placed.event.actor;
            }
        }
    }
}

void ConflictBook::takeOther(const QString &conflict)
{
    const auto known = m_sides.constFind(conflict);
    if (known == m_sides.constEnd())
        return;
    const auto about = std::ranges::find(m_case.conflicts, conflict, &Conflict::id);
    const Placed &other = m_history[known->laterIsShown ? known->earlier : known->later];
    const Act act = actOf(other.event.fact);
    // Of an act on several things only the one that was asked about, but for an act that counted in nothing.
    QStringList rest;
    for (const Touched &touched : act.touched) {
        if (about->kind != Conflict::Kind::Assignment && !about->subject.isEmpty() && idOf(touched.subject) != about->subject)
            rest << touched.subject;
    }
    const std::optional<Fact> part = rest.size() == act.touched.size() ? other.event.fact : without(other.event.fact, rest);
    if (!part)
        return;
    const QDateTime changedAt = m_case.changedAt;
    const auto events = m_case.events;
    reopenFor(actOf(*part));
    m_case = apply(std::move(m_case), {other.event.at, other.event.actor, *part, other.event.hubAt});
    m_case.changedAt = changedAt;
    m_case.events = events;
}

bool ConflictBook::isPossible(const Fact &fact) const
{
    const Act act = actOf(fact);
    if (m_case.id.isEmpty())
        return act.kind == ActKind::Opening;
    const auto anyItem = [&](auto is) {
        return std::ranges::any_of(act.touched, [&](const Touched &touched) {
            return touched.subject.startsWith("item:"_L1) && is(m_case.life.items.value(idOf(touched.subject)));
        });
    };
    switch (act.kind) {
    case ActKind::Opening:
        return false;
    case ActKind::Filing:
        return m_case.stage == Stage::Intake || !std::holds_alternative<CaseFiled>(fact);
    case ActKind::Closing:
        return m_case.stage != Stage::Filed;
    case ActKind::Acceptance:
    case ActKind::Refusal:
        return anyItem([](const CaseItem &item) { return item.state == ItemState::Filed; });
    case ActKind::Decision:
    case ActKind::Clock:
        return anyItem([](const CaseItem &item) { return item.state == ItemState::Accepted; });
    case ActKind::Withdrawal:
        return anyItem([](const CaseItem &item) {
            return !item.isEnded() || item.state == ItemState::Withdrawn || item.state == ItemState::Lapsed;
        });
    case ActKind::Supply: {
        const auto supplement = m_case.life.supplements.constFind(idOf(act.touched.constFirst().subject));
        return supplement == m_case.life.supplements.constEnd() || supplement->lapsedAt.isNull();
    }
    case ActKind::Lapse: {
        const auto supplement = m_case.life.supplements.constFind(idOf(act.touched.constFirst().subject));
        return supplement == m_case.life.supplements.constEnd() || supplement->suppliedAt.isNull();
    }
    case ActKind::Arrival:
    case ActKind::HandOver:
        return anyItem([](const CaseItem &item) { return item.hasResult() && !item.delivery; });
    default:
        return true;
    }
}

int ConflictBook::lastOn(const Act &act, const std::vector<bool> &applied, const QList<int> &among) const
{
    const auto counts = [&](int index) { return applied[size_t(index)]; };
    const auto isIt = [&](int index) { return counts(index) && touches(act, actOf(m_history[index].event.fact)); };
    if (const auto found = std::ranges::find_if(among, isIt); found != among.end())
        return *found;
    for (int i = int(applied.size()) - 2; i >= 0; --i) {
        if (isIt(i))
            return i;
    }
    return among.last();
}

void ConflictBook::reopenIntake()
{
    if (m_case.stage == Stage::Abandoned)
        m_case.stage = Stage::Intake;
}

bool ConflictBook::reopenForWithdrawal(const QString &item)
{
    const auto known = m_case.life.items.find(item);
    if (known == m_case.life.items.end())
        return true;
    if (known->delivery)
        return false;
    if (known->state == ItemState::Decided) {
        known->state = ItemState::Accepted;
        known->endedAt = {};
        known->outcome.reset();
    }
    return true;
}

/// Puts what \a act is about back to where it could be done. What was handed over stays handed over, but for another hand-over.
void ConflictBook::reopenFor(const Act &act)
{
    for (const Touched &touched : act.touched) {
        const auto item = m_case.life.items.find(idOf(touched.subject));
        if (!touched.subject.startsWith("item:"_L1) || item == m_case.life.items.end())
            continue;
        if (act.kind == ActKind::HandOver)
            item->delivery.reset();
        const bool isStep = act.kind == ActKind::Acceptance || act.kind == ActKind::Refusal || act.kind == ActKind::Decision
            || act.kind == ActKind::Withdrawal;
        if (!isStep || item->delivery)
            continue;
        item->state = act.kind == ActKind::Decision ? ItemState::Accepted : ItemState::Filed;
        item->endedAt = {};
        item->reason.clear();
        item->outcome.reset();
    }
    const auto supplement = act.kind == ActKind::Supply ? m_case.life.supplements.find(idOf(act.touched.constFirst().subject))
                                                        : m_case.life.supplements.end();
    if (supplement == m_case.life.supplements.end() || supplement->lapsedAt.isNull())
        return;
    for (CaseItem &item : m_case.life.items) {
        if (item.state == ItemState::Lapsed && item.endedAt == supplement->lapsedAt) {
            item.state = item.acceptedAt.isValid() ? ItemState::Accepted : ItemState::Filed;
            item.endedAt = {};
        }
    }
    supplement->lapsedAt = {};
}

}
