#include "core/domain/merging.h"

#include "core/domain/ancestry.h"
#include "core/domain/conflictbook.h"
#include "core/domain/decide.h"
#include "core/domain/mergetable.h"

#include <QSet>

#include <algorithm>

namespace domain {

namespace {

using namespace Qt::StringLiterals;

QString codeOf(MergeRule rule)
{
    switch (rule) {
    case MergeRule::Value:
        return u"field-differs"_s;
    case MergeRule::Stricter:
        return u"verdict-differs"_s;
    case MergeRule::EarlierStands:
        return u"not-possible"_s;
    case MergeRule::WithdrawalHolds:
        return u"withdrawn"_s;
    case MergeRule::HandedOverTwice:
        return u"handed-over-twice"_s;
    case MergeRule::FilingHolds:
        return u"closed-elsewhere"_s;
    case MergeRule::Review:
        return u"reassigned"_s;
    case MergeRule::BothTold:
    case MergeRule::Both:
        break;
    }
    return u"not-known"_s;
}

/// Weaves one history into a case, event by event.
class Weaver
{
public:
    explicit Weaver(const QList<Placed> &history) : m_history(history), m_ancestry(history), m_book(m_case, history)
    {
        m_judgements.reserve(history.size());
    }

    Merged weave(const std::function<bool(const Case &, qsizetype)> &look)
    {
        for (int i = 0; i < m_history.size(); ++i) {
            const QList<int> concurrent = m_ancestry.unknownTo(i);
            m_applied.push_back(false);
            m_judgements.append(concurrent.isEmpty() ? follow(i) : meet(i, concurrent));
            if (look && !look(m_case, i))
                break;
        }
        return {std::move(m_case), std::move(m_judgements)};
    }

private:
    /// One meeting of the event in hand with an earlier one.
    struct Meeting {
        MergeRule rule;
        int earlier;
        Touched ours, theirs;
    };

    const Fact &factOf(int index) const { return m_history[index].event.fact; }

    /// An event whose writer knew everything before it.
    Judgement follow(int index)
    {
        const Fact &fact = factOf(index);
        if (const auto *cleared = std::get_if<ConflictCleared>(&fact))
            return clear(index, *cleared);
        const bool isPossible = m_book.isPossible(fact);
        apply(index, fact);
        m_applied[size_t(index)] = isPossible;
        if (!m_case.conflicts.isEmpty())
            m_book.settle(index, actOf(fact), m_ancestry);
        return isPossible ? Judgement{} : Judgement{Standing::Disputed, codeOf(MergeRule::EarlierStands)};
    }

    /// An event whose writer did not know \a concurrent, the latest first.
    Judgement meet(int index, const QList<int> &concurrent)
    {
        const Fact &fact = factOf(index);
        if (const auto *cleared = std::get_if<ConflictCleared>(&fact))
            return clear(index, *cleared);
        const Act act = actOf(fact);
        Judgement judgement;
        QStringList blocked;
        for (const Meeting &meeting : meetings(index, act, concurrent))
            resolve(index, act, meeting, judgement, blocked);
        const std::optional<Fact> part = without(fact, blocked);
        if (part && m_book.isPossible(*part)) {
            apply(index, *part);
            if (!m_case.conflicts.isEmpty())
                m_book.settle(index, actOf(*part), m_ancestry);
            if (judgement.standing == Standing::Disputed)
                judgement.standing = Standing::InConflict; // something of it counts
            return judgement;
        }
        if (part) {
            judgement = {Standing::Disputed, codeOf(MergeRule::EarlierStands)};
            tell(index, Conflict::Kind::Step, act.touched.value(0), m_book.lastOn(act, m_applied, concurrent));
        }
        pass(index);
        return judgement;
    }

    QList<Meeting> meetings(int index, const Act &act, const QList<int> &concurrent) const
    {
        QList<Meeting> met;
        for (const int earlier : concurrent) {
            if (!m_applied[size_t(earlier)])
                continue;
            const Act other = actOf(factOf(earlier));
            const MergeRule rule = mergeRule(act.kind, other.kind);
            if (rule == MergeRule::Both || (rule == MergeRule::Review && isHolder(index, other)))
                continue;
            for (const Touched &ours : act.touched) {
                const auto meets = [&](const Touched &theirs) {
                    return theirs.subject == ours.subject || theirs.subject == wholeCase || ours.subject == wholeCase;
                };
                const auto theirs = std::ranges::find_if(other.touched, meets);
                // Of several acts on one thing the last one is what is shown.
                const auto isKnown = [&](const Meeting &one) { return one.rule == rule && one.ours.subject == ours.subject; };
                if (theirs != other.touched.end() && std::ranges::none_of(met, isKnown))
                    met.append({rule, earlier, ours, *theirs});
            }
        }
        return met;
    }

    bool isHolder(int index, const Act &assignment) const
    {
        return deviceOf(m_history[index].writer) == assignment.touched.constFirst().value;
    }

    void resolve(int index, const Act &act, const Meeting &met, Judgement &judgement, QStringList &blocked)
    {
        const auto judge = [&](Standing standing) {
            if (judgement.standing < standing)
                judgement = {standing, codeOf(met.rule)};
        };
        // An act on several things meets one on the whole case once.
        const bool isFirstOfSeveral
            = met.theirs.subject != wholeCase || met.ours.subject == act.touched.constFirst().subject;
        switch (met.rule) {
        case MergeRule::Both:
            return;
        case MergeRule::Value:
            if (met.ours.value == met.theirs.value)
                return m_book.agree(index, met.ours, m_ancestry);
            judge(Standing::InConflict);
            blocked << met.ours.subject;
            return tell(index, Conflict::Kind::Field, met.ours, met.earlier, false);
        case MergeRule::Stricter: {
            const auto saysTheSame = [&] { return factOf(index) == factOf(met.earlier); };
            if (met.ours.value == met.theirs.value && saysTheSame())
                return m_book.agree(index, met.ours, m_ancestry);
            judge(Standing::InConflict);
            const bool oursHolds = strictness(met.ours.value) > strictness(met.theirs.value);
            if (!oursHolds)
                blocked << met.ours.subject;
            return tell(index, Conflict::Kind::Verdict, met.ours, met.earlier, oursHolds);
        }
        case MergeRule::BothTold:
            if (act.kind == ActKind::Arrival && met.ours.value == met.theirs.value)
                return;
            judge(Standing::InConflict);
            return tell(index, Conflict::Kind::Step, naming(met), met.earlier, true);
        case MergeRule::EarlierStands:
            judge(Standing::Disputed);
            blocked << met.ours.subject;
            if (isFirstOfSeveral)
                tell(index, Conflict::Kind::Step, naming(met), met.earlier);
            return;
        case MergeRule::HandedOverTwice:
            judge(Standing::Disputed);
            blocked << met.ours.subject;
            return tell(index, Conflict::Kind::HandOver, met.ours, met.earlier);
        case MergeRule::FilingHolds:
            judge(Standing::InConflict);
            m_book.reopenIntake();
            return tell(index, Conflict::Kind::Step, met.ours, met.earlier, true);
        case MergeRule::Review:
            judge(Standing::InConflict);
            blocked << met.ours.subject;
            if (isFirstOfSeveral)
                tell(index, Conflict::Kind::Assignment, met.ours, met.earlier);
            return;
        case MergeRule::WithdrawalHolds: {
            const bool oursHolds = act.kind == ActKind::Withdrawal && m_book.reopenForWithdrawal(idOf(met.ours.subject));
            judge(act.kind == ActKind::Withdrawal && !oursHolds ? Standing::Disputed : Standing::InConflict);
            if (!oursHolds)
                blocked << met.ours.subject;
            return tell(index, Conflict::Kind::Withdrawal, met.ours, met.earlier, oursHolds);
        }
        }
    }

    /// What the two are about: the narrower of the two names.
    static Touched naming(const Meeting &met) { return met.ours.subject == wholeCase ? met.theirs : met.ours; }

    void tell(int index, Conflict::Kind kind, const Touched &about, int earlier, bool laterIsShown = false)
    {
        // What comes with a filing is told with it.
        if (std::holds_alternative<LifeFact>(factOf(index)) && actOf(factOf(index)).kind == ActKind::Filing)
            return;
        m_book.tell(kind, about, earlier, index, laterIsShown, m_ancestry);
    }

    Judgement clear(int index, const ConflictCleared &cleared)
    {
        const auto conflict = std::ranges::find(m_case.conflicts, cleared.conflict, &Conflict::id);
        if (conflict == m_case.conflicts.end()) {
            pass(index);
            return {Standing::Disputed, u"no-such-conflict"_s};
        }
        if (conflict->clearedAt.isValid()) {
            pass(index);
            return {Standing::InConflict, u"cleared-already"_s};
        }
        apply(index, cleared);
        if (cleared.other)
            m_book.takeOther(cleared.conflict);
        return {};
    }

    void apply(int index, const Fact &fact)
    {
        const Event &event = m_history[index].event;
        if (&fact == &event.fact)
            m_case = domain::apply(std::move(m_case), event);
        else
            m_case = domain::apply(std::move(m_case), {event.at, event.actor, fact, event.hubAt});
        m_applied[size_t(index)] = true;
    }
    /// It is part of the history and changes nothing.
    void pass(int index)
    {
        if (m_case.id.isEmpty())
            return;
        m_case.changedAt = m_history[index].event.at;
        ++m_case.events;
    }

    const QList<Placed> &m_history;
    Case m_case;
    Ancestry m_ancestry;
    ConflictBook m_book; ///< works on m_case
    QList<Judgement> m_judgements;
    std::vector<bool> m_applied;
};

/// Where the events of \a history are, when each is to stand behind those that its writer had seen; else in its order.
class CausalOrder
{
public:
    explicit CausalOrder(const QList<Placed> &history) : m_history(history), m_entered(size_t(history.size()), false)
    {
        for (qsizetype i = 0; i < history.size(); ++i)
            m_places.insert(history[i].id, i);
        for (qsizetype i = 0; i < history.size(); ++i)
            enter(i);
    }
    /// Whether each event of \a history stands behind those that it names, as far as they are there. Quick where that is plain.
    static bool holds(const QList<Placed> &history)
    {
        const auto isPlain = [&](qsizetype i) {
            const QList<QByteArray> &seen = history[i].seen;
            return seen.isEmpty() || (seen.size() == 1 && i > 0 && seen.constFirst() == history[i - 1].id);
        };
        qsizetype plain = 0;
        while (plain < history.size() && isPlain(plain))
            ++plain;
        if (plain == history.size())
            return true;
        QSet<QByteArray> behind;
        for (qsizetype i = history.size() - 1; i >= 0; --i) {
            behind.insert(history[i].id);
            if (std::ranges::any_of(history[i].seen, [&](const QByteArray &seen) { return behind.contains(seen); }))
                return false;
        }
        return true;
    }
    const QList<qsizetype> &order() const { return m_order; }

private:
    void enter(qsizetype from)
    {
        QList<qsizetype> open{from};
        while (!open.isEmpty()) {
            const qsizetype at = open.constLast();
            const qsizetype before = m_entered[size_t(at)] ? -1 : firstMissing(at, open);
            if (before >= 0) {
                open.append(before);
                continue;
            }
            open.removeLast();
            if (!m_entered[size_t(at)])
                m_order.append(at);
            m_entered[size_t(at)] = true;
        }
    }
    /// An event that the one at \a at names and that was not entered; -1: none.
    qsizetype firstMissing(qsizetype at, const QList<qsizetype> &open) const
    {
        for (const QByteArray &seen : m_history[at].seen) {
            const qsizetype place = m_places.value(seen, -1);
            if (place >= 0 && !m_entered[size_t(place)] && !open.contains(place)) // what names itself names nothing
                return place;
        }
        return -1;
    }

    const QList<Placed> &m_history;
    QHash<QByteArray, qsizetype> m_places;
    std::vector<bool> m_entered;
    QList<qsizetype> m_order;
};

}

Merged merge(const QList<Placed> &history)
{
    return merge(history, {});
}

Merged merge(const QList<Placed> &history, const std::function<bool(const Case &, qsizetype)> &look)
{
    if (CausalOrder::holds(history))
        return Weaver(history).weave(look);
    const CausalOrder causal(history);
    QList<Placed> ordered;
    for (const qsizetype place : causal.order())
        ordered.append(history[place]);
    Merged merged = Weaver(ordered).weave([&](const Case &file, qsizetype index) { return !look || look(file, causal.order()[index]); });
    QList<Judgement> judgements(history.size());
    for (qsizetype i = 0; i < merged.judgements.size(); ++i)
        judgements[causal.order()[i]] = merged.judgements[i];
    merged.judgements = judgements;
    return merged;
}

Placed following(const QList<Placed> &history, const Event &event)
{
    Placed placed{.event = event, .id = "following " + QByteArray::number(history.size()), .seen = {}, .writer = {}};
    for (const Placed &before : history)
        placed.seen.append(before.id);
    return placed;
}

QString writerOf(const QString &device, int incarnation)
{
    return device + u'/' + QString::number(incarnation);
}

QStringView deviceOf(QStringView writer)
{
    return writer.left(writer.lastIndexOf(u'/'));
}

}
