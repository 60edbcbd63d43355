#include "core/desk/hubfigures.h"

#include "core/desk/hublink.h"
#include "core/wire/messages.h"
#include "core/wire/reporting.h"

#include <QTimer>

#include <algorithm>

namespace desk {

using reports::Figure;
using reports::Report;
using reports::Scope;
using reports::Values;

namespace {

constexpr int patienceForHall = 4'000; // milliseconds: without its ratings a report is whole enough
constexpr int patienceForCity = 60'000;

void takeRatings(Values &into, const Values &from)
{
    for (const Figure figure : {Figure::Ratings, Figure::BadRatings})
        into[size_t(figure)] = of(from, figure);
}

}

void HubFigures::ask(const reports::Span &span, bool city, QObject *context, Answered done)
{
    if (!m_link.place()) {
        QTimer::singleShot(0, context, [done = std::move(done)] { done({}); });
        return;
    }
    const wire::ReportWish wish{span, city};
    m_link.ask({.method = "POST", .target = "/report/v1/figures", .type = wire::jsonType, .body = wire::toJson(wish),
                .timeout = city ? patienceForCity : patienceForHall},
               context, [wish, done = std::move(done)](const syncing::SignedLine::Outcome &outcome) {
                   if (!outcome || outcome->status != 200)
                       return done({});
                   const base::Result<Report> report = wire::reportFrom(outcome->body, wish);
                   done(report ? std::optional(*report) : std::nullopt);
               });
}

void addRatings(Report &report, const Report &hub)
{
    if (report.scope.kind == Scope::Kind::Hall) {
        takeRatings(report.values, hub.values);
        for (qsizetype i = 0; i < std::min(report.compared.size(), hub.compared.size()); ++i)
            takeRatings(report.compared[i].second, hub.compared[i].second);
        for (auto &[day, values] : report.trend) {
            const auto same = std::ranges::find(hub.trend, day, &std::pair<QDate, Values>::first);
            if (same != hub.trend.end())
                takeRatings(values, same->second);
        }
    }
    for (const reports::Line &line : hub.byWindow) {
        if (report.scope.kind == Scope::Kind::Window && report.scope.key == line.scope.key)
            takeRatings(report.values, line.values);
        const auto same = std::ranges::find(report.byWindow, line.scope.key, [](const reports::Line &own) { return own.scope.key; });
        if (same != report.byWindow.end())
            takeRatings(same->values, line.values);
    }
}

}
