#include "core/desk/papernumbers.h"

#include "core/desk/auditbook.h"
#include "core/desk/casebook.h"
#include "core/desk/paperseries.h"
#include "core/desk/reception.h"
#include "core/desk/tablefile.h"
#include "core/domain/codes.h"
#include "core/domain/issuedpapers.h"
#include "core/guides/shelf.h"

#include <QFileInfo>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace desk {

using namespace domain;

namespace {

journal::PaperSeries inJournal(const NumberSeries &series)
{
    return {series.organ, series.paper, series.year};
}

qint64 countOf(const QList<NumberRange> &ranges)
{
    return std::accumulate(ranges.begin(), ranges.end(), qint64(0),
                           [](qint64 sum, const NumberRange &range) { return sum + range.to - range.from + 1; });
}

SeriesLine seriesLineOf(const SeriesReport &report, bool isSample, int thisYear)
{
    using Origin = SeriesLine::Origin;
    const auto &[organ, paper, year] = report.used.series;
    const bool isOver = year < thisYear;
    SeriesLine line{.series = {organ, paper, year},
                    .given = int(report.used.serials.size()),
                    .voided = int(report.used.voided.size()),
                    .gaps = report.gaps,
                    .last = report.used.serials.isEmpty() ? 0 : report.used.serials.last(),
                    .left = countOf(report.open),
                    .unused = {},
                    .origin = report.isEntered ? (report.isLeased ? Origin::Both : Origin::Entered)
                                               : (report.isLeased ? Origin::Leased : Origin::None),
                    .isSample = isSample,
                    .isOver = isOver};
    if (!isSample) {
        line.unused = isOver ? report.lost + report.open : report.lost;
        std::ranges::sort(line.unused, {}, &NumberRange::from);
    }
    return line;
}

}

qint64 SeriesLine::unusedCount() const
{
    return countOf(unused);
}

PaperNumbers::PaperNumbers(Needs needs, QObject *parent) : QObject(parent), m_needs(needs), m_matters(needs.shelf) { }

base::Result<QList<SeriesLine>> PaperNumbers::series() const
{
    const bool isSample = m_needs.forms.numbering().isSample();
    const int year = m_needs.reception.today().year();
    return seriesReports(m_needs.journal, m_needs.forms, m_needs.leased).map([&](const QList<SeriesReport> &reports) {
        QList<SeriesLine> lines;
        for (const SeriesReport &report : reports)
            lines << seriesLineOf(report, isSample, year);
        std::ranges::stable_sort(lines, {}, [](const SeriesLine &line) {
            return std::tuple(-line.series.year, line.series.organ, line.series.paper);
        });
        return lines;
    });
}

base::Result<QList<NumberLine>> PaperNumbers::page(const SeriesLine &series, int after, int most) const
{
    const auto given = m_needs.journal.numbersOf(inJournal(series.series), after, most);
    if (!given)
        return base::Fail(given.error());
    QList<NumberLine> lines;
    int before = after;
    for (const journal::GivenNumber &number : *given) {
        for (const int gap : series.gaps) {
            if (gap > before && gap < number.serial)
                lines << NumberLine{.serial = gap, .isGap = true};
        }
        before = number.serial;
        const base::Result<NumberLine> line = lineOf(number.serial, number.caseId, series.series);
        if (!line)
            return base::Fail(line.error());
        lines << *line;
    }
    return lines;
}

/// What stands on paper, when and why is in the events of the case.
base::Result<NumberLine> PaperNumbers::lineOf(int serial, const QString &caseId, const NumberSeries &series) const
{
    return m_needs.journal.historyOf(caseId).map([&](const QList<Placed> &history) {
        const Case file = merge(history).file;
        NumberLine line{.serial = serial, .caseId = caseId, .caseNumber = file.number, .matter = m_matters.name(file.guide)};
        line.applicant = maskedName(applicantName(file));
        const auto number = std::ranges::find_if(file.numbers, [&](const PaperNumber &each) {
            return each.serial == serial && each.year == series.year && each.organ == series.organ
                && paperWord(each.paper.kind) == series.paper;
        });
        if (number != file.numbers.end()) {
            line.text = number->text;
            line.paper = number->paper;
            line.at = number->at;
            line.voidedAt = number->voidedAt;
            line.voidReason = number->voidReason;
        }
        if (const std::optional<Guide> guide = m_needs.shelf.guide(file.guide)) {
            line.subjects = maskedSubjects(foundByOf(file, *guide));
            const Item *item = guide->matter.item(line.paper.item);
            line.item = item ? item->name : QString();
        }
        return line;
    });
}

base::Result<> PaperNumbers::save(const QString &file, const QString &title, const QStringList &headings,
                                  const QList<QStringList> &rows) const
{
    const base::Result<> noted = m_needs.audit ? m_needs.audit->note(AuditAct::Exported, QFileInfo(file).fileName(), title) : base::Result<>();
    return noted.and_then([&] { return writeTable(file, title, headings, rows); });
}

Done PaperNumbers::voidNumber(const NumberLine &line, const QString &reason)
{
    const auto work = m_needs.reception.resume(line.caseId);
    if (!work)
        return tl::unexpected(work.error());
    const PaperNumber *number = numberOf((*work)->file(), line.paper);
    if (!number || number->serial != line.serial)
        return tl::unexpected(Undone{{{Refusal::Why::NoSuchPaper, line.text, {}}}, {}});
    return (*work)->perform(VoidPaperNumber{line.paper, reason}).map([&] { emit acted(line.caseId); });
}

}
