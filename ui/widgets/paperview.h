#pragma once

#include "ui/widgets/paperpreview.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>

/// The scrolled pages inside a PaperPreview. PageUp, PageDown, Home, End and the arrows move when it has the focus.
class PaperView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit PaperView(QWidget *parent);

    void setPages(int count, PaperPreview::Picture picture, QSizeF page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int pageWidth() const;
    int pageHeight() const;
    QRect placeOf(int page) const;
    const QImage &image(int page);
    void layOut();

    int m_count = 0;
    QSizeF m_page = PaperPreview::a4;
    PaperPreview::Picture m_picture;
    QHash<int, QImage> m_images; ///< at the present width
};
