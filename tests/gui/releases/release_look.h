// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui_fixture.h"

#include <QFont>

/// How the window looks while pictures of it are taken; the font is as before once it is gone.
class ReleaseLook
{
public:
    ReleaseLook(QString language, QString theme, int percent);
    ~ReleaseLook();
    Q_DISABLE_COPY_MOVE(ReleaseLook)

    /// Columns language, theme and percent, and a row for each look.
    static void addRows();
    /// Opens the window anew in this look; 200 % has a bigger screen's room, as people would give it.
    void open(GuiFixture& f) const;
    /// Writes build/…/screens/release-NAME-LANGUAGE-THEME-PERCENT.png.
    bool take(QWidget* widget, const QString& name) const;

    [[nodiscard]] const QString& language() const { return m_language; }

private:
    QString m_language, m_theme;
    int m_percent;
    QFont m_before;
};
