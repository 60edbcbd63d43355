#pragma once

#include <QStyledItemDelegate>

/// Paints a row of the checklist: the material with its small line, the verdict as a badge. Compact rows put both into one line,
/// so that a long list stays in sight.
class ChecklistDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int comfortableHeight = 40;
    static constexpr int compactHeight = 26;
    void setCompact(bool compact) { m_compact = compact; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintNumber(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    void paintMaterial(QPainter &painter, const QRect &cell, const QModelIndex &index, bool current) const;
    void paintVerdict(QPainter &painter, const QRect &cell, const QModelIndex &index) const;

    bool m_compact = false;
};
