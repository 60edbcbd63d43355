#include "ui/intake/listmodel.h"

#include "core/domain/masking.h"
#include "ui/intake/listwords.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <numeric>

void ListModel::show(const desk::PeopleImport &list, const QList<domain::Field> &columns)
{
    beginResetModel();
    m_list = list;
    m_columns = columns;
    m_order.resize(list.people.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    std::ranges::stable_partition(m_order, [&](int row) { return !list.people[row].faults.isEmpty(); });
    endResetModel();
}

QStringList ListModel::reasons() const
{
    QStringList reasons;
    for (const desk::ListedPerson &person : m_list.people)
        reasons << listwords::sentence(person.faults);
    return reasons;
}

int ListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size()) + 1;
}

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const desk::ListedPerson &person = m_list.people[m_order[index.row()]];
    const bool isVerdict = index.column() == 0;
    const bool isSound = person.faults.isEmpty();
    if (role == Qt::ForegroundRole)
        return theme::colour(!isSound ? theme::Colour::Bad : isVerdict ? theme::Colour::Good : theme::Colour::Text);
    if (role == Qt::ToolTipRole)
        return listwords::sentence(person.faults);
    if (role != Qt::DisplayRole)
        return {};
    if (isVerdict)
        return isSound ? tr("in order") : listwords::sentence(person.faults);
    const domain::Field &column = m_columns[index.column() - 1];
    const QString value = person.values.value(column.id);
    const bool isWrong = std::ranges::any_of(person.faults, [&](const desk::RowFault &fault) {
        return fault.heading == m_list.headings.value(m_list.fields.indexOf(column.id));
    });
    if (isWrong) // to be compared with the paper
        return value;
    return domain::withMaskedNumbers(column.kind, value);
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(orientation == Qt::Horizontal ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return QString::number(m_list.people[m_order[section]].line);
    return section == 0 ? tr("Looked at") : m_columns[section - 1].label;
}
