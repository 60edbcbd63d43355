#include "ui/widgets/paperview.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

namespace {

constexpr int margin = theme::space(4);
constexpr int widest = 900; // wider than this the paper is only larger, not clearer

}

PaperView::PaperView(QWidget *parent) :
    QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there: a bar that comes and goes would change the width, and with it whether it is needed.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview of the paper"));
}

void PaperView::setPages(int count, PaperPreview::Picture picture, QSizeF page)
{
    m_count = count;
    m_page = page;
    m_picture = std::move(picture);
    m_images.clear();
    layOut();
    setAccessibleDescription(tr("%n page(s)", nullptr, count));
    viewport()->update();
}

int PaperView::pageWidth() const
{
    return qBound(1, viewport()->width() - 2 * margin, widest);
}

int PaperView::pageHeight() const
{
    return qRound(pageWidth() * m_page.height() / m_page.width());
}

QRect PaperView::placeOf(int page) const
{
    return {(viewport()->width() - pageWidth()) / 2, margin + page * (pageHeight() + margin) - verticalScrollBar()->value(), pageWidth(), pageHeight()};
}

const QImage &PaperView::image(int page)
{
    const auto known = m_images.constFind(page);
    if (known != m_images.cend())
        return *known;
    const double ratio = devicePixelRatioF();
    QImage fresh = m_picture(page, pageWidth() * ratio / m_page.width());
    fresh.setDevicePixelRatio(ratio);
    return *m_images.insert(page, fresh);
}

void PaperView::layOut()
{
    const int whole = margin + m_count * (pageHeight() + margin);
    QScrollBar &bar = *verticalScrollBar();
    bar.setRange(0, qMax(0, whole - viewport()->height()));
    bar.setPageStep(viewport()->height());
    bar.setSingleStep(theme::space(10));
}

void PaperView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(event->rect(), theme::colour(theme::Colour::Window));
    for (int page = 0; page < m_count; ++page) {
        const QRect place = placeOf(page);
        if (!place.intersects(event->rect()))
            continue;
        painter.fillRect(place, Qt::white);
        painter.drawImage(place, image(page));
        painter.setPen(theme::colour(theme::Colour::Line));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme::colour(theme::Colour::Accent), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PaperView::resizeEvent(QResizeEvent *event)
{
    if (event->oldSize().width() != event->size().width())
        m_images.clear();
    layOut();
}

void PaperView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar &bar = *verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_PageDown: bar.triggerAction(QAbstractSlider::SliderPageStepAdd); return;
    case Qt::Key_PageUp: bar.triggerAction(QAbstractSlider::SliderPageStepSub); return;
    case Qt::Key_Down: bar.triggerAction(QAbstractSlider::SliderSingleStepAdd); return;
    case Qt::Key_Up: bar.triggerAction(QAbstractSlider::SliderSingleStepSub); return;
    case Qt::Key_Home: bar.triggerAction(QAbstractSlider::SliderToMinimum); return;
    case Qt::Key_End: bar.triggerAction(QAbstractSlider::SliderToMaximum); return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}
