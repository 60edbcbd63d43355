#include "core/sheets/reportbook.h"

#include "core/reports/glossary.h"
#include "core/sheets/figurebook.h"
#include "core/sheets/rowsbook.h"

namespace sheets {

using namespace Qt::StringLiterals;
using reports::Figure;
using reports::Line;
using reports::Measure;
using reports::Report;
using reports::Value;

namespace {

QList<FigureCell> figureRow(const Report &report, const reports::Term &term)
{
    const Value &value = reports::of(report.values, term.figure);
    QList<FigureCell> row{term.chapter, term.name, term.unit};
    if (!value.known)
        return row + QList<FigureCell>{u"—"_s};
    const bool isMeasured = term.measure == Measure::Minutes;
    row << (isMeasured && value.whole == 0 ? FigureCell(u"—"_s) : FigureCell(value.number));
    if (term.measure == Measure::Share)
        row << value.whole << Quotient{3, 4, value.whole > 0 ? double(value.number) / double(value.whole) : 0};
    else
        row << (isMeasured ? FigureCell(value.whole) : FigureCell(QString())) << QString();
    for (const auto &[span, values] : report.compared) {
        const Value &before = reports::of(values, term.figure);
        row << (before.known && !(isMeasured && before.whole == 0) ? FigureCell(before.number) : FigureCell(u"—"_s));
    }
    return row;
}

FigureSheet figuresSheet(const Report &report)
{
    FigureSheet sheet{u"指标"_s, {u"类别"_s, u"指标"_s, u"单位"_s, u"本期"_s, u"总数"_s, u"占比"_s}, {}};
    for (const auto &[span, values] : report.compared)
        sheet.headings << report.span.relation(span);
    for (const reports::Term &term : reports::glossary())
        sheet.rows.append(figureRow(report, term));
    sheet.rows.append(QList<FigureCell>{u"期间"_s, report.span.words(), QString(), report.span.from, report.span.to});
    sheet.rows.append(QList<FigureCell>{u"数据状态"_s, report.state.words()});
    sheet.rows.append(QList<FigureCell>{u"制表"_s, report.madeAt.toString(u"yyyy-MM-dd HH:mm"_s) + u' ' + report.madeBy});
    return sheet;
}

/// Figures that may be added up over lines: no medians.
QList<Figure> countable()
{
    QList<Figure> all;
    for (const reports::Term &term : reports::glossary()) {
        const bool isKnownByLine = term.figure < Figure::Ratings;
        if (term.measure != Measure::Minutes && isKnownByLine)
            all << term.figure;
    }
    return all;
}

void addTotals(FigureSheet &sheet, const QList<FigureCell> &lead)
{
    QList<FigureCell> totals = lead;
    for (qsizetype column = lead.size(); column < sheet.headings.size(); ++column) {
        qint64 sum = 0;
        for (const QList<FigureCell> &row : std::as_const(sheet.rows))
            sum += std::get<qint64>(row[column]);
        totals << SumAbove{sum};
    }
    sheet.rows.append(totals);
}

/// The figures of a report by something.
struct LinesTable {
    QString name;
    QList<Line> lines;
    bool addsUp = true;
};

QList<LinesTable> tablesOf(const Report &report)
{
    QList<LinesTable> tables{{u"按一件事"_s, report.byMatter},
                        {u"按部门"_s, report.byDepartment, false}, // what counts once a case counts for every department of it
                        {u"按窗口"_s, report.byWindow},
                        {u"按人员"_s, report.byClerk}};
    if (!report.byHall.isEmpty())
        tables.prepend({u"按大厅"_s, report.byHall});
    return tables;
}

FigureSheet linesSheet(const LinesTable &table)
{
    FigureSheet sheet{table.name, {u"名称"_s}, {}};
    const QList<Figure> figures = countable();
    for (const Figure figure : figures)
        sheet.headings << reports::termOf(figure).name;
    for (const Line &line : table.lines) {
        QList<FigureCell> row{line.scope.name.isEmpty() ? line.scope.key : line.scope.name};
        for (const Figure figure : figures)
            row << reports::of(line.values, figure).number;
        sheet.rows.append(row);
    }
    if (table.addsUp && !table.lines.isEmpty())
        addTotals(sheet, {u"合计"_s});
    return sheet;
}

FigureSheet trendSheet(const Report &report)
{
    FigureSheet sheet{u"近十四天"_s, {u"日期"_s}, {}};
    QList<Figure> figures = countable();
    figures.removeIf([](Figure figure) { return figure >= Figure::Open && figure <= Figure::OpenWithoutLimit; });
    for (const Figure figure : std::as_const(figures))
        sheet.headings << reports::termOf(figure).name;
    for (const auto &[day, values] : report.trend) {
        QList<FigureCell> row{day};
        for (const Figure figure : std::as_const(figures))
            row << reports::of(values, figure).number;
        sheet.rows.append(row);
    }
    addTotals(sheet, {u"合计"_s});
    return sheet;
}

FigureSheet termsSheet()
{
    FigureSheet sheet{u"口径"_s, {u"指标"_s, u"口径"_s, u"来源"_s}, {}};
    for (const reports::Term &term : reports::glossary())
        sheet.rows.append(QList<FigureCell>{term.name, term.definition, term.source});
    return sheet;
}

void addCsv(QList<QStringList> &rows, const QString &table, const QString &name, const QDate &day, const reports::Values &values)
{
    for (const reports::Term &term : reports::glossary()) {
        const Value &value = reports::of(values, term.figure);
        const bool isThere = value.known && !(term.measure == Measure::Minutes && value.whole == 0);
        rows.append({table, name, day.isValid() ? day.toString(Qt::ISODate) : QString(), term.chapter, term.name, term.unit,
                     isThere ? QString::number(value.number) : QString(), isThere && value.whole > 0 ? QString::number(value.whole) : QString()});
    }
}

}

base::Result<QByteArray> reportBook(const Report &report)
{
    QList<FigureSheet> book{figuresSheet(report)};
    for (const LinesTable &table : tablesOf(report))
        book << linesSheet(table);
    return writeFigures(book << trendSheet(report) << termsSheet());
}

QByteArray reportCsv(const Report &report)
{
    QList<QStringList> rows;
    addCsv(rows, u"本期"_s, report.span.words(), {}, report.values);
    for (const auto &[span, values] : report.compared)
        addCsv(rows, report.span.relation(span), span.words(), {}, values);
    for (const LinesTable &table : tablesOf(report)) {
        for (const Line &line : table.lines)
            addCsv(rows, table.name, line.scope.name.isEmpty() ? line.scope.key : line.scope.name, {}, line.values);
    }
    for (const auto &[day, values] : report.trend)
        addCsv(rows, u"近十四天"_s, {}, day, values);
    rows.append({u"数据状态"_s, report.state.words()});
    return writeCsv({u"表"_s, u"名称"_s, u"日期"_s, u"类别"_s, u"指标"_s, u"单位"_s, u"数值"_s, u"总数"_s}, rows);
}

}
