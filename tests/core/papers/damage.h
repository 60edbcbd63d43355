#pragma once

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>
#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>

/// What happens to a printed code between the printer and the next reader. Each of these spoils a tenth of the code's area (its
/// quiet zone does not count); the same seed does the same again. Greys are those of a scan: 0 is toner, 255 is paper.
namespace damage {

enum class Kind {
    /// A sleeve drags the toner: a straight band right across the code, at any angle, finders or not. Along it the print is dragged
    /// over a module, two fifths of its darkness stay, and a veil of a fifth lies over the paper.
    Smear,
    /// The rim and the inside of a cup: a disc anywhere, finders or not. Paper becomes 70 % as bright inside, 50 % at the rim.
    Stain,
    /// A finger with ink on it: one opaque dark oval away from the finders.
    Fingerprint,
    /// The same where the print has come off: bare paper.
    Rubbed,
    /// Many small opaque blots away from the finders, dark ones and bare ones in turn.
    Specks,
};
inline constexpr std::array kinds{std::pair(Kind::Smear, "smear"), std::pair(Kind::Stain, "stain"),
                                  std::pair(Kind::Fingerprint, "fingerprint"), std::pair(Kind::Rubbed, "rubbed"),
                                  std::pair(Kind::Specks, "specks")};
inline constexpr double share = 0.10;

/// A code in a picture.
struct Code {
    QRectF place; ///< without the quiet zone, in pixels
    double module; ///< pixels
};

/// The share of \a code that \a mask covers.
inline double covered(const QImage &mask, const Code &code)
{
    qint64 count = 0;
    const QRect place = code.place.toAlignedRect();
    for (int y = place.top(); y <= place.bottom(); ++y) {
        const uchar *line = mask.constScanLine(y);
        for (int x = place.left(); x <= place.right(); ++x)
            count += line[x] > 127;
    }
    return double(count) / (double(place.width()) * place.height());
}

inline QImage emptyMask(const QImage &picture)
{
    QImage mask(picture.size(), QImage::Format_Grayscale8);
    mask.fill(0);
    return mask;
}

/// A mask over a tenth of \a code: what \a draw paints at the size, of those up to \a most pixels, that covers as much.
template <class Draw>
QImage tenth(const QImage &picture, const Code &code, double most, const Draw &draw)
{
    double least = 0;
    QImage mask;
    for (int step = 0; step < 12; ++step) {
        const double size = (least + most) / 2;
        mask = emptyMask(picture);
        QPainter painter(&mask);
        painter.setClipRect(code.place);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        draw(painter, size);
        painter.end();
        (covered(mask, code) < share ? least : most) = size;
    }
    return mask;
}

/// The three corners by which a code is found at all; no level of correction makes good for one that is gone.
inline bool hitsFinder(const QPointF &at, double reach, const Code &code)
{
    const double side = 8 * code.module + reach;
    const bool left = at.x() < code.place.left() + side;
    const bool right = at.x() > code.place.right() - side;
    const bool top = at.y() < code.place.top() + side;
    const bool bottom = at.y() > code.place.bottom() - side;
    return (top && (left || right)) || (bottom && left);
}

class Spoiler
{
public:
    Spoiler(QImage &picture, const Code &code, quint32 seed) : m_picture(picture), m_code(code), m_random(seed) { }

    void spoil(Kind kind)
    {
        switch (kind) {
        case Kind::Smear:
            return smear();
        case Kind::Stain:
            return stain();
        case Kind::Fingerprint:
            return oval(20);
        case Kind::Rubbed:
            return oval(240);
        case Kind::Specks:
            return specks();
        }
    }

private:
    double within(double from, double to) { return from + (to - from) * m_random.generateDouble(); }
    QPointF anywhere()
    {
        const QRectF &place = m_code.place;
        return {within(place.left(), place.right()), within(place.top(), place.bottom())};
    }
    QPointF awayFromFinders(double reach)
    {
        QPointF at;
        do {
            at = anywhere();
        } while (hitsFinder(at, reach, m_code));
        return at;
    }
    /// Replaces every pixel of \a mask by what \a made gives for its place.
    template <class Made>
    void replace(const QImage &mask, const Made &made)
    {
        const QImage before = m_picture;
        for (int y = 0; y < mask.height(); ++y) {
            for (int x = 0; x < mask.width(); ++x) {
                if (mask.constScanLine(y)[x] > 127)
                    m_picture.scanLine(y)[x] = uchar(std::clamp(made(before, x, y), 0.0, 255.0));
            }
        }
    }

    void smear()
    {
        const double angle = within(0, M_PI);
        const QPointF along(std::cos(angle), std::sin(angle));
        const double reach = m_code.place.width();
        // Its middle line passes near the middle half of the code, so that a tenth of the area is there to be met.
        const QPointF at = m_code.place.center() + QPointF(-along.y(), along.x()) * within(-0.4, 0.4) * reach;
        const QImage mask = tenth(m_picture, m_code, reach, [&](QPainter &painter, double size) {
            painter.setPen(QPen(Qt::white, size));
            painter.drawLine(at - along * reach * 1.5, at + along * reach * 1.5);
        });
        const int drag = std::max(1, int(std::lround(m_code.module)));
        replace(mask, [&](const QImage &before, int x, int y) {
            double ink = 0;
            for (int i = 0; i < drag; ++i) {
                const int fromX = std::clamp(int(std::lround(x + along.x() * i)), 0, before.width() - 1);
                const int fromY = std::clamp(int(std::lround(y + along.y() * i)), 0, before.height() - 1);
                ink += 255 - before.constScanLine(fromY)[fromX];
            }
            return 255 - (0.4 * ink / drag + 0.2 * 255);
        });
    }

    void stain()
    {
        const QPointF at = anywhere();
        double radius = 0;
        const QImage mask = tenth(m_picture, m_code, m_code.place.width(), [&](QPainter &painter, double size) {
            radius = size;
            painter.drawEllipse(at, size, size);
        });
        replace(mask, [&](const QImage &before, int x, int y) {
            const bool isRim = std::hypot(x - at.x(), y - at.y()) > radius - m_code.module;
            return before.constScanLine(y)[x] * (isRim ? 0.5 : 0.7);
        });
    }

    void oval(int grey)
    {
        const double expected = std::sqrt(share * m_code.place.width() * m_code.place.height() / M_PI);
        const double flat = within(0.6, 1);
        const QPointF at = awayFromFinders(expected / std::sqrt(flat));
        const QImage mask = tenth(m_picture, m_code, m_code.place.width(),
                                  [&](QPainter &painter, double size) { painter.drawEllipse(at, size, size * flat); });
        replace(mask, [&](const QImage &, int, int) { return double(grey); });
    }

    void specks()
    {
        QImage mask = emptyMask(m_picture);
        double most = 4; // modules; less when only a little is left to spoil
        bool isDark = true;
        while (covered(mask, m_code) < share - 0.003) {
            const double reach = m_code.module * within(std::min(1.0, most / 2), most);
            const QPointF at = awayFromFinders(reach);
            QImage speck = emptyMask(m_picture);
            QImage both = mask;
            for (QImage *each : {&speck, &both}) {
                QPainter painter(each);
                painter.setClipRect(m_code.place);
                painter.setPen(Qt::NoPen);
                painter.setBrush(Qt::white);
                painter.drawEllipse(at, reach, reach);
            }
            if (covered(both, m_code) > share + 0.003) {
                most *= 0.8;
                continue;
            }
            mask = both;
            replace(speck, [&](const QImage &, int, int) { return isDark ? 20.0 : 240.0; });
            isDark = !isDark;
        }
    }

    QImage &m_picture;
    const Code m_code;
    QRandomGenerator m_random;
};

/// \a picture, grey, with \a code spoilt.
inline QImage spoilt(const QImage &picture, const Code &code, Kind kind, quint32 seed)
{
    QImage made = picture.convertToFormat(QImage::Format_Grayscale8);
    Spoiler(made, code, seed).spoil(kind);
    return made;
}

/// \a picture as a camera sees it that is held up to 4° askew and up to 3 % nearer to one side.
inline QImage askew(const QImage &picture, quint32 seed)
{
    QRandomGenerator random(seed);
    const double degrees = 8 * random.generateDouble() - 4;
    const double tilt = 0.06 * random.generateDouble() - 0.03;
    const double w = picture.width();
    const double h = picture.height();
    QTransform lean;
    const QPolygonF from{{QPointF(0, 0), QPointF(w, 0), QPointF(w, h), QPointF(0, h)}};
    const QPolygonF to{{QPointF(0, 0), QPointF(w, tilt * h / 2), QPointF(w, h - tilt * h / 2), QPointF(0, h)}};
    QTransform::quadToQuad(from, to, lean);
    QTransform turn;
    turn.rotate(degrees);
    const QImage turned = picture.convertToFormat(QImage::Format_ARGB32).transformed(lean * turn, Qt::SmoothTransformation);
    QImage seen(turned.size(), QImage::Format_RGB32);
    seen.fill(Qt::white);
    QPainter(&seen).drawImage(0, 0, turned);
    return seen;
}

}
