#include "core/domain/agenda.h"

#include "core/domain/clearing.h"

#include <algorithm>

namespace domain {

namespace {

using Kind = Task::Kind;

constexpr int daysToTellWhatIsMissing = 5;
constexpr int daysToTell = 1;
constexpr int daysToProve = 1;
constexpr int daysToClear = 1;
constexpr int daysToRecheck = 1;
constexpr int daysToRule = 1;
constexpr int amberShare = 5; // of the days of a limit: a fifth
constexpr int redOfficeMinutes = 120; // before the hall closes

QDateTime atStartOf(QDate day, QDateTime moment)
{
    moment.setDate(day);
    moment.setTime(QTime(0, 0));
    return moment;
}

/// The \a count-th working day before \a day.
QDate workdaysBefore(QDate day, int count, const WorkCalendar &calendar)
{
    while (count > 0) {
        day = day.addDays(-1);
        count -= calendar.isWorkday(day);
    }
    return day;
}

/// When the hall has \a minutes of \a day left; the start of the day when it is not open so long.
QTime beforeClosing(QDate day, int minutes, const OfficeHours &hours)
{
    int left = minutes * 60;
    const QList<OfficeHours::Span> &spans = hours.spansOf(day);
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        const int open = span->from.secsTo(span->until);
        if (open >= left)
            return span->until.addSecs(-left);
        left -= open;
    }
    return QTime(0, 0);
}

/// Collects the tasks of one case.
class Agenda
{
public:
    Agenda(const Case &file, const Guide &guide, const ClockRules &rules, const HallRules &hall) :
        m_case(file), m_life(file.life), m_rules(rules), m_hall(hall),
        m_plan(planOf(file, guide, (file.filing ? file.filing->at : file.openedAt).date()))
    {
        for (const Plan::ItemLine &line : m_plan.items) {
            if (line.chosen)
                m_items.append({line.item.id, line.item.name, m_life.items.value(line.item.id)});
        }
        if (file.filing)
            m_deadlines = deadlinesOf(file, guide, rules);
    }

    QList<Task> tasks()
    {
        addConflicts();
        const bool isOver = m_case.stage == Stage::Abandoned || m_life.archivedAt.isValid();
        if (!m_case.filing && !isOver) {
            addIntake();
        } else if (!isOver) {
            addPush();
            for (const Item &item : m_items)
                addItem(item);
            addSupplements();
            addReviews();
            addOversight();
            addTelling();
            addDelivery();
            addProof();
            addPapersToGiveBack();
            addArchive();
        }
        std::ranges::stable_sort(m_tasks, [](const Task &a, const Task &b) {
            return a.due.isValid() && (!b.due.isValid() || a.due < b.due);
        });
        return std::move(m_tasks);
    }

private:
    struct Item {
        QString id;
        QString name;
        CaseItem state;

        bool onPaper() const { return !state.outcome || state.outcome->physical; } // a refusal is a paper
        bool toDeliver() const { return state.hasResult() && !state.delivery; }
        bool isThere() const { return !onPaper() || !state.custody.isEmpty(); }
        QDateTime thereSince() const { return onPaper() ? state.custody.first().at : state.endedAt; }
    };

    Task &add(Kind kind, const QString &id = {}, const QString &name = {})
    {
        m_tasks.append({.kind = kind, .subjectId = id, .subject = name});
        return m_tasks.last();
    }
    Task &add(Kind kind, const QList<Item> &items)
    {
        QStringList names;
        for (const Item &item : items)
            names << item.name;
        return add(kind, items.size() == 1 ? items.first().id : QString(), names.join(u'、'));
    }
    void limit(Task &task, const Deadline &deadline) const
    {
        task.start = deadline.start;
        task.due = deadline.due;
        task.provisional = deadline.provisional;
        task.paused = deadline.paused;
        if (task.due.isValid()) {
            const Turns turns = turnsOf(deadline, m_rules);
            task.amberFrom = turns.amberFrom;
            task.redFrom = turns.redFrom;
        }
    }
    void limitDays(Task &task, const QDateTime &start, int days) const
    {
        limit(task, workdays(Deadline::Kind::Acceptance, {}, start, days, m_rules));
    }
    /// To the end of the very day, be it a working day or not.
    void limitToDay(Task &task, const QDateTime &start, QDate day) const
    {
        Deadline deadline = workdays(Deadline::Kind::Acceptance, {}, start, 0, m_rules);
        deadline.due.setDate(day);
        deadline.days = std::max(0, m_rules.calendar.workdaysBetween(start.date(), day));
        deadline.provisional = deadline.provisional || !m_rules.calendar.knows(day.year());
        limit(task, deadline);
    }
    const Deadline *deadline(Deadline::Kind kind, const QString &item = {}) const
    {
        const auto it = std::ranges::find_if(
            m_deadlines, [&](const Deadline &each) { return each.kind == kind && each.item == item; });
        return it == m_deadlines.end() ? nullptr : &*it;
    }
    bool any(CaseItem::State state) const
    {
        return std::ranges::any_of(m_items, [&](const Item &item) { return item.state.state == state; });
    }
    bool allEnded() const
    {
        return std::ranges::all_of(m_items, [](const Item &item) { return item.state.isEnded(); });
    }

    void addConflicts()
    {
        for (const Conflict &conflict : openConflicts(m_case)) {
            Task &task = add(Kind::ClearConflict, conflict.id, nameOfSubject(conflict.subject));
            limitDays(task, conflict.laterAt, daysToClear);
        }
    }
    /// What supervisors ordered, and what waits for one.
    void addOversight()
    {
        for (const Recheck &recheck : m_life.rechecks) {
            if (recheck.isOpen())
                limitDays(add(Kind::Recheck, recheck.id, nameOfSubject(recheck.material)), recheck.at, daysToRecheck);
        }
        for (const Delay &delay : m_life.delays) {
            if (delay.isOpen())
                limitDays(add(Kind::RuleOnDelay, delay.id, nameOfSubject(delay.item)), delay.at, daysToRule);
        }
    }
    /// Of a material, an item, a field or a situation; else empty.
    QString nameOfSubject(const QString &id) const
    {
        if (const Plan::MaterialLine *line = m_plan.material(id))
            return line->material.name;
        if (const Plan::ItemLine *line = m_plan.item(id))
            return line->item.name;
        for (const Plan::FieldLine &line : m_plan.fields) {
            if (line.field.id == id)
                return line.field.label;
        }
        for (const Plan::Question &question : m_plan.questions) {
            if (question.situation.id == id)
                return question.situation.question;
        }
        return {};
    }

    void addIntake()
    {
        if (m_life.awaitsReview) {
            limit(add(Kind::ReviewOnline), twoHours(Deadline::Kind::OnlineReview, m_life.submittedAt, m_rules));
            return;
        }
        Task &task = add(Kind::FinishIntake);
        if (m_case.notices.isEmpty())
            limitDays(task, m_case.openedAt, daysToTellWhatIsMissing);
        else
            task.waitsForOthers = true;
    }

    void addPush()
    {
        const Deadline &push = *deadline(Deadline::Kind::Push);
        if (!allEnded()) {
            if (m_life.scansCompleteAt.isNull())
                limit(add(Kind::Scan), push);
            else if (m_life.pushedAt.isNull())
                limit(add(Kind::Push), push);
        }
        const bool hasPaper
            = std::ranges::any_of(m_case.verdicts, [](const Verdict &v) { return v.kind != VerdictKind::Exempt; });
        const bool isWanted = any(CaseItem::State::Filed) || any(CaseItem::State::Accepted) || any(CaseItem::State::Decided);
        if (m_life.handedOverAt.isNull() && hasPaper && isWanted)
            limit(add(Kind::HandOverPaper), push);
    }

    void addItem(const Item &item)
    {
        if (item.state.state == CaseItem::State::Filed) {
            Task &task = add(Kind::Accept, item.id, item.name);
            limit(task, *deadline(Deadline::Kind::Acceptance));
            task.waitsForOthers = !m_hall.mayAccept(m_plan.item(item.id)->item);
        } else if (item.state.state == CaseItem::State::Accepted) {
            Task &task = add(Kind::Decide, item.id, item.name);
            const Deadline *promise = deadline(Deadline::Kind::ItemPromise, item.id);
            const Deadline *law = deadline(Deadline::Kind::ItemStatutory, item.id);
            if (const Deadline *nearer = nearerOf(promise, law))
                limit(task, *nearer);
            if (law)
                task.lawDue = law->due;
            task.paused = item.state.isPaused() || task.paused;
            task.waitsForOthers = true;
        } else if (item.toDeliver() && !item.isThere()) {
            add(Kind::ReceiveResult, item.id, item.name).waitsForOthers = true;
        }
    }

    void addSupplements()
    {
        for (auto it = m_life.supplements.begin(); it != m_life.supplements.end(); ++it) {
            const Plan::MaterialLine *line = m_plan.material(it.key());
            const auto isOpen = [&](const Item &item) { return line->itemIds.contains(item.id) && !item.state.isEnded(); };
            if (!it->isOpen() || !line || std::ranges::none_of(m_items, isOpen))
                continue;
            Task &task = add(Kind::Supplement, it.key(), line->material.name);
            limitToDay(task, m_case.filing->at, it->due);
            task.waitsForOthers = true;
            const QDateTime due = task.due;
            addReminder(*line, due);
            Task &end = add(Kind::EndDeferral, it.key(), line->material.name);
            limitDays(end, due, 1);
            end.shownFrom = atStartOf(it->due.addDays(1), due);
        }
    }

    /// The first of the hall's days on which the citizen has to be reminded and since which nobody spoke to them of it.
    void addReminder(const Plan::MaterialLine &line, const QDateTime &due)
    {
        QList<QDate> days;
        for (const int before : m_hall.remindBefore)
            days.append(workdaysBefore(due.date(), before, m_rules.calendar));
        std::ranges::sort(days);
        const QDateTime told = lastTold(Contact::About::Supplement);
        for (const QDate day : std::as_const(days)) {
            const QDateTime from = atStartOf(day, due);
            if (day <= m_case.filing->at.date() || (told.isValid() && told >= from))
                continue;
            Task &task = add(Kind::RemindSupplement, line.material.id, line.material.name);
            limitToDay(task, m_case.filing->at, day);
            task.shownFrom = from;
            return;
        }
    }

    /// Originals that the window keeps go back when every item that needed them came to nothing.
    void addPapersToGiveBack()
    {
        QStringList names;
        QString id;
        for (const Plan::MaterialLine &line : m_plan.materials) {
            const bool isHere = line.material.form == Material::Form::OriginalKept
                && m_case.verdicts.value(line.material.id).kind == VerdictKind::OriginalSeen;
            const auto wasReturned = [&](const PapersReturned &back) { return back.materials.contains(line.material.id); };
            const auto isWanted = [&](const Item &item) {
                const CaseItem::State state = item.state.state;
                const bool cameToNothing = item.state.isEnded() && state != CaseItem::State::Decided;
                return line.itemIds.contains(item.id) && !cameToNothing;
            };
            if (!isHere || std::ranges::any_of(m_life.returns, wasReturned) || std::ranges::any_of(m_items, isWanted))
                continue;
            names << line.material.name;
            id = names.size() == 1 ? line.material.id : QString();
        }
        if (!names.isEmpty())
            add(Kind::GiveBackPapers, id, names.join(u'、'));
    }

    void addReviews()
    {
        for (const JointReview &review : m_life.reviews) {
            if (review.heldAt.isValid() || allEnded())
                continue;
            QList<Item> items;
            std::ranges::copy_if(m_items, std::back_inserter(items),
                                 [&](const Item &item) { return review.items.contains(item.id); });
            Task &task = add(Kind::HoldReview, items);
            task.subjectId = review.id;
            limitToDay(task, m_case.filing->at, review.planned.date());
            task.waitsForOthers = true;
        }
    }

    QDateTime lastTold(Contact::About about) const
    {
        QDateTime last;
        for (const Contact &contact : m_life.contacts) {
            if (contact.about == about && (last.isNull() || contact.at > last))
                last = contact.at;
        }
        return last;
    }
    /// Of \a items those of which the citizen was not told since \a since of each.
    template <class Since>
    QList<Item> untold(Contact::About about, CaseItem::State state, Since since) const
    {
        const QDateTime told = lastTold(about);
        QList<Item> items;
        std::ranges::copy_if(m_items, std::back_inserter(items), [&](const Item &item) {
            return item.state.state == state && !item.state.delivery && (told.isNull() || told < since(item));
        });
        return items;
    }
    template <class Since>
    void addTold(Kind kind, Contact::About about, CaseItem::State state, Since since)
    {
        const QList<Item> items = untold(about, state, since);
        if (items.isEmpty())
            return;
        const QDateTime first = since(*std::ranges::min_element(items, {}, since));
        limitDays(add(kind, items), first, daysToTell);
    }
    void addTelling()
    {
        addTold(Kind::TellAcceptance, Contact::About::Acceptance, CaseItem::State::Accepted,
                [](const Item &item) { return item.state.acceptedAt; });
        addTold(Kind::TellRefusal, Contact::About::Refusal, CaseItem::State::Refused,
                [](const Item &item) { return item.state.endedAt; });
    }

    /// What is to be handed over at once, and since when it could be.
    void addHandOver(const QList<Item> &items, const QDateTime &since)
    {
        const Collection way = m_life.collection.way;
        const bool isCollected = way == Collection::Window || way == Collection::SelfService;
        const QDateTime told = lastTold(Contact::About::Result);
        const bool isTold = told.isValid() && told >= since;
        if (isCollected && !isTold)
            limitToDay(add(Kind::TellResult, items), since, since.date());
        Task &task = add(Kind::Deliver, items);
        if (isCollected && isTold)
            task.waitsForOthers = true;
        else
            limitToDay(task, since, since.date());
        if (isCollected && isTold)
            limitToDay(add(Kind::TellAgain, items), told, m_rules.calendar.afterDays(told.date(), m_rules.collectDays).day);
    }
    void addDelivery()
    {
        QList<Item> there;
        bool everythingIsThere = allEnded();
        for (const Item &item : m_items) {
            if (item.toDeliver() && item.isThere())
                there.append(item);
            everythingIsThere = everythingIsThere && (!item.toDeliver() || item.isThere());
        }
        if (!m_life.collection.together) {
            for (const Item &item : there)
                addHandOver({item}, item.thereSince());
        } else if (everythingIsThere && !there.isEmpty()) {
            QDateTime since = there.first().thereSince();
            for (const Item &item : there)
                since = std::max(since, item.thereSince());
            for (const Item &item : m_items)
                since = std::max(since, item.state.endedAt);
            addHandOver(there, since);
        }
    }

    void addProof()
    {
        QList<Item> delivered;
        std::ranges::copy_if(m_items, std::back_inserter(delivered), [](const Item &item) {
            return item.state.delivery && item.state.proofSentAt.isNull();
        });
        if (delivered.isEmpty())
            return;
        const auto deliveredAt = [](const Item &item) { return item.state.delivery->at; };
        const QDateTime first = deliveredAt(*std::ranges::min_element(delivered, {}, deliveredAt));
        limitDays(add(Kind::SendProof, delivered), first, daysToProve);
    }

    void addArchive()
    {
        const bool proven = std::ranges::all_of(m_items, [](const Item &item) {
            return item.state.isEnded() && (!item.state.hasResult() || item.state.proofSentAt.isValid());
        });
        if (proven)
            add(Kind::Archive);
    }

    const Case &m_case;
    const CaseLife &m_life;
    const ClockRules &m_rules;
    const HallRules &m_hall;
    const Plan m_plan;
    QList<Item> m_items; ///< chosen
    QList<Deadline> m_deadlines;
    QList<Task> m_tasks;
};

}

QList<Task> agendaOf(const Case &file, const Guide &guide, const ClockRules &rules, const HallRules &hall)
{
    const bool isOver = file.stage == Stage::Abandoned || file.life.archivedAt.isValid();
    if (file.id.isEmpty() || (isOver && openConflicts(file).isEmpty()))
        return {};
    return Agenda(file, guide, rules, hall).tasks();
}

Turns turnsOf(const Deadline &deadline, const ClockRules &rules)
{
    const QDate last = deadline.due.date();
    const bool ofTwoHours = deadline.kind == Deadline::Kind::Push || deadline.kind == Deadline::Kind::OnlineReview;
    if (ofTwoHours) {
        const auto after = [&](int minutes) {
            const QDateTime turn = rules.twoHoursInOfficeTime ? rules.hours.after(deadline.start, minutes, rules.calendar).first
                                                              : deadline.start.addSecs(minutes * 60);
            return std::min(turn, deadline.due);
        };
        const int all = deadline.kind == Deadline::Kind::OnlineReview ? rules.minutesToReview : rules.minutesToPush;
        return {after(all / 2), after(all * 3 / 4)};
    }
    if (deadline.days == 0) {
        QDateTime red = deadline.due;
        red.setTime(beforeClosing(last, redOfficeMinutes, rules.hours));
        return {deadline.start, red};
    }
    const int days = std::max(1, deadline.days / amberShare);
    return {atStartOf(workdaysBefore(last, days, rules.calendar), deadline.due), atStartOf(last, deadline.due)};
}

const Deadline *nearerOf(const Deadline *promise, const Deadline *law)
{
    const bool lawIsNearer = law && !law->paused && (!promise || (!promise->paused && law->due < promise->due));
    return lawIsNearer || !promise ? law : promise;
}

Urgency urgencyOf(const Task &task, const QDateTime &now)
{
    if (task.due.isNull() || now < task.amberFrom)
        return Urgency::Green;
    if (now > task.due)
        return Urgency::Overdue;
    return now < task.redFrom ? Urgency::Amber : Urgency::Red;
}

}
