#include "ui/home/findingsmodel.h"

#include "core/domain/casenumber.h"

FindingsModel::FindingsModel(QObject *parent) :
    QAbstractListModel(parent)
{
}

void FindingsModel::show(const QString &number, const QList<desk::MatterLine> &matters)
{
    beginResetModel();
    m_number = number;
    m_matters = matters;
    endResetModel();
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matters.size()) + (m_number.isEmpty() ? 0 : 1);
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = matterRow(index);
    if (row < 0) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return tr("Open case %1").arg(domain::groupedNumber(m_number));
        return role == NumberRole ? m_number : QVariant();
    }
    const desk::MatterLine &matter = m_matters[row];
    switch (role) {
    case Qt::DisplayRole: return matter.name;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3, lead %4, %n item(s)", nullptr, matter.items)
            .arg(matter.name, matter.region, matter.audience, matter.lead);
    case MatterRole: return QVariant::fromValue(matter);
    case NumberRole: return QString();
    default: return {};
    }
}
