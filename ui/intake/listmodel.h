#pragma once

#include "core/desk/peopleimport.h"

#include <QAbstractTableModel>

/// A list of people that is looked at before it is taken over: line, what would be taken (numbers masked), what is wrong.
class ListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const desk::PeopleImport &list, const QList<domain::Field> &columns);
    const desk::PeopleImport &list() const { return m_list; }
    /// What is wrong with each person, in words; empty: nothing.
    QStringList reasons() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    desk::PeopleImport m_list;
    QList<domain::Field> m_columns;
    QList<int> m_order; ///< the faulty ones first
};
