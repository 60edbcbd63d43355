#include "core/desk/hallboard.h"

#include "core/desk/hublink.h"
#include "core/journal/journal.h"

#include <algorithm>

namespace desk {

using domain::Task;
using domain::Urgency;

namespace {

constexpr int turnPage = 200; ///< tasks looked at together
constexpr int mostLookedAt = 4000; ///< of one urgency

}

std::optional<std::pair<Urgency, QDateTime>> nextTurn(const Task &task, const QDateTime &now, int seconds)
{
    if (task.due.isNull())
        return {};
    const std::array<std::pair<Urgency, QDateTime>, 3> steps{
        std::pair{Urgency::Amber, task.amberFrom}, {Urgency::Red, task.redFrom}, {Urgency::Overdue, task.due}};
    const QDateTime end = now.addSecs(seconds);
    for (const auto &[becomes, at] : steps) {
        if (becomes > domain::urgencyOf(task, now) && at >= now && at <= end)
            return std::pair{becomes, at};
    }
    return {};
}

/// What is amber, red or overdue in an hour, the nearest end first, and is less than that now.
base::Result<> HallBoard::addTurns(BoardView &view) const
{
    // A limit that ends in this hour is not over at its last moment: one second more shows what it becomes.
    const QDateTime then = view.now.addSecs(secondsAhead + 1);
    for (const Urgency urgency : {Urgency::Amber, Urgency::Red, Urgency::Overdue}) {
        // What is over already turns no more, and what is amber or red then ends later.
        journal::TaskPlace place;
        place.due = (urgency == Urgency::Overdue ? view.now : then).toMSecsSinceEpoch() - 1;
        for (int seen = 0; seen < mostLookedAt; seen += turnPage) {
            const auto lines = m.journal.tasks({.now = then, .urgency = urgency}, place, turnPage);
            if (!lines)
                return base::Fail(lines.error());
            for (const journal::TaskLine &line : *lines) {
                if (const auto turn = nextTurn(line.task, view.now, secondsAhead))
                    view.turns.append({line.caseId, line.number, m_matters.name(line.guide), line.task, turn->first, turn->second});
            }
            if (lines->size() < turnPage)
                break;
            place = lines->constLast().place;
            view.moreTurns = view.moreTurns || seen + turnPage >= mostLookedAt;
        }
    }
    std::ranges::stable_sort(view.turns, {}, &BoardTurn::at);
    if (view.turns.size() > mostTurns) {
        view.turns.resize(mostTurns);
        view.moreTurns = true;
    }
    return {};
}

base::Result<> HallBoard::addCounts(BoardView &view) const
{
    const auto tasks = m.journal.taskCounts({.now = view.now});
    const auto shelf = m.journal.shelfCounts(view.now);
    if (!tasks || !shelf)
        return base::Fail(!tasks ? tasks.error() : shelf.error());
    const auto all = [&](Task::Kind kind) {
        int count = 0;
        for (const int of : tasks->tasks[size_t(kind)])
            count += of;
        return count;
    };
    for (const auto &byUrgency : tasks->tasks) {
        for (size_t urgency = 0; urgency < byUrgency.size(); ++urgency)
            view.tasks[urgency] += byUrgency[urgency];
    }
    view.contradictions = all(Task::Kind::ClearConflict);
    view.delays = all(Task::Kind::RuleOnDelay);
    view.rechecks = all(Task::Kind::Recheck);
    view.results = shelf->lines;
    return {};
}

base::Result<BoardView> HallBoard::look() const
{
    BoardView view;
    view.now = m.clock.now();
    view.seats = m.presence.seats();
    view.isFresh = m.presence.isFresh();
    view.asOf = m.presence.asOf();
    view.hasHub = m.hub.place().has_value();
    if (view.asOf.isValid())
        view.ratings = m.presence.ratings();
    return addTurns(view).and_then([&] { return addCounts(view); }).map([&] { return view; });
}

}
