#include "core/domain/reportfacts.h"

#include "core/domain/agenda.h"
#include "core/domain/casenumber.h"
#include "core/domain/decidelife.h"
#include "core/domain/events.h"

#include <algorithm>

namespace domain {

namespace {

using FactKind = ReportFact::Kind;

constexpr int reasonBase = 256;

/// Whole minutes between two moments, at least none.
int minutesBetween(const QDateTime &from, const QDateTime &to)
{
    return int(std::clamp<qint64>(from.secsTo(to) / 60, 0, std::numeric_limits<int>::max()));
}

/// Collects what counts of one case.
class FactCollector
{
public:
    FactCollector(const Case &file, const Guide &guide, const ClockRules &rules) :
        m_case(file), m_rules(rules), m_plan(asFiledOf(file, guide, file.changedAt.date()))
    {
        if (file.filing)
            m_deadlines = deadlinesOf(file, guide, rules);
        m_facts.matter = guide.ref.pack + u'/' + guide.ref.matter;
        m_facts.matterName = guide.matter.name;
        for (const Plan::ItemLine &line : m_plan.items) {
            if (line.chosen)
                m_facts.items.append({line.item.id, line.item.name, line.item.department});
        }
    }

    ReportFacts collect()
    {
        addOpening();
        addNotices();
        if (m_case.filing) {
            addFiling();
            addSupplements();
            for (int i = 0; i < m_facts.items.size(); ++i)
                addItem(i, m_case.life.items.value(m_facts.items[i].id));
            addDeliveries();
        }
        addReprints();
        return std::move(m_facts);
    }

private:
    struct Doer {
        QString clerk;
        QString act;
    };

    void add(FactKind kind, const QDateTime &at, int item, int value, const Doer &by = {})
    {
        if (at.isValid())
            m_facts.facts.append({.kind = kind, .at = at, .item = item, .value = value, .clerk = by.clerk, .act = by.act});
    }

    void addOpening()
    {
        const std::optional<CaseNumber> number = readCaseNumber(m_case.number);
        add(FactKind::Opened, m_case.openedAt, -1, number ? number->window.toInt() : -1,
            {m_case.clerk, typeName(CaseOpened{})});
        QDateTime end;
        Doer by;
        if (!m_case.notices.isEmpty()) {
            end = m_case.notices.first().at;
            by = noticeBy(m_case.notices.first());
        }
        if (m_case.filing && (end.isNull() || m_case.filing->at < end)) {
            end = m_case.filing->at;
            by = filedBy();
        }
        // Who came back another day, or sent everything online, was not at the window all that time.
        if (end.isValid() && m_case.life.submittedAt.isNull() && end >= m_case.openedAt && end.date() == m_case.openedAt.date())
            add(FactKind::Visit, end, -1, minutesBetween(m_case.openedAt, end), by);
    }
    static Doer noticeBy(const IssuedNotice &notice) { return {notice.clerk, typeName(NoticeIssued{})}; }
    Doer filedBy() const { return {m_case.filing->clerk, typeName(CaseFiled{})}; }

    void addNotices()
    {
        for (const IssuedNotice &notice : m_case.notices) {
            add(FactKind::Notice, notice.at, -1, notice.number, noticeBy(notice));
            if (!notice.secondTelling.isEmpty())
                add(FactKind::SecondTelling, notice.at, -1, int(notice.secondTelling.size()), noticeBy(notice));
        }
    }

    void addFiling()
    {
        const QDateTime at = m_case.filing->at;
        const bool isOnline = m_case.life.submittedAt.isValid();
        add(FactKind::Filed, at, -1, isOnline, filedBy());
        for (int i = 0; i < m_facts.items.size(); ++i)
            add(FactKind::ItemFiled, at, i, 0, filedBy());
        const auto verdicts = [&](auto fits) {
            return int(std::ranges::count_if(m_plan.materials, [&](const Plan::MaterialLine &line) {
                const auto verdict = m_case.verdicts.constFind(line.material.id);
                return verdict != m_case.verdicts.constEnd() && fits(*verdict);
            }));
        };
        add(FactKind::Asked, at, -1, int(m_plan.materials.size()), filedBy());
        add(FactKind::Exempted, at, -1, verdicts([](const Verdict &verdict) { return verdict.kind == VerdictKind::Exempt; }), filedBy());
        add(FactKind::OnTheSpot, at, -1, verdicts([](const Verdict &verdict) { return verdict.correctedOnTheSpot; }), filedBy());
        add(FactKind::Committed, at, -1, verdicts([](const Verdict &verdict) { return verdict.kind == VerdictKind::Committed; }),
            filedBy());
        QSet<int> all;
        for (int i = 0; i < m_facts.items.size(); ++i)
            all.insert(i);
        addSaved(at, departmentsOf(all) - (isOnline ? 0 : 1), filedBy());
    }
    int departmentsOf(const QSet<int> &items) const
    {
        QSet<QString> departments;
        for (const int item : items)
            departments.insert(m_facts.items[item].department);
        return int(departments.size());
    }
    void addSaved(const QDateTime &at, int visits, const Doer &by)
    {
        if (visits > 0)
            add(FactKind::VisitsSaved, at, -1, visits, by);
    }

    void addSupplements()
    {
        for (const BrokenPromise &broken : m_case.life.brokenPromises)
            add(FactKind::PromiseBroken, broken.at, -1, 0, {broken.by, typeName(LifeFact(PromiseBroken{}))});
        for (const Supplement &supplement : m_case.life.supplements) {
            add(FactKind::Deferred, m_case.filing->at, -1, 0, filedBy());
            add(FactKind::Supplied, supplement.suppliedAt, -1, 0, {{}, typeName(LifeFact(MaterialSupplied{}))});
            add(FactKind::DeferralLapsed, supplement.lapsedAt, -1, 0);
        }
    }

    const Deadline *deadline(Deadline::Kind kind, const QString &item = {}) const
    {
        const auto it = std::ranges::find_if(
            m_deadlines, [&](const Deadline &each) { return each.kind == kind && each.item == item; });
        return it == m_deadlines.end() ? nullptr : &*it;
    }
    int reasonOf(const QString &words)
    {
        m_facts.reasons.append(words);
        return int(std::min<qsizetype>(m_facts.reasons.size() - 1, reasonBase - 1));
    }

    void addItem(int index, const CaseItem &item)
    {
        const Deadline *acceptance = deadline(Deadline::Kind::Acceptance);
        const auto isLate = [&](const QDateTime &at) { return acceptance && acceptance->due.isValid() && at > acceptance->due; };
        const bool wasAccepted = item.acceptedAt.isValid();
        addWait(index, m_case.filing->at, wasAccepted ? item.acceptedAt : item.endedAt, acceptance, false);
        if (wasAccepted) {
            add(FactKind::Accepted, item.acceptedAt, index, isLate(item.acceptedAt));
            addWait(index, item.acceptedAt, item.endedAt, limitOf(m_facts.items[index].id), item.isPaused());
        }
        switch (item.state) {
        case CaseItem::State::Refused:
            add(FactKind::Refused, item.endedAt, index, int(isLate(item.endedAt)) * reasonBase + reasonOf(item.reason));
            break;
        case CaseItem::State::Withdrawn:
            add(FactKind::Withdrawn, item.endedAt, index, reasonOf(item.reason), {item.by, typeName(LifeFact(ItemsWithdrawn{}))});
            break;
        case CaseItem::State::Lapsed:
            add(FactKind::Returned, item.endedAt, index, 0);
            break;
        case CaseItem::State::Decided: {
            const bool isDenied = item.outcome && !item.outcome->granted;
            add(FactKind::Decided, item.endedAt, index, int(timingOf(index, item)) + (isDenied ? reasonBase : 0));
            add(FactKind::Outcome, item.endedAt, index, minutesBetween(m_case.filing->at, item.endedAt));
            break;
        }
        case CaseItem::State::Filed:
        case CaseItem::State::Accepted:
            break;
        }
    }
    ReportFact::Timing timingOf(int index, const CaseItem &item) const
    {
        using Timing = ReportFact::Timing;
        const QString &id = m_facts.items[index].id;
        const Deadline *promise = deadline(Deadline::Kind::ItemPromise, id);
        const Deadline *limit = promise ? promise : deadline(Deadline::Kind::ItemStatutory, id);
        if (!limit || limit->due.isNull())
            return Timing::NoLimit;
        if (item.endedAt > limit->due)
            return Timing::Late;
        return item.endedAt.date() < limit->due.date() ? Timing::Early : Timing::OnTime;
    }
    /// By which an accepted item turns amber and red in the work list: promise or law, whichever is nearer.
    const Deadline *limitOf(const QString &id) const
    {
        return nearerOf(deadline(Deadline::Kind::ItemPromise, id), deadline(Deadline::Kind::ItemStatutory, id));
    }
    void addWait(int index, const QDateTime &from, const QDateTime &until, const Deadline *limit, bool paused)
    {
        ReportWait wait{.item = index, .from = from, .until = until, .amberFrom = {}, .redFrom = {}, .due = {}};
        wait.paused = until.isNull() && (paused || (limit && limit->paused));
        if (limit && limit->due.isValid()) {
            const Turns turns = turnsOf(*limit, m_rules);
            wait.amberFrom = turns.amberFrom;
            wait.redFrom = turns.redFrom;
            wait.due = limit->due;
        }
        m_facts.waits.append(wait);
    }

    void addDeliveries()
    {
        QMap<std::pair<QDateTime, int>, QSet<int>> handed; // what was handed over in one act
        QMap<std::pair<QDateTime, int>, QString> clerks;
        for (int i = 0; i < m_facts.items.size(); ++i) {
            const std::optional<Delivery> delivery = m_case.life.items.value(m_facts.items[i].id).delivery;
            if (!delivery)
                continue;
            add(FactKind::Delivered, delivery->at, i, int(delivery->way), deliveredBy(delivery->clerk));
            handed[{delivery->at, int(delivery->way)}].insert(i);
            clerks.insert({delivery->at, int(delivery->way)}, delivery->clerk);
        }
        for (auto it = handed.begin(); it != handed.end(); ++it) {
            const auto way = Collection(it.key().second);
            const bool isComing = way == Collection::Window || way == Collection::SelfService;
            addSaved(it.key().first, departmentsOf(*it) - (isComing ? 1 : 0), deliveredBy(clerks.value(it.key())));
        }
    }
    static Doer deliveredBy(const QString &clerk) { return {clerk, typeName(LifeFact(ItemsDelivered{}))}; }

    void addReprints()
    {
        for (const PrintAct &print : m_case.prints) {
            if (print.copy > 1 && print.state != PrintAct::State::Failed)
                add(FactKind::Reprint, print.at, -1, print.pieces, {{}, typeName(PrintRequested{})});
        }
    }

    const Case &m_case;
    const ClockRules &m_rules;
    const Plan m_plan;
    QList<Deadline> m_deadlines;
    ReportFacts m_facts;
};

}

bool ReportFacts::isOpen() const
{
    return std::ranges::any_of(waits, [](const ReportWait &wait) { return wait.until.isNull(); });
}

ReportFacts reportFactsOf(const Case &file, const Guide &guide, const ClockRules &rules)
{
    return FactCollector(file, guide, rules).collect();
}

}
