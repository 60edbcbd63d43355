#include "core/offices/itemrouting.h"

#include "core/domain/casenumber.h"
#include "core/domain/decidelife.h"
#include "core/guides/routingreader.h"
#include "core/hub/bookshelf.h"
#include "core/hub/logging.h"

#include <QSet>

namespace offices {

using namespace Qt::StringLiterals;
using hub::ItemUnit;
using hub::Store;
using hub::Transaction;

namespace {

constexpr int casesAtOnce = 200;
constexpr int mostTriedAgain = 1000;

/// The unit's feed says that it has the item now.
base::Result<> tellUnit(Transaction &rows, const ItemUnit &item, const QDateTime &now)
{
    if (item.unit.isEmpty())
        return {};
    return rows.doors().add(hub::UnitEntry{.unit = item.unit, .caseRow = item.caseRow, .item = item.item, .what = u"item.new"_s, .at = now});
}

}

QString regionOf(const domain::Case &file)
{
    const auto number = domain::readCaseNumber(file.number);
    return number ? number->region : QString();
}

ItemRouting::ItemRouting(const hub::Engine &engine, GuideStand &guides, HubCases &cases) : m_engine(engine), m_guides(guides), m_cases(cases) { }

base::Result<QList<domain::RoutingTable>> ItemRouting::tables()
{
    const hub::Bookshelf shelf(m_engine);
    const auto files = shelf.list();
    if (!files)
        return base::Fail(files.error());
    QList<wire::LibraryFile> wanted;
    for (const wire::LibraryFile &file : *files) {
        if (file.kind == "routing"_L1)
            wanted << file;
    }
    const std::scoped_lock lock(m_mutex);
    if (wanted == m_taken)
        return m_tables;
    QList<domain::RoutingTable> read;
    for (const wire::LibraryFile &file : std::as_const(wanted)) {
        const wire::Answer<QByteArray> bytes = shelf.read({file.kind, file.name, file.version}, 0, file.bytes);
        if (!bytes)
            return base::Fail({base::Error::Kind::Storage, bytes.error().detail, file.name});
        const auto table = guides::readRouting(*bytes, file.name);
        if (table)
            read << *table;
        else
            qCCritical(hub::lcHub).noquote() << "a routing of the library is not used:" << table.error().place << table.error().detail;
    }
    m_tables = read;
    m_taken = wanted;
    m_fresh = true;
    return read;
}

base::Result<std::optional<domain::RoutingTable>> ItemRouting::tableFor(const domain::Case &file)
{
    return tables().map([&](const QList<domain::RoutingTable> &all) {
        const domain::RoutingTable *table = domain::routingFor(all, regionOf(file), m_engine.clock.now().date());
        return table ? std::optional(*table) : std::nullopt;
    });
}

/// Whether it could be done: its guide and the routing of its city are there.
base::Result<bool> ItemRouting::routeCase(const hub::UnroutedCase &waiting)
{
    const auto opened = m_cases.open(waiting.caseUuid);
    if (!opened)
        return base::Fail(opened.error());
    if (!*opened || !(*opened)->file.filing)
        return false;
    const domain::Case &file = (*opened)->file;
    const auto guide = m_guides.guide(file.guide);
    const auto table = tableFor(file);
    if (!guide || !table)
        return base::Fail(!guide ? guide.error() : table.error());
    if (!*guide || !*table)
        return false;
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<bool> {
        for (const auto &[line, state] : domain::itemsOf(file, (*guide)->guide)) {
            const domain::Route route = domain::route(line.item, regionOf(file), {}, **table);
            const ItemUnit item{.caseRow = waiting.caseRow,
                                .item = line.item.id,
                                .unit = route.unit,
                                .words = route.words,
                                .at = file.filing->at.toUTC(),
                                .by = {}};
            const base::Result<> put = rows.units().putNew(item).and_then([&] { return tellUnit(rows, item, m_engine.now()); });
            if (!put)
                return base::Fail(put.error());
        }
        return rows.units().routed(waiting.caseRow).map([] { return true; });
    });
}

base::Result<int> ItemRouting::catchUp()
{
    if (const auto known = tables(); !known)
        return base::Fail(known.error());
    if (const base::Result<> again = tryAgain(); !again)
        return base::Fail(again.error());
    int done = 0;
    for (qint64 after = 0;;) {
        const auto waiting = hub::within(m_engine.store, Store::For::Reading,
                                         [&](Transaction &rows) { return rows.units().unrouted(after, casesAtOnce); });
        if (!waiting)
            return base::Fail(waiting.error());
        if (waiting->isEmpty())
            return done;
        after = waiting->constLast().caseRow;
        for (const hub::UnroutedCase &one : *waiting) {
            const base::Result<bool> routed = routeCase(one);
            if (routed)
                done += *routed ? 1 : 0;
            else if (routed.error().kind != base::Error::Kind::Damaged) // a case that cannot be read keeps no other from its unit
                return base::Fail(routed.error());
        }
    }
}

base::Result<> ItemRouting::tryAgain()
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_fresh)
            return {};
        m_fresh = false;
    }
    const auto items = hub::within(m_engine.store, Store::For::Reading,
                                   [](Transaction &rows) { return rows.units().itemsOf({}, mostTriedAgain); });
    if (!items)
        return base::Fail(items.error());
    for (ItemUnit item : *items) {
        const auto opened = m_cases.open(item.caseUuid);
        if (!opened || !*opened)
            continue;
        const domain::Case &file = (*opened)->file;
        const auto guide = m_guides.guide(file.guide);
        const auto table = tableFor(file);
        if (!guide || !table || !*guide || !*table)
            continue;
        const domain::Item *row = (*guide)->guide.matter.item(item.item);
        const domain::Route route = row ? domain::route(*row, regionOf(file), {}, **table) : domain::Route();
        if (route.unit.isEmpty() && (route.words.isEmpty() || route.words == item.words))
            continue;
        item.unit = route.unit;
        item.words = route.words;
        const base::Result<> put
            = hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) {
                  return rows.units().put(item).and_then([&] { return tellUnit(rows, item, m_engine.now()); });
              });
        if (!put)
            return put;
    }
    return {};
}

base::Result<std::optional<domain::Unit>> ItemRouting::unit(const QString &id)
{
    return tables().map([&](const QList<domain::RoutingTable> &all) -> std::optional<domain::Unit> {
        QSet<QString> cities;
        for (const domain::RoutingTable &table : all)
            cities.insert(table.city);
        for (const QString &city : std::as_const(cities)) {
            const domain::RoutingTable *table = domain::routingFor(all, city, m_engine.clock.now().date());
            if (const domain::Unit *found = table ? table->unit(id) : nullptr)
                return *found;
        }
        return {};
    });
}

base::Result<QList<domain::Unit>> ItemRouting::unitsBelow(const QString &id)
{
    return tables().map([&](const QList<domain::RoutingTable> &all) {
        QStringList above{id}; // a parent stands before its units, so one pass is enough
        QList<domain::Unit> below;
        for (const domain::RoutingTable &table : all) {
            for (const domain::Unit &unit : table.units) {
                if (!above.contains(unit.parent) || above.contains(unit.id))
                    continue;
                above << unit.id;
                below << unit;
            }
        }
        return below;
    });
}

base::Result<QList<ItemUnit>> ItemRouting::unitsOf(const HubCase &opened) const
{
    return hub::within(m_engine.store, Store::For::Reading, [&](Transaction &rows) { return rows.units().unitsOf(opened.row); });
}

base::Result<> ItemRouting::give(const QString &caseUuid, const QString &item, const QString &unit, const QString &by)
{
    const auto opened = m_cases.open(caseUuid);
    if (!opened)
        return base::Fail(opened.error());
    const base::Fail none({base::Error::Kind::Missing, u"there is no such item or unit"_s, item});
    if (!*opened)
        return none;
    const auto table = tableFor((*opened)->file);
    if (!table)
        return base::Fail(table.error());
    if (!*table || !(*table)->unit(unit))
        return none;
    return hub::within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> base::Result<> {
        const auto items = rows.units().unitsOf((*opened)->row);
        if (!items)
            return base::Fail(items.error());
        const auto found = std::ranges::find(*items, item, &ItemUnit::item);
        if (found == items->end())
            return none;
        ItemUnit given = *found;
        given.unit = unit;
        given.words.clear();
        given.by = by;
        given.settled = false;
        return rows.units().put(given).and_then([&] { return tellUnit(rows, given, m_engine.now()); }).and_then([&] {
            return rows.people().add({.at = m_engine.now(), .account = by, .act = u"item-given"_s, .subject = caseUuid + u'/' + item, .words = unit});
        });
    });
}

}
