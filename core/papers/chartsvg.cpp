#include "core/papers/chartsvg.h"

#include "core/papers/layoutparts.h"

namespace papers {

using namespace Qt::StringLiterals;

namespace {

constexpr double chartWidth = 340; ///< of a phone
constexpr double chartMargin = 1;
constexpr double arrowHalf = 2.6;
constexpr double arrowLength = 5;

QString figure(double value)
{
    return QString::number(value, 'f', 1);
}

/// Writes pieces as elements of SVG.
class SvgWriter
{
public:
    void add(const Strip &strip, double y)
    {
        for (const Piece &piece : strip.pieces)
            std::visit([&](const auto &some) { write(some, y); }, piece);
    }
    QString take() { return std::move(m_svg); }

private:
    void write(const TextPiece &piece, double y)
    {
        for (const Text::SetLine &line : piece.text->lines()) {
            if (line.text.isEmpty())
                continue;
            m_svg += u"<text x=\"%1\" y=\"%2\" text-anchor=\"middle\" font-size=\"%3\" fill=\"currentColor\" stroke=\"none\">%4</text>"_s.arg(
                figure(piece.x + line.left + line.width / 2), figure(y + piece.y + line.baseline), figure(piece.text->size()),
                line.text.toHtmlEscaped());
        }
    }
    void write(const RulePiece &piece, double y)
    {
        m_svg += u"<path d=\"M%1 %2L%3 %4\"%5/>"_s.arg(figure(piece.x1), figure(y + piece.y1), figure(piece.x2), figure(y + piece.y2),
                                                       piece.dashed ? u" stroke-dasharray=\"4 3\""_s : QString());
    }
    void write(const ArrowPiece &piece, double y)
    {
        const double tip = y + piece.y;
        m_svg += u"<path fill=\"currentColor\" d=\"M%1 %2L%3 %4L%5 %4Z\"/>"_s.arg(figure(piece.x), figure(tip), figure(piece.x - arrowHalf),
                                                                               figure(tip - arrowLength), figure(piece.x + arrowHalf));
    }
    template <class Other>
    void write(const Other &, double)
    {
        // nothing else is part of a chart
    }

    QString m_svg;
};

}

QString chartAsSvg(const Chart &chart, const QString &label)
{
    Layout layout;
    layout.text = chartWidth;
    layout.scale = 1.1;
    appendChart(layout, chart, 0);
    SvgWriter writer;
    double height = 0;
    for (const Strip &strip : layout.strips) {
        writer.add(strip, height);
        height += strip.height;
    }
    if (layout.strips.isEmpty())
        return {};
    return u"<svg class=\"chart\" role=\"img\" aria-label=\"%1\" viewBox=\"%2 %2 %3 %4\" fill=\"none\" stroke=\"currentColor\" "
           u"stroke-width=\"0.8\">"_s.arg(label.toHtmlEscaped(), figure(-chartMargin), figure(chartWidth + 2 * chartMargin),
                                         figure(height + 2 * chartMargin))
        + writer.take() + u"</svg>"_s;
}

}
