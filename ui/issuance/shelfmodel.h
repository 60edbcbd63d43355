#pragma once

#include "core/desk/shelflist.h"
#include "ui/widgets/pagedmodel.h"

/// The first pages of one part of the shelf list, further ones when a view asks for more; or what was found for a number. Marks
/// stay when the lines change.
class ShelfModel final : public PagedModel<desk::ShelfList>
{
    Q_OBJECT

public:
    enum Role {
        LineRole = Qt::UserRole, ///< desk::ShelfEntry
        MarkedRole, ///< bool
        NowRole, ///< QDateTime as of which the lines are
    };

    /// \a list outlives the model.
    explicit ShelfModel(const desk::ShelfList &list, QObject *parent = nullptr);

    /// Reads again the first page of \a kind and at least \a least lines.
    void read(desk::ShelfKind kind, int least = 0);
    /// Shows \a lines instead.
    void show(const QList<desk::ShelfEntry> &lines);
    /// The row of the same result; -1 when it is not among the rows.
    int rowOf(const desk::ShelfEntry &line) const;

    void toggleMark(int row);
    void clearMarks();
    /// In the order in which they were marked.
    const QList<desk::ShelfEntry> &marked() const { return m_marked; }

    QVariant data(const QModelIndex &index, int role) const override;

private:
    bool isMarked(const desk::ShelfEntry &line) const;

    const desk::ShelfList &m_list;
    QList<desk::ShelfEntry> m_marked;
    QDateTime m_now;
};
