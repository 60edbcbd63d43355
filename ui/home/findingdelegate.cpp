#include "ui/home/findingdelegate.h"

#include "core/desk/findmatter.h"
#include "ui/home/findingsmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/rows.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;
using theme::Colour;
using theme::Type;

namespace {

constexpr int side = theme::space(4); // of the row
constexpr int markWidth = theme::space(8);

int lineHeight()
{
    return QFontMetrics(theme::font(Type::Strong)).height();
}

}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintRowGround(*painter, option, option.widget && option.widget->hasFocus());
    const QRect place = option.rect.adjusted(side, theme::space(2), -side, -theme::space(2));
    if (index.data(FindingsModel::NumberRole).toString().isEmpty())
        paintMatter(*painter, place, index.data(FindingsModel::MatterRole).value<desk::MatterLine>());
    else
        paintNumber(*painter, place, index.data().toString());
    painter->restore();
}

void FindingDelegate::paintMatter(QPainter &painter, const QRect &place, const desk::MatterLine &matter) const
{
    QRect line(place.left(), place.top(), place.width(), lineHeight());
    const BadgeFace mark = matter.mark == u'*' ? BadgeFace{tr("N", "mark: on the national list"), BadgeFace::Look::Accent, {}}
                                               : BadgeFace{tr("P", "mark: on the provincial list"), BadgeFace::Look::Neutral, {}};
    if (matter.mark == u'*' || matter.mark == u'#')
        paintBadge(painter, {line.left(), line.center().y() - badgeSize(mark).height() / 2 + 1}, mark);
    line.setLeft(place.left() + markWidth);

    if (matter.status != domain::MatterStatus::Official) {
        const BadgeFace status = matter.status == domain::MatterStatus::Sample
            ? BadgeFace{tr("Sample"), BadgeFace::Look::Warn, {}}
            : BadgeFace{tr("Catalogue rows only"), BadgeFace::Look::Neutral, {}};
        const QSize room = badgeSize(status);
        paintBadge(painter, {line.right() - room.width() + 1, line.center().y() - room.height() / 2 + 1}, status);
        line.setRight(line.right() - room.width() - theme::space(3));
    }
    const bool readable = matter.status != domain::MatterStatus::Catalogue;
    paintLine(painter, line, theme::font(Type::Strong), theme::colour(readable ? Colour::Text : Colour::Muted), matter.name);

    const QRect below(place.left() + markWidth, line.bottom() + 2, place.width() - markWidth, lineHeight());
    const QStringList facts{matter.region, matter.audience, matter.lead, tr("%n item(s)", nullptr, matter.items)};
    paintLine(painter, below, theme::font(Type::Caption), theme::colour(Colour::Muted), facts.join(u"  ·  "_s));
    if (!matter.because.isEmpty())
        paintLine(painter, below.translated(0, lineHeight()), theme::font(Type::Caption), theme::colour(Colour::Accent),
                  tr("fits: %1").arg(matter.because));
}

void FindingDelegate::paintNumber(QPainter &painter, const QRect &place, const QString &words) const
{
    const QRect icon(place.left(), place.center().y() - 10, 20, 20);
    theme::icon(u"scan"_s, Colour::Accent).paint(&painter, icon);
    paintLine(painter, place.adjusted(markWidth, 0, 0, 0), theme::font(Type::Strong), theme::colour(Colour::Accent), words);
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool third = !index.data(FindingsModel::MatterRole).value<desk::MatterLine>().because.isEmpty();
    return {option.rect.width(), lineHeight() * (third ? 3 : 2) + theme::space(5)};
}
