#include "ui/issuance/shelfmodel.h"

#include "ui/issuance/shelfface.h"

#include <algorithm>

ShelfModel::ShelfModel(const desk::ShelfList &list, QObject *parent) : QAbstractListModel(parent), m_list(list) { }

void ShelfModel::read(desk::ShelfKind kind, int least)
{
    beginResetModel();
    m_kind = kind;
    m_now = m_list.now();
    m_lines.clear();
    m_fault.reset();
    auto page = m_list.page(kind, {}, std::max(pageSize, least));
    if (page) {
        m_lines = page->lines;
        m_end = page->end;
        m_isWhole = page->isLast;
    } else {
        m_fault = page.error();
        m_isWhole = true;
    }
    endResetModel();
}

void ShelfModel::show(const QList<desk::ShelfEntry> &lines)
{
    beginResetModel();
    m_now = m_list.now();
    m_lines = lines;
    m_fault.reset();
    m_isWhole = true;
    endResetModel();
}

int ShelfModel::rowOf(const desk::ShelfEntry &line) const
{
    const auto found = std::ranges::find_if(m_lines, [&](const desk::ShelfEntry &each) { return each.isSame(line); });
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

bool ShelfModel::isMarked(const desk::ShelfEntry &line) const
{
    return std::ranges::any_of(m_marked, [&](const desk::ShelfEntry &each) { return each.isSame(line); });
}

void ShelfModel::toggleMark(int row)
{
    if (row < 0 || row >= m_lines.size())
        return;
    const desk::ShelfEntry &line = m_lines[row];
    if (m_marked.removeIf([&](const desk::ShelfEntry &each) { return each.isSame(line); }) == 0)
        m_marked.append(line);
    emit dataChanged(index(row), index(row), {MarkedRole});
}

void ShelfModel::clearMarks()
{
    m_marked.clear();
    if (!m_lines.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1), {MarkedRole});
}

int ShelfModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

QVariant ShelfModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::ShelfEntry &line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole: return line.result.name;
    case Qt::AccessibleTextRole: return spokenLine(line, m_now);
    case LineRole: return QVariant::fromValue(line);
    case MarkedRole: return isMarked(line);
    case NowRole: return m_now;
    default: return {};
    }
}

bool ShelfModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_isWhole;
}

void ShelfModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    auto page = m_list.page(m_kind, m_end, pageSize);
    if (!page) {
        m_fault = page.error();
        m_isWhole = true;
        return;
    }
    m_isWhole = page->isLast;
    m_end = page->end;
    if (page->lines.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(page->lines.size()) - 1);
    m_lines += page->lines;
    endInsertRows();
}
