// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/look/theme.h"

#include "panels/look/style.h"

#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>
#include <QWidget>

namespace panels {

namespace {

bool darkNow = false;
bool systemDark = false;

QPalette lightPalette()
{
    QPalette p;
    const QColor text(0x1c, 0x21, 0x28), quiet(0x5b, 0x65, 0x72);
    p.setColor(QPalette::Window, QColor(0xf4, 0xf5, 0xf7));
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, Qt::white);
    p.setColor(QPalette::AlternateBase, QColor(0xf9, 0xfa, 0xfb));
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, QColor(0xff, 0xff, 0xff));
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::ToolTipBase, text);
    p.setColor(QPalette::ToolTipText, Qt::white);
    p.setColor(QPalette::PlaceholderText, quiet);
    p.setColor(QPalette::Highlight, QColor(0x0b, 0x6b, 0x63));
    p.setColor(QPalette::HighlightedText, Qt::white);
    p.setColor(QPalette::Link, QColor(0x0b, 0x6b, 0x63));
    p.setColor(QPalette::Mid, QColor(0xd3, 0xd8, 0xde));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, QColor(0x8a, 0x93, 0x9e));
    return p;
}

QPalette darkPalette()
{
    QPalette p;
    const QColor text(0xe7, 0xea, 0xee), quiet(0xa3, 0xac, 0xb8);
    p.setColor(QPalette::Window, QColor(0x1d, 0x20, 0x25));
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, QColor(0x16, 0x18, 0x1c));
    p.setColor(QPalette::AlternateBase, QColor(0x1a, 0x1d, 0x21));
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, QColor(0x2a, 0x2e, 0x35));
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::ToolTipBase, QColor(0x33, 0x38, 0x40));
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::PlaceholderText, quiet);
    p.setColor(QPalette::Highlight, QColor(0x2a, 0x8f, 0x85));
    p.setColor(QPalette::HighlightedText, Qt::black);
    p.setColor(QPalette::Link, QColor(0x5f, 0xc9, 0xbd));
    p.setColor(QPalette::Mid, QColor(0x3a, 0x40, 0x48));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, QColor(0x70, 0x79, 0x84));
    return p;
}

} // namespace

void applyTheme(Theme theme)
{
    if (!qobject_cast<Style*>(QApplication::style())) {
        // Before the first palette of ours, the desktop's own says what it prefers.
        systemDark = QApplication::palette().color(QPalette::Window).lightness() < 128;
        QApplication::setStyle(new Style);
    }
    darkNow = theme == Theme::Dark || (theme == Theme::System && systemDark);
    QApplication::setPalette(darkNow ? darkPalette() : lightPalette());
    QFont font = QApplication::font();
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Color Emoji")});
    QApplication::setFont(font);
}

void setSystemDark(bool isSystemDark)
{
    systemDark = isSystemDark;
}

bool isDark()
{
    return darkNow;
}

Theme themeOfName(const QString& name)
{
    if (name == QLatin1String("light"))
        return Theme::Light;
    return name == QLatin1String("dark") ? Theme::Dark : Theme::System;
}

QString themeName(Theme theme)
{
    switch (theme) {
    case Theme::Light: return QStringLiteral("light");
    case Theme::Dark: return QStringLiteral("dark");
    case Theme::System: break;
    }
    return QStringLiteral("system");
}

const Colours& colours()
{
    static const Colours light{.accent = {0x0b, 0x6b, 0x63},
                               .customerBubble = {0xe9, 0xec, 0xf0},
                               .customerText = {0x1c, 0x21, 0x28},
                               .agentBubble = {0x0b, 0x6b, 0x63},
                               .agentText = {0xff, 0xff, 0xff},
                               .botBubble = {0xdd, 0xee, 0xec},
                               .botText = {0x14, 0x33, 0x30},
                               .noteBubble = {0xff, 0xed, 0xb8},
                               .noteText = {0x4a, 0x35, 0x00},
                               .quiet = {0x5b, 0x65, 0x72},
                               .line = {0xd3, 0xd8, 0xde},
                               .field = {0x86, 0x90, 0x9b},
                               .good = {0x1b, 0x6e, 0x3c},
                               .warning = {0x8a, 0x53, 0x00},
                               .bad = {0xb3, 0x26, 0x1e},
                               .selected = {0xd9, 0xec, 0xea}};
    static const Colours dark{.accent = {0x5f, 0xc9, 0xbd},
                              .customerBubble = {0x2d, 0x32, 0x39},
                              .customerText = {0xe7, 0xea, 0xee},
                              .agentBubble = {0x17, 0x5e, 0x57},
                              .agentText = {0xff, 0xff, 0xff},
                              .botBubble = {0x20, 0x3a, 0x38},
                              .botText = {0xd6, 0xee, 0xeb},
                              .noteBubble = {0x5a, 0x47, 0x10},
                              .noteText = {0xff, 0xf0, 0xc4},
                              .quiet = {0xa3, 0xac, 0xb8},
                              .line = {0x3a, 0x40, 0x48},
                              .field = {0x75, 0x7e, 0x89},
                              .good = {0x7b, 0xd0, 0x97},
                              .warning = {0xf0, 0xb4, 0x5c},
                              .bad = {0xff, 0x8f, 0x85},
                              .selected = {0x1f, 0x46, 0x42}};
    return darkNow ? dark : light;
}

void makeLine(QWidget* widget, Qt::Orientation orientation)
{
    widget->setBackgroundRole(QPalette::Mid);
    widget->setAutoFillBackground(true);
    if (orientation == Qt::Horizontal)
        widget->setFixedHeight(1);
    else
        widget->setFixedWidth(1);
}

QIcon icon(const char* name)
{
    QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name)));
    QIcon result;
    for (const int size : {16, 24, 32, 48, 96}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), QApplication::palette().color(QPalette::WindowText));
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

} // namespace panels
