#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>

class QApplication;

/// The look of every window, defined in this one place: type scale, spacing, colours, icons, widget style.
namespace theme {

enum class Colour {
    Window, ///< page ground
    Surface, ///< cards, fields
    Rail, ///< navigation ground
    RailText,
    Line, ///< hairlines and borders
    Text,
    Muted, ///< secondary text
    Accent, ///< the one colour for what can be done; focus
    AccentSoft, ///< selected row, hover
    Good, ///< satisfied; always with an icon or word
    GoodSoft,
    Warn, ///< deferred, provisional
    WarnSoft,
    Bad, ///< gap, refusal
    BadSoft,
};

enum class Type { Caption, Body, Strong, Section, Title };

/// Multiples of 4 px: space(1) = 4 … space(6) = 24.
constexpr int space(int steps)
{
    return steps * 4;
}

QColor colour(Colour role);
QFont font(Type role);
/// An SVG icon of resources/icons by name (e.g. "search"), drawn in \a role, sharp at any scale.
QIcon icon(const QString &name, Colour role = Colour::Text);

/// Sets style, palette, font and style sheet of the whole program. Call once, before the first widget.
void apply(QApplication &application);

}
