// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusReply>
#include <QDBusVariant>
#include <QPainter>
#include <QPalette>
#include <QStyleFactory>
#include <QSvgRenderer>

namespace panels {

namespace {

bool darkNow = false;

bool systemIsDark()
{
    if (!QDBusConnection::sessionBus().isConnected())
        return false;
    QDBusInterface portal(QStringLiteral("org.freedesktop.portal.Desktop"),
                          QStringLiteral("/org/freedesktop/portal/desktop"),
                          QStringLiteral("org.freedesktop.portal.Settings"));
    portal.setTimeout(300);
    const QDBusReply<QVariant> reply =
        portal.call(QStringLiteral("Read"), QStringLiteral("org.freedesktop.appearance"),
                    QStringLiteral("color-scheme"));
    if (!reply.isValid())
        return false;
    QVariant value = reply.value();
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    constexpr uint kPrefersDark = 1;
    return value.toUInt() == kPrefersDark;
}

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
    darkNow = theme == Theme::Dark || (theme == Theme::System && systemIsDark());
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(darkNow ? darkPalette() : lightPalette());
    QFont font = QApplication::font();
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Color Emoji")});
    QApplication::setFont(font);
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
                              .good = {0x7b, 0xd0, 0x97},
                              .warning = {0xf0, 0xb4, 0x5c},
                              .bad = {0xff, 0x8f, 0x85},
                              .selected = {0x1f, 0x46, 0x42}};
    return darkNow ? dark : light;
}

QIcon icon(const char* name)
{
    QSvgRenderer renderer(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(name)));
    QIcon result;
    for (const int size : {16, 24, 48}) {
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
