#include "core/sheets/figurebook.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

constexpr double firstWidth = 26;
constexpr double figureWidth = 14;

struct FigureLooks {
    lxw_format *head, *text, *number, *date, *percent, *sum;
};

FigureLooks figureLooksOf(lxw_workbook *book)
{
    const auto make = [&](const char *numbers, bool isBold) {
        lxw_format *look = workbook_add_format(book);
        if (numbers)
            format_set_num_format(look, numbers);
        if (isBold)
            format_set_bold(look);
        return look;
    };
    return {make(nullptr, true), make("@", false), make("0", false), make("yyyy-mm-dd", false), make("0.0%", false), make("0", true)};
}

/// The name of a cell as formulas have it, e.g. C7.
QByteArray figureCellName(lxw_row_t row, lxw_col_t column)
{
    char name[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell(name, row, column);
    return name;
}

/// Writes one cell after the other.
class FigureWriter
{
public:
    FigureWriter(lxw_worksheet *sheet, const FigureLooks &looks) : m_sheet(sheet), m_looks(looks) { }

    lxw_error write(lxw_row_t row, lxw_col_t column, const FigureCell &cell)
    {
        m_row = row;
        m_column = column;
        return std::visit(*this, cell);
    }
    lxw_error operator()(const QString &text) const
    {
        return text.isEmpty() ? LXW_NO_ERROR : worksheet_write_string(m_sheet, m_row, m_column, text.toUtf8().constData(), m_looks.text);
    }
    lxw_error operator()(qint64 number) const { return worksheet_write_number(m_sheet, m_row, m_column, double(number), m_looks.number); }
    lxw_error operator()(QDate day) const
    {
        lxw_datetime moment{day.year(), day.month(), day.day(), 0, 0, 0};
        return worksheet_write_datetime(m_sheet, m_row, m_column, &moment, m_looks.date);
    }
    lxw_error operator()(const SumAbove &sum) const
    {
        if (m_row < 2)
            return (*this)(sum.value);
        const QByteArray formula = "=SUM(" + figureCellName(1, m_column) + ':' + figureCellName(m_row - 1, m_column) + ')';
        return worksheet_write_formula_num(m_sheet, m_row, m_column, formula.constData(), m_looks.sum, double(sum.value));
    }
    lxw_error operator()(const Quotient &share) const
    {
        const QByteArray whole = figureCellName(m_row, lxw_col_t(share.whole));
        const QByteArray formula = "=IF(" + whole + "=0,0," + figureCellName(m_row, lxw_col_t(share.part)) + '/' + whole + ')';
        return worksheet_write_formula_num(m_sheet, m_row, m_column, formula.constData(), m_looks.percent, share.value);
    }

private:
    lxw_worksheet *m_sheet;
    const FigureLooks &m_looks;
    lxw_row_t m_row = 0;
    lxw_col_t m_column = 0;
};

/// False when something does not fit into its cell.
bool fillFigures(lxw_workbook *book, const FigureLooks &looks, const FigureSheet &sheet)
{
    lxw_worksheet *page = workbook_add_worksheet(book, sheet.name.toUtf8().constData());
    if (!page)
        return false;
    worksheet_set_column(page, 0, 0, firstWidth, nullptr);
    worksheet_set_column(page, 1, lxw_col_t(std::max<qsizetype>(sheet.headings.size(), 1)), figureWidth, nullptr);
    worksheet_freeze_panes(page, 1, 0);
    bool fits = true;
    for (qsizetype column = 0; column < sheet.headings.size(); ++column)
        fits = worksheet_write_string(page, 0, lxw_col_t(column), sheet.headings[column].toUtf8().constData(), looks.head) == LXW_NO_ERROR && fits;
    FigureWriter writer(page, looks);
    for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
        for (qsizetype column = 0; column < sheet.rows[row].size(); ++column)
            fits = writer.write(lxw_row_t(row + 1), lxw_col_t(column), sheet.rows[row][column]) == LXW_NO_ERROR && fits;
    }
    return fits;
}

}

base::Result<QByteArray> writeFigures(const QList<FigureSheet> &all)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"figures.xlsx"_s);
    const base::Fail noRoom({base::Error::Kind::Storage, u"the temporary file cannot be written"_s, path});
    QByteArray folderName = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.tmpdir = folderName.data();
    lxw_workbook *book = folder.isValid() ? workbook_new_opt(QFile::encodeName(path).constData(), &options) : nullptr;
    if (!book)
        return noRoom;
    const FigureLooks looks = figureLooksOf(book);
    bool fits = true;
    for (const FigureSheet &sheet : all)
        fits = fillFigures(book, looks, sheet) && fits;
    const lxw_error error = workbook_close(book);
    if (!fits)
        return base::Fail({base::Error::Kind::Document, u"a text is too long for a cell"_s, all.isEmpty() ? QString() : all.first().name});
    QFile file(path);
    if (error != LXW_NO_ERROR || !file.open(QIODevice::ReadOnly))
        return noRoom;
    return file.readAll();
}

}
