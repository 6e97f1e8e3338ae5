// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/look/theme.h"
#include "panels/panels.h"

#include <QMainWindow>
#include <QSettings>
#include <QSystemTrayIcon>
#include <QToolButton>

#include <memory>

namespace Ui {
class MainWindow;
}

namespace panels {

class Actions;
class AiButton;
class Alerts;
class ChatsPanel;
class Door;
class GatewayState;
class KnowledgePanel;
class Leaving;
class ReleasesPanel;
class SettingsPanel;
class SleepWatch;
class SystemTheme;
class WelcomePage;

/// The frame: rail, header strip, pages; tray, alerts, closing and quitting. `settingsFile` holds what
/// this window remembers.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(desk::Desk& desk, const std::shared_ptr<base::Home>& home, const base::Clock& clock,
               Hooks hooks, const QString& settingsFile, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Brings the window to the front, from the tray too.
    void raiseWindow();
    /// Asks once where customers are connected, then ends the program.
    void quit();
    /// The same without asking, for whoever has no one to ask: the system's wish to end.
    void quitNow();
    [[nodiscard]] ChatsPanel& chats() noexcept { return *m_chats; }
    [[nodiscard]] ReleasesPanel& releases() noexcept { return *m_releases; }
    [[nodiscard]] QSettings& settings() noexcept { return m_settings; }

Q_SIGNALS:
    void quitWanted();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void connectParts();
    void findMe();
    void welcome();
    void startAs(base::PersonId me, const QString& name);
    void standBack();
    void setShut(bool isShut);
    void makeActions();
    void makeNavigationActions();
    void makeKnowledgeActions();
    void makeReleaseActions();
    void makeConversationActions();
    void makeHelpActions();
    void makeServiceActions();
    void enableActions();
    void makeTray();
    void showFrame();
    void showPage(QWidget* page, QToolButton* button);
    void showWaiting();
    void goToWaiting();
    void goToAi();
    void focusSearch();
    void setDuty(desk::Duty duty);
    void fillDuty();
    void setTheme(Theme theme);
    void setLanguage(const QString& language);
    void openChatPage();
    void copySnippet();
    void showPalette();
    void showShortcuts();
    void showTester();
    void prepareForSleep();
    void wakeUp();
    void hideAway();
    void flush();
    void keepLayout();

    QSettings m_settings;
    desk::Desk& m_desk;
    base::Caller m_caller;
    const Hooks m_hooks;
    std::unique_ptr<Ui::MainWindow> m_ui;
    Actions* m_actions;
    Alerts* m_alerts;
    ChatsPanel* m_chats;
    KnowledgePanel* m_knowledge;
    ReleasesPanel* m_releases;
    SettingsPanel* m_settingsPanel;
    GatewayState* m_gateway;
    AiButton* m_ai = nullptr;
    Leaving* m_leaving;
    SleepWatch* m_sleep;
    SystemTheme* m_systemTheme;
    WelcomePage* m_welcome = nullptr;
    Door* m_door = nullptr;
    bool m_isShut = false; ///< nobody sits here
    QSystemTrayIcon* m_tray = nullptr;
    base::PersonId m_me;
    base::PersonId m_wasHere; ///< before the door was shut
    int m_unassigned = 0;
    bool m_isQuitting = false;
};

} // namespace panels
