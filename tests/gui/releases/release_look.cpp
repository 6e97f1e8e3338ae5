// SPDX-License-Identifier: GPL-3.0-or-later
#include "releases/release_look.h"

#include <QApplication>
#include <QDir>
#include <QSettings>

ReleaseLook::ReleaseLook(QString language, QString theme, int percent)
    : m_language(std::move(language)), m_theme(std::move(theme)), m_percent(percent),
      m_before(QApplication::font())
{
    QFont font = m_before;
    font.setPointSizeF(font.pointSizeF() * percent / 100);
    QApplication::setFont(font);
}

ReleaseLook::~ReleaseLook()
{
    QApplication::setFont(m_before);
}

void ReleaseLook::addRows()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<int>("percent");
    for (const char* language : {"es", "en"})
        for (const char* theme : {"light", "dark"})
            for (const int percent : {100, 200})
                QTest::newRow(qPrintable(QStringLiteral("%1-%2-%3")
                                             .arg(QLatin1String(language), QLatin1String(theme))
                                             .arg(percent)))
                    << language << theme << percent;
}

void ReleaseLook::open(GuiFixture& f) const
{
    f.window.reset();
    QSettings settings(f.settingsFile(), QSettings::IniFormat);
    settings.clear();
    settings.setValue(QStringLiteral("person"), f.me.value);
    settings.setValue(QStringLiteral("language"), m_language);
    settings.setValue(QStringLiteral("theme"), m_theme);
    settings.sync();
    f.open();
    f.window->resize(m_percent == 100 ? QSize(1280, 800) : QSize(1920, 1200));
}

bool ReleaseLook::take(QWidget* widget, const QString& name) const
{
    const QString folder = QStringLiteral(RELEVO_BINARY_DIR "/screens");
    QDir().mkpath(folder);
    QTest::qWait(150); // what is on its way is drawn
    return widget->grab().save(QStringLiteral("%1/release-%2-%3-%4-%5.png")
                                   .arg(folder, name, m_language, m_theme)
                                   .arg(m_percent));
}
