#pragma once

#include "core/domain/plan.h"

#include <QAbstractTableModel>

/// The people of one roster as a table, numbers masked; below them an empty row in which the next one is typed. A value that is
/// given is told, not kept: the table follows the plan.
class PeopleModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const domain::Plan::RosterLine &line, bool readOnly);
    const domain::Plan::RosterLine &line() const { return m_line; }
    /// What is wrong with the cell \a index, as a sentence; empty: nothing.
    QString faultAt(const QModelIndex &index) const;
    /// The cell of the person with \a number; of the first open one when there is no such.
    QModelIndex cellOf(int number, const QString &field) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    /// \a value was typed for the person in \a row; the row below the last is somebody new.
    void given(int row, const QString &field, const QString &value);

private:
    QString value(const QModelIndex &index) const;

    domain::Plan::RosterLine m_line;
    int m_rows = 0;
    bool m_readOnly = false;
};
