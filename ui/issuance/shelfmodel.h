#pragma once

#include "core/desk/shelflist.h"

#include <QAbstractListModel>

/// The first pages of one part of the shelf list, further ones when a view asks for more; or what was found for a number. Marks
/// stay when the lines change.
class ShelfModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LineRole = Qt::UserRole, ///< desk::ShelfEntry
        MarkedRole, ///< bool
        NowRole, ///< QDateTime as of which the lines are
    };
    static constexpr int pageSize = 100; ///< lines

    /// \a list outlives the model.
    explicit ShelfModel(const desk::ShelfList &list, QObject *parent = nullptr);

    /// Reads again the first page of \a kind and at least \a least lines.
    void read(desk::ShelfKind kind, int least = 0);
    /// Shows \a lines instead.
    void show(const QList<desk::ShelfEntry> &lines);
    const std::optional<base::Error> &fault() const { return m_fault; }
    /// Nothing is behind the last row.
    bool isWhole() const { return m_isWhole; }
    const desk::ShelfEntry &line(int row) const { return m_lines[row]; }
    /// The row of the same result; -1 when it is not among the rows.
    int rowOf(const desk::ShelfEntry &line) const;

    void toggleMark(int row);
    void clearMarks();
    /// In the order in which they were marked.
    const QList<desk::ShelfEntry> &marked() const { return m_marked; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    bool isMarked(const desk::ShelfEntry &line) const;

    const desk::ShelfList &m_list;
    desk::ShelfKind m_kind = desk::ShelfKind::All;
    QList<desk::ShelfEntry> m_lines;
    QList<desk::ShelfEntry> m_marked;
    desk::ShelfList::Place m_end;
    QDateTime m_now;
    bool m_isWhole = true;
    std::optional<base::Error> m_fault;
};
