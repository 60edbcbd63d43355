#include "core/sheets/book.h"
#include "core/sheets/cellvalues.h"
#include "core/sheets/jsonpath.h"

#include "core/guides/packwriter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QVariant>

#include <xlsxwriter.h>

#include <memory>
#include <vector>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

/// Rows below the heading that have drop-downs and formats: room for a pack several times as large as the largest.
constexpr lxw_row_t preparedRows = 5000;
constexpr lxw_col_t headValueColumn = 1;

/// The formats of the cells of a book; the book owns them.
struct Looks {
    explicit Looks(lxw_workbook *book)
        : heading(workbook_add_format(book)), required(workbook_add_format(book)), text(workbook_add_format(book)),
          number(workbook_add_format(book)), day(workbook_add_format(book))
    {
        for (lxw_format *look : {heading, required}) {
            format_set_bold(look);
            format_set_bg_color(look, look == required ? 0xFCE4D6 : 0xDDEBF7);
            format_set_border(look, LXW_BORDER_THIN);
        }
        for (lxw_format *look : {heading, required, text, number, day}) {
            format_set_align(look, LXW_ALIGN_VERTICAL_TOP);
            format_set_text_wrap(look);
        }
        format_set_num_format(text, "@");
        format_set_num_format(day, "yyyy-mm-dd");
    }

    lxw_format *of(Kind kind) const
    {
        if (kind == Kind::Day)
            return day;
        return kind == Kind::Whole || kind == Kind::Number ? number : text;
    }

    lxw_format *heading;
    lxw_format *required;
    lxw_format *text;
    lxw_format *number;
    lxw_format *day;
};

/// Writes one sheet. The first thing that does not fit is kept as the fault.
class SheetWriter
{
public:
    SheetWriter(lxw_workbook *book, const Table &table, const Looks &looks)
        : m_table(table), m_columns(columnsOf(table)), m_looks(looks),
          m_sheet(workbook_add_worksheet(book, table.sheet.toUtf8().constData()))
    {
    }

    /// \a owners are the ids of what \a entry lies in.
    void writeRow(const QStringList &owners, const QJsonObject &entry)
    {
        ++m_row;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const QVariant value = i < m_table.owners.size()
                ? QVariant(owners.value(i))
                : shownValue(valueAt(entry, m_columns[i].key), m_columns[i]);
            writeValue(m_row, lxw_col_t(i), value, m_columns[i]);
        }
    }

    void writeHead(const QJsonObject &pack)
    {
        const double widths[]{22, 60, 60};
        const QString headings[]{headKey, headValue, headNote};
        for (lxw_col_t i = 0; i < 3; ++i) {
            worksheet_set_column(m_sheet, i, i, widths[i], nullptr);
            writeText(0, i, headings[i], m_looks.heading);
        }
        for (const Column &column : m_columns) {
            ++m_row;
            writeText(m_row, 0, column.heading, column.isRequired ? m_looks.required : m_looks.heading);
            writeValue(m_row, headValueColumn, shownValue(valueAt(pack, column.key), column), column);
            writeText(m_row, 2, column.note, m_looks.text);
            offerChoices(m_row, m_row, headValueColumn, column);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
    }

    void writeHeadings()
    {
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const Column &column = m_columns[i];
            const auto at = lxw_col_t(i);
            worksheet_set_column(m_sheet, at, at, widthOf(column.kind), m_looks.of(column.kind));
            writeText(0, at, column.heading, column.isRequired ? m_looks.required : m_looks.heading);
            writeNote(at, column);
            offerChoices(1, preparedRows, at, column);
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
    }

    void finish()
    {
        if (!m_table.isHead())
            worksheet_autofilter(m_sheet, 0, 0, std::max<lxw_row_t>(m_row, 1), lxw_col_t(m_columns.size() - 1));
    }

    const QString &fault() const { return m_fault; }

private:
    void writeValue(lxw_row_t row, lxw_col_t at, const QVariant &value, const Column &column)
    {
        lxw_format *look = m_looks.of(column.kind);
        if (value.typeId() == QMetaType::Double) {
            keep(worksheet_write_number(m_sheet, row, at, value.toDouble(), look), row, column);
        } else if (value.typeId() == QMetaType::QDate) {
            const QDate day = value.toDate();
            lxw_datetime when{day.year(), day.month(), day.day(), 0, 0, 0};
            keep(worksheet_write_datetime(m_sheet, row, at, &when, look), row, column);
        } else if (const QString text = value.toString(); !text.isEmpty()) {
            keep(worksheet_write_string(m_sheet, row, at, storedText(text).constData(), look), row, column);
        } else if (m_table.isHead()) {
            worksheet_write_blank(m_sheet, row, at, look);
        }
    }

    /// What only looks like an escaped character (_x0041_) is kept from being read as one.
    static QByteArray storedText(QString text)
    {
        static const QRegularExpression likeEscape(u"_(?=x[0-9A-Fa-f]{4}_)"_s);
        return text.replace(likeEscape, u"_x005F_"_s).toUtf8();
    }

    void writeText(lxw_row_t row, lxw_col_t at, const QString &text, lxw_format *look)
    {
        worksheet_write_string(m_sheet, row, at, text.toUtf8().constData(), look);
    }

    void writeNote(lxw_col_t at, const Column &column)
    {
        QString note = (column.isRequired ? u"必填。"_s : QString()) + column.note;
        if (column.kind == Kind::Words)
            note += u"。每行一个："_s + choicesOf(column).join(u'、');
        if (column.kind == Kind::When)
            note += u"。写法：情形=选项，情形≥数，情形<{参数}；用 且、或、非 和括号连接"_s;
        lxw_comment_options options{};
        options.width = 240;
        options.height = 100;
        worksheet_write_comment_opt(m_sheet, 0, at, note.toUtf8().constData(), &options);
    }

    static QStringList choicesOf(const Column &column)
    {
        if (column.kind == Kind::Flag)
            return {u"是"_s, u"否"_s};
        QStringList choices;
        for (const Choice &choice : column.choices)
            choices.append(choice.chinese);
        return choices;
    }

    void offerChoices(lxw_row_t first, lxw_row_t last, lxw_col_t at, const Column &column)
    {
        if (column.kind == Kind::Word || column.kind == Kind::Flag)
            offerWords(first, last, at, choicesOf(column));
        else if (column.kind == Kind::Reference)
            offerIds(first, last, at, column.sheet);
    }

    void offerWords(lxw_row_t first, lxw_row_t last, lxw_col_t at, const QStringList &choices)
    {
        QByteArrayList texts;
        for (const QString &choice : choices)
            texts.append(choice.toUtf8());
        std::vector<char *> list;
        for (QByteArray &text : texts)
            list.push_back(text.data());
        list.push_back(nullptr);
        QByteArray title = choiceTitle();
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list.data();
        rule.error_title = title.data();
        worksheet_data_validation_range(m_sheet, first, at, last, at, &rule);
    }

    /// The ids of another sheet are its first column behind those of its owners.
    void offerIds(lxw_row_t first, lxw_row_t last, lxw_col_t at, const QString &sheet)
    {
        for (const Table &table : tables()) {
            if (table.sheet != sheet)
                continue;
            const QString column = cellName(0, int(table.owners.size())).chopped(1);
            QByteArray range = u"='%1'!$%2$2:$%2$%3"_s.arg(sheet, column).arg(preparedRows + 1).toUtf8();
            QByteArray title = choiceTitle();
            lxw_data_validation rule{};
            rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            rule.value_formula = range.data();
            rule.error_title = title.data();
            worksheet_data_validation_range(m_sheet, first, at, last, at, &rule);
        }
    }

    static QByteArray choiceTitle() { return u"请从列表中选择"_s.toUtf8(); }

    void keep(lxw_error error, lxw_row_t row, const Column &column)
    {
        if (error != LXW_NO_ERROR && m_fault.isEmpty())
            m_fault = u"%1 第 %2 行“%3”：内容超过一个单元格的容量（32767 个字）"_s.arg(m_table.sheet)
                          .arg(row + 1)
                          .arg(column.heading);
    }

    const Table &m_table;
    const QList<Column> m_columns;
    const Looks &m_looks;
    lxw_worksheet *m_sheet;
    lxw_row_t m_row = 0;
    QString m_fault;
};

/// The rows of \a table within \a object, which stands \a depth owners down.
void writeRows(SheetWriter &writer, const Table &table, const QJsonObject &object, const QStringList &owners)
{
    if (owners.size() == table.owners.size() || (owners.isEmpty() && table.isOfPackToo)) {
        for (const QJsonValue &entry : valueAt(object, table.list).toArray())
            writer.writeRow(owners, entry.toObject());
    }
    if (owners.size() == table.owners.size())
        return;
    for (const QJsonValue &owner : object.value(table.owners[owners.size()]).toArray())
        writeRows(writer, table, owner.toObject(), owners + QStringList{owner.toObject().value(u"id"_s).toString()});
}

/// The first sheet's fault; empty: all is in the book.
QString writeTables(lxw_workbook *book, const QJsonObject &pack)
{
    const Looks looks(book);
    QString fault;
    for (const Table &table : tables()) {
        SheetWriter writer(book, table, looks);
        if (table.isHead()) {
            writer.writeHead(pack);
        } else {
            writer.writeHeadings();
            writeRows(writer, table, pack, {});
        }
        writer.finish();
        if (fault.isEmpty())
            fault = writer.fault();
    }
    return fault;
}

}

base::Result<QByteArray> writeBook(const domain::GuidePack &pack)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"book.xlsx"_s);
    const base::Fail noRoom({base::Error::Kind::Storage, u"the temporary file cannot be written"_s, path});
    QByteArray folderName = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.tmpdir = folderName.data();
    lxw_workbook *book = folder.isValid() ? workbook_new_opt(QFile::encodeName(path).constData(), &options) : nullptr;
    if (!book)
        return noRoom;
    const QString fault = writeTables(book, QJsonDocument::fromJson(guides::writePack(pack)).object());
    const lxw_error error = workbook_close(book);
    if (!fault.isEmpty())
        return base::Fail({base::Error::Kind::Document, fault, pack.id});
    QFile file(path);
    if (error != LXW_NO_ERROR || !file.open(QFile::ReadOnly))
        return noRoom;
    return file.readAll();
}

}
