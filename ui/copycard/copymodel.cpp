#include "ui/copycard/copymodel.h"

#include "ui/copycard/copywords.h"

#include <algorithm>

void CopyModel::show(const desk::CopyRun *run)
{
    beginResetModel();
    m_run = run;
    m_rows.clear();
    m_bare = -1;
    for (qsizetype line = 0; m_run && line < m_run->sheet().lines.size(); ++line) {
        const qsizetype screen = m_run->sheet().lines[line].screen;
        if (m_rows.isEmpty() || m_rows.back().screen != screen)
            m_rows.append({screen, -1});
        m_rows.append({screen, line});
    }
    endResetModel();
}

void CopyModel::refresh(qsizetype bare)
{
    m_bare = bare;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int CopyModel::rowOf(qsizetype line) const
{
    const auto row = std::ranges::find(m_rows, line, &Row::line);
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

int CopyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString CopyModel::valueOf(qsizetype line) const
{
    const domain::CopyLine &each = m_run->sheet().lines[line];
    return line == m_bare ? each.value : each.shown();
}

QVariant CopyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == LineRole)
        return qlonglong(row.line);
    if (row.line < 0)
        return role == Qt::DisplayRole ? m_run->sheet().screens[row.screen] : QVariant();
    const domain::CopyLine &line = m_run->sheet().lines[row.line];
    switch (role) {
    case Qt::DisplayRole:
        return line.label;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(line.label, valueOf(row.line));
    case Qt::ToolTipRole:
        return copyProblem(line);
    case ValueRole:
        return valueOf(row.line);
    case MarkRole:
        return int(m_run->mark(row.line));
    case StateRole:
        return int(line.state);
    default:
        return {};
    }
}

Qt::ItemFlags CopyModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool wanted = m_rows[index.row()].line >= 0
        && m_run->sheet().lines[m_rows[index.row()].line].state != domain::CopyLine::State::Passed;
    return wanted ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}
