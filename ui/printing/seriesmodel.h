#pragma once

#include "core/desk/papernumbers.h"
#include "ui/widgets/badge.h"

#include <QAbstractTableModel>

/// The series of legal numbers as rows.
class SeriesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Paper, Organ, Year, Source, Given, Voided, Last, Left, State, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QList<desk::SeriesLine> &lines);
    const desk::SeriesLine &line(int row) const { return m_lines[row]; }
    /// The row of \a series; -1 when there is none.
    int rowOf(const desk::NumberSeries &series) const;
    /// How many series are short of numbers or have gaps.
    int troubled() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<desk::SeriesLine> m_lines;
};

/// The name of the paper of \a series, as people call it.
QString nameOf(const desk::NumberSeries &series);
/// The state of a series in words, with an icon.
BadgeFace faceOf(const desk::SeriesLine &line);
