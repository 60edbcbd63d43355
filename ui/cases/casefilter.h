#pragma once

#include <QSortFilterProxyModel>

/// The unfinished cases of a CasesModel, or all, in its order.
class CaseFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit CaseFilter(QObject *parent = nullptr);

    /// Filed and closed cases too.
    void setAll(bool all);
    bool all() const { return m_all; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool m_all = false;
};
