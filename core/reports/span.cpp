#include "core/reports/span.h"

#include <algorithm>

namespace reports {

using namespace Qt::StringLiterals;

namespace {

QString dayWords(QDate day)
{
    return u"%1年%2月%3日"_s.arg(day.year()).arg(day.month()).arg(day.day());
}

}

Span Span::week(QDate anyDay)
{
    const QDate monday = anyDay.addDays(1 - anyDay.dayOfWeek());
    return {Kind::Week, monday, monday.addDays(6)};
}

Span Span::month(QDate anyDay)
{
    const QDate first(anyDay.year(), anyDay.month(), 1);
    return {Kind::Month, first, first.addDays(first.daysInMonth() - 1)};
}

Span Span::year(QDate anyDay)
{
    return {Kind::Year, QDate(anyDay.year(), 1, 1), QDate(anyDay.year(), 12, 31)};
}

Span Span::days(QDate one, QDate other)
{
    return {Kind::Any, std::min(one, other), std::max(one, other)};
}

QString Span::words() const
{
    if (from == to)
        return dayWords(from);
    if (kind == Kind::Year)
        return u"%1年"_s.arg(from.year());
    if (kind == Kind::Month)
        return u"%1年%2月"_s.arg(from.year()).arg(from.month());
    if (from.year() != to.year())
        return dayWords(from) + u"至"_s + dayWords(to);
    return u"%1至%2月%3日"_s.arg(dayWords(from)).arg(to.month()).arg(to.day());
}

QList<Span> Span::compared() const
{
    switch (kind) {
    case Kind::Day:
        return {day(from.addDays(-1)), day(from.addDays(-7))};
    case Kind::Week:
        return {week(from.addDays(-7))};
    case Kind::Month:
        return {month(from.addDays(-1)), month(from.addYears(-1))};
    case Kind::Year:
        return {year(from.addDays(-1))};
    case Kind::Any:
        break;
    }
    return {days(from.addDays(-length()), from.addDays(-1))};
}

QString Span::relation(const Span &other) const
{
    switch (kind) {
    case Kind::Day:
        return other.from == from.addDays(-1) ? u"昨日"_s : u"上周同日"_s;
    case Kind::Week:
        return u"上周"_s;
    case Kind::Month:
        return other.to == from.addDays(-1) ? u"上月"_s : u"上年同月"_s;
    case Kind::Year:
        return u"上年"_s;
    case Kind::Any:
        break;
    }
    return u"前%1天"_s.arg(length());
}

}
