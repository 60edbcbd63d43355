#include "core/wire/reporting.h"

#include "core/base/text.h"
#include "core/wire/fields.h"

#include <algorithm>
#include <array>

namespace wire {

using namespace Qt::StringLiterals;
using reports::Line;
using reports::Report;
using reports::Scope;
using reports::Span;
using reports::Values;

namespace {

constexpr qsizetype mostReportLines = 20'000;
constexpr qsizetype mostReasons = 2'000;
constexpr qsizetype longestReportWord = 300;
constexpr qint64 largestCount = 1'000'000'000'000;
constexpr std::array spanKinds{"day"_L1, "week"_L1, "month"_L1, "year"_L1, "days"_L1};

QString wordOf(Span::Kind kind)
{
    return spanKinds[size_t(kind)];
}

/// Each figure as number, whole, and 1 where it is known, one after the other.
QJsonArray jsonOf(const Values &values)
{
    QJsonArray array;
    for (const reports::Value &value : values) {
        array << value.number << value.whole << (value.known ? 1 : 0);
    }
    return array;
}

Values valuesIn(Fields &fields)
{
    constexpr qsizetype partsOfValue = 3;
    Values values{};
    const QList<qint64> numbers = fields.numbers("values"_L1, qsizetype(values.size()) * partsOfValue, 0, largestCount);
    for (qsizetype i = 0; i + partsOfValue <= numbers.size(); i += partsOfValue)
        values[size_t(i / partsOfValue)] = {numbers[i], numbers[i + 1], numbers[i + 2] == 1};
    return values;
}

QJsonArray jsonOf(const QList<Line> &lines)
{
    QJsonArray array;
    for (const Line &line : lines)
        array << QJsonObject{{"key"_L1, line.scope.key}, {"name"_L1, line.scope.name}, {"values"_L1, jsonOf(line.values)}};
    return array;
}

QList<Line> linesIn(Fields &fields, QLatin1StringView name, Scope::Kind kind)
{
    return fields.each(name, mostReportLines, [&](Fields &line) {
        return Line{{kind, base::cleanLine(line.text("key"_L1), longestReportWord), base::cleanLine(line.text("name"_L1), longestReportWord)}, valuesIn(line)};
    });
}

template <size_t size>
QJsonArray jsonOf(const std::array<int, size> &counts)
{
    QJsonArray array;
    for (const int count : counts)
        array << count;
    return array;
}

template <size_t size>
void countsIn(Fields &fields, QLatin1StringView name, std::array<int, size> &counts)
{
    const QList<qint64> numbers = fields.numbers(name, qsizetype(size), 0, std::numeric_limits<int>::max());
    std::ranges::transform(numbers, counts.begin(), [](qint64 number) { return int(number); });
}

QJsonArray jsonOf(const QList<reports::Reason> &reasons)
{
    QJsonArray array;
    for (const reports::Reason &reason : reasons.mid(0, mostReasons))
        array << QJsonObject{{"words"_L1, reason.words}, {"count"_L1, reason.count}};
    return array;
}

QList<reports::Reason> reasonsIn(Fields &fields, QLatin1StringView name)
{
    return fields.each(name, mostReasons, [](Fields &reason) {
        return reports::Reason{base::cleanLine(reason.text("words"_L1), longestReportWord),
                               reason.count("count"_L1, 0, std::numeric_limits<int>::max())};
    });
}

}

QByteArray toJson(const ReportWish &wish)
{
    return compact({{"span"_L1, wordOf(wish.span.kind)},
                    {"from"_L1, wish.span.from.toString(Qt::ISODate)},
                    {"to"_L1, wish.span.to.toString(Qt::ISODate)},
                    {"city"_L1, wish.city}});
}

base::Result<ReportWish> reportWishFrom(const QByteArray &body)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields fields(*object, {});
    ReportWish wish{{Span::Kind::Day, fields.day("from"_L1), fields.day("to"_L1)}, fields.flag("city"_L1)};
    const auto kind = std::ranges::find(spanKinds, fields.word("span"_L1));
    if (kind == spanKinds.end())
        fields.fault("span"_L1, u"is none of day, week, month, year, days"_s);
    else
        wish.span.kind = Span::Kind(kind - spanKinds.begin());
    if (wish.span.to < wish.span.from || wish.span.from.daysTo(wish.span.to) >= mostReportDays)
        fields.fault("to"_L1, u"is before from, or too long after it"_s);
    return fields.done(wish);
}

QByteArray toJson(const Report &report)
{
    QJsonArray compared, trend;
    for (const auto &[span, values] : report.compared)
        compared << QJsonObject{{"values"_L1, jsonOf(values)}};
    for (const auto &[day, values] : report.trend)
        trend << QJsonObject{{"day"_L1, day.toString(Qt::ISODate)}, {"values"_L1, jsonOf(values)}};
    return compact({{"values"_L1, jsonOf(report.values)},
                    {"name"_L1, report.scope.name},
                    {"compared"_L1, compared},
                    {"trend"_L1, trend},
                    {"filingsByHour"_L1, jsonOf(report.filingsByHour)},
                    {"deliveriesByHour"_L1, jsonOf(report.deliveriesByHour)},
                    {"byHall"_L1, jsonOf(report.byHall)},
                    {"byMatter"_L1, jsonOf(report.byMatter)},
                    {"byDepartment"_L1, jsonOf(report.byDepartment)},
                    {"byWindow"_L1, jsonOf(report.byWindow)},
                    {"byClerk"_L1, jsonOf(report.byClerk)},
                    {"ages"_L1, jsonOf(report.ages)},
                    {"refusals"_L1, jsonOf(report.refusalReasons)},
                    {"withdrawals"_L1, jsonOf(report.withdrawalReasons)},
                    {"asOf"_L1, report.state.asOf.toMSecsSinceEpoch()},
                    {"uncounted"_L1, report.state.uncounted}});
}

base::Result<Report> reportFrom(const QByteArray &body, const ReportWish &wish)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields fields(*object, {});
    Report report{.span = wish.span, .scope = {wish.city ? Scope::Kind::City : Scope::Kind::Hall}, .state = {}, .madeAt = {}, .madeBy = {}};
    report.scope.name = base::cleanLine(fields.text("name"_L1), longestReportWord);
    report.values = valuesIn(fields);
    const QList<Span> others = wish.span.compared();
    const QList<Values> compared = fields.each("compared"_L1, others.size(), valuesIn);
    if (compared.size() != others.size())
        fields.fault("compared"_L1, u"are not those that belong to the span"_s);
    for (qsizetype i = 0; i < std::min(compared.size(), others.size()); ++i)
        report.compared.append({others[i], compared[i]});
    report.trend = fields.each("trend"_L1, reports::trendDays, [](Fields &day) {
        const QDate date = day.day("day"_L1);
        return std::pair(date, valuesIn(day));
    });
    countsIn(fields, "filingsByHour"_L1, report.filingsByHour);
    countsIn(fields, "deliveriesByHour"_L1, report.deliveriesByHour);
    report.byHall = linesIn(fields, "byHall"_L1, Scope::Kind::Hall);
    report.byMatter = linesIn(fields, "byMatter"_L1, Scope::Kind::Matter);
    report.byDepartment = linesIn(fields, "byDepartment"_L1, Scope::Kind::Department);
    report.byWindow = linesIn(fields, "byWindow"_L1, Scope::Kind::Window);
    report.byClerk = linesIn(fields, "byClerk"_L1, Scope::Kind::Clerk);
    countsIn(fields, "ages"_L1, report.ages);
    report.refusalReasons = reasonsIn(fields, "refusals"_L1);
    report.withdrawalReasons = reasonsIn(fields, "withdrawals"_L1);
    report.state.hub = true;
    report.state.asOf = fields.time("asOf"_L1);
    report.state.uncounted = fields.count("uncounted"_L1, 0, std::numeric_limits<int>::max());
    return fields.done(std::move(report));
}

}
