#pragma once

#include <QStyledItemDelegate>

/// One task of a WorkModel in two lines: urgency and end at the left, then what is to be done in which matter, the number at the
/// right.
class WorkDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A kind of task and, at the right end, how many there are.
class KindDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { CountRole = Qt::UserRole + 1 };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
