#include "core/sheets/book.h"

#include "core/guides/packreader.h"
#include "core/sheets/jsonpath.h"
#include "core/sheets/reasons.h"
#include "core/sheets/sheetrows.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBookFaults = 500;

/// What the pack is called while its JSON is checked: the places of the faults begin with it.
const QString innerName = u"pack"_s;

/// Where an entry of the format came from.
struct Origin {
    const Table *table = nullptr;
    int row = 0;
    QStringList broken;
};

/// Puts the rows of all sheets together to one pack and finds the way back from a place in it.
class Assembly
{
public:
    explicit Assembly(QList<SheetFault> &faults) : m_faults(faults) { }

    /// Reads the sheets; whether their headings are in order, so that the rows can be put together.
    bool take(const QList<Grid> &grids)
    {
        QSet<QString> known;
        for (const Grid &grid : grids) {
            const auto table = std::ranges::find(tables(), grid.name, &Table::sheet);
            if (table == tables().end())
                m_faults.append({{grid.name, -1, -1, {}}, u"不认识的工作表：请删除，或者改回原来的名称"_s});
            else
                m_sheets.insert(table->sheet, readRows(grid, *table, m_faults));
            known.insert(grid.name);
        }
        for (const Table &table : tables()) {
            if (!known.contains(table.sheet))
                m_faults.append({{table.sheet, -1, -1, {}}, u"缺少这个工作表"_s});
        }
        const auto isWellFormed = [](const SheetRows &sheet) { return sheet.isWellFormed; };
        return m_sheets.size() == tables().size() && std::ranges::all_of(m_sheets, isWellFormed);
    }

    QJsonObject pack()
    {
        groupRows();
        const Table &head = tables().front();
        const SheetRow row = m_sheets[head.sheet].rows.value(0);
        QJsonObject pack = row.entry;
        m_origins.insert({}, {&head, 0, row.broken});
        pack.insert(u"format"_s, 1);
        addLists(pack, {}, {}, {});
        sayOrphans();
        return pack;
    }

    /// \a path is a place in the pack.
    SheetFault faultOf(const QString &path, const QString &reason) const
    {
        QString entry = path;
        while (!entry.isEmpty() && !m_origins.contains(entry))
            entry = upOf(entry);
        const Origin origin = m_origins.value(entry);
        const QString key = path.sliced(entry.isEmpty() ? 0 : std::min(entry.size() + 1, path.size()));
        return {spotWithin(origin, key), chineseReason(reason)};
    }

    /// Whether a cell at or around \a path is at fault already, so that what is missing there is no news.
    bool isBroken(const QString &path) const
    {
        QString entry = path;
        while (!entry.isEmpty() && !m_origins.contains(entry))
            entry = upOf(entry);
        const QString key = path.sliced(entry.isEmpty() ? 0 : std::min(entry.size() + 1, path.size()));
        const QStringList broken = m_origins.value(entry).broken;
        // What is said of the row as a whole may be said only because of that cell.
        return (key.isEmpty() && !broken.isEmpty())
            || std::ranges::any_of(broken, [&](const QString &cell) { return key.startsWith(cell); });
    }

private:
    using Group = std::pair<const Table *, QStringList>;

    /// "a.b[1].c" → "a.b[1]" → "a.b" → "a" → ""
    static QString upOf(const QString &path)
    {
        const qsizetype cut = std::max(path.lastIndexOf(u'.'), path.lastIndexOf(u'['));
        return path.left(std::max<qsizetype>(cut, 0));
    }

    /// The cell of the longest beginning of \a key that is a column.
    Spot spotWithin(const Origin &origin, const QString &key) const
    {
        const SheetRows &sheet = *m_sheets.constFind(origin.table->sheet);
        for (QString column = key; !column.isEmpty(); column = upOf(column)) {
            const Spot spot = sheet.spotOf(*origin.table, origin.row, column);
            if (!spot.heading.isEmpty())
                return spot;
        }
        Spot spot{origin.table->sheet, origin.table->isHead() ? -1 : origin.row, -1, {}};
        const auto isMeant = [&](const Table &table) {
            return !table.isHead() && table.owners == listsOf(*origin.table) && key.startsWith(table.list);
        };
        if (const auto table = std::ranges::find_if(tables(), isMeant); table != tables().end())
            spot.heading = table->sheet;
        return spot;
    }

    static QStringList listsOf(const Table &table)
    {
        return table.isHead() ? QStringList() : table.owners + QStringList{table.list};
    }

    void groupRows()
    {
        for (const Table &table : tables()) {
            if (table.isHead())
                continue;
            const QList<SheetRow> &rows = m_sheets[table.sheet].rows;
            for (const SheetRow &row : rows)
                m_groups[{&table, row.owners}].append(&row);
        }
    }

    /// Adds to \a object, which stands at \a path within \a lists of the entries \a ids, all lists that lie in it.
    void addLists(QJsonObject &object, const QString &path, const QStringList &lists, const QStringList &ids)
    {
        for (const Table &table : tables()) {
            const bool isHere = table.owners == lists || (table.isOfPackToo && lists.isEmpty());
            if (table.isHead() || !isHere)
                continue;
            const QList<const SheetRow *> rows = m_groups.take({&table, ids});
            QJsonArray entries;
            for (const SheetRow *row : rows) {
                const QString place
                    = u"%1%2[%3]"_s.arg(path.isEmpty() ? path : path + u'.', table.list).arg(entries.size());
                QJsonObject entry = row->entry;
                m_origins.insert(place, {&table, row->row, row->broken});
                addLists(entry, place, listsOf(table), ids + QStringList{entry.value(u"id"_s).toString()});
                entries.append(entry);
            }
            if (!entries.isEmpty())
                putAt(object, table.list, entries);
        }
    }

    /// Rows that nobody took lie in something that is not there.
    void sayOrphans()
    {
        for (auto it = m_groups.constBegin(); it != m_groups.constEnd(); ++it) {
            const auto &[table, owners] = it.key();
            for (const SheetRow *row : *it) {
                const Column last = columnsOf(*table).at(table->owners.size() - 1);
                const int at = m_sheets[table->sheet].columns.value(table->owners.size() - 1);
                m_faults.append({{table->sheet, row->row, at, last.heading},
                                 u"“%1”表中没有 %2"_s.arg(last.sheet, owners.join(u" / "_s).left(200))});
            }
        }
    }

    QMap<QString, SheetRows> m_sheets;
    QMap<Group, QList<const SheetRow *>> m_groups; ///< those that are not yet put into something
    QHash<QString, Origin> m_origins; ///< by place in the pack
    QList<SheetFault> &m_faults;
};

QList<base::Error> errorsOf(QList<SheetFault> faults, const QString &book)
{
    const auto orderOf = [](const SheetFault &fault) {
        const auto table = std::ranges::find(tables(), fault.spot.sheet, &Table::sheet);
        return std::tuple(table - tables().begin(), fault.spot.row, fault.spot.column);
    };
    std::ranges::stable_sort(faults, {}, orderOf);
    QList<base::Error> errors;
    for (const SheetFault &fault : faults.first(std::min(faults.size(), mostBookFaults)))
        errors.append({base::Error::Kind::Document, fault.reason, book + u": "_s + fault.spot.text()});
    if (faults.size() > mostBookFaults)
        errors.back() = {base::Error::Kind::Document, u"还有更多问题，未列出"_s, book};
    return errors;
}

}

BookContent readBook(const QByteArray &bytes, const QString &book)
{
    const base::Result<QList<Grid>> grids = readGrids(bytes);
    if (!grids) {
        base::Error error = grids.error();
        error.place = error.place.isEmpty() ? book : book + u": "_s + error.place;
        return {{}, {error}};
    }
    QList<SheetFault> faults;
    Assembly assembly(faults);
    if (!assembly.take(*grids))
        return {{}, errorsOf(faults, book)};
    const QByteArray json = QJsonDocument(assembly.pack()).toJson(QJsonDocument::Compact);
    for (const base::Error &error : guides::faultsIn(json, innerName)) {
        const QString path = error.place.sliced(std::min(innerName.size() + 2, error.place.size()));
        if (!assembly.isBroken(path))
            faults.append(assembly.faultOf(path, error.detail));
    }
    if (!faults.isEmpty())
        return {{}, errorsOf(faults, book)};
    base::Result<domain::GuidePack> pack = guides::readPack(json, innerName);
    if (!pack)
        return {{}, {pack.error()}};
    return {std::move(*pack), {}};
}

}
