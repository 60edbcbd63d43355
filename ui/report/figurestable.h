#pragma once

#include "core/reports/figures.h"

#include <QTableWidget>

#include <optional>

/// The figures of a report by chapter, beside what they are compared with and fourteen days in a row.
class FiguresTable final : public QTableWidget
{
    Q_OBJECT

public:
    explicit FiguresTable(QWidget *parent = nullptr);

    /// The chosen figure stays chosen.
    void show(const reports::Report &report);
    using QTableWidget::show;
    /// Nothing: no figure is chosen, e.g. the head of a chapter.
    std::optional<reports::Figure> figure() const;

private:
    void addChapter(const QString &name);
    void addFigure(const reports::Report &report, reports::Figure figure);

    QList<int> m_figures; ///< by row; -1: the head of a chapter
};

/// \a days in a row as a line of small bars, the highest full; a day that nobody told is a gap.
QString barsInARow(const QList<qint64> &days);
