#include "ui/printing/leasewords.h"

#include "ui/hub/hubwords.h"
#include "ui/printing/seriesmodel.h"
#include "ui/words/lifewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace leasewords {

namespace {

constexpr qsizetype mostRanges = 6;

struct LeaseWords {
    Q_DECLARE_TR_FUNCTIONS(leasewords)
};

QString rangeText(int from, int to)
{
    return from == to ? QString::number(from) : u"%1–%2"_s.arg(from).arg(to);
}

QString lastText(const desk::LeaseBook::Block &last)
{
    const auto &[code, paper, year, from, to, incarnation] = last.numbers;
    return LeaseWords::tr("Last leased: %1, %2 %3 %4, numbers %5.")
        .arg(words::moment(last.at.toLocalTime()), nameOf(desk::NumberSeries{code, paper, year}), code, QString::number(year), rangeText(from, to));
}

QString faultText(const base::Error &fault)
{
    if (fault.kind == base::Error::Kind::Storage)
        return words::sentence(fault);
    return LeaseWords::tr("leases.json of the profile cannot be used, so numbers of the hub are not given. Call whoever looks after this "
                          "PC: with the file moved away the hub leases others.");
}

}

Source source(const desk::NumberLeases::State &state)
{
    if (!state.hasHub && !state.last)
        return {LeaseWords::tr("The numbers stand in forms/numbers.json of the profile. A window that joined a hub (Ctrl+7) is given more by it.")};
    QStringList sentences;
    if (state.hasHub)
        sentences << LeaseWords::tr("The hub leases numbers to this window as soon as fewer than %n of a series are left.", nullptr, desk::fewNumbers);
    else
        sentences << LeaseWords::tr("This window belongs to no hub any more: what it leased is still given.");
    if (state.last)
        sentences << lastText(*state.last);
    if (!state.open.isEmpty())
        sentences << LeaseWords::tr("%n wish(es) without an answer, the oldest of %1.", nullptr, int(state.open.size()))
                         .arg(words::moment(state.open.first().at.toLocalTime()));
    if (state.trouble)
        sentences << hubwords::sentence(*state.trouble) << LeaseWords::tr("What is left is given as before; F5 asks at once.");
    if (state.fault)
        sentences << faultText(*state.fault);
    return {sentences.join(u' '), state.trouble.has_value() || state.fault.has_value()};
}

QString ranges(const QList<desk::NumberRange> &ranges)
{
    QStringList texts;
    for (const desk::NumberRange &range : ranges.first(std::min(ranges.size(), mostRanges)))
        texts << rangeText(range.from, range.to);
    if (ranges.size() > mostRanges)
        texts << LeaseWords::tr("%n other range(s)", nullptr, int(ranges.size() - mostRanges));
    return texts.join(LeaseWords::tr(", "));
}

}
