#include "core/desk/peopletable.h"

#include "core/base/text.h"
#include "core/sheets/grid.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <algorithm>
#include <cmath>
#include <optional>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestCell = 500;
constexpr double exactNumbers = 1e15; // a spreadsheet keeps fifteen digits

base::Fail unreadable(const QString &reason, const QString &place)
{
    return base::Fail({base::Error::Kind::Document, reason, place});
}

/// What parts the cells: the first of these that stands outside quotes in the first line with anything in it. Null: spaces.
QChar separatorOf(const QString &text)
{
    const QStringView line = QStringView(text).trimmed();
    for (const char16_t candidate : {u'\t', u',', u'，', u';', u'；'}) {
        bool quoted = false;
        for (const QChar c : line) {
            quoted = quoted != (c == u'"');
            if (!quoted && c == u'\n')
                break;
            if (!quoted && c == candidate)
                return candidate;
        }
    }
    return {};
}

/// Takes a text apart into rows of cells (RFC 4180).
class TextReader
{
public:
    explicit TextReader(const QString &text) : m_text(text), m_separator(separatorOf(text)) { }

    base::Result<PeopleTable> read()
    {
        for (qsizetype at = 0; at < m_text.size(); ++at) {
            const QChar c = m_text[at];
            if (m_quoted)
                at += takeQuoted(at);
            else if (c == u'"' && m_cell.trimmed().isEmpty())
                m_quoted = true;
            else if (c == u'\n')
                endRow();
            else if (isSeparator(c))
                endCell();
            else
                m_cell += c;
            m_line += c == u'\n' ? 1 : 0;
            if (m_table.rows.size() > mostListRows || m_row.cells.size() > mostListColumns)
                return unreadable(u"名单最多%1行、%2列，请分几次导入"_s.arg(mostListRows).arg(mostListColumns), {});
        }
        if (m_quoted)
            return unreadable(u"第%1行的引号没有结束，请补上右引号"_s.arg(m_row.line), {});
        endRow();
        return m_table;
    }

private:
    /// How many characters more than one were taken.
    qsizetype takeQuoted(qsizetype at)
    {
        const bool isQuote = m_text[at] == u'"';
        const bool isDoubled = isQuote && at + 1 < m_text.size() && m_text[at + 1] == u'"';
        if (!isQuote || isDoubled)
            m_cell += m_text[at];
        else
            m_quoted = false;
        return isDoubled ? 1 : 0;
    }
    bool isSeparator(QChar c) const { return m_separator.isNull() ? c == u' ' || c == u'\u3000' : c == m_separator; }

    void endCell()
    {
        const QString cell = base::cleanLine(std::exchange(m_cell, {}), longestCell);
        if (!m_separator.isNull() || !cell.isEmpty()) // several spaces part as one
            m_row.cells.append({cell, TableCell::Harm::None});
    }
    void endRow()
    {
        endCell();
        const bool hasText = std::ranges::any_of(m_row.cells, [](const TableCell &cell) { return !cell.text.isEmpty(); });
        if (hasText)
            m_table.rows.append(m_row);
        m_row = {.line = m_line + 1, .cells = {}};
    }

    const QString m_text;
    const QChar m_separator;
    PeopleTable m_table;
    PeopleTable::Row m_row{.line = 1, .cells = {}};
    QString m_cell;
    int m_line = 1;
    bool m_quoted = false;
};

TableCell cellOf(const sheets::Cell &cell, QDate firstDay)
{
    using Kind = sheets::Cell::Kind;
    switch (cell.kind) {
    case Kind::Day:
        return {firstDay.addDays(qint64(cell.number)).toString(Qt::ISODate), TableCell::Harm::None};
    case Kind::Formula:
        return {{}, TableCell::Harm::Formula};
    case Kind::Number: {
        const bool isWhole = cell.number == std::floor(cell.number) && std::fabs(cell.number) < 1e22;
        const QString text = isWhole ? QString::number(cell.number, 'f', 0) : QString::number(cell.number, 'g', 15);
        return {text, std::fabs(cell.number) >= exactNumbers ? TableCell::Harm::LostDigits : TableCell::Harm::None};
    }
    case Kind::Flag:
        return {cell.number != 0 ? u"是"_s : u"否"_s, TableCell::Harm::None};
    case Kind::Text:
        break;
    }
    return {base::cleanLine(cell.text, longestCell), TableCell::Harm::None};
}

base::Result<PeopleTable> tableOfGrid(const sheets::Grid &grid)
{
    if (grid.rows.size() > mostListRows)
        return unreadable(u"名单最多%1行，请分几次导入"_s.arg(mostListRows), grid.name);
    PeopleTable table{.sheet = grid.name, .rows = {}};
    for (auto row = grid.rows.begin(); row != grid.rows.end(); ++row) {
        if (row->isEmpty())
            continue;
        if (row->lastKey() >= mostListColumns)
            return unreadable(u"名单最多%1列"_s.arg(mostListColumns), grid.name);
        PeopleTable::Row taken{.line = row.key() + 1, .cells = QList<TableCell>(row->lastKey() + 1)};
        for (auto cell = row->begin(); cell != row->end(); ++cell)
            taken.cells[cell.key()] = cellOf(*cell, grid.firstDay);
        table.rows.append(taken);
    }
    return table;
}

/// Nothing when \a bytes are no text in \a encoding.
std::optional<QString> decoded(const QByteArray &bytes, QStringDecoder decoder)
{
    if (!decoder.isValid())
        return {};
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter) || text.contains(QChar::Null))
        return {};
    return text;
}

std::optional<QString> textOfFile(const QByteArray &bytes)
{
    if (const auto marked = QStringDecoder::encodingForData(bytes))
        return decoded(bytes, QStringDecoder(*marked));
    if (const auto text = decoded(bytes, QStringDecoder(QStringDecoder::Utf8)))
        return text;
    return decoded(bytes, QStringDecoder("GB18030"));
}

}

base::Result<PeopleTable> tableOfText(const QString &text)
{
    if (text.size() > mostListBytes)
        return unreadable(u"名单过大，请分几次导入"_s, {});
    return TextReader(QString(text).replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n')).read();
}

base::Result<PeopleTable> tableOfFile(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > mostListBytes)
        return unreadable(u"文件过大，请分几次导入"_s, name);
    if (bytes.startsWith("PK")) {
        const base::Result<QList<sheets::Grid>> grids = sheets::readGrids(bytes);
        if (!grids)
            return tl::unexpected(grids.error());
        const auto first = std::ranges::find_if(*grids, [](const sheets::Grid &grid) { return !grid.rows.isEmpty(); });
        return first == grids->end() ? PeopleTable{} : tableOfGrid(*first);
    }
    const std::optional<QString> text = textOfFile(bytes);
    if (!text)
        return unreadable(u"不是可以识别的名单文件，请另存为 .xlsx 或者 .csv 后再导入"_s, name);
    return tableOfText(*text);
}

base::Result<PeopleTable> tableInFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(u"不能读取这个文件，请检查它是否还在、是否被占用"_s, path);
    return tableOfFile(file.read(mostListBytes + 1), QFileInfo(path).fileName());
}

}
