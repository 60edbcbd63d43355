#pragma once

#include "core/hub/engine.h"

namespace offices {

/// What is new for a unit since it asked last.
struct FeedPage {
    QList<hub::UnitEntry> entries; ///< in their order
    QString next; ///< cursor behind them
    bool more = false; ///< there are more already
};

/// What happened to the items of a unit, in one order that never changes: whoever goes on from the cursor of the last answer misses nothing.
/// From any thread.
class UnitFeed final
{
public:
    /// \a engine must live as long as this.
    explicit UnitFeed(const hub::Engine &engine) : m_engine(engine) { }

    static constexpr int mostEntries = 500;

    /// Behind \a cursor; empty: from the beginning. Error::Missing for a cursor that this store has not given (it was put back from a
    /// copy): the reader begins again. \a most: 1 to mostEntries.
    base::Result<FeedPage> after(const QString &unit, const QString &cursor, int most) const;

private:
    const hub::Engine &m_engine;
};

}
