#include "ui/intake/peoplemodel.h"

#include "core/domain/masking.h"
#include "ui/theme/theme.h"
#include "ui/words/words.h"

#include <algorithm>

using domain::Field;
using domain::FieldFault;

void PeopleModel::show(const domain::Plan::RosterLine &line, bool readOnly)
{
    const bool sameTable = line.roster.id == m_line.roster.id && line.columns == m_line.columns && readOnly == m_readOnly;
    const int rows = int(line.people.size()) + (readOnly ? 0 : 1);
    if (!sameTable) {
        beginResetModel();
        m_line = line;
        m_readOnly = readOnly;
        m_rows = rows;
        endResetModel();
        return;
    }
    // Rows come and go behind the empty one, so that the keyboard stays where it is: the empty row becomes the person.
    if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    m_line = line;
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
}

QString PeopleModel::faultAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_line.people.size())
        return {};
    const domain::Plan::PersonLine &person = m_line.people[index.row()];
    const FieldFault fault = person.faults.value(m_line.columns[index.column()].id);
    if (fault != FieldFault::None)
        return words::sentence(fault);
    return person.twice ? tr("This number is in the list already.") : QString();
}

QModelIndex PeopleModel::cellOf(int number, const QString &field) const
{
    const auto row = std::ranges::find_if(m_line.people, [&](const auto &line) {
        return number > 0 ? line.person.number == number : !line.faults.isEmpty() || line.twice;
    });
    const auto column = std::ranges::find(m_line.columns, field, &Field::id);
    return index(int(row - m_line.people.begin()), column == m_line.columns.end() ? 0 : int(column - m_line.columns.begin()));
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_line.columns.size());
}

QString PeopleModel::value(const QModelIndex &index) const
{
    return index.row() < m_line.people.size()
        ? m_line.people[index.row()].person.values.value(m_line.columns[index.column()].id)
        : QString();
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Field &column = m_line.columns[index.column()];
    const bool isNew = index.row() >= m_line.people.size();
    const QString fault = faultAt(index);
    const bool isOpen = !isNew && value(index).isEmpty() && !fault.isEmpty();
    switch (role) {
    case Qt::EditRole:
        return value(index);
    case Qt::DisplayRole:
        if (isNew)
            return index.column() == 0 ? tr("type the next one …") : QString();
        return isOpen ? tr("to fill in") : domain::withMaskedNumbers(column.kind, value(index));
    case Qt::ToolTipRole:
        return fault;
    case Qt::ForegroundRole:
        return theme::colour(isNew ? theme::Colour::Muted : fault.isEmpty() ? theme::Colour::Text : theme::Colour::Bad);
    default:
        return {};
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(orientation == Qt::Horizontal ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_line.people.size() ? QString::number(section + 1) : QStringLiteral("+");
    return m_line.columns.value(section).label;
}

Qt::ItemFlags PeopleModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.isValid() && !m_readOnly ? plain | Qt::ItemIsEditable : plain;
}

bool PeopleModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || m_readOnly)
        return false;
    if (value.toString() != this->value(index))
        emit given(index.row(), m_line.columns[index.column()].id, value.toString());
    return true;
}
