#include "ui/issuance/shelfmodel.h"

#include "ui/issuance/shelfface.h"

#include <algorithm>

ShelfModel::ShelfModel(const desk::ShelfList &list, QObject *parent) : PagedModel(parent), m_list(list) { }

void ShelfModel::read(desk::ShelfKind kind, int least)
{
    m_now = m_list.now();
    readAnew([this, kind](const desk::ShelfList::Place &after, int most) { return m_list.page(kind, after, most); }, least);
}

void ShelfModel::show(const QList<desk::ShelfEntry> &lines)
{
    m_now = m_list.now();
    showOnly(lines);
}

int ShelfModel::rowOf(const desk::ShelfEntry &line) const
{
    const auto found = std::ranges::find_if(lines(), [&](const desk::ShelfEntry &each) { return each.isSame(line); });
    return found == lines().end() ? -1 : int(found - lines().begin());
}

bool ShelfModel::isMarked(const desk::ShelfEntry &line) const
{
    return std::ranges::any_of(m_marked, [&](const desk::ShelfEntry &each) { return each.isSame(line); });
}

void ShelfModel::toggleMark(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const desk::ShelfEntry &line = lines()[row];
    if (m_marked.removeIf([&](const desk::ShelfEntry &each) { return each.isSame(line); }) == 0)
        m_marked.append(line);
    emit dataChanged(index(row), index(row), {MarkedRole});
}

void ShelfModel::clearMarks()
{
    m_marked.clear();
    allChanged(MarkedRole);
}

QVariant ShelfModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::ShelfEntry &line = lines()[index.row()];
    switch (role) {
    case Qt::DisplayRole: return line.result.name;
    case Qt::AccessibleTextRole: return spokenLine(line, m_now);
    case LineRole: return QVariant::fromValue(line);
    case MarkedRole: return isMarked(line);
    case NowRole: return m_now;
    default: return {};
    }
}
