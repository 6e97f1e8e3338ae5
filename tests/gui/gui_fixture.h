// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/qt_home.h"
#include "panels/main_window.h"
#include "support/desk_fixture.h"

#include <QPointer>
#include <QStringList>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>

class QAbstractItemView;

/// Lets a manual clock run with the real one; the test may still jump it forward.
class RunningClock
{
public:
    explicit RunningClock(base::ManualClock& clock);
    ~RunningClock();
    void stop();
    void go() { m_isStopped = false; }

private:
    std::atomic<bool> m_isOver{false};
    std::atomic<bool> m_isStopped{false};
    std::thread m_thread;
};

/// The real main window on a real desk and store in a temporary folder. Widgets are found by their
/// object names, as in ui/*.ui, and driven by keys and clicks.
class GuiFixture : public DeskFixture
{
public:
    enum class Start { Named, First };
    /// Named: as Lucía, who has been here before. First: the page that asks the name.
    explicit GuiFixture(Start start = Start::Named, const QString& language = QStringLiteral("en"),
                        std::vector<QByteArray> intents = {});
    ~GuiFixture();

    /// Opens the window with what it remembers.
    void open();
    /// Ends the window as Quit does.
    void close();
    /// Ends window, desk and store and starts all again on the same files.
    void restartAll();

    template <class W = QWidget>
    W* find(const char* name) const
    {
        W* found = window->findChild<W*>(QLatin1String(name));
        if (!found)
            qFatal("no widget %s", name);
        return found;
    }
    [[nodiscard]] QString text(const char* name) const;
    [[nodiscard]] bool shows(const char* name) const;
    void click(const char* name);
    void type(const char* name, const QString& text);
    /// Enter in the composer: sends at once where `undoMs` is 0.
    void send(const QString& text);

    /// Chooses a view by its row in the list of views; 0 is Mine.
    void view(int row);
    /// Opens this conversation by clicking its row; the view must hold it.
    bool openRow(base::ConversationId id);
    /// What the rows of a list or a tree say to a screen reader.
    [[nodiscard]] QStringList spoken(const char* view) const;
    /// The drawn rows of the open conversation that hold this text.
    [[nodiscard]] int rowsWith(const QString& text) const;
    /// Clicks a tab by its text; fails the test where there is none.
    void tab(const char* tabs, const QString& text);
    /// Chooses an entry of a button's menu that begins with this text.
    bool choose(const char* button, const QString& entry);

    template <class F>
    static bool until(F condition, int ms = 20'000)
    {
        return QTest::qWaitFor(condition, ms);
    }

    base::PersonId me;
    RunningClock running{clock};
    base::QtHome home{clock};
    QTemporaryDir windowFolder;
    panels::Hooks hooks;
    QStringList opened; ///< what the window wanted the desktop to open
    std::unique_ptr<panels::MainWindow> window;
    int quits = 0;

    [[nodiscard]] QString settingsFile() const;
};
