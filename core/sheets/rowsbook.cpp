#include "core/sheets/rowsbook.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

constexpr double narrowestColumn = 10;
constexpr double widestColumn = 60;

/// False when a text does not fit into its cell.
bool writeTexts(lxw_worksheet *sheet, lxw_row_t row, const QStringList &texts, lxw_format *look)
{
    bool fits = true;
    for (qsizetype column = 0; column < texts.size(); ++column) {
        const lxw_error error
            = worksheet_write_string(sheet, row, lxw_col_t(column), texts[column].toUtf8().constData(), look);
        fits = fits && error == LXW_NO_ERROR;
    }
    return fits;
}

/// A Chinese character is about two digits wide.
double widthOf(const QString &text)
{
    const auto wide = std::ranges::count_if(text, [](QChar c) { return c.unicode() > 0x2e80; });
    return double(wide + text.size() + 2);
}

void setWidths(lxw_worksheet *sheet, const QStringList &headings, const QList<QStringList> &rows, lxw_format *look)
{
    for (qsizetype column = 0; column < headings.size(); ++column) {
        double width = widthOf(headings[column]);
        for (const QStringList &row : rows)
            width = std::max(width, widthOf(row.value(column)));
        worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column),
                             std::clamp(width, narrowestColumn, widestColumn), look);
    }
}

QString csvCell(QString text)
{
    static const QString beginsFormula = u"=+-@\t\r"_s;
    if (!text.isEmpty() && beginsFormula.contains(text.front()))
        text.prepend(u'\'');
    const bool isPlain = std::ranges::none_of(text, [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
    return isPlain ? text : u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

/// False when a text does not fit into its cell.
bool fill(lxw_workbook *book, const QString &name, const QStringList &headings, const QList<QStringList> &rows)
{
    lxw_worksheet *sheet = workbook_add_worksheet(book, name.toUtf8().constData());
    lxw_format *bold = workbook_add_format(book);
    format_set_bold(bold);
    lxw_format *text = workbook_add_format(book);
    format_set_num_format(text, "@");
    setWidths(sheet, headings, rows, text);
    worksheet_freeze_panes(sheet, 1, 0);
    bool fits = writeTexts(sheet, 0, headings, bold);
    for (qsizetype row = 0; row < rows.size(); ++row)
        fits = writeTexts(sheet, lxw_row_t(row + 1), rows[row], text) && fits;
    return fits;
}

}

QByteArray writeCsv(const QStringList &headings, const QList<QStringList> &rows)
{
    QByteArray text = "\xef\xbb\xbf";
    const auto write = [&](const QStringList &cells) {
        QStringList line;
        for (const QString &cell : cells)
            line << csvCell(cell);
        text += line.join(u',').toUtf8() + "\r\n";
    };
    write(headings);
    for (const QStringList &row : rows)
        write(row);
    return text;
}

base::Result<QByteArray> writeRows(const QString &sheet, const QStringList &headings, const QList<QStringList> &rows)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"rows.xlsx"_s);
    const base::Fail noRoom({base::Error::Kind::Storage, u"the temporary file cannot be written"_s, path});
    QByteArray folderName = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.tmpdir = folderName.data();
    lxw_workbook *book = folder.isValid() ? workbook_new_opt(QFile::encodeName(path).constData(), &options) : nullptr;
    if (!book)
        return noRoom;
    const bool fits = fill(book, sheet, headings, rows);
    const lxw_error error = workbook_close(book);
    if (!fits)
        return base::Fail({base::Error::Kind::Document, u"a text is too long for a cell"_s, sheet});
    QFile file(path);
    if (error != LXW_NO_ERROR || !file.open(QIODevice::ReadOnly))
        return noRoom;
    return file.readAll();
}

}
