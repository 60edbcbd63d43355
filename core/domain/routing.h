#pragma once

#include "core/domain/guide.h"

namespace domain {

// Which unit of which department handles an item that was taken in at a hall: as data of a city (resources/routing), and the rule
// that reads it.

/// At which level an organ stands (行使层级). Districts, counties and county-level cities stand at one level.
enum class OfficeLevel { Province, City, County, Township };

/// What kind of place a six-digit code of GB/T 2260 names. Zones with a code of statistics only (…71 to …80) count as districts.
enum class RegionKind { Province, City, District, County };

/// Nothing when \a code is no code of GB/T 2260 by its form.
std::optional<RegionKind> regionKindOf(const QString &code);

/// What the column “level” of a catalogue says, e.g. 市、县级（不含市辖区）.
struct LevelWord {
    QList<OfficeLevel> levels; ///< as they stand, none twice
    bool notDistricts = false; ///< of counties only those that are no district of a city
    bool operator==(const LevelWord &) const = default;
};

/// Nothing when \a text is not made of 省, 市, 县, 乡 and “不含市辖区”.
std::optional<LevelWord> readLevel(const QString &text);

/// One unit of a department: whoever decides there.
struct Unit {
    QString id;
    QString name;
    QStringList departments; ///< what catalogues call the department; a town is several of them
    OfficeLevel level = OfficeLevel::County;
    QString region; ///< six digits (GB/T 2260); nine for a township
    QString parent; ///< id of the unit above it; empty: none is named
    Provenance provenance;
    bool operator==(const Unit &) const = default;
};

/// What a city does otherwise than the level of the catalogue says. Empty conditions hold for all.
struct RoutingRule {
    QString department;
    QString level; ///< verbatim, as in the catalogue
    std::optional<RegionKind> hall; ///< kind of the region in which it was taken in
    QString region; ///< only what was taken in there: six digits

    std::optional<OfficeLevel> to; ///< the unit of this level; or:
    QString unit; ///< id of this very one; or:
    QString reason; ///< nobody, and why
    Provenance provenance;
    bool operator==(const RoutingRule &) const = default;
};

/// All of one city.
struct RoutingTable {
    QString id;
    QString title;
    QString version;
    QString city; ///< six digits
    bool sample = false;
    QDate from; ///< first day in force
    QMap<QString, QString> regions; ///< code → name; townships too
    QList<Unit> units;
    QList<RoutingRule> rules;

    const Unit *unit(const QString &unitId) const;
    bool operator==(const RoutingTable &) const = default;
};

/// Where one item goes: to a unit, or to none for a reason.
struct Route {
    enum class Gap {
        None,
        UnknownLevel, ///< the catalogue's level is none that is known
        UnknownRegion, ///< the hall's region is none of this city
        PlaceNeeded, ///< a county or township does it, and nobody said which
        PlaceElsewhere, ///< the place that was named is not in the hall's region
        NotInDistricts, ///< 不含市辖区
        NotHere, ///< a rule of the city says that nobody does it, and why
        NoUnit, ///< the city names none
        SeveralUnits, ///< the city names more than one
    };
    QString unit; ///< id; empty: none
    Gap gap = Gap::None;
    QString words; ///< in Chinese, why there is none and what to do; empty where there is one
    bool operator==(const Route &) const = default;
};

/// The unit of \a table that handles \a item when it is taken in at a hall of the region \a hall (six digits). The level nearest to
/// the hall does it: its own, else the next one above, else the next one below; then \a place (six or nine digits in the hall's region)
/// says which county or township, and may be empty otherwise. The most particular rule of the table goes before.
Route route(const Item &item, const QString &hall, const QString &place, const RoutingTable &table);

/// The table of \a tables for the region \a hall that is in force on \a day: the one that came into force last; nullptr: none.
const RoutingTable *routingFor(const QList<RoutingTable> &tables, const QString &hall, QDate day);

}
