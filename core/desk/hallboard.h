#pragma once

#include "core/desk/hallpresence.h"
#include "core/desk/matternames.h"
#include "core/domain/agenda.h"
#include "core/domain/shelfresult.h"

namespace journal {
class Journal;
}

namespace desk {

/// A task that becomes more urgent within the hour.
struct BoardTurn {
    QString caseId;
    QString number;
    QString matter; ///< name
    domain::Task task;
    domain::Urgency becomes = domain::Urgency::Amber; ///< the next step: amber, red or overdue
    QDateTime at;
};

/// The hall at one moment, without person data.
struct BoardView {
    QDateTime now;
    QList<wire::Seat> seats;
    bool isFresh = false; ///< the hub said who sits where just now
    QDateTime asOf; ///< when it did; null: it never did
    bool hasHub = false;
    QList<BoardTurn> turns; ///< the nearest first
    bool moreTurns = false; ///< there are more than are looked at
    std::array<int, domain::urgencies> tasks{}; ///< open ones by urgency
    std::array<int, domain::shelfStates> results{};
    int contradictions = 0;
    int delays = 0; ///< reasons that wait for a supervisor
    int rechecks = 0;
    std::optional<wire::DayOfRatings> ratings; ///< nothing: only the hub knows
};

/// What a supervisor's screen shows: who sits where, what turns amber and red next, results that wait, ratings of today. Everything
/// but windows and ratings is worked out from the journal of this PC.
class HallBoard final
{
public:
    static constexpr int secondsAhead = 3600;
    static constexpr int mostTurns = 60;

    /// All outlive it.
    struct Needs {
        const journal::Journal &journal;
        const guides::Shelf &shelf;
        const base::Clock &clock;
        const HubLink &hub;
        HallPresence &presence;
    };
    explicit HallBoard(const Needs &needs) : m(needs), m_matters(needs.shelf) { }

    base::Result<BoardView> look() const;
    HallPresence &presence() const { return m.presence; }

private:
    base::Result<> addTurns(BoardView &view) const;
    base::Result<> addCounts(BoardView &view) const;

    const Needs m;
    const MatterNames m_matters;
};

/// The next step of \a task within \a seconds from \a now, and when; nothing: it stays as it is.
std::optional<std::pair<domain::Urgency, QDateTime>> nextTurn(const domain::Task &task, const QDateTime &now, int seconds);

}
