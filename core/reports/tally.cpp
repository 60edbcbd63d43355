#include "core/reports/tally.h"

#include "core/domain/guideprose.h"
#include "core/reports/glossary.h"

#include <algorithm>
#include <unordered_map>

namespace reports {

using namespace Qt::StringLiterals;
using Kind = domain::ReportFact::Kind;
using Timing = domain::ReportFact::Timing;
using domain::Collection;

namespace {

constexpr int reasonBase = 256;
constexpr qint64 secondsOfADay = 86400;

/// Figures while they are counted.
struct Sums {
    Values values{};
    std::vector<int> visits, outcomes; ///< minutes
};

/// One span of days that is counted: that of the report, one to compare, a day of the trend.
struct Bucket {
    Span span;
    qint64 end = 0; ///< seconds since 1970: when it is looked at what is open
    Sums sums;
};

/// Of sorted \a minutes: the smallest that at least \a percent of them do not exceed (nearest rank).
Value rankOf(const std::vector<int> &minutes, int percent)
{
    if (minutes.empty())
        return {};
    const size_t rank = (minutes.size() * size_t(percent) + 99) / 100;
    return {minutes[std::max<size_t>(rank, 1) - 1], qint64(minutes.size()), true};
}

Values finished(Sums &sums)
{
    std::ranges::sort(sums.visits);
    std::ranges::sort(sums.outcomes);
    Values &values = sums.values;
    values[size_t(Figure::WindowMinutesMedian)] = rankOf(sums.visits, 50);
    values[size_t(Figure::WindowMinutesP90)] = rankOf(sums.visits, 90);
    values[size_t(Figure::OutcomeMinutesMedian)] = rankOf(sums.outcomes, 50);
    values[size_t(Figure::OutcomeMinutesP90)] = rankOf(sums.outcomes, 90);
    for (const Term &term : glossary()) {
        if (term.part)
            values[size_t(term.figure)].whole = of(values, *term.part).number;
    }
    values[size_t(Figure::LateAcceptances)].whole = of(values, Figure::Acceptances).number + of(values, Figure::Refusals).number;
    for (const Figure unknown : {Figure::Ratings, Figure::BadRatings, Figure::ReceiptsPrinted, Figure::ReceiptDifferences})
        values[size_t(unknown)] = {0, 0, false};
    return values;
}

Figure figureOfWay(int way)
{
    switch (Collection(way)) {
    case Collection::Window:
        return Figure::DeliveriesAtWindow;
    case Collection::Courier:
        return Figure::DeliveriesByCourier;
    case Collection::Electronic:
        return Figure::DeliveriesElectronic;
    case Collection::SelfService:
        return Figure::DeliveriesByMachine;
    }
    return Figure::DeliveriesAtWindow;
}

Figure figureOfTiming(int timing)
{
    switch (Timing(timing)) {
    case Timing::Early:
        return Figure::EarlyDecisions;
    case Timing::OnTime:
        return Figure::TimelyDecisions;
    case Timing::Late:
        return Figure::LateDecisions;
    case Timing::NoLimit:
        return Figure::DecisionsWithoutLimit;
    }
    return Figure::DecisionsWithoutLimit;
}

/// By the clocks as they are known now, at \a moment.
Figure colourOf(const CountedWait &wait, qint64 moment)
{
    if (wait.due == 0)
        return wait.paused ? Figure::OpenPaused : Figure::OpenWithoutLimit;
    if (moment < wait.amberFrom)
        return Figure::OpenGreen;
    if (moment > wait.due)
        return Figure::OpenOverdue;
    return moment < wait.redFrom ? Figure::OpenAmber : Figure::OpenRed;
}

/// Hands every figure that \a fact counts for to \a bump, with how much; times go to \a visits or \a outcomes.
template <class Bump, class Visits, class Outcomes>
void eachFigure(const CountedFact &fact, Bump bump, Visits visits, Outcomes outcomes)
{
    switch (fact.kind) {
    case Kind::Opened:
        break;
    case Kind::Filed:
        bump(Figure::Filings, 1);
        if (fact.value)
            bump(Figure::OnlineFilings, 1);
        break;
    case Kind::ItemFiled:
        bump(Figure::FiledItems, 1);
        break;
    case Kind::Asked: // the whole of the next
        break;
    case Kind::Exempted:
        bump(Figure::ExemptMaterials, fact.value);
        break;
    case Kind::OnTheSpot:
        bump(Figure::OnTheSpot, fact.value);
        break;
    case Kind::Committed:
        bump(Figure::Commitments, fact.value);
        break;
    case Kind::PromiseBroken:
        bump(Figure::CommitmentsBroken, 1);
        break;
    case Kind::Notice:
        bump(fact.value == 1 ? Figure::FirstNotices : Figure::FurtherNotices, 1);
        break;
    case Kind::SecondTelling:
        bump(Figure::SecondTellings, 1);
        break;
    case Kind::Deferred:
        bump(Figure::Deferrals, 1);
        break;
    case Kind::Supplied:
        bump(Figure::DeferralsSupplied, 1);
        break;
    case Kind::DeferralLapsed:
        bump(Figure::DeferralsLapsed, 1);
        break;
    case Kind::Accepted:
        bump(Figure::Acceptances, 1);
        if (fact.value)
            bump(Figure::LateAcceptances, 1);
        break;
    case Kind::Refused:
        bump(Figure::Refusals, 1);
        if (fact.value / reasonBase)
            bump(Figure::LateAcceptances, 1);
        break;
    case Kind::Withdrawn:
        bump(Figure::Withdrawals, 1);
        break;
    case Kind::Returned:
        bump(Figure::Returns, 1);
        break;
    case Kind::Decided:
        bump(Figure::Decisions, 1);
        bump(figureOfTiming(fact.value % reasonBase), 1);
        if (fact.value / reasonBase)
            bump(Figure::Denials, 1);
        break;
    case Kind::Outcome:
        outcomes(fact.value);
        break;
    case Kind::Visit:
        visits(fact.value);
        break;
    case Kind::Delivered:
        bump(Figure::Deliveries, 1);
        bump(figureOfWay(fact.value), 1);
        break;
    case Kind::VisitsSaved:
        bump(Figure::VisitsSaved, fact.value);
        break;
    case Kind::Reprint:
        bump(Figure::Reprints, 1);
        break;
    }
}

void addTo(Sums &sums, const CountedFact &fact)
{
    eachFigure(fact, [&](Figure figure, int count) { sums.values[size_t(figure)].number += count; },
               [&](int minutes) { sums.visits.push_back(minutes); }, [&](int minutes) { sums.outcomes.push_back(minutes); });
    if (fact.kind == Kind::Asked)
        sums.values[size_t(Figure::ExemptMaterials)].whole += fact.value;
}

void addOpen(Sums &sums, Figure colour)
{
    ++sums.values[size_t(Figure::Open)].number;
    ++sums.values[size_t(colour)].number;
}

}

struct Tally::Parts {
    Parts(const Span &itsSpan, Scope itsScope, QDateTime now, const Dictionary &words) :
        span(itsSpan), scope(std::move(itsScope)), asOf(std::move(now)), dictionary(words)
    {
        addBucket(span);
        compared = span.compared();
        for (const Span &other : std::as_const(compared))
            addBucket(other);
        for (int back = trendDays - 1; back >= 0; --back)
            addBucket(Span::day(std::min(span.to, asOf.date()).addDays(-back)));
        firstDay = std::ranges::min(buckets, {}, [](const Bucket &bucket) { return bucket.span.from; }).span.from.toJulianDay();
        const qint64 last = std::ranges::max(buckets, {}, [](const Bucket &bucket) { return bucket.span.to; }).span.to.toJulianDay();
        ofDay.resize(size_t(last - firstDay + 1));
        for (size_t i = 0; i < buckets.size(); ++i) {
            for (qint64 day = buckets[i].span.from.toJulianDay(); day <= buckets[i].span.to.toJulianDay(); ++day)
                ofDay[size_t(day - firstDay)].push_back(i);
        }
        const QString &key = scope.key;
        for (auto it = words.begin(); it != words.end(); ++it) {
            if (*it == key)
                wanted = it.key();
        }
    }

    void addBucket(const Span &days)
    {
        QDateTime end = asOf;
        end.setDate(days.to);
        end.setTime(QTime(23, 59, 59));
        buckets.push_back({days, std::min(end, asOf).toMSecsSinceEpoch() / 1000, {}});
    }

    /// Whether what happened to the case, or to an item of \a department, counts for the scope.
    bool isWanted(const CountedCase &file, bool ofItem, Word department, Word clerk, Word window) const
    {
        switch (scope.kind) {
        case Scope::Kind::City:
            return true;
        case Scope::Kind::Hall:
            return scope.key.isEmpty() || (wanted != 0 && file.hall == wanted);
        case Scope::Kind::Window:
            return wanted != 0 && window == wanted;
        case Scope::Kind::Clerk:
            return wanted != 0 && clerk == wanted;
        case Scope::Kind::Matter:
            return wanted != 0 && file.matter == wanted;
        case Scope::Kind::Department:
            break;
        }
        return wanted != 0 && (ofItem ? department == wanted : std::ranges::find(file.departments, wanted) != file.departments.end());
    }

    void addFact(const CountedCase &file, const CountedFact &fact)
    {
        if (fact.kind == Kind::Opened && fact.window != 0 && fact.value >= 0)
            windowCodes[fact.window] = fact.value;
        const qint64 place = fact.day - firstDay;
        if (place < 0 || place >= qint64(ofDay.size()) || !isWanted(file, fact.ofItem, fact.department, fact.clerk, fact.window))
            return;
        for (const size_t bucket : ofDay[size_t(place)]) {
            addTo(buckets[bucket].sums, fact);
            if (bucket == 0)
                addToReport(file, fact);
        }
    }

    void note(Figure figure, qint64 row)
    {
        std::vector<qint64> &list = rows[size_t(figure)];
        if (list.empty() || list.back() != row)
            list.push_back(row);
    }

    /// What only the span of the report itself tells.
    void addToReport(const CountedCase &file, const CountedFact &fact)
    {
        eachFigure(
            fact, [&](Figure figure, int count) { count > 0 ? note(figure, file.row) : void(); },
            [&](int) { noteTimes(Figure::WindowMinutesMedian, Figure::WindowMinutesP90, file.row); },
            [&](int) { noteTimes(Figure::OutcomeMinutesMedian, Figure::OutcomeMinutesP90, file.row); });
        eachLine(file, fact.ofItem, fact.department, fact.clerk, fact.window, [&](Sums &sums) { addTo(sums, fact); });
        if (fact.kind == Kind::Filed)
            ++filings[size_t(fact.hour)];
        if (fact.kind == Kind::Delivered)
            ++deliveries[size_t(fact.hour)];
        if (fact.kind == Kind::Refused)
            refusals.push_back({file.row, fact.value % reasonBase});
        if (fact.kind == Kind::Withdrawn)
            withdrawals.push_back({file.row, fact.value});
    }
    void noteTimes(Figure median, Figure p90, qint64 row)
    {
        note(median, row);
        note(p90, row);
    }

    template <class Add>
    void eachLine(const CountedCase &file, bool ofItem, Word department, Word clerk, Word window, Add addIt)
    {
        matterNames[file.matter] = file.matterName;
        addIt(matters[file.matter]);
        if (file.hall != 0)
            addIt(halls[file.hall]);
        if (window != 0)
            addIt(windows[window]);
        if (clerk != 0)
            addIt(clerks[clerk]);
        if (ofItem)
            return addIt(departments[department]);
        for (const Word each : file.departments)
            addIt(departments[each]);
    }

    void addWait(const CountedCase &file, const CountedWait &wait)
    {
        if (!isWanted(file, true, wait.department, file.clerk, file.window))
            return;
        for (Bucket &bucket : buckets) {
            if (wait.from > bucket.end || (wait.until != 0 && wait.until <= bucket.end))
                continue;
            const Figure colour = colourOf(wait, bucket.end);
            addOpen(bucket.sums, colour);
            if (&bucket != &buckets.front())
                continue;
            note(Figure::Open, file.row);
            note(colour, file.row);
            eachLine(file, true, wait.department, file.clerk, file.window, [&](Sums &sums) { addOpen(sums, colour); });
            noteAge(file, bucket.end);
        }
    }
    void noteAge(const CountedCase &file, qint64 end)
    {
        // An item waits first for its acceptance, from the filing on.
        const qint64 filed = std::ranges::min(file.waits, {}, &CountedWait::from).from;
        const qint64 days = (end - filed) / secondsOfADay;
        const auto bound = std::ranges::find_if(ageBounds, [&](int limit) { return days < limit; });
        ++ages[size_t(bound - ageBounds.begin())];
    }

    QList<Line> linesOf(std::unordered_map<Word, Sums> &all, Scope::Kind kind, Figure order) const
    {
        QList<Line> lines;
        for (auto &[word, sums] : all) {
            if (word == 0)
                continue;
            Scope line{kind, dictionary.value(word), dictionary.value(word)};
            if (kind == Scope::Kind::Matter)
                line.name = dictionary.value(matterNames.at(word));
            if (kind == Scope::Kind::Window) {
                const auto code = windowCodes.find(word);
                line.name = code == windowCodes.end() ? line.key.left(8)
                                                      : u"%1号窗口"_s.arg(code->second, 3, 10, QLatin1Char('0'));
            }
            lines.append({line, finished(sums)});
        }
        std::ranges::sort(lines, [&](const Line &a, const Line &b) {
            const qint64 ofA = of(a.values, order).number, ofB = of(b.values, order).number;
            return ofA != ofB ? ofA > ofB : a.scope.key < b.scope.key;
        });
        return lines;
    }

    const Span span;
    const Scope scope;
    const QDateTime asOf;
    const Dictionary &dictionary;
    Word wanted = 0; ///< of the scope
    QList<Span> compared;
    std::vector<Bucket> buckets; ///< the report's own first
    qint64 firstDay = 0;
    std::vector<std::vector<size_t>> ofDay; ///< buckets that have a day, from firstDay on
    std::array<std::vector<qint64>, figures> rows;
    std::unordered_map<Word, Sums> halls, matters, departments, windows, clerks;
    std::unordered_map<Word, Word> matterNames;
    std::unordered_map<Word, int> windowCodes;
    std::array<int, 24> filings{}, deliveries{};
    std::array<int, ageBounds.size() + 1> ages{};
    std::vector<GivenReason> refusals, withdrawals;
};

Tally::Tally(const Span &span, const Scope &scope, const QDateTime &asOf, const Dictionary &dictionary) :
    m(std::make_unique<Parts>(span, scope, asOf, dictionary))
{
}

Tally::~Tally() = default;

Span Tally::reach() const
{
    return Span::days(QDate::fromJulianDay(m->firstDay), QDate::fromJulianDay(m->firstDay + qint64(m->ofDay.size()) - 1));
}

void Tally::add(const CountedCase &file)
{
    for (const CountedFact &fact : file.facts)
        m->addFact(file, fact);
    for (const CountedWait &wait : file.waits)
        m->addWait(file, wait);
}

const std::vector<Tally::GivenReason> &Tally::refusals() const
{
    return m->refusals;
}

const std::vector<Tally::GivenReason> &Tally::withdrawals() const
{
    return m->withdrawals;
}

Report Tally::report()
{
    Report report{.span = m->span, .scope = m->scope, .state = {}, .madeAt = m->asOf, .madeBy = {}};
    size_t next = 0;
    report.values = finished(m->buckets[next++].sums);
    for (const Span &other : std::as_const(m->compared))
        report.compared.append({other, finished(m->buckets[next++].sums)});
    for (; next < m->buckets.size(); ++next)
        report.trend.append({m->buckets[next].span.from, finished(m->buckets[next].sums)});
    report.filingsByHour = m->filings;
    report.deliveriesByHour = m->deliveries;
    report.byHall = m->linesOf(m->halls, Scope::Kind::Hall, Figure::Filings);
    report.byMatter = m->linesOf(m->matters, Scope::Kind::Matter, Figure::Filings);
    report.byDepartment = m->linesOf(m->departments, Scope::Kind::Department, Figure::Decisions);
    report.byWindow = m->linesOf(m->windows, Scope::Kind::Window, Figure::Filings);
    report.byClerk = m->linesOf(m->clerks, Scope::Kind::Clerk, Figure::Filings);
    report.ages = m->ages;
    report.rows = std::move(m->rows);
    for (std::vector<qint64> &rows : report.rows) {
        std::ranges::sort(rows);
        rows.erase(std::ranges::unique(rows).begin(), rows.end());
    }
    return report;
}

QList<Reason> mostOftenFirst(const QHash<QString, int> &counts)
{
    QList<Reason> reasons;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        reasons.append({it.key(), *it});
    std::ranges::sort(reasons, [](const Reason &a, const Reason &b) { return a.count != b.count ? a.count > b.count : a.words < b.words; });
    return reasons;
}

}
