#include "core/desk/paperseries.h"

#include "core/domain/issuedpapers.h"

namespace desk {

using namespace Qt::StringLiterals;
using domain::PaperRef;

namespace {

bool mayUse(const papers::NumberBlock &block, const journal::Journal &journal)
{
    return block.incarnation == 0 || block.incarnation == journal.identity().incarnation;
}

/// The first serial of the blocks of \a series that was not given.
base::Result<int> nextSerialOf(const journal::Journal &journal, const papers::FormFolder &forms,
                               const journal::PaperSeries &series)
{
    const QList<papers::NumberBlock> blocks = forms.numbering().blocks(series.organ, series.paper, series.year);
    for (const papers::NumberBlock &block : blocks) {
        if (!mayUse(block, journal))
            continue;
        const base::Result<int> highest = journal.highestSerial(series, block.from, block.to);
        if (!highest)
            return base::Fail(highest.error());
        if (*highest < block.to)
            return std::max(*highest + 1, block.from);
    }
    const QString what = blocks.isEmpty()
        ? u"no block of numbers for %1, %2, %3: enter one in forms/numbers.json of the profile"_s
        : u"the block of numbers for %1, %2, %3 is used up or belongs to a journal that was set"
          u" aside: enter another in forms/numbers.json of the profile"_s;
    return base::Fail(
        {base::Error::Kind::Settings, what.arg(series.organ, series.paper).arg(series.year), u"forms/numbers.json"_s});
}

SeriesReport reportOf(const journal::UsedSeries &series, const journal::Journal &journal, const papers::FormFolder &forms)
{
    SeriesReport report{series, {}, 0};
    const auto &[organ, paper, year] = series.series;
    for (const papers::NumberBlock &block : forms.numbering().blocks(organ, paper, year)) {
        int next = block.from;
        for (const int serial : series.serials) {
            if (serial < block.from || serial > block.to)
                continue;
            for (; next < serial; ++next)
                report.gaps << next;
            next = serial + 1;
        }
        report.left += mayUse(block, journal) ? qint64(block.to) - next + 1 : 0;
    }
    return report;
}

}

base::Result<std::optional<domain::PaperNumbered>> nextNumber(const journal::Journal &journal,
                                                              const papers::FormFolder &forms, const domain::Case &file,
                                                              const domain::Guide &guide, const PaperRef &paper,
                                                              QDate day)
{
    const QString word = domain::paperWord(paper.kind);
    const papers::Form *form = forms.form(word);
    const bool isEntered = !paper.item.isEmpty() && !file.life.items.value(paper.item).number.isEmpty();
    if (!form || form->serialPattern().isEmpty() || isEntered || domain::numberOf(file, paper))
        return std::optional<domain::PaperNumbered>();
    const domain::Item *item = guide.matter.item(paper.item);
    const QString department = item ? item->department : guide.matter.lead;
    // A notice of the last day of a year that is printed in the next belongs to its own year.
    const domain::CaseItem decided = file.life.items.value(paper.item);
    const QDateTime made = paper.kind == domain::PaperKind::AcceptanceNotice ? decided.acceptedAt : decided.endedAt;
    if (made.isValid())
        day = made.date();
    const journal::PaperSeries series{forms.numbering().organ(department).code, word, day.year()};
    if (series.organ.isEmpty())
        return base::Fail(
            {base::Error::Kind::Settings,
             u"no code for %1: enter organs.%1.code in forms/numbers.json of the profile"_s.arg(department),
             u"forms/numbers.json"_s});
    return nextSerialOf(journal, forms, series).map([&](int serial) {
        return std::optional(
            domain::PaperNumbered{paper, series.organ, series.year, serial,
                                  papers::serialText(form->serialPattern(), series.organ, series.year, serial)});
    });
}

base::Result<QList<SeriesReport>> seriesReports(const journal::Journal &journal, const papers::FormFolder &forms)
{
    base::Result<QList<journal::UsedSeries>> used = journal.seriesUsed();
    if (!used)
        return base::Fail(used.error());
    for (const papers::NumberBlock &block : forms.numbering().allBlocks()) {
        const journal::PaperSeries series{block.code, block.paper, block.year};
        if (std::ranges::find(*used, series, &journal::UsedSeries::series) == used->end())
            used->append({series, {}, {}});
    }
    QList<SeriesReport> reports;
    for (const journal::UsedSeries &series : std::as_const(*used))
        reports << reportOf(series, journal, forms);
    return reports;
}

}
