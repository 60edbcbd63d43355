#include "core/guides/routingreader.h"

#include "core/guides/keycheck.h"
#include "core/guides/objectreader.h"
#include "core/guides/provenanceshape.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace guides {

using namespace Qt::StringLiterals;
using domain::OfficeLevel;
using domain::RegionKind;
using domain::RoutingRule;
using domain::RoutingTable;
using domain::Unit;

namespace {

inline constexpr Word<OfficeLevel> officeLevels[]{{u"province", OfficeLevel::Province, u"省级"},
                                                  {u"city", OfficeLevel::City, u"市级"},
                                                  {u"county", OfficeLevel::County, u"县级"},
                                                  {u"township", OfficeLevel::Township, u"乡级"}};
inline constexpr Word<RegionKind> regionKinds[]{{u"province", RegionKind::Province, u"省"},
                                                {u"city", RegionKind::City, u"市"},
                                                {u"district", RegionKind::District, u"市辖区"},
                                                {u"county", RegionKind::County, u"县、县级市"}};

struct NamedRegion {
    QString code, name;
};

NamedRegion shapeRegion(const QJsonValue &value, Inspection &inspection)
{
    static const QRegularExpression form(u"^[1-9][0-9]{5}([0-9]{3})?$"_s);
    ObjectReader object(value, inspection);
    const NamedRegion region{object.text("code"_L1), object.text("name"_L1)};
    if (!region.code.isEmpty() && !form.match(region.code).hasMatch())
        inspection.faultAt("code"_L1, u"%1 is no code of a region: six digits, nine for a township"_s.arg(quoted(region.code)));
    return region;
}

QMap<QString, QString> regionsOf(const QList<NamedRegion> &regions, Inspection &inspection)
{
    const Inspection::Step step = inspection.into("regions"_L1);
    QMap<QString, QString> names;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        const Inspection::Step entry = inspection.into(i);
        if (names.contains(regions[i].code))
            inspection.faultAt("code"_L1, u"%1 stands twice"_s.arg(quoted(regions[i].code)));
        names.insert(regions[i].code, regions[i].name);
    }
    return names;
}

Unit shapeUnit(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    Unit unit;
    unit.id = object.id("id"_L1);
    unit.name = object.text("name"_L1);
    unit.departments = object.texts("departments"_L1);
    if (unit.departments.isEmpty() && object.isReadable())
        inspection.faultAt("departments"_L1, u"at least one is needed: what the catalogue calls the department"_s);
    unit.level = object.word<OfficeLevel>("level"_L1, officeLevels);
    unit.region = object.text("region"_L1);
    unit.parent = object.id("parent"_L1, Need::Optional);
    unit.provenance = shapeProvenance(object, inspection, Need::Required);
    return unit;
}

RoutingRule shapeRule(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    RoutingRule rule;
    rule.department = object.text("department"_L1, Need::Optional);
    rule.level = object.text("level"_L1, Need::Optional);
    if (object.has("hall"_L1))
        rule.hall = object.word<RegionKind>("hall"_L1, regionKinds);
    rule.region = object.text("region"_L1, Need::Optional);
    if (object.has("to"_L1))
        rule.to = object.word<OfficeLevel>("to"_L1, officeLevels);
    rule.unit = object.id("unit"_L1, Need::Optional);
    rule.reason = object.text("reason"_L1, Need::Optional);
    rule.provenance = shapeProvenance(object, inspection, Need::Required);
    const int ends = int(rule.to.has_value()) + int(!rule.unit.isEmpty()) + int(!rule.reason.isEmpty());
    if (object.isReadable() && ends != 1)
        inspection.fault(u"exactly one of “to”, “unit” and “reason” says where it goes"_s);
    return rule;
}

RoutingTable shapeRouting(const QJsonObject &root, Inspection &inspection)
{
    static const QRegularExpression word(u"^[0-9]{1,4}(\\.[0-9]{1,4}){0,3}$"_s);
    ObjectReader object(root, inspection);
    RoutingTable table;
    object.whole("format"_L1, 1, 1);
    table.id = object.id("routing"_L1);
    table.title = object.text("title"_L1);
    table.version = object.text("version"_L1);
    if (!table.version.isEmpty() && !word.match(table.version).hasMatch())
        inspection.faultAt("version"_L1, u"%1 is no version such as 2026.11.1"_s.arg(quoted(table.version)));
    table.city = object.text("city"_L1);
    if (!table.city.isEmpty() && domain::regionKindOf(table.city) != RegionKind::City)
        inspection.faultAt("city"_L1, u"%1 is no city's code (GB/T 2260, ending in 00)"_s.arg(quoted(table.city)));
    table.sample = object.flag("sample"_L1, false);
    table.from = object.date("from"_L1, Need::Required);
    table.regions = regionsOf(object.list<NamedRegion>("regions"_L1, shapeRegion, Need::Required), inspection);
    table.units = object.list<Unit>("units"_L1, shapeUnit, Need::Required);
    table.rules = object.list<RoutingRule>("rules"_L1, shapeRule);
    return table;
}

bool fitsLevel(const QString &region, OfficeLevel level)
{
    if (region.size() == 9)
        return level == OfficeLevel::Township;
    switch (domain::regionKindOf(region).value_or(RegionKind::County)) {
    case RegionKind::Province:
        return level == OfficeLevel::Province;
    case RegionKind::City:
        return level == OfficeLevel::City;
    case RegionKind::District:
    case RegionKind::County:
        break;
    }
    return level == OfficeLevel::County;
}

void checkUnits(const RoutingTable &table, Inspection &inspection)
{
    const Inspection::Step step = inspection.into("units"_L1);
    QSet<QString> ids;
    for (qsizetype i = 0; i < table.units.size(); ++i) {
        const Unit &unit = table.units[i];
        const Inspection::Step entry = inspection.into(i);
        if (ids.contains(unit.id))
            inspection.faultAt("id"_L1, u"%1 stands twice"_s.arg(quoted(unit.id)));
        ids.insert(unit.id);
        if (!table.regions.contains(unit.region))
            inspection.faultAt("region"_L1, u"%1 is not among the regions of the file"_s.arg(quoted(unit.region)));
        else if (!fitsLevel(unit.region, unit.level))
            inspection.faultAt("level"_L1, u"is not that of the region %1"_s.arg(unit.region));
        // A parent stands before its units, so no circle can be.
        if (!unit.parent.isEmpty() && (!ids.contains(unit.parent) || unit.parent == unit.id))
            inspection.faultAt("parent"_L1, u"%1 is no unit that stands before it"_s.arg(quoted(unit.parent)));
    }
}

void checkRules(const RoutingTable &table, Inspection &inspection)
{
    const Inspection::Step step = inspection.into("rules"_L1);
    for (qsizetype i = 0; i < table.rules.size(); ++i) {
        const RoutingRule &rule = table.rules[i];
        const Inspection::Step entry = inspection.into(i);
        const auto same = [&](const RoutingRule &other) {
            return other.department == rule.department && other.level == rule.level && other.hall == rule.hall && other.region == rule.region;
        };
        if (std::any_of(table.rules.begin(), table.rules.begin() + i, same))
            inspection.fault(u"an earlier rule has the same conditions"_s);
        const auto isOf = [&](const Unit &unit) { return unit.departments.contains(rule.department); };
        if (!rule.department.isEmpty() && std::ranges::none_of(table.units, isOf) && rule.reason.isEmpty())
            inspection.faultAt("department"_L1, u"%1 has no unit in this file"_s.arg(quoted(rule.department)));
        if (!rule.region.isEmpty() && (rule.region.size() != 6 || !table.regions.contains(rule.region)))
            inspection.faultAt("region"_L1, u"%1 is not among the regions of the file that have six digits"_s.arg(quoted(rule.region)));
        if (!rule.unit.isEmpty() && !table.unit(rule.unit))
            inspection.faultAt("unit"_L1, u"%1 is no unit of this file"_s.arg(quoted(rule.unit)));
    }
}

struct ReadRouting {
    RoutingTable table;
    QList<base::Error> faults;
};

ReadRouting inspectedRouting(const QByteArray &json, const QString &file)
{
    Inspection inspection(file);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return {{}, {{base::Error::Kind::Document, u"is not JSON: "_s + error.errorString(), file}}};
    checkKeys(json, inspection);
    ReadRouting read{shapeRouting(document.object(), inspection), {}};
    if (inspection.faults().isEmpty()) {
        checkUnits(read.table, inspection);
        checkRules(read.table, inspection);
    }
    read.faults = inspection.faults();
    return read;
}

}

base::Result<RoutingTable> readRouting(const QByteArray &json, const QString &file)
{
    const ReadRouting read = inspectedRouting(json, file);
    if (!read.faults.isEmpty())
        return base::Fail(read.faults.constFirst());
    return read.table;
}

QList<base::Error> routingFaultsIn(const QByteArray &json, const QString &file)
{
    return inspectedRouting(json, file).faults;
}

}
