#include "core/desk/paperseries.h"

#include "core/domain/issuedpapers.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using domain::PaperRef;

namespace {

bool mayUse(const papers::NumberBlock &block, const journal::Journal &journal)
{
    return block.incarnation == 0 || block.incarnation == journal.identity().incarnation;
}

bool isOf(const papers::NumberBlock &block, const journal::PaperSeries &series)
{
    return block.code == series.organ && block.paper == series.paper && block.year == series.year;
}

/// Of \a series, the lowest first.
QList<papers::NumberBlock> blocksOf(const papers::FormFolder &forms, const journal::PaperSeries &series, const LeasedNumbers *leased)
{
    QList<papers::NumberBlock> blocks = forms.numbering().blocks(series.organ, series.paper, series.year);
    for (const papers::NumberBlock &block : leased ? leased->blocks() : QList<papers::NumberBlock>()) {
        if (isOf(block, series))
            blocks << block;
    }
    std::ranges::sort(blocks, {}, &papers::NumberBlock::from);
    return blocks;
}

/// The first serial of the blocks of \a series that was not given.
base::Result<int> nextSerialOf(const journal::Journal &journal, const papers::FormFolder &forms, const journal::PaperSeries &series,
                               LeasedNumbers *leased)
{
    for (const papers::NumberBlock &block : blocksOf(forms, series, leased)) {
        if (!mayUse(block, journal))
            continue;
        const base::Result<int> highest = journal.highestSerial(series, block.from, block.to);
        if (!highest)
            return base::Fail(highest.error());
        if (*highest < block.to)
            return std::max(*highest + 1, block.from);
    }
    return base::Fail(leased ? leased->ranOut(series) : noNumbers(series));
}

SeriesReport reportOf(const journal::UsedSeries &series, const journal::Journal &journal, const papers::FormFolder &forms,
                      const LeasedNumbers *leased)
{
    SeriesReport report{.used = series, .gaps = {}, .open = {}, .lost = {}};
    for (const papers::NumberBlock &block : blocksOf(forms, series.series, leased)) {
        int next = block.from;
        for (const int serial : series.serials) {
            if (serial < block.from || serial > block.to)
                continue;
            for (; next < serial; ++next)
                report.gaps << next;
            next = serial + 1;
        }
        if (next <= block.to)
            (mayUse(block, journal) ? report.open : report.lost) << NumberRange{next, block.to};
    }
    const auto isHere = [&](const papers::NumberBlock &block) { return isOf(block, series.series); };
    report.isEntered = std::ranges::any_of(forms.numbering().allBlocks(), isHere);
    report.isLeased = leased && std::ranges::any_of(leased->blocks(), isHere);
    return report;
}

}

base::Error noNumbers(const journal::PaperSeries &series)
{
    return {base::Error::Kind::Settings,
            u"no numbers for %1, %2, %3, or all are used up, or they belong to a journal that was set aside: enter a block in %4 of the"
            u" profile"_s.arg(series.organ, series.paper).arg(series.year).arg(numbersPlace),
            numbersPlace};
}

base::Result<std::optional<domain::PaperNumbered>> nextNumber(const journal::Journal &journal,
                                                              const papers::FormFolder &forms, const domain::Case &file,
                                                              const domain::Guide &guide, const PaperRef &paper,
                                                              QDate day, LeasedNumbers *leased)
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
             u"no code for %1: enter organs.%1.code in forms/numbers.json of the profile"_s.arg(department), numbersPlace});
    return nextSerialOf(journal, forms, series, leased).map([&](int serial) {
        return std::optional(
            domain::PaperNumbered{paper, series.organ, series.year, serial,
                                  papers::serialText(form->serialPattern(), series.organ, series.year, serial)});
    });
}

base::Result<SeriesStock> stockOf(const journal::Journal &journal, const papers::FormFolder &forms, const journal::PaperSeries &series,
                                  const LeasedNumbers *leased)
{
    SeriesStock stock;
    for (const papers::NumberBlock &block : blocksOf(forms, series, leased)) {
        const base::Result<int> highest = journal.highestSerial(series, block.from, block.to);
        if (!highest)
            return base::Fail(highest.error());
        const int last = std::max(*highest, block.from - 1);
        stock.given += last - block.from + 1;
        stock.left += mayUse(block, journal) ? block.to - last : 0;
        stock.highest = std::max(stock.highest, block.to);
    }
    return stock;
}

base::Result<QList<SeriesReport>> seriesReports(const journal::Journal &journal, const papers::FormFolder &forms,
                                                const LeasedNumbers *leased)
{
    base::Result<QList<journal::UsedSeries>> used = journal.seriesUsed();
    if (!used)
        return base::Fail(used.error());
    for (const papers::NumberBlock &block :
         forms.numbering().allBlocks() + (leased ? leased->blocks() : QList<papers::NumberBlock>())) {
        const journal::PaperSeries series{block.code, block.paper, block.year};
        if (std::ranges::find(*used, series, &journal::UsedSeries::series) == used->end())
            used->append({series, {}, {}});
    }
    QList<SeriesReport> reports;
    for (const journal::UsedSeries &series : std::as_const(*used))
        reports << reportOf(series, journal, forms, leased);
    return reports;
}

}
