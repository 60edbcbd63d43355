#include "ui/widgets/badge.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QIcon>
#include <QPainter>

namespace {

constexpr int inset = theme::space(2);
constexpr int iconSide = 14;
constexpr int gap = theme::space(1);

struct Paint {
    theme::Colour ground;
    theme::Colour ink;
};

Paint paintOf(BadgeFace::Look look)
{
    using theme::Colour;
    switch (look) {
    case BadgeFace::Look::Neutral: return {Colour::Window, Colour::Muted};
    case BadgeFace::Look::Accent: return {Colour::AccentSoft, Colour::Accent};
    case BadgeFace::Look::Good: return {Colour::GoodSoft, Colour::Good};
    case BadgeFace::Look::Warn: return {Colour::WarnSoft, Colour::Warn};
    case BadgeFace::Look::Bad: return {Colour::BadSoft, Colour::Bad};
    }
    Q_UNREACHABLE();
}

int iconSpace(const BadgeFace &face)
{
    return face.icon.isEmpty() ? 0 : iconSide + gap;
}

}

QSize badgeSize(const BadgeFace &face)
{
    const QFontMetrics metrics(theme::font(theme::Type::Caption));
    return {metrics.horizontalAdvance(face.text) + iconSpace(face) + 2 * inset, metrics.height() + 2};
}

void paintBadge(QPainter &painter, QPoint corner, const BadgeFace &face)
{
    const Paint paint = paintOf(face.look);
    const QRect area(corner, badgeSize(face));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme::colour(paint.ground));
    QColor outline = theme::colour(paint.ink);
    outline.setAlphaF(0.3F); // keeps its shape on a selected row of nearly the same ground
    painter.setPen(outline);
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (!face.icon.isEmpty()) {
        const QRect place(area.left() + inset - 1, area.center().y() - iconSide / 2 + 1, iconSide, iconSide);
        theme::icon(face.icon, paint.ink).paint(&painter, place);
    }
    painter.setFont(theme::font(theme::Type::Caption));
    painter.setPen(theme::colour(paint.ink));
    painter.drawText(area.adjusted(inset + iconSpace(face), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, face.text);
    painter.restore();
}

Badge::Badge(const BadgeFace &face, QWidget *parent) :
    QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFace(face);
}

void Badge::setFace(const BadgeFace &face)
{
    m_face = face;
    setAccessibleName(face.text);
    updateGeometry();
    update();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, {0, (height() - badgeSize(m_face).height()) / 2}, m_face);
}
