#pragma once

#include "core/domain/plan.h"
#include "ui/intake/optiondelegate.h"

#include <QAbstractListModel>

/// All items of the matter: what applies, what is kept, by which path; roles as OptionRole says.
class ItemsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void show(const QList<domain::Plan::ItemLine> &items);
    const domain::Plan::ItemLine &line(int row) const { return m_items[row]; }
    int rowOf(const QString &item) const;
    int chosenCount() const;
    /// Items of which it is not known yet whether they apply.
    int undecidedCount() const;
    /// Chosen items whose path is still to be chosen.
    int openCount() const;
    /// The next row after \a row whose path is open, round the end; -1: none.
    int nextOpen(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    static bool pathOpen(const domain::Plan::ItemLine &line);
    QString detail(const domain::Plan::ItemLine &line) const;
    RowMark mark(const domain::Plan::ItemLine &line) const;

    QList<domain::Plan::ItemLine> m_items;
};
