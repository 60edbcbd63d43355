#include "core/domain/routing.h"

#include <QRegularExpression>
#include <QVersionNumber>

#include <algorithm>

namespace domain {

using namespace Qt::StringLiterals;

namespace {

QString levelName(OfficeLevel level)
{
    switch (level) {
    case OfficeLevel::Province:
        return u"省级"_s;
    case OfficeLevel::City:
        return u"市级"_s;
    case OfficeLevel::County:
        return u"县级"_s;
    case OfficeLevel::Township:
        break;
    }
    return u"乡级"_s;
}

std::optional<OfficeLevel> levelOf(const QString &word)
{
    static const QMap<QString, OfficeLevel> words{{u"省"_s, OfficeLevel::Province}, {u"市"_s, OfficeLevel::City},
                                                  {u"县"_s, OfficeLevel::County}, {u"乡"_s, OfficeLevel::Township}};
    const auto found = words.constFind(word.endsWith(u'级') ? word.chopped(1) : word);
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

OfficeLevel levelOf(RegionKind kind)
{
    switch (kind) {
    case RegionKind::Province:
        return OfficeLevel::Province;
    case RegionKind::City:
        return OfficeLevel::City;
    case RegionKind::District:
    case RegionKind::County:
        break;
    }
    return OfficeLevel::County;
}

/// The beginning that the codes of all places inside a region share.
QString areaOf(const QString &region, RegionKind kind)
{
    switch (kind) {
    case RegionKind::Province:
        return region.left(2);
    case RegionKind::City:
        return region.left(4);
    case RegionKind::District:
    case RegionKind::County:
        break;
    }
    return region;
}

/// One question: an item, taken in at a hall, for a place.
class Router
{
public:
    Router(const Item &item, const QString &hall, const QString &place, const RoutingTable &table)
        : m_item(item), m_hall(hall), m_place(place), m_table(table)
    {
    }

    Route route()
    {
        const std::optional<RegionKind> kind = regionKindOf(m_hall);
        if (!kind || (*kind != RegionKind::Province && m_hall.left(4) != m_table.city.left(4)))
            return gap(Route::Gap::UnknownRegion, u"大厅的区划代码%1不属于“%2”"_s.arg(m_hall, m_table.title));
        m_kind = *kind;
        if (!m_place.isEmpty() && (!m_place.startsWith(areaOf(m_hall, m_kind)) || !m_table.regions.contains(m_place)))
            return gap(Route::Gap::PlaceElsewhere, u"所选地区%1不在%2内，请重新选择"_s.arg(named(m_place), named(m_hall)));
        const RoutingRule *rule = particularRule();
        if (rule && !rule->reason.isEmpty())
            return gap(Route::Gap::NotHere, rule->reason);
        if (rule && !rule->unit.isEmpty())
            return {.unit = rule->unit, .words = {}};
        return rule && rule->to ? unitAt(*rule->to) : byLevel();
    }

private:
    Route gap(Route::Gap why, const QString &words) const { return {.unit = {}, .gap = why, .words = words}; }
    QString named(const QString &region) const { return m_table.regions.value(region, region); }

    /// Department before level before kind before region: each outweighs all behind it.
    const RoutingRule *particularRule() const
    {
        const RoutingRule *best = nullptr;
        int most = -1;
        for (const RoutingRule &rule : m_table.rules) {
            const bool fits = (rule.department.isEmpty() || rule.department == m_item.department)
                && (rule.level.isEmpty() || rule.level == m_item.level) && (!rule.hall || *rule.hall == m_kind)
                && (rule.region.isEmpty() || rule.region == m_hall);
            const int weight = (rule.department.isEmpty() ? 0 : 8) + (rule.level.isEmpty() ? 0 : 4) + (rule.hall ? 2 : 0)
                + (rule.region.isEmpty() ? 0 : 1);
            if (fits && weight > most) {
                best = &rule;
                most = weight;
            }
        }
        return best;
    }

    Route byLevel()
    {
        const std::optional<LevelWord> word = readLevel(m_item.level);
        if (!word)
            return gap(Route::Gap::UnknownLevel, u"清单中“%1”的行使层级“%2”无法识别，请在分办规则中写明"_s.arg(m_item.name, m_item.level));
        const OfficeLevel level = nearest(word->levels);
        const QString county = m_kind == RegionKind::City || m_kind == RegionKind::Province ? m_place.left(6) : m_hall;
        const bool isDistrict = regionKindOf(county) == RegionKind::District;
        if (level == OfficeLevel::County && word->notDistricts && isDistrict)
            return notInDistricts(*word, county);
        return unitAt(level);
    }

    /// The hall's own level, else the next above, else the next below.
    OfficeLevel nearest(const QList<OfficeLevel> &levels) const
    {
        const auto distance = [own = int(levelOf(m_kind))](OfficeLevel level) {
            const int below = int(level) - own;
            return below <= 0 ? -below : 10 + below;
        };
        return *std::ranges::min_element(levels, {}, distance);
    }

    Route notInDistricts(const LevelWord &word, const QString &district)
    {
        QString words = u"“%1”按清单由%2行使，%3不办理"_s.arg(m_item.name, m_item.level, named(district));
        if (word.levels.contains(OfficeLevel::City)) {
            const Unit *city = m_table.unit(unitAt(OfficeLevel::City).unit);
            words += u"，请到%1申请"_s.arg(city ? city->name : named(m_table.city));
        }
        return gap(Route::Gap::NotInDistricts, words);
    }

    /// Empty: nobody said which.
    QString regionAt(OfficeLevel level) const
    {
        switch (level) {
        case OfficeLevel::Province:
            return m_table.city.left(2) + u"0000"_s;
        case OfficeLevel::City:
            return m_table.city;
        case OfficeLevel::County:
            return levelOf(m_kind) == OfficeLevel::County ? m_hall : m_place.left(6);
        case OfficeLevel::Township:
            break;
        }
        return m_place.size() == 9 ? m_place : QString();
    }

    Route unitAt(OfficeLevel level)
    {
        const QString region = regionAt(level);
        if (region.isEmpty()) {
            const QString which = level == OfficeLevel::Township ? u"乡镇（街道）"_s : u"县（市、区）"_s;
            return gap(Route::Gap::PlaceNeeded, u"“%1”由%2办理，请选择由哪个%3办理"_s.arg(m_item.name, levelName(level), which));
        }
        QStringList ids, names;
        for (const Unit &unit : m_table.units) {
            if (unit.level == level && unit.region == region && unit.departments.contains(m_item.department)) {
                ids << unit.id;
                names << unit.name;
            }
        }
        if (ids.size() == 1)
            return {.unit = ids.constFirst(), .words = {}};
        if (ids.isEmpty())
            return gap(Route::Gap::NoUnit,
                       u"%1没有登记“%2”的%3单位，请在分办规则中补充"_s.arg(named(region), m_item.department, levelName(level)));
        return gap(Route::Gap::SeveralUnits, u"“%1”在%2有多个单位（%3），请选择其中一个"_s.arg(m_item.department, named(region), names.join(u'、')));
    }

    const Item &m_item;
    const QString &m_hall, &m_place;
    const RoutingTable &m_table;
    RegionKind m_kind = RegionKind::County;
};

}

std::optional<RegionKind> regionKindOf(const QString &code)
{
    static const QRegularExpression form(u"^[1-9][0-9]{5}$"_s);
    if (!form.match(code).hasMatch())
        return {};
    const int city = code.mid(2, 2).toInt();
    const int county = code.mid(4).toInt();
    if (county == 0)
        return city == 0 ? RegionKind::Province : RegionKind::City;
    if (city == 0)
        return {};
    const bool isDistrict = county <= 20 || (county >= 51 && county <= 80);
    return isDistrict ? RegionKind::District : RegionKind::County;
}

std::optional<LevelWord> readLevel(const QString &text)
{
    static const QString except = u"（不含市辖区）"_s;
    LevelWord word;
    QString rest = text;
    if (rest.endsWith(except)) {
        word.notDistricts = true;
        rest.chop(except.size());
    }
    for (const QString &part : rest.split(u'、')) {
        const std::optional<OfficeLevel> level = levelOf(part);
        if (!level || word.levels.contains(*level))
            return {};
        word.levels << *level;
    }
    return word;
}

const Unit *RoutingTable::unit(const QString &unitId) const
{
    const auto found = std::ranges::find(units, unitId, &Unit::id);
    return found == units.end() ? nullptr : &*found;
}

Route route(const Item &item, const QString &hall, const QString &place, const RoutingTable &table)
{
    return Router(item, hall, place, table).route();
}

const RoutingTable *routingFor(const QList<RoutingTable> &tables, const QString &hall, QDate day)
{
    const RoutingTable *last = nullptr;
    for (const RoutingTable &table : tables) {
        if (table.city.left(4) != hall.left(4) || table.from > day)
            continue;
        const auto version = [](const RoutingTable &one) { return QVersionNumber::fromString(one.version); };
        if (!last || std::pair(last->from, version(*last)) < std::pair(table.from, version(table)))
            last = &table;
    }
    return last;
}

}
