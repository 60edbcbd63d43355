#pragma once

#include "core/domain/routing.h"
#include "core/offices/guidestand.h"
#include "core/offices/hubcases.h"

namespace offices {

/// Which unit has which item of the filed cases: by the routing that lies in the hub's library (kind "routing"), else by hand. From any
/// thread.
class ItemRouting final
{
public:
    /// Everything must live as long as this.
    ItemRouting(const hub::Engine &engine, GuideStand &guides, HubCases &cases);

    /// Routes what was filed since; how many cases. Those whose guide or city's routing is not in the library yet wait for it; items
    /// that nobody has are tried again when another routing came into force.
    base::Result<int> catchUp();

    /// Every routing of the library that can be read, in force or not.
    base::Result<QList<domain::RoutingTable>> tables();
    /// The unit of that id, of any city.
    base::Result<std::optional<domain::Unit>> unit(const QString &id);
    base::Result<QList<domain::Unit>> unitsBelow(const QString &id); ///< all the way down, without itself
    /// The routing of the city in which the case was taken in; nothing when there is none in force.
    base::Result<std::optional<domain::RoutingTable>> tableFor(const domain::Case &file);

    base::Result<QList<hub::ItemUnit>> unitsOf(const HubCase &opened) const;
    /// Gives an item to the unit \a unit by hand, in the name of \a by. Error::Missing when there is no such item or unit in that city.
    [[nodiscard]] base::Result<> give(const QString &caseUuid, const QString &item, const QString &unit, const QString &by);

private:
    base::Result<bool> routeCase(const hub::UnroutedCase &waiting);
    base::Result<> tryAgain();

    const hub::Engine &m_engine;
    GuideStand &m_guides;
    HubCases &m_cases;
    std::mutex m_mutex;
    // all below under the mutex
    QList<wire::LibraryFile> m_taken;
    QList<domain::RoutingTable> m_tables;
    bool m_fresh = false; ///< the tables have changed since items that nobody has were tried
};

/// Six digits: where the case was taken in, by its number; empty: its number is none.
QString regionOf(const domain::Case &file);

}
