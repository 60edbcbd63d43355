#include "ui/theme/theme.h"

#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QStyle>
#include <QStyleFactory>

using namespace Qt::StringLiterals;

namespace theme {

QColor colour(Colour role)
{
    switch (role) {
    case Colour::Window: return {0xF5, 0xF6, 0xF8};
    case Colour::Surface: return {0xFF, 0xFF, 0xFF};
    case Colour::Rail: return {0x24, 0x30, 0x3C};
    case Colour::RailText: return {0xD3, 0xDC, 0xE4};
    case Colour::Line: return {0xDD, 0xE2, 0xE7};
    case Colour::Edge: return {0x8B, 0x96, 0xA1};
    case Colour::Text: return {0x1A, 0x21, 0x28};
    case Colour::Muted: return {0x57, 0x63, 0x6F};
    case Colour::Accent: return {0x1D, 0x5F, 0xAE};
    case Colour::OnAccent: return {0xFF, 0xFF, 0xFF};
    case Colour::AccentSoft: return {0xE3, 0xED, 0xF8};
    case Colour::Good: return {0x1B, 0x6E, 0x42};
    case Colour::GoodSoft: return {0xE1, 0xF2, 0xE8};
    case Colour::Warn: return {0x82, 0x56, 0x00};
    case Colour::WarnSoft: return {0xFD, 0xF1, 0xD3};
    case Colour::Bad: return {0xAE, 0x24, 0x1C};
    case Colour::BadSoft: return {0xFB, 0xE7, 0xE4};
    }
    Q_UNREACHABLE();
}

QFont font(Type role)
{
    QFont result;
    result.setFamilies({u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"WenQuanYi Micro Hei"_s, u"sans-serif"_s});
    result.setStyleStrategy(QFont::PreferAntialias);
    switch (role) {
    case Type::Caption: result.setPointSizeF(9); break;
    case Type::Body: result.setPointSizeF(10.5); break;
    case Type::Strong: result.setPointSizeF(10.5); break;
    case Type::Section: result.setPointSizeF(11.5); break;
    case Type::Large: result.setPointSizeF(13); break;
    case Type::Title: result.setPointSizeF(16); break;
    }
    const bool bold = role == Type::Strong || role == Type::Section || role == Type::Title;
    result.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return result;
}

void dress(QLabel &label, Type type, Colour role)
{
    label.setFont(font(type));
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, colour(role));
    label.setPalette(palette);
}

void setKind(QPushButton &button, Kind kind)
{
    constexpr const char *names[] = {"normal", "primary", "quiet", "danger"};
    button.setProperty("kind", QLatin1String(names[static_cast<int>(kind)]));
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

void setChosen(QComboBox &box, bool chosen)
{
    if (box.property("chosen").toBool() == chosen)
        return;
    box.setProperty("chosen", chosen);
    box.style()->unpolish(&box);
    box.style()->polish(&box);
}

static QPalette palette()
{
    QPalette result(colour(Colour::Surface), colour(Colour::Window));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText,
                            QPalette::ToolTipBase})
        result.setColor(role, colour(Colour::Text));
    result.setColor(QPalette::Base, colour(Colour::Surface));
    result.setColor(QPalette::ToolTipText, colour(Colour::Surface));
    result.setColor(QPalette::AlternateBase, colour(Colour::Window));
    result.setColor(QPalette::PlaceholderText, colour(Colour::Muted));
    result.setColor(QPalette::Highlight, colour(Colour::AccentSoft));
    result.setColor(QPalette::Link, colour(Colour::Accent));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, colour(Colour::Muted));
    return result;
}

void apply(QApplication &application)
{
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    application.setPalette(palette());
    application.setFont(font(Type::Body));
    application.setStyleSheet(styleSheet());
}

}
