#pragma once

#include "core/domain/acts.h"
#include "core/domain/ancestry.h"

namespace domain {

/// The conflicts of one case while its history is woven, and what has to be undone in the case where an act holds over an earlier one.
class ConflictBook
{
public:
    /// Both outlive this.
    ConflictBook(Case &file, const QList<Placed> &history) : m_case(file), m_history(history) { }

    /// Notes that the events \a earlier and \a later met. A conflict of the same line of acts about the same thing gives way.
    void tell(Conflict::Kind kind, const Touched &about, int earlier, int later, bool laterIsShown, const Ancestry &ancestry);
    /// The event at \a index says of \a about what is shown: what its line of acts said otherwise before is no conflict any more.
    void agree(int index, const Touched &about, const Ancestry &ancestry);
    /// The event at \a index counts: what it says is shown now, and whoever knew both acts of a conflict has cleared it by this.
    void settle(int index, const Act &act, const Ancestry &ancestry);
    /// Lets the act that is not shown count.
    void takeOther(const QString &conflict);

    /// False for a step that changes nothing after what came before.
    bool isPossible(const Fact &fact) const;
    /// The last of \a among that counts and is about something of \a act; else the last one that counts.
    int lastOn(const Act &act, const std::vector<bool> &applied, const QList<int> &among) const;

    void reopenIntake();
    /// Takes back acceptance and decision of \a item; false when its result was handed over.
    bool reopenForWithdrawal(const QString &item);

private:
    struct Sides {
        int earlier, later;
        bool laterIsShown;
    };

    void reopenFor(const Act &act);

    Case &m_case;
    const QList<Placed> &m_history;
    QHash<QString, Sides> m_sides; ///< by conflict
};

}
