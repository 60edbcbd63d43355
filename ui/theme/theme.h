#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QString>

class QApplication;
class QComboBox;
class QLabel;
class QPushButton;

/// The look of every window, defined in this one place: type scale, spacing, colours, icons, widget style.
namespace theme {

enum class Colour {
    Window, ///< page ground
    Surface, ///< cards, fields
    Rail, ///< navigation ground
    RailText,
    Line, ///< hairlines between things
    Edge, ///< border of what can be typed into or pressed
    Text,
    Muted, ///< secondary text
    Accent, ///< the one colour for what can be done; focus
    OnAccent, ///< text and icons on the accent
    AccentSoft, ///< selected row, hover
    Good, ///< satisfied; always with an icon or word
    GoodSoft,
    Warn, ///< deferred, provisional
    WarnSoft,
    Bad, ///< gap, refusal
    BadSoft,
};

enum class Type { Caption, Body, Strong, Section, Large, Title };

/// Multiples of 4 px: space(1) = 4 … space(6) = 24.
constexpr int space(int steps)
{
    return steps * 4;
}

QColor colour(Colour role);
QFont font(Type role);
/// An SVG icon of resources/icons by name (e.g. "search"), drawn in \a role, sharp at any scale.
QIcon icon(const QString &name, Colour role = Colour::Text);

/// Font and colour of \a label in one call.
void dress(QLabel &label, Type type, Colour role = Colour::Text);

enum class Kind {
    Normal,
    Primary, ///< the one next step of a page
    Quiet, ///< without a border until the mouse or focus is on it
    Danger, ///< cannot be taken back
};
void setKind(QPushButton &button, Kind kind);

/// A drop-down that narrows something down stands out as long as it does.
void setChosen(QComboBox &box, bool chosen);

/// Sets style, palette, font and style sheet of the whole program. Call once, before the first widget.
void apply(QApplication &application);

}
