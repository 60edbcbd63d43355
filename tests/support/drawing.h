#pragma once

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <QWidget>

namespace support {

/// A stroke on \a pad by the mouse.
inline void drawByMouse(QWidget &pad, QPoint from, QPoint to)
{
    QTest::mousePress(&pad, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 20; ++i) {
        const QPointF at = from + (to - from) * i / 20.0;
        QMouseEvent move(QEvent::MouseMove, at, pad.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(&pad, &move);
    }
    QTest::mouseRelease(&pad, Qt::LeftButton, {}, to);
}

}
