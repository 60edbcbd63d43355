#include "ui/scans/materialsmodel.h"

#include "core/domain/scans.h"

#include <algorithm>

void MaterialsModel::show(const domain::Case &file, const domain::Plan &plan)
{
    QList<Row> rows{{{}, tr("Not sorted yet"), 0}};
    for (const domain::Plan::MaterialLine &line : plan.materials)
        rows.append({line.material.id, line.material.name, 0});
    for (const domain::ScanPicture &picture : domain::presentScans(file)) {
        const auto found = std::ranges::find(rows, picture.material, &Row::material);
        ++(found == rows.end() ? rows.first() : *found).pages;
    }
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows != m_rows) {
        m_rows = rows;
        emit dataChanged(index(0), index(rowCount() - 1));
    }
}

int MaterialsModel::rowOf(const QString &material) const
{
    const auto found = std::ranges::find(m_rows, material, &Row::material);
    return found == m_rows.end() ? 0 : int(found - m_rows.begin());
}

int MaterialsModel::nextWithout(int row) const
{
    for (int step = 1; step <= materials(); ++step) {
        const int next = 1 + (std::max(row, 0) - 1 + step + materials()) % materials();
        if (m_rows[next].pages == 0)
            return next;
    }
    return -1;
}

int MaterialsModel::materialsWithPages() const
{
    return int(std::count_if(m_rows.begin() + 1, m_rows.end(), [](const Row &row) { return row.pages > 0; }));
}

QList<domain::ScanPicture> MaterialsModel::picturesOf(int row, const domain::Case &file) const
{
    if (row > 0)
        return domain::scansOf(file, m_rows[row].material);
    QList<domain::ScanPicture> pictures = domain::presentScans(file);
    pictures.removeIf([&](const domain::ScanPicture &picture) {
        return std::ranges::find(m_rows.begin() + 1, m_rows.end(), picture.material, &Row::material) != m_rows.end();
    });
    return pictures;
}

int MaterialsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MaterialsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("%1, %n page(s)", nullptr, row.pages).arg(row.name);
    if (role == Qt::ToolTipRole)
        return row.name;
    return role == RowRole ? QVariant::fromValue(row) : QVariant();
}
