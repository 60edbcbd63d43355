#pragma once

#include <QList>
#include <QString>

#include <memory>

typedef struct _PangoLayout PangoLayout;
typedef struct _cairo cairo_t;

namespace papers {

/// What a text is for; decides size, weight and line spacing.
enum class Face {
    Title,
    Heading,
    Mark,
    Number,
    SubHeading,
    Body,
    Strong,
    Small,
    Cell,
    CellHead,
    CellNote,
    Caption,
    Furniture
};

/// Height of one character of \a face in points.
double sizeOf(Face face);

/// Words set in lines of a given width. Measures are PostScript points and do not depend on a device.
class Text final
{
public:
    struct Shape {
        Face face = Face::Body;
        double width = 0; ///< lines are broken here; 0: one line as long as it gets
        double indent = 0; ///< of the first line
        enum class Align { Left, Centre, Right } align = Align::Left; ///< within the width
        double scale = 1; ///< of the letters
    };
    Text(const QString &words, Shape shape);

    int lineCount() const { return int(m_lines.size()); }
    /// Of \a count lines from \a first, with the space between them.
    double height(int first, int count) const;
    double height() const { return height(0, lineCount()); }
    /// Of the longest line.
    double inkWidth() const { return m_inkWidth; }
    /// Distance of the baseline of line \a first from its top.
    double baseline(int first) const { return m_lines[first].baseline - m_lines[first].top; }

    /// A line as it was broken, for those who draw with other means.
    struct SetLine {
        QString text; ///< without the line end
        double left; ///< within the width
        double width;
        double baseline; ///< from the top of the first line
    };
    QList<SetLine> lines() const;
    double size() const { return m_size; } ///< of its letters, points

    /// Draws \a count lines from \a first in the current colour, the top left corner at \a x, \a y.
    void draw(cairo_t *cairo, double x, double y, int first, int count) const;

private:
    struct Line {
        double left;
        double top;
        double height;
        double baseline;
        double width;
    };
    struct Release {
        void operator()(PangoLayout *layout) const;
    };
    void measure();

    std::unique_ptr<PangoLayout, Release> m_layout;
    QList<Line> m_lines;
    double m_inkWidth = 0;
    double m_size = 0;
};

}
