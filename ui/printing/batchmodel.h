#pragma once

#include "core/desk/batchprint.h"
#include "ui/widgets/badge.h"

#include <QAbstractTableModel>

/// The papers of one kind of a batch as rows, and the cases that have none of it.
class BatchModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Case, Applicant, Paper, State, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay where they are only change, so that a view keeps its place.
    void show(const QList<desk::BatchLine> &lines);
    const desk::BatchLine &line(int row) const { return m_lines[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cell(const desk::BatchLine &line, int column) const;

    QList<desk::BatchLine> m_lines;
};

/// What becomes of a line of a batch, in words with an icon.
BadgeFace faceOf(const desk::BatchLine &line);
/// Why it is left out or was not printed; empty: nothing stands against it.
QString whyOf(const desk::BatchLine &line);
