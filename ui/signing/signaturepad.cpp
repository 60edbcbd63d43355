#include "ui/signing/signaturepad.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTabletEvent>
#include <QTouchEvent>

namespace {

constexpr double mousePressure = 0.5;
constexpr double lineAt = 0.76; ///< of the height: where the line to sign on is

}

SignaturePad::SignaturePad(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAttribute(Qt::WA_StaticContents);
    setCursor(Qt::CrossCursor);
    setAccessibleName(tr("Sign here"));
}

void SignaturePad::undo()
{
    m_writing.undo();
    update();
    emit changed();
}

void SignaturePad::clear()
{
    m_writing.clear();
    update();
    emit changed();
}

void SignaturePad::begin(QPointF at, double pressure)
{
    m_isDown = true;
    m_writing.begin(at, pressure);
    update();
    emit changed();
}

void SignaturePad::goOn(QPointF at, double pressure)
{
    const QRectF inside = rect();
    if (!m_isDown)
        return;
    m_writing.goOn({std::clamp(at.x(), inside.left(), inside.right()), std::clamp(at.y(), inside.top(), inside.bottom())}, pressure);
    update();
}

void SignaturePad::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        begin(event->position(), mousePressure);
}

void SignaturePad::mouseMoveEvent(QMouseEvent *event)
{
    goOn(event->position(), mousePressure);
}

void SignaturePad::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isDown = false;
    emit changed();
}

void SignaturePad::tabletEvent(QTabletEvent *event)
{
    event->accept(); // else the same comes once more as a mouse
    if (event->type() == QEvent::TabletPress) {
        begin(event->position(), event->pressure());
    } else if (event->type() == QEvent::TabletMove) {
        goOn(event->position(), event->pressure());
    } else if (event->type() == QEvent::TabletRelease) {
        m_isDown = false;
        emit changed();
    }
}

bool SignaturePad::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel: return touch(static_cast<QTouchEvent &>(*event));
    default: return QWidget::event(event);
    }
}

/// The first finger writes; a palm beside it does not.
bool SignaturePad::touch(QTouchEvent &event)
{
    event.accept();
    if (event.points().isEmpty())
        return true;
    const QEventPoint &finger = event.points().first();
    if (event.type() == QEvent::TouchBegin)
        begin(finger.position(), mousePressure);
    else if (event.type() == QEvent::TouchUpdate)
        goOn(finger.position(), mousePressure);
    else
        m_isDown = false;
    if (!m_isDown)
        emit changed();
    return true;
}

void SignaturePad::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white); // paper, in every theme
    painter.setPen(theme::colour(theme::Colour::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    const int y = qRound(height() * lineAt);
    painter.drawLine(theme::space(6), y, width() - theme::space(6), y);
    m_writing.draw(painter);
}
