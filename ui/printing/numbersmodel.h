#pragma once

#include "core/desk/papernumbers.h"

#include <QAbstractTableModel>

/// The numbers of one series as rows, in pages that are read when a view asks for them.
class NumbersModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Case, Matter, Applicant, Given, State, Columns };
    static constexpr int pageSize = 100; ///< numbers

    /// \a numbers outlives the model.
    explicit NumbersModel(const desk::PaperNumbers &numbers, QObject *parent = nullptr);

    /// Reads again the first page of \a series and at least \a least lines.
    void read(const desk::SeriesLine &series, int least = 0);
    /// Why the last reading failed; nothing when all is well.
    const std::optional<base::Error> &fault() const { return m_fault; }
    const desk::NumberLine &line(int row) const { return m_lines[row]; }
    /// The cells of \a line, as they are saved too.
    static QStringList cellsOf(const desk::NumberLine &line);
    QStringList headings() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    QList<desk::NumberLine> nextPage(int most);

    const desk::PaperNumbers &m_numbers;
    desk::SeriesLine m_series;
    QList<desk::NumberLine> m_lines;
    bool m_isWhole = true;
    std::optional<base::Error> m_fault;
};
