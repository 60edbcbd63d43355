#pragma once

#include <QWidget>

class QPainter;

/// A state in one or two words on a soft ground, with an icon where the word alone is not enough.
struct BadgeFace {
    enum class Look { Neutral, Accent, Good, Warn, Bad };
    QString text;
    Look look = Look::Neutral;
    QString icon; ///< name in resources/icons; empty: none
    bool operator==(const BadgeFace &) const = default;
};

QSize badgeSize(const BadgeFace &face);
/// Draws \a face with its left top corner at \a corner; for delegates.
void paintBadge(QPainter &painter, QPoint corner, const BadgeFace &face);

/// The same as a widget.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(const BadgeFace &face = {}, QWidget *parent = nullptr);

    const BadgeFace &face() const { return m_face; }
    void setFace(const BadgeFace &face);
    QSize sizeHint() const override { return badgeSize(m_face); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeFace m_face;
};
