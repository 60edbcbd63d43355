#pragma once

#include "core/hub/engine.h"

namespace hub {

/// Where a hub lives.
struct Place {
    QString folder; ///< has hub.key, and hub.db where no other store is named
    QString store; ///< postgresql://…; empty: SQLite in the folder
    std::optional<journal::Suite> suite = {}; ///< which a hub is made with; one that is there must have it. Nothing: the first, or what it has
};

/// A hub that was opened: its store, its key and the engine over both.
class Premises final
{
public:
    /// Makes what is missing: folder, store, key. A key is never made for a store that has one already. \a grown as for hub::Engine.
    static base::Result<std::unique_ptr<Premises>> open(const Place &place, FeedGrown grown = {});

    Store &store() { return *m_store; }
    const Engine &engine() const { return m_engine; }

private:
    Premises(std::unique_ptr<Store> store, HubKey key, FeedGrown grown);

    std::unique_ptr<Store> m_store;
    HubKey m_key;
    base::SystemClock m_clock;
    Engine m_engine;

    Q_DISABLE_COPY_MOVE(Premises)
};

}
