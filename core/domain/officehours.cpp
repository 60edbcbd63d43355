#include "core/domain/officehours.h"

#include <QRegularExpression>

#include <algorithm>

namespace domain {

using namespace Qt::StringLiterals;

namespace {

std::optional<QList<OfficeHours::Span>> spansIn(const QString &text)
{
    QList<OfficeHours::Span> spans;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        const OfficeHours::Span span{QTime::fromString(part.section(u'-', 0, 0), u"HH:mm"_s),
                                     QTime::fromString(part.section(u'-', 1), u"HH:mm"_s)};
        const bool follows = spans.isEmpty() || spans.last().until < span.from;
        if (!span.from.isValid() || !span.until.isValid() || span.until <= span.from || !follows)
            return {};
        spans.append(span);
    }
    return spans.isEmpty() ? std::nullopt : std::optional(spans);
}

QDateTime sameZone(QDateTime moment, QDate day, QTime time)
{
    moment.setDate(day);
    moment.setTime(time);
    return moment;
}

std::optional<OfficeHours::Season> seasonIn(const QString &text)
{
    static const QRegularExpression start(u"^([0-9]{1,2})-([0-9]{1,2}): (.*)$"_s);
    const QRegularExpressionMatch match = start.match(text);
    const auto spans = spansIn(match.hasMatch() ? match.captured(3) : text);
    if (!spans)
        return {};
    OfficeHours::Season season{.month = 1, .day = 1, .spans = *spans};
    if (match.hasMatch()) {
        season.month = match.captured(1).toInt();
        season.day = match.captured(2).toInt();
    }
    return QDate(2024, season.month, season.day).isValid() ? std::optional(season) : std::nullopt;
}

}

base::Result<OfficeHours> OfficeHours::parse(const QString &text)
{
    OfficeHours hours;
    for (const QString &part : text.split(u';')) {
        const auto season = seasonIn(part.trimmed());
        const bool follows = season
            && (hours.m_seasons.isEmpty()
                || std::pair(hours.m_seasons.last().month, hours.m_seasons.last().day)
                    < std::pair(season->month, season->day));
        if (!follows)
            return base::Fail({base::Error::Kind::Settings, u"not the hours of an office, e.g. 08:30-12:00 14:00-17:30"_s, text});
        hours.m_seasons.append(*season);
    }
    return hours;
}

const QList<OfficeHours::Span> &OfficeHours::spansOf(QDate day) const
{
    // Before the first season of a year the last one of the year before goes on.
    const Season *now = &m_seasons.last();
    for (const Season &season : m_seasons) {
        if (std::pair(season.month, season.day) <= std::pair(day.month(), day.day()))
            now = &season;
    }
    return now->spans;
}

std::pair<QDateTime, bool> OfficeHours::after(const QDateTime &start, int minutes, const WorkCalendar &calendar) const
{
    qint64 left = qint64(minutes) * 60;
    bool provisional = false;
    for (QDate day = start.date();; day = day.addDays(1)) {
        provisional = provisional || !calendar.knows(day.year());
        if (!calendar.isWorkday(day))
            continue;
        for (const Span &span : spansOf(day)) {
            const QTime from = day == start.date() ? std::max(span.from, start.time()) : span.from;
            const qint64 open = from.secsTo(span.until);
            if (open >= left && from <= span.until)
                return {sameZone(start, day, from.addSecs(int(left))), provisional};
            left -= std::max<qint64>(open, 0);
        }
    }
}

}
