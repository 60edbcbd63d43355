#pragma once

#include "core/reports/span.h"

#include <QDateTime>
#include <QMap>

#include <array>
#include <vector>

namespace reports {

/// Every figure of a report; what each means exactly: glossary.h.
enum class Figure {
    Filings, ///< 收件
    OnlineFilings, ///< of Filings
    FiledItems,
    OnTheSpot, ///< 当场更正
    FirstNotices, ///< 一次性告知
    FurtherNotices,
    SecondTellings, ///< 二次告知: must be 0
    Deferrals, ///< 容缺 materials
    DeferralsSupplied,
    DeferralsLapsed,
    Commitments, ///< 告知承诺 materials
    CommitmentsBroken, ///< of them found not to be true or kept, whenever they were given
    Acceptances, ///< 受理
    LateAcceptances, ///< of Acceptances and Refusals
    Refusals, ///< 不予受理
    Withdrawals, ///< 撤回
    Returns, ///< 退件
    Decisions, ///< 办结
    EarlyDecisions, ///< of Decisions, as the next three
    TimelyDecisions,
    LateDecisions,
    DecisionsWithoutLimit,
    Denials, ///< of Decisions
    Open, ///< 在办 at the end of the span; its parts follow
    OpenGreen,
    OpenAmber,
    OpenRed,
    OpenOverdue,
    OpenPaused,
    OpenWithoutLimit,
    Deliveries, ///< 送达; its ways follow
    DeliveriesAtWindow,
    DeliveriesByCourier,
    DeliveriesElectronic,
    DeliveriesByMachine,
    ExemptMaterials, ///< 免提交, of the materials asked for
    VisitsSaved,
    WindowMinutesMedian,
    WindowMinutesP90,
    OutcomeMinutesMedian,
    OutcomeMinutesP90,
    Reprints,
    Ratings, ///< 好差评; known to a hub only, as the next
    BadRatings, ///< of Ratings
    ReceiptsPrinted, ///< of this window
    ReceiptDifferences, ///< of ReceiptsPrinted: what hub and window do not agree about
};
constexpr int figures = int(Figure::ReceiptDifferences) + 1;

/// What a figure came to.
struct Value {
    qint64 number = 0; ///< a count; of medians and p90: minutes
    qint64 whole = 0; ///< of shares: of how many; of medians and p90: how many were measured (0: none, number means nothing)
    bool known = true; ///< false: nobody tells it here
    bool operator==(const Value &) const = default;
};
using Values = std::array<Value, figures>;

inline const Value &of(const Values &values, Figure figure)
{
    return values[size_t(figure)];
}

/// One row of a table: the figures of one hall, matter, department, window or clerk.
struct Line {
    Scope scope; ///< narrower than that of the report
    Values values;
    bool operator==(const Line &) const = default;
};

/// How often a reason was given.
struct Reason {
    QString words;
    int count = 0;
    bool operator==(const Reason &) const = default;
};

/// From which state of the data a report was made.
struct DataState {
    bool hub = false; ///< everything of the hall was here when it was made
    QDateTime asOf; ///< hub: by the hub; else by this PC
    QDateTime lastContact; ///< not \c hub: when the hub answered last; null: never
    int unsent = 0; ///< acts of this window that the hub does not have yet
    int uncounted = 0; ///< cases without a guide at hand, which are in no figure

    /// As it stands in the head of every report.
    QString words() const;
    bool operator==(const DataState &) const = default;
};

/// A report: plain values.
struct Report {
    Span span;
    Scope scope;
    DataState state;
    QDateTime madeAt;
    QString madeBy;
    Values values{};
    QList<std::pair<Span, Values>> compared; ///< as Span::compared()
    QList<std::pair<QDate, Values>> trend; ///< trendDays days up to the end of the span, or to today where it has not ended
    std::array<int, 24> filingsByHour{};
    std::array<int, 24> deliveriesByHour{};
    QList<Line> byHall; ///< where several are counted; most filings first, as the next
    QList<Line> byMatter;
    QList<Line> byDepartment; ///< most decisions first
    QList<Line> byWindow;
    QList<Line> byClerk;
    /// Open items by how long ago they were filed, in days: below each bound, the last without one.
    std::array<int, 6> ages{};
    QList<Reason> refusalReasons, withdrawalReasons; ///< most often first
    /// Rows of the cases behind each figure, ascending, each once; see ReportDesk::cases().
    std::array<std::vector<qint64>, figures> rows;
};
/// Bounds of Report::ages.
inline constexpr std::array ageBounds{1, 3, 7, 15, 30};

}
