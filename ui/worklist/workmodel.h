#pragma once

#include "core/desk/worklist.h"
#include "ui/widgets/casemarks.h"

#include <QAbstractListModel>

/// The first pages of a work list under a filter; further ones are read when a view asks for more.
class WorkModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LineRole = Qt::UserRole, ///< desk::WorkLine
        DueRole, ///< the words for its end
        MarkedRole, ///< bool
        DetailRole, ///< what else is to be known of the end
    };
    static constexpr int pageSize = 100; ///< lines

    /// \a list and \a clock outlive the model.
    WorkModel(const desk::WorkList &list, const base::Clock &clock, QObject *parent = nullptr);

    /// Reads again, under \a filter, the first page and at least \a least lines.
    void read(const desk::WorkFilter &filter, int least = 0);
    /// Why the last reading failed; nothing when all is well.
    const std::optional<base::Error> &fault() const { return m_fault; }
    /// Nothing is behind the last row.
    bool isWhole() const { return m_isWhole; }
    const desk::WorkLine &line(int row) const { return m_lines[row]; }
    /// The row of the same task of the same case; -1 when it is not among the rows.
    int rowOf(const desk::WorkLine &line) const;

    const CaseMarks &marks() const { return m_marks; }
    void setMarks(const CaseMarks &marks);
    /// The cases of the rows in their order, each once, of at most \a most rows; further pages are read for it.
    QStringList casesShown(int most);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    QString spoken(const desk::WorkLine &line) const;

    const desk::WorkList &m_list;
    const base::Clock &m_clock;
    desk::WorkFilter m_filter;
    QList<desk::WorkLine> m_lines;
    desk::WorkList::Place m_end;
    QDateTime m_now;
    CaseMarks m_marks;
    bool m_isWhole = true;
    std::optional<base::Error> m_fault;
};
