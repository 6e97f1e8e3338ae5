// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

class QWidget;

namespace panels {

enum class Theme { System, Light, Dark };

/// Sets our style, one of our two palettes and our fonts on the application. With System counts what
/// setSystemDark() was told (see system_theme.h), before that the desktop's own palette.
void applyTheme(Theme theme);
void setSystemDark(bool isSystemDark);
[[nodiscard]] bool isDark();
[[nodiscard]] Theme themeOfName(const QString& name);
[[nodiscard]] QString themeName(Theme theme);

/// What the palette has no role for. Each pair of text and ground has a contrast of at least 4.5
/// (WCAG 2.1, 1.4.3).
struct Colours {
    QColor accent; ///< on window
    QColor customerBubble, customerText;
    QColor agentBubble, agentText;
    QColor botBubble, botText;
    QColor noteBubble, noteText;
    QColor quiet;              ///< secondary text on base
    QColor line;               ///< separators
    QColor field;              ///< borders of what is written in or ticked: 3 to 1 (WCAG 1.4.11)
    QColor good, warning, bad; ///< as text on window
    QColor selected;           ///< ground of a selected row; text as usual
};
[[nodiscard]] const Colours& colours();

/// Makes a widget a thin separator across a horizontal or vertical extent.
void makeLine(QWidget* widget, Qt::Orientation orientation);

/// An icon of our family from resources/icons, tinted with the palette's text colour.
[[nodiscard]] QIcon icon(const char* name);

} // namespace panels
