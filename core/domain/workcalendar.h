#pragma once

#include <QDate>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

namespace domain {

/// What a notice says of one year: which weekdays are free and which weekend days are worked (国务院办公厅关于部分节假日安排的通知).
struct CalendarYear {
    int year = 0;
    QString notice; ///< number of the notice, e.g. 国办发明电〔2025〕7号
    QString source; ///< where and how sure
    QString region; ///< empty: the whole country; else whose own arrangement (临时调休) it is, laid over the country's
    QSet<QDate> off; ///< not worked, though a weekday; a region may free any day
    QSet<QDate> worked; ///< worked, though a Saturday or Sunday
    bool operator==(const CalendarYear &) const = default;
};

/// The end of a limit.
struct LimitEnd {
    QDate day;
    bool provisional = false; ///< the way leads through a year without a calendar: Monday to Friday were counted
    bool operator==(const LimitEnd &) const = default;
};

/// Counts working days by the calendars that are loaded. Longer service hours or a window that opens at weekends make no working
/// day: only calendars do.
class WorkCalendar final
{
public:
    /// The years of the country first, then those of a region, whatever the order they are given in.
    explicit WorkCalendar(QList<CalendarYear> years = {});

    /// Whether the country's calendar of \a year is loaded.
    bool knows(int year) const { return m_known.contains(year); }
    /// The notice that \a year goes by; empty when it is not loaded.
    QString notice(int year) const { return m_known.value(year); }
    /// The years whose calendar is loaded, ascending.
    QList<int> years() const { return m_known.keys(); }
    /// In a year that is not loaded: Monday to Friday.
    bool isWorkday(QDate day) const;

    /// The \a count-th working day after \a start, which is not counted itself (民法典 201); it ends with that day (202).
    /// With \a count 0 the day itself, or the next working day when it is none. \a count from 0 to 10,000.
    LimitEnd afterWorkdays(QDate start, int count) const;
    /// The \a count-th day after \a start; when it is no working day, the next one that is (民法典 203). \a count from 0 on.
    LimitEnd afterDays(QDate start, int count) const;
    /// Working days after \a from up to and with \a to; negative when \a to is earlier.
    int workdaysBetween(QDate from, QDate to) const;

private:
    QDate nextWorkdayFrom(QDate day) const;
    bool isProvisional(QDate from, QDate to) const;

    QMap<int, QString> m_known;
    QSet<QDate> m_off;
    QSet<QDate> m_worked;
};

}
