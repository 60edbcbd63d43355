#pragma once

#include <QStyledItemDelegate>

namespace desk {
struct MatterLine;
}

/// One row of a FindingsModel: a matter with its mark, where it comes from and how far it is worked out; or a case number.
class FindingDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMatter(QPainter &painter, const QRect &place, const desk::MatterLine &matter) const;
    void paintNumber(QPainter &painter, const QRect &place, const QString &words) const;
};
