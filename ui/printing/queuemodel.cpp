#include "ui/printing/queuemodel.h"

#include "core/domain/casenumber.h"
#include "ui/printing/printwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using desk::QueuedPrint;

QueueModel::QueueModel(const desk::PrintQueue &queue, QObject *parent) : QAbstractListModel(parent), m_queue(queue)
{
    connect(&queue, &desk::PrintQueue::changed, this, &QueueModel::renew);
    renew();
}

/// Rows that stay where they are only change, so that a view keeps its place.
void QueueModel::renew()
{
    QList<QueuedPrint> prints = m_queue.prints();
    std::ranges::stable_sort(prints, std::ranges::greater(), &QueuedPrint::isOpen);
    if (std::ranges::equal(prints, m_prints, {}, &QueuedPrint::id, &QueuedPrint::id)) {
        m_prints = std::move(prints);
        if (!m_prints.isEmpty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_prints = std::move(prints);
    endResetModel();
}

int QueueModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_prints, id, &QueuedPrint::id);
    return found == m_prints.end() ? -1 : int(found - m_prints.begin());
}

int QueueModel::openCount() const
{
    return int(std::ranges::count_if(m_prints, &QueuedPrint::isOpen));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_prints.size());
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueuedPrint &print = m_prints[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return printwords::paper(print);
    case Qt::AccessibleTextRole:
        return QStringList{printwords::badge(print).text, printwords::paper(print), domain::groupedNumber(print.number),
                           print.matter, printwords::sentence(print)}
            .join(u", "_s);
    case PrintRole:
        return QVariant::fromValue(print);
    default:
        return {};
    }
}
