#include "ui/theme/stylesheet.h"

#include "ui/theme/theme.h"

#include <utility>

namespace theme {

namespace {

// Borders grow from 1 to 2 px on focus; the padding shrinks by the same so that nothing moves.
constexpr auto fields = R"(
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: @Surface; border: 1px solid @Edge; border-radius: 5px; padding: 5px 9px;
    selection-background-color: @Accent; selection-color: @OnAccent;
}
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 20px; }
QLineEdit:hover, QComboBox:hover { border-color: @Muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid @Accent; padding: 4px 8px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: @Window; color: @Muted; border-color: @Line; }
QLineEdit:read-only { background: @Window; }
QComboBox[chosen="true"] { background: @AccentSoft; color: @Accent; border-color: @Accent; }
QLineEdit[fault="true"] { border-color: @Bad; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down.svg); width: 15px; height: 15px; }
QComboBox QAbstractItemView { border: 1px solid @Edge; padding: 3px; outline: none; background: @Surface; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px 6px; border: 2px solid transparent; border-radius: 5px; }
QCheckBox:focus, QRadioButton:focus { border-color: @Accent; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; background: @Surface; border: 1px solid @Edge; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: @Accent; }
QCheckBox::indicator:checked { background: @Accent; border-color: @Accent; image: url(:/icons/checked.svg); }
QRadioButton::indicator:checked { border: 5px solid @Accent; width: 8px; height: 8px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @Window; border-color: @Line; }
)";

constexpr auto buttons = R"(
QPushButton {
    background: @Surface; color: @Text; border: 1px solid @Edge; border-radius: 5px; padding: 5px 14px; min-height: 20px;
}
QPushButton:hover { background: @AccentSoft; border-color: @Accent; }
QPushButton:pressed { background: @Line; }
QPushButton:focus { border: 2px solid @Accent; padding: 4px 13px; }
QPushButton:checked { background: @AccentSoft; color: @Accent; border-color: @Accent; }
QPushButton:disabled { background: @Window; color: @Muted; border-color: @Line; }
QPushButton[kind="primary"] { background: @Accent; color: @OnAccent; border-color: @Accent; }
QPushButton[kind="primary"]:hover { background: @AccentDeep; border-color: @AccentDeep; }
QPushButton[kind="primary"]:pressed { background: @Text; }
QPushButton[kind="primary"]:focus { border: 2px solid @Text; padding: 4px 13px; }
QPushButton[kind="primary"]:disabled { background: @Line; color: @Muted; border-color: @Line; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; padding: 5px 9px; }
QPushButton[kind="quiet"]:hover { background: @AccentSoft; }
QPushButton[kind="quiet"]:focus { border: 2px solid @Accent; padding: 4px 8px; }
QPushButton[kind="quiet"]:checked { background: @AccentSoft; color: @Accent; }
QPushButton[kind="danger"] { color: @Bad; border-color: @Bad; }
QPushButton[kind="danger"]:hover { background: @BadSoft; }
QToolButton { border: 2px solid transparent; border-radius: 5px; padding: 3px; background: transparent; }
QToolButton:hover { background: @AccentSoft; }
QToolButton:focus { border-color: @Accent; }
)";

constexpr auto views = R"(
QAbstractItemView { outline: none; border: none; background: @Surface; alternate-background-color: @Window;
    selection-background-color: @AccentSoft; selection-color: @Text; }
QHeaderView { background: @Surface; border: none; }
QHeaderView::section { background: @Surface; color: @Muted; border: none; border-bottom: 1px solid @Line; padding: 6px 8px; }
QHeaderView::section:first { padding-left: 16px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @Scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @Edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @Line; }
QSplitter::handle:hover { background: @Accent; }
QProgressBar { border: none; border-radius: 3px; background: @Line; max-height: 6px; }
QProgressBar::chunk { border-radius: 3px; background: @Accent; }
)";

constexpr auto surfaces = R"(
QToolTip { background: @Text; color: @Surface; border: none; padding: 5px 8px; }
QMenu { background: @Surface; border: 1px solid @Edge; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @AccentSoft; color: @Text; }
QFrame[kind="card"] { background: @Surface; border: 1px solid @Line; border-radius: 8px; }
QFrame[kind="surface"] { background: @Surface; border: none; }
QFrame[kind="message"] { border: none; border-radius: 6px; }
QFrame[kind="message"][level="info"] { background: @AccentSoft; }
QFrame[kind="message"][level="done"] { background: @GoodSoft; }
QFrame[kind="message"][level="warning"] { background: @WarnSoft; }
QFrame[kind="message"][level="error"] { background: @BadSoft; }
QLabel[kind="key"] { background: @Surface; border: 1px solid @Edge; border-bottom-width: 2px; border-radius: 4px;
    padding: 0px 5px; }
QFrame[kind="hairline"] { background: @Line; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="vertical-hairline"] { background: @Line; border: none; max-width: 1px; min-width: 1px; }
)";

QList<std::pair<QLatin1String, QColor>> names()
{
    const QColor accent = colour(Colour::Accent);
    // The longer of two names that begin alike comes first.
    return {{QLatin1String("@AccentDeep"), accent.darker(122)},
            {QLatin1String("@AccentSoft"), colour(Colour::AccentSoft)},
            {QLatin1String("@Accent"), accent},
            {QLatin1String("@OnAccent"), colour(Colour::OnAccent)},
            {QLatin1String("@Surface"), colour(Colour::Surface)},
            {QLatin1String("@Window"), colour(Colour::Window)},
            {QLatin1String("@Scroll"), colour(Colour::Edge).lighter(140)},
            {QLatin1String("@Line"), colour(Colour::Line)},
            {QLatin1String("@Edge"), colour(Colour::Edge)},
            {QLatin1String("@Text"), colour(Colour::Text)},
            {QLatin1String("@Muted"), colour(Colour::Muted)},
            {QLatin1String("@GoodSoft"), colour(Colour::GoodSoft)},
            {QLatin1String("@WarnSoft"), colour(Colour::WarnSoft)},
            {QLatin1String("@BadSoft"), colour(Colour::BadSoft)},
            {QLatin1String("@Bad"), colour(Colour::Bad)}};
}

}

QString styleSheet()
{
    QString sheet = QLatin1String(fields) + QLatin1String(buttons) + QLatin1String(views) + QLatin1String(surfaces);
    const auto all = names();
    for (const auto &[name, value] : all)
        sheet.replace(name, value.name());
    return sheet;
}

}
