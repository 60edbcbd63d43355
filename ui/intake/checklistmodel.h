#pragma once

#include "core/domain/plan.h"

#include <QAbstractTableModel>

#include <optional>

/// The merged list of materials with what the clerk found about each.
class ChecklistModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Material, Verdict, Columns };
    enum Role {
        Detail = Qt::UserRole + 1, ///< QString below the name, or below the verdict
        Kind, ///< int of domain::VerdictKind; invalid: no verdict
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QList<domain::Plan::MaterialLine> &materials, const QMap<QString, domain::Verdict> &verdicts);
    const domain::Plan::MaterialLine &line(int row) const { return m_materials[row]; }
    std::optional<domain::Verdict> verdict(int row) const;
    int rowOf(const QString &material) const;
    /// The next row after \a row without a verdict, round the end; -1: all have one.
    int nextOpen(int row) const;
    int openCount() const;
    /// Materials whose verdict is not enough for filing.
    int gapCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant numberData(int row, int role) const;
    QVariant materialData(int row, int role) const;
    QVariant verdictData(int row, int role) const;

    QList<domain::Plan::MaterialLine> m_materials;
    QMap<QString, domain::Verdict> m_verdicts;
};

/// What is asked of the citizen: form and how many, e.g. "original, shown 1 · copy 2".
QString askedForm(const domain::Material &material);
