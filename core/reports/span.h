#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace reports {

/// The days that a report covers.
struct Span {
    enum class Kind { Day, Week, Month, Year, Any };
    Kind kind = Kind::Day;
    QDate from;
    QDate to; ///< the last day, which counts too

    static Span day(QDate day) { return {Kind::Day, day, day}; }
    /// Monday to Sunday.
    static Span week(QDate anyDay);
    static Span month(QDate anyDay);
    static Span year(QDate anyDay);
    /// In either order.
    static Span days(QDate one, QDate other);

    bool contains(QDate day) const { return from <= day && day <= to; }
    int length() const { return int(from.daysTo(to)) + 1; }
    /// As it stands on paper, e.g. 2026年11月22日, 2026年11月16日至22日.
    QString words() const;
    /// With which others it is compared: a day with yesterday and the same weekday last week, a week with the one before, a month and a year
    /// with the one before and (month) that of last year, any other with as many days before it.
    QList<Span> compared() const;
    /// What one of compared() is called, e.g. 昨日, 上周同日.
    QString relation(const Span &other) const;
    bool operator==(const Span &) const = default;
};

constexpr int trendDays = 14;

/// Whose work counts.
struct Scope {
    enum class Kind {
        Hall, ///< key: its code, where several are counted; empty: everything that is here
        Window, ///< key: UUID of its device
        Clerk, ///< key: name
        Matter, ///< key: pack/matter
        Department, ///< key: its name; what counts once a case counts when the case has an item of it
        City, ///< all halls; only a hub has them
    };
    Kind kind = Kind::Hall;
    QString key = {};
    QString name = {}; ///< as reports show it
    bool operator==(const Scope &) const = default;
};

}
