#include "ui/scans/pictureview.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace {

constexpr double leastShare = 0.05; // what is left of a picture is not a line
constexpr double frameStep = 0.02;

}

PictureView::PictureView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureView::show(const QImage &picture, const QString &words)
{
    m_picture = QPixmap::fromImage(picture);
    m_words = words;
    endCut();
    update();
}

void PictureView::beginCut()
{
    m_cutting = !m_picture.isNull();
    m_frame = QRectF(0, 0, 1, 1);
    setCursor(m_cutting ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

void PictureView::endCut()
{
    m_cutting = false;
    m_frame = {};
    setCursor(Qt::ArrowCursor);
    update();
}

bool PictureView::takeKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool far = modifiers & Qt::ShiftModifier;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        moveEdge(Qt::Horizontal, far, key == Qt::Key_Right ? frameStep : -frameStep);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        moveEdge(Qt::Vertical, far, key == Qt::Key_Down ? frameStep : -frameStep);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const QRectF frame = m_frame;
        endCut();
        emit framed(frame);
        return true;
    }
    default:
        return false;
    }
}

void PictureView::moveEdge(Qt::Orientation orientation, bool far, double step)
{
    const auto moved = [&](double edge, double least, double most) { return std::clamp(edge + step, least, most); };
    if (orientation == Qt::Horizontal && far)
        m_frame.setRight(moved(m_frame.right(), m_frame.left() + leastShare, 1));
    else if (orientation == Qt::Horizontal)
        m_frame.setLeft(moved(m_frame.left(), 0, m_frame.right() - leastShare));
    else if (far)
        m_frame.setBottom(moved(m_frame.bottom(), m_frame.top() + leastShare, 1));
    else
        m_frame.setTop(moved(m_frame.top(), 0, m_frame.bottom() - leastShare));
    update();
}

QRectF PictureView::place() const
{
    QRectF place(QPointF(), QSizeF(m_picture.size()).scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(QRectF(rect()).center());
    return place;
}

QPointF PictureView::shareAt(QPointF point) const
{
    const QRectF room = place();
    return {std::clamp((point.x() - room.left()) / room.width(), 0.0, 1.0),
            std::clamp((point.y() - room.top()) / room.height(), 0.0, 1.0)};
}

void PictureView::mousePressEvent(QMouseEvent *event)
{
    if (m_cutting)
        m_start = shareAt(event->position());
}

void PictureView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_cutting)
        return;
    const QRectF drawn = QRectF(m_start, shareAt(event->position())).normalized();
    if (drawn.width() >= leastShare && drawn.height() >= leastShare)
        m_frame = drawn;
    update();
}

void PictureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::colour(theme::Colour::Window));
    if (m_picture.isNull()) {
        painter.setPen(theme::colour(theme::Colour::Muted));
        painter.setFont(theme::font(theme::Type::Body));
        painter.drawText(rect().adjusted(theme::space(4), 0, -theme::space(4), 0), int(Qt::AlignCenter) | int(Qt::TextWordWrap), m_words);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF room = place();
    painter.drawPixmap(room, m_picture, QRectF(m_picture.rect()));
    if (!m_cutting)
        return;
    const QRectF kept(room.left() + m_frame.left() * room.width(), room.top() + m_frame.top() * room.height(),
                      m_frame.width() * room.width(), m_frame.height() * room.height());
    QPainterPath outside;
    outside.addRect(room);
    outside.addRect(kept);
    QColor shade = theme::colour(theme::Colour::Rail);
    shade.setAlpha(140);
    painter.fillPath(outside, shade);
    painter.setPen(QPen(theme::colour(theme::Colour::Accent), 2));
    painter.drawRect(kept);
}
