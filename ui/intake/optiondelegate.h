#pragma once

#include <QStyledItemDelegate>

/// How far a row is decided.
enum class RowMark {
    Open, ///< waits for the clerk
    Done,
    Undecided, ///< waits for an answer elsewhere
    Off, ///< does not apply, or was dropped
};

/// What a model must tell about a row that OptionDelegate paints; the head is Qt::DisplayRole.
struct OptionRole {
    enum : int {
        Detail = Qt::UserRole + 1, ///< QString, second line: the answer, or why the row is off
        Options, ///< QStringList: numbered from 1 below the current row
        Chosen, ///< int: which option, -1 none
        Mark, ///< RowMark
        Box, ///< bool where the row can be kept or dropped, else invalid
        Entry, ///< QString where an answer is typed: what stands there now; else invalid
        Unit, ///< QString behind the entry
        Id, ///< QString of the domain value
    };
};

/// Paints a row with its mark, head and detail; the current row of a list that is at work also shows its numbered options.
class OptionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Only one row shows its options; an invalid index: none.
    void setExpanded(const QModelIndex &index);
    QModelIndex expanded() const { return m_expanded; }
    /// The option under \a position in a row that is painted in \a row; -1: none.
    int optionAt(const QModelIndex &index, const QRect &row, QPoint position) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool showsOptions(const QModelIndex &index) const;
    bool showsDetail(const QModelIndex &index) const;
    int headHeight(const QModelIndex &index, int width) const;
    void paintHead(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    void paintOptions(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    void paintEntry(QPainter &painter, const QRect &row, const QModelIndex &index) const;

    QPersistentModelIndex m_expanded;
};
