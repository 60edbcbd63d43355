#pragma once

#include <QPixmap>
#include <QRectF>
#include <QWidget>

/// One picture as large as there is room. While it is being cut, a frame is drawn with the mouse, or moved edge by edge with the
/// arrows (with Shift the right and lower edge).
class PictureView final : public QWidget
{
    Q_OBJECT

public:
    explicit PictureView(QWidget *parent = nullptr);

    /// A null picture: \a words stand in its place.
    void show(const QImage &picture, const QString &words = {});
    bool isCutting() const { return m_cutting; }
    void beginCut();
    void endCut();
    /// What is kept, as shares of width and height; empty: no frame yet.
    QRectF frame() const { return m_frame; }
    /// A key that moves an edge of the frame, or takes it (framed()); false: it means nothing here.
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    QSize minimumSizeHint() const override { return {240, 200}; }

signals:
    /// \a frame is what is to be kept; cutting has ended.
    void framed(const QRectF &frame);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    /// Moves the left or upper edge (or the right or lower one, \a far) by \a step shares.
    void moveEdge(Qt::Orientation orientation, bool far, double step);
    QRectF place() const;
    QPointF shareAt(QPointF point) const;

    QPixmap m_picture;
    QString m_words;
    bool m_cutting = false;
    QRectF m_frame;
    QPointF m_start;
};
