#include "ui/scans/materialsdelegate.h"

#include "ui/scans/materialsmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/rows.h"

#include <QPainter>

using namespace Qt::StringLiterals;
using theme::Colour;
using theme::Type;

namespace {

BadgeFace faceOf(const MaterialsModel::Row &row, bool isMaterial)
{
    if (row.pages == 0)
        return {};
    const QString pages = MaterialsDelegate::tr("%n page(s)", nullptr, row.pages);
    return isMaterial ? BadgeFace{pages, BadgeFace::Look::Good, u"check"_s}
                      : BadgeFace{pages, BadgeFace::Look::Warn, u"question"_s};
}

}

void MaterialsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(MaterialsModel::RowRole).value<MaterialsModel::Row>();
    painter->save();
    paintRowGround(*painter, option, option.widget && option.widget->hasFocus());
    QRect inner = option.rect.adjusted(theme::space(3), 0, -theme::space(3), 0);
    const BadgeFace face = faceOf(row, index.row() > 0);
    if (!face.text.isEmpty()) {
        const QSize size = badgeSize(face);
        paintBadge(*painter, {inner.right() - size.width() + 1, inner.center().y() - size.height() / 2 + 1}, face);
        inner.setRight(inner.right() - size.width() - theme::space(2));
    }
    const QRect number(inner.left(), inner.top(), theme::space(6), inner.height());
    paintLine(*painter, number, theme::font(Type::Caption), theme::colour(Colour::Muted), QString::number(index.row()));
    inner.setLeft(number.right() + 1);
    paintLine(*painter, inner, theme::font(Type::Body), theme::colour(index.row() > 0 ? Colour::Text : Colour::Muted), row.name);
    painter->restore();
}

QSize MaterialsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), QFontMetrics(theme::font(Type::Body)).height() + theme::space(4)};
}
