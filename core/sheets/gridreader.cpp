#include "core/sheets/grid.h"
#include "core/sheets/sheetparts.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <optional>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCells = 500'000;
constexpr qsizetype mostSheets = 200;

struct Address {
    int row = 0;
    int column = 0;
};

/// C12 → row 11, column 2.
std::optional<Address> addressOf(const QString &name)
{
    static const QRegularExpression form(u"^([A-Z]{1,3})([1-9][0-9]{0,6})$"_s);
    const QRegularExpressionMatch match = form.match(name);
    if (!match.hasMatch())
        return {};
    int column = 0;
    for (const QChar letter : match.captured(1))
        column = column * 26 + (letter.unicode() - u'A' + 1);
    return Address{match.captured(2).toInt() - 1, column - 1};
}

/// What all sheets of a book share.
struct BookContext {
    std::vector<QString> texts;
    std::vector<bool> dayFormats;
    QDate firstDay{1899, 12, 30};
    qsizetype cellsLeft = mostCells;
};

/// Reads one sheet. Only what is in a cell is kept, so a sheet of absurd size costs nothing.
class GridReader
{
public:
    GridReader(const QString &name, const QByteArray &part, BookContext &book) : m_xml(part), m_book(book)
    {
        m_grid.name = name;
        m_grid.firstDay = book.firstDay;
    }

    Grid run()
    {
        while (!m_xml.atEnd()) {
            if (m_xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (m_xml.name() == "row"_L1)
                beginRow();
            else if (m_xml.name() == "c"_L1)
                readCell();
            else if (m_xml.name() == "mergeCell"_L1)
                readMerged();
        }
        return m_grid;
    }

private:
    /// Rows and cells may leave out where they stand; then they follow the one before.
    void beginRow()
    {
        const QString number = m_xml.attributes().value("r"_L1).toString();
        const std::optional<Address> address = addressOf(u"A"_s + number);
        if (!number.isEmpty() && !address)
            stop(u"行号“%1”无效"_s.arg(number.left(20)));
        m_next = {number.isEmpty() ? m_next.row + 1 : address->row, 0};
    }

    void readCell()
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        const QString name = attributes.value("r"_L1).toString();
        const std::optional<Address> address = name.isEmpty() ? m_next : addressOf(name);
        if (!address)
            stop(u"单元格的地址“%1”无效"_s.arg(name.left(20)));
        const QString type = attributes.value("t"_L1).toString();
        const size_t format = attributes.value("s"_L1).toULongLong();
        if (const std::optional<Cell> cell = contentOf(type, format))
            keep(*address, *cell);
        m_next = {address->row, address->column + 1};
    }

    /// What the cell that is read holds, when it holds anything.
    std::optional<Cell> contentOf(const QString &type, size_t format)
    {
        QString value;
        QString text;
        bool hasValue = false;
        bool isFormula = false;
        while (m_xml.readNextStartElement()) {
            hasValue = hasValue || m_xml.name() == "v"_L1 || m_xml.name() == "is"_L1;
            isFormula = isFormula || m_xml.name() == "f"_L1;
            if (m_xml.name() == "v"_L1)
                value = m_xml.readElementText(QXmlStreamReader::SkipChildElements);
            else if (m_xml.name() == "is"_L1)
                text = richText(m_xml);
            else
                m_xml.skipCurrentElement();
        }
        // An error (#REF!) is what a formula left behind.
        if (isFormula || (hasValue && type == "e"_L1))
            return Cell{.kind = Cell::Kind::Formula, .text = {}};
        if (!hasValue)
            return {};
        if (type == "inlineStr"_L1)
            return Cell{.kind = Cell::Kind::Text, .text = text};
        if (type == "str"_L1)
            return Cell{.kind = Cell::Kind::Text, .text = value};
        if (type == "d"_L1)
            return Cell{.kind = Cell::Kind::Text, .text = value.left(10)};
        if (type == "s"_L1)
            return Cell{.kind = Cell::Kind::Text, .text = sharedText(value)};
        return numberCell(type, value, format);
    }

    QString sharedText(const QString &value)
    {
        bool isNumber = false;
        const qulonglong index = value.toULongLong(&isNumber);
        if (!isNumber || index >= m_book.texts.size())
            stop(u"单元格的文字（%1）不在文件中"_s.arg(value.left(20)));
        return m_book.texts[index];
    }

    Cell numberCell(const QString &type, const QString &value, size_t format)
    {
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        const bool isKnown = type.isEmpty() || type == "n"_L1 || type == "b"_L1;
        if (!isNumber || !isKnown || !std::isfinite(number))
            stop(u"单元格的内容“%1”无效"_s.arg(value.left(20)));
        if (type == "b"_L1)
            return {.kind = Cell::Kind::Flag, .text = {}, .number = number};
        const bool isDay = format < m_book.dayFormats.size() && m_book.dayFormats[format];
        return {.kind = isDay ? Cell::Kind::Day : Cell::Kind::Number, .text = {}, .number = number};
    }

    void keep(Address at, const Cell &cell)
    {
        if (at.row >= Grid::mostRows || at.column >= Grid::mostColumns)
            stop(u"单元格 %1 在允许的范围（%2 行 %3 列）之外：请删除该处内容"_s.arg(cellName(at.row, at.column))
                     .arg(Grid::mostRows)
                     .arg(Grid::mostColumns));
        if (--m_book.cellsLeft < 0)
            stop(u"工作簿的单元格过多"_s);
        m_grid.rows[at.row].insert(at.column, cell);
    }

    void readMerged()
    {
        const QString range = m_xml.attributes().value("ref"_L1).toString();
        const std::optional<Address> first = addressOf(range.section(u':', 0, 0));
        if (!first)
            stop(u"合并单元格的范围“%1”无效"_s.arg(range.left(20)));
        if (m_grid.merged.size() < Grid::mostRows)
            m_grid.merged.append({first->row, first->column});
    }

    [[noreturn]] void stop(const QString &reason) const { throw UnreadableBook(reason, m_grid.name); }

    QXmlStreamReader m_xml;
    BookContext &m_book;
    Grid m_grid;
    Address m_next{-1, 0};
};

QList<Grid> gridsOf(const BookParts &parts)
{
    const QString workbook = partOfType(relationsOf(parts, {}), u"officeDocument");
    if (!parts.contains(workbook))
        throw UnreadableBook(u"不是 .xlsx 工作簿"_s);
    const QList<Relation> relations = relationsOf(parts, workbook);
    BookContext book{.texts = sharedTexts(parts.value(partOfType(relations, u"sharedStrings"))),
                     .dayFormats = dayFormats(parts.value(partOfType(relations, u"styles")))};
    QList<Grid> grids;
    QXmlStreamReader xml(parts.value(workbook));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        const QString from1904 = attributes.value("date1904"_L1).toString();
        if (xml.name() == "workbookPr"_L1 && (from1904 == "1"_L1 || from1904 == "true"_L1))
            book.firstDay = QDate(1904, 1, 1);
        if (xml.name() != "sheet"_L1)
            continue;
        const QString name = attributes.value("name"_L1).toString();
        const auto isIt = [&](const QXmlStreamAttribute &attribute) {
            return attribute.name() == "id"_L1 && attribute.prefix() != ""_L1;
        };
        const auto id = std::ranges::find_if(attributes, isIt);
        const auto relation
            = std::ranges::find(relations, id == attributes.end() ? QString() : id->value().toString(), &Relation::id);
        if (relation == relations.end() || !parts.contains(relation->target))
            throw UnreadableBook(u"工作表的内容不在文件中"_s, name);
        if (grids.size() >= mostSheets)
            throw UnreadableBook(u"工作簿的工作表过多"_s);
        grids.append(GridReader(name, parts.value(relation->target), book).run());
    }
    return grids;
}

}

base::Result<QList<Grid>> readGrids(const QByteArray &bytes)
{
    const base::Result<BookParts> parts = partsOfBook(bytes);
    if (!parts)
        return base::Fail(parts.error());
    try {
        return gridsOf(*parts);
    } catch (const UnreadableBook &fault) {
        return base::Fail({base::Error::Kind::Document, fault.reason(), fault.sheet()});
    }
}

QString cellName(int row, int column)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    return letters + QString::number(row + 1);
}

}
