#include "ui/report/reportcharts.h"

#include "ui/theme/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QCoreApplication>
#include <QGraphicsScene>
#include <QHorizontalBarSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using reports::Figure;

namespace reportcharts {

namespace {

struct ChartTexts {
    Q_DECLARE_TR_FUNCTIONS(ReportCharts)
};

constexpr int mostBars = 8;
constexpr int firstHour = 7; ///< of the day, unless something happened before
constexpr int lastHour = 19;
constexpr qsizetype longestName = 9;
constexpr int ticks = 5;
constexpr double wholeShare = 100;
constexpr double roomyShare = 135; ///< leaves room for the number at a whole one

QString shortened(const QString &name)
{
    return name.size() > longestName ? name.left(longestName - 1) + u'…' : name;
}

QString ageName(size_t bound)
{
    const auto &bounds = reports::ageBounds;
    if (bound == 0)
        return ChartTexts::tr("under %1 d").arg(bounds[0]);
    if (bound == bounds.size())
        return ChartTexts::tr("from %1 d").arg(bounds.back());
    return ChartTexts::tr("%1–%2 d").arg(bounds[bound - 1]).arg(bounds[bound] - 1);
}

std::pair<int, int> hoursOf(const reports::Report &report)
{
    int first = firstHour, last = lastHour;
    for (int hour = 0; hour < int(report.filingsByHour.size()); ++hour) {
        if (report.filingsByHour[size_t(hour)] + report.deliveriesByHour[size_t(hour)] == 0)
            continue;
        first = std::min(first, hour);
        last = std::max(last, hour);
    }
    return {first, last};
}

QList<Bar> hourBars(const std::array<int, 24> &counts, std::pair<int, int> hours)
{
    QList<Bar> bars;
    for (int hour = hours.first; hour <= hours.second; ++hour)
        bars.append({QString::number(hour), double(counts[size_t(hour)]), QString::number(counts[size_t(hour)])});
    return bars;
}

QList<Bar> matterBars(const reports::Report &report)
{
    QList<Bar> bars;
    for (const reports::Line &line : report.byMatter) {
        const qint64 filings = of(line.values, Figure::Filings).number;
        if (bars.size() < mostBars && filings > 0)
            bars.append({shortened(line.scope.name), double(filings), QString::number(filings)});
    }
    return bars;
}

QList<Bar> ageBars(const reports::Report &report)
{
    QList<Bar> bars;
    for (size_t bound = 0; bound < report.ages.size(); ++bound)
        bars.append({ageName(bound), double(report.ages[bound]), QString::number(report.ages[bound])});
    return bars;
}

QList<Bar> onTimeBars(const reports::Report &report)
{
    QList<Bar> bars;
    for (const reports::Line &line : report.byDepartment) {
        const qint64 inTime = of(line.values, Figure::EarlyDecisions).number + of(line.values, Figure::TimelyDecisions).number;
        const qint64 all = inTime + of(line.values, Figure::LateDecisions).number;
        if (all == 0 || bars.size() == mostBars)
            continue;
        const double share = wholeShare * double(inTime) / double(all);
        bars.append({shortened(line.scope.name), share, u"%1% (%2/%3)"_s.arg(share, 0, 'f', 1).arg(inTime).arg(all)});
    }
    return bars;
}

QBrush patternOf(int series)
{
    return series == 0 ? QBrush(Qt::black, Qt::BDiagPattern) : QBrush(Qt::black, Qt::Dense6Pattern);
}

QBarSet *setOf(const QString &name, const QList<Bar> &bars, int series)
{
    auto *set = new QBarSet(name);
    for (const Bar &bar : bars)
        *set << bar.value;
    set->setBrush(patternOf(series));
    set->setPen(QPen(Qt::black, 1));
    set->setLabelColor(Qt::black);
    set->setLabelFont(theme::font(theme::Type::Caption));
    return set;
}

void dressAxis(QAbstractAxis &axis)
{
    axis.setLabelsColor(Qt::black);
    axis.setLabelsFont(theme::font(theme::Type::Caption));
    axis.setGridLineColor(theme::colour(theme::Colour::Line));
    axis.setLinePen(QPen(Qt::black, 1));
}

/// A whole number that leaves room for the number at the highest bar.
double topOf(const QList<Bar> &bars)
{
    double most = 0;
    for (const Bar &bar : bars)
        most = std::max(most, bar.value);
    return std::max<double>(ticks - 1, std::ceil(most * 1.2 / (ticks - 1)) * (ticks - 1));
}

void fill(QChart &chart, QAbstractBarSeries *series, const QList<Bar> &bars, double top, bool isHorizontal)
{
    QStringList names;
    for (const Bar &bar : bars)
        names << bar.name;
    series->setLabelsVisible(true);
    series->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    series->setBarWidth(0.7);
    chart.addSeries(series);
    auto *categories = new QBarCategoryAxis;
    categories->append(names);
    categories->setTruncateLabels(false);
    auto *values = new QValueAxis;
    values->setRange(0, top);
    values->setTickCount(ticks);
    values->setLabelFormat(u"%d"_s);
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *>{categories, values})
        dressAxis(*axis);
    chart.addAxis(categories, isHorizontal ? Qt::AlignLeft : Qt::AlignBottom);
    chart.addAxis(values, isHorizontal ? Qt::AlignBottom : Qt::AlignLeft);
    series->attachAxis(categories);
    series->attachAxis(values);
}

void fillHours(QChart &chart, const reports::Report &report)
{
    const auto hours = hoursOf(report);
    const QList<Bar> filed = hourBars(report.filingsByHour, hours);
    const QList<Bar> given = hourBars(report.deliveriesByHour, hours);
    auto *series = new QBarSeries;
    series->append(setOf(ChartTexts::tr("filed"), filed, 0));
    series->append(setOf(ChartTexts::tr("handed over"), given, 1));
    fill(chart, series, filed, std::max(topOf(filed), topOf(given)), false);
}

/// Horizontal bars are stacked from below: the first of the list stands above.
void fillBars(QChart &chart, QList<Bar> bars, double top, bool isHorizontal)
{
    if (isHorizontal)
        std::ranges::reverse(bars);
    QAbstractBarSeries *series = isHorizontal ? static_cast<QAbstractBarSeries *>(new QHorizontalBarSeries) : new QBarSeries;
    series->append(setOf({}, bars, 0));
    fill(chart, series, bars, top, isHorizontal);
    chart.legend()->hide();
}

/// Ticks up to the whole, and the sign of a share at every bar.
void showShares(QChart &chart)
{
    for (QAbstractAxis *axis : chart.axes(Qt::Horizontal)) {
        if (auto *values = qobject_cast<QValueAxis *>(axis)) {
            values->setTickType(QValueAxis::TicksDynamic);
            values->setTickInterval(wholeShare / 2);
        }
    }
    for (QAbstractSeries *series : chart.series()) {
        if (auto *bars = qobject_cast<QAbstractBarSeries *>(series))
            bars->setLabelsFormat(u"@value%"_s);
    }
}

}

QString caption(Chart chart)
{
    switch (chart) {
    case Chart::Hours:
        return ChartTexts::tr("Filed and handed over, by hour");
    case Chart::Matters:
        return ChartTexts::tr("Filed, by matter");
    case Chart::Ages:
        return ChartTexts::tr("Open items, by days since filing");
    case Chart::OnTime:
        return ChartTexts::tr("Decided in time, by department");
    }
    Q_UNREACHABLE();
}

QList<Bar> barsOf(Chart chart, const reports::Report &report)
{
    switch (chart) {
    case Chart::Hours:
        return hourBars(report.filingsByHour, hoursOf(report));
    case Chart::Matters:
        return matterBars(report);
    case Chart::Ages:
        return ageBars(report);
    case Chart::OnTime:
        return onTimeBars(report);
    }
    Q_UNREACHABLE();
}

QImage draw(Chart chart, const reports::Report &report, QSize size, double scale)
{
    QImage image(size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    if (size.isEmpty())
        return image;
    QGraphicsScene scene;
    auto *drawn = new QChart; // the scene owns it
    scene.addItem(drawn);
    drawn->setAnimationOptions(QChart::NoAnimation);
    drawn->setBackgroundVisible(false);
    drawn->setMargins(QMargins(2, 2, 8, 2));
    drawn->setTitle(caption(chart));
    drawn->setTitleFont(theme::font(theme::Type::Strong));
    drawn->setTitleBrush(Qt::black);
    drawn->legend()->setFont(theme::font(theme::Type::Caption));
    drawn->legend()->setAlignment(Qt::AlignTop);
    const QList<Bar> bars = barsOf(chart, report);
    if (chart == Chart::Hours)
        fillHours(*drawn, report);
    else
        fillBars(*drawn, bars, chart == Chart::OnTime ? roomyShare : topOf(bars), chart == Chart::Matters || chart == Chart::OnTime);
    if (chart == Chart::OnTime)
        showShares(*drawn);
    drawn->resize(size);
    scene.setSceneRect(QRectF(QPointF(), size));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    scene.render(&painter, QRectF(QPointF(), size), QRectF(QPointF(), size));
    return image;
}

}
