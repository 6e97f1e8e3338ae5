// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/panels.h"
#include "panels/theme.h"

#include <QMainWindow>
#include <QSettings>
#include <QSystemTrayIcon>
#include <QTimer>

#include <memory>

namespace Ui {
class MainWindow;
}

namespace panels {

class Actions;
class Alerts;
class ChatsPanel;
class SettingsPanel;
class SleepWatch;
class WelcomePage;

/// The frame: rail, header strip, pages; tray, alerts, closing and quitting. `settingsFile` holds what
/// this window remembers.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(desk::Desk& desk, std::shared_ptr<base::Home> home, const base::Clock& clock,
               Hooks hooks, const QString& settingsFile, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Brings the window to the front, from the tray too.
    void raiseWindow();
    /// Asks once where customers are connected, then ends the program.
    void quit();
    /// The same without asking, for whoever has no one to ask: the system's wish to end.
    void quitNow();
    [[nodiscard]] ChatsPanel& chats() noexcept { return *m_chats; }
    [[nodiscard]] QSettings& settings() noexcept { return m_settings; }

Q_SIGNALS:
    void quitWanted();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void connectParts();
    void findMe();
    void makeActions();
    void makeNavigationActions();
    void makeServiceActions();
    void makeTray();
    void showFrame();
    void startAs(base::PersonId me, const QString& name);
    void setDuty(desk::Duty duty);
    void fillDuty();
    void askStatus();
    void showGateway();
    void setTheme(Theme theme);
    void setLanguage(const QString& language);
    void openChatPage();
    void copySnippet();
    void showPalette();
    void showShortcuts();
    void keepLayout();

    QSettings m_settings;
    desk::Desk& m_desk;
    base::Caller m_caller;
    const base::Clock& m_clock;
    const Hooks m_hooks;
    std::unique_ptr<Ui::MainWindow> m_ui;
    Actions* m_actions;
    Alerts* m_alerts;
    ChatsPanel* m_chats;
    SettingsPanel* m_settingsPanel;
    SleepWatch* m_sleep;
    WelcomePage* m_welcome = nullptr;
    QSystemTrayIcon* m_tray = nullptr;
    base::PersonId m_me;
    QTimer m_beat;
    base::SteadyTime m_lastBeat{};
    bool m_hasBeat = false;
    qint64 m_connected = 0;
    bool m_isQuitting = false;
};

} // namespace panels
