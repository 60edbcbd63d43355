#pragma once

#include "core/scans/handwriting.h"

#include <QWidget>

class QTouchEvent;

/// The field on which is signed.
class SignaturePad final : public QWidget
{
    Q_OBJECT

public:
    explicit SignaturePad(QWidget *parent = nullptr);

    const scans::Handwriting &writing() const { return m_writing; }
    bool isTooShort() const { return m_writing.isTooShort(size()); }
    void undo();
    void clear();

signals:
    void changed();

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool touch(QTouchEvent &event);
    void begin(QPointF at, double pressure);
    void goOn(QPointF at, double pressure);

    scans::Handwriting m_writing;
    bool m_isDown = false;
};
