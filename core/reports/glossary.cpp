#include "core/reports/glossary.h"

namespace reports {

using namespace Qt::StringLiterals;

namespace {

constexpr int minutesOfHour = 60;
constexpr int minutesOfDay = 24 * minutesOfHour;

QString minutesWords(qint64 minutes)
{
    const QString rest = u"%1分"_s.arg(minutes % minutesOfHour);
    if (minutes < minutesOfHour)
        return rest;
    const QString hours = u"%1小时"_s.arg(minutes % minutesOfDay / minutesOfHour);
    return minutes < minutesOfDay ? hours + rest : u"%1天"_s.arg(minutes / minutesOfDay) + hours;
}

/// In tenths of a percent, to the nearest.
qint64 perMille(const Value &value)
{
    return value.whole > 0 ? (value.number * 2000 + value.whole) / (2 * value.whole) : 0;
}

QString tenths(qint64 value)
{
    return u"%1.%2"_s.arg(value / 10).arg(value % 10);
}

QString signedText(qint64 difference, const QString &size)
{
    return (difference > 0 ? u"+"_s : u"-"_s) + size;
}

}

const Term &termOf(Figure figure)
{
    return glossary().at(qsizetype(figure));
}

QString wordsOf(Figure figure, const Value &value)
{
    if (!value.known)
        return u"—"_s;
    switch (termOf(figure).measure) {
    case Measure::Count:
        break;
    case Measure::Share:
        return value.whole > 0 ? u"%1/%2（%3%）"_s.arg(value.number).arg(value.whole).arg(tenths(perMille(value)))
                               : QString::number(value.number);
    case Measure::Minutes:
        return value.whole > 0 ? minutesWords(value.number) : u"—"_s;
    }
    return QString::number(value.number);
}

QString changeOf(Figure figure, const Value &value, const Value &before)
{
    const Measure measure = termOf(figure).measure;
    const bool isMeasured = measure == Measure::Count || (value.whole > 0 && before.whole > 0);
    if (!value.known || !before.known || !isMeasured)
        return u"—"_s;
    const qint64 difference = measure == Measure::Share ? perMille(value) - perMille(before) : value.number - before.number;
    if (difference == 0)
        return u"持平"_s;
    const qint64 size = qAbs(difference);
    if (measure == Measure::Share)
        return signedText(difference, tenths(size) + u"个百分点"_s);
    return signedText(difference, measure == Measure::Minutes ? minutesWords(size) : QString::number(size));
}

}
