#pragma once

#include "core/base/result.h"
#include "core/domain/workcalendar.h"

#include <QDateTime>

namespace domain {

/// When a hall is open on a working day.
class OfficeHours final
{
public:
    struct Span {
        QTime from;
        QTime until; ///< later than \c from
        bool operator==(const Span &) const = default;
    };
    /// The hours of a season: from its first day (month, day) of every year until the next season begins.
    struct Season {
        int month = 1;
        int day = 1;
        QList<Span> spans;
        bool operator==(const Season &) const = default;
    };

    /// Understands “08:30-12:00 14:00-17:30” and, with summer hours, “08:30-12:00 14:00-17:30; 6-1: 08:30-12:00 15:00-18:30;
    /// 9-1: 08:30-12:00 14:00-17:30”: times within a day in order, seasons in the order of the year. Error::Settings otherwise.
    static base::Result<OfficeHours> parse(const QString &text);

    /// The spans of \a day, whether it is a working day or not.
    const QList<Span> &spansOf(QDate day) const;
    /// \a minutes of office time after \a start (within working days of \a calendar); also says whether a year without a
    /// calendar was touched. \a minutes from 0 to a year of office time. The end of a span counts as office time.
    std::pair<QDateTime, bool> after(const QDateTime &start, int minutes, const WorkCalendar &calendar) const;

    bool operator==(const OfficeHours &) const = default;

private:
    QList<Season> m_seasons; ///< never empty once parsed
};

}
