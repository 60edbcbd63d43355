#include "core/domain/rulesmark.h"

#include <QCryptographicHash>

namespace domain {

using namespace Qt::StringLiterals;

QByteArray markOf(const ClockRules &rules)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const QString &text) { hash.addData((text + u'\n').toUtf8()); };
    add(rules.twoHoursInOfficeTime ? u"office"_s : u"clock"_s);
    add(QString::number(rules.collectDays));
    add(u"%1 %2 %3"_s.arg(rules.minutesToPush).arg(rules.minutesToReview).arg(rules.daysToAccept));
    for (const int year : rules.calendar.years()) {
        QString days;
        for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1))
            days += rules.calendar.isWorkday(day) ? u'+' : u'-';
        add(QString::number(year) + days);
    }
    for (QDate day(2024, 1, 1); day.year() == 2024; day = day.addDays(1)) { // hours are the same every year
        QString spans;
        for (const OfficeHours::Span &span : rules.hours.spansOf(day))
            spans += span.from.toString(u"HHmm"_s) + span.until.toString(u"HHmm"_s);
        add(spans);
    }
    return hash.result();
}

}
