#include "core/desk/reportfiles.h"

#include "core/reports/glossary.h"
#include "core/sheets/figurebook.h"
#include "core/sheets/rowsbook.h"

#include <QCryptographicHash>

namespace desk {

using namespace Qt::StringLiterals;
using reports::Figure;
using reports::Line;
using reports::Measure;
using reports::Report;
using reports::Value;
using sheets::FigureCell;

namespace {

constexpr qsizetype hashLetters = 16;


QList<FigureCell> figureRow(const Report &report, const reports::Term &term)
{
    const Value &value = reports::of(report.values, term.figure);
    QList<FigureCell> row{term.chapter, term.name, term.unit};
    if (!value.known)
        return row + QList<FigureCell>{u"—"_s};
    const bool isMeasured = term.measure == Measure::Minutes;
    row << (isMeasured && value.whole == 0 ? FigureCell(u"—"_s) : FigureCell(value.number));
    if (term.measure == Measure::Share)
        row << value.whole << sheets::Quotient{3, 4, value.whole > 0 ? double(value.number) / double(value.whole) : 0};
    else
        row << (isMeasured ? FigureCell(value.whole) : FigureCell(QString())) << QString();
    for (const auto &[span, values] : report.compared) {
        const Value &before = reports::of(values, term.figure);
        row << (before.known && !(isMeasured && before.whole == 0) ? FigureCell(before.number) : FigureCell(u"—"_s));
    }
    return row;
}

sheets::FigureSheet figuresSheet(const Report &report)
{
    sheets::FigureSheet sheet{u"指标"_s, {u"类别"_s, u"指标"_s, u"单位"_s, u"本期"_s, u"总数"_s, u"占比"_s}, {}};
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

void addTotals(sheets::FigureSheet &sheet, const QList<FigureCell> &lead)
{
    QList<FigureCell> totals = lead;
    for (qsizetype column = lead.size(); column < sheet.headings.size(); ++column) {
        qint64 sum = 0;
        for (const QList<FigureCell> &row : std::as_const(sheet.rows))
            sum += std::get<qint64>(row[column]);
        totals << sheets::SumAbove{sum};
    }
    sheet.rows.append(totals);
}

sheets::FigureSheet linesSheet(const QString &name, const QList<Line> &lines, bool addsUp)
{
    sheets::FigureSheet sheet{name, {u"名称"_s}, {}};
    const QList<Figure> figures = countable();
    for (const Figure figure : figures)
        sheet.headings << reports::termOf(figure).name;
    for (const Line &line : lines) {
        QList<FigureCell> row{line.scope.name.isEmpty() ? line.scope.key : line.scope.name};
        for (const Figure figure : figures)
            row << reports::of(line.values, figure).number;
        sheet.rows.append(row);
    }
    if (addsUp && !lines.isEmpty())
        addTotals(sheet, {u"合计"_s});
    return sheet;
}

sheets::FigureSheet trendSheet(const Report &report)
{
    sheets::FigureSheet sheet{u"近十四天"_s, {u"日期"_s}, {}};
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

sheets::FigureSheet termsSheet()
{
    sheets::FigureSheet sheet{u"口径"_s, {u"指标"_s, u"口径"_s, u"来源"_s}, {}};
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

QString codeLetter(reports::Scope::Kind kind)
{
    static const QString letters = u"HWCMDA"_s;
    return letters.mid(int(kind), 1);
}

}

base::Result<QByteArray> reportBook(const Report &report)
{
    // What counts once a case counts for every department of it: those columns have no total.
    return sheets::writeFigures({figuresSheet(report), linesSheet(u"按一件事"_s, report.byMatter, true),
                                 linesSheet(u"按部门"_s, report.byDepartment, false), linesSheet(u"按窗口"_s, report.byWindow, true),
                                 linesSheet(u"按人员"_s, report.byClerk, true), trendSheet(report), termsSheet()});
}

QByteArray reportCsv(const Report &report)
{
    QList<QStringList> rows;
    addCsv(rows, u"本期"_s, report.span.words(), {}, report.values);
    for (const auto &[span, values] : report.compared)
        addCsv(rows, report.span.relation(span), span.words(), {}, values);
    for (const auto &[table, lines] : {std::pair(u"按一件事"_s, report.byMatter), std::pair(u"按部门"_s, report.byDepartment),
                                       std::pair(u"按窗口"_s, report.byWindow), std::pair(u"按人员"_s, report.byClerk)}) {
        for (const Line &line : lines)
            addCsv(rows, table, line.scope.name.isEmpty() ? line.scope.key : line.scope.name, {}, line.values);
    }
    for (const auto &[day, values] : report.trend)
        addCsv(rows, u"近十四天"_s, {}, day, values);
    rows.append({u"数据状态"_s, report.state.words()});
    return sheets::writeCsv({u"表"_s, u"名称"_s, u"日期"_s, u"类别"_s, u"指标"_s, u"单位"_s, u"数值"_s, u"总数"_s}, rows);
}

QString reportCodeText(const Report &report)
{
    QByteArray all;
    for (const Value &value : report.values)
        all += QByteArray::number(value.number) + '/' + QByteArray::number(value.whole) + (value.known ? ' ' : '?');
    all += report.scope.key.toUtf8();
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex().left(hashLetters)).toUpper();
    const auto number = [&](Figure figure) { return reports::of(report.values, figure).number; };
    return u"YICHUANG:R/%1-%2/%3/%4/%5-%6-%7-%8/%9"_s.arg(report.span.from.toString(u"yyyyMMdd"_s), report.span.to.toString(u"yyyyMMdd"_s),
                                                         codeLetter(report.scope.kind), report.madeAt.toUTC().toString(u"yyyyMMddHHmmss"_s))
        .arg(number(Figure::Filings)).arg(number(Figure::Acceptances)).arg(number(Figure::Decisions)).arg(number(Figure::Deliveries)).arg(hash);
}

}
