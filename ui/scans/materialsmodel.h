#pragma once

#include "core/domain/plan.h"

#include <QAbstractListModel>

/// The materials of a case and how many pages each has; row 0 is for what is not sorted yet.
class MaterialsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Row {
        QString material; ///< id; empty: not sorted
        QString name;
        int pages = 0;
        bool operator==(const Row &) const = default;
    };
    static constexpr int RowRole = Qt::UserRole + 1;

    using QAbstractListModel::QAbstractListModel;

    /// Pictures of a material that is not asked for any more count as not sorted.
    void show(const domain::Case &file, const domain::Plan &plan);
    const Row &row(int row) const { return m_rows[row]; }
    int rowOf(const QString &material) const;
    /// The next material after \a row without a page, round the end; -1: all have one.
    int nextWithout(int row) const;
    int materials() const { return int(m_rows.size()) - 1; }
    int materialsWithPages() const;
    /// The pictures that row \a row stands for.
    QList<domain::ScanPicture> picturesOf(int row, const domain::Case &file) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<Row> m_rows{Row{}};
};

Q_DECLARE_METATYPE(MaterialsModel::Row)
