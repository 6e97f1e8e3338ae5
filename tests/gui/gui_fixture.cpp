// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui_fixture.h"

#include "panels/chats/chats_panel.h"
#include "panels/chats/composer.h"
#include "panels/chats/conversation_view.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

using namespace std::chrono_literals;

RunningClock::RunningClock(base::ManualClock& clock)
    : m_thread([this, &clock] {
          auto last = std::chrono::steady_clock::now();
          while (!m_isOver) {
              std::this_thread::sleep_for(5ms);
              const auto now = std::chrono::steady_clock::now();
              const auto passed = std::chrono::duration_cast<base::milliseconds>(now - last);
              last += passed;
              if (!m_isStopped)
                  clock.advance(passed);
          }
      })
{
}

RunningClock::~RunningClock()
{
    m_isOver = true;
    m_thread.join();
}

void RunningClock::stop()
{
    m_isStopped = true;
}

GuiFixture::GuiFixture(Start start, const QString& language, std::vector<QByteArray> intents)
    : DeskFixture(std::move(intents))
{
    QSettings settings(settingsFile(), QSettings::IniFormat);
    settings.setValue(QStringLiteral("language"), language);
    settings.setValue(QStringLiteral("theme"), QStringLiteral("light"));
    if (start == Start::Named) {
        me = person(QStringLiteral("Lucía")).id;
        settings.setValue(QStringLiteral("person"), me.value);
    }
    settings.sync();
    hooks.chatUrl = [] { return QStringLiteral("http://127.0.0.1:8787/"); };
    hooks.version = QStringLiteral("0.1.0");
    hooks.dataFolder = folder.path();
    open();
}

GuiFixture::~GuiFixture()
{
    window.reset();
}

QString GuiFixture::settingsFile() const
{
    return windowFolder.filePath(QStringLiteral("window.ini"));
}

void GuiFixture::open()
{
    window = std::make_unique<panels::MainWindow>(*desk, home.home(), clock, hooks, settingsFile());
    QObject::connect(window.get(), &panels::MainWindow::quitWanted, [this] { ++quits; });
    window->chats().conversation().composer().setUndoTime(0);
    window->show();
    std::ignore = QTest::qWaitForWindowActive(window.get());
    std::ignore = until([&] {
        return window->findChild<QWidget*>(QStringLiteral("WelcomePage")) || shows("DoorPage") ||
               find("rail")->isEnabled();
    });
    settle();
    QCoreApplication::processEvents();
}

void GuiFixture::close()
{
    window->quit();
    window.reset();
}

void GuiFixture::restartAll()
{
    window.reset();
    restart();
    open();
}

QString GuiFixture::text(const char* name) const
{
    const auto* widget = find(name);
    return widget->property(widget->inherits("QPlainTextEdit") ? "plainText" : "text").toString();
}

bool GuiFixture::shows(const char* name) const
{
    return find(name)->isVisible();
}

void GuiFixture::click(const char* name)
{
    auto* button = find<QAbstractButton>(name);
    if (!button->isVisible() || !button->isEnabled())
        qFatal("%s cannot be clicked now", name);
    const bool isTicked = button->inherits("QCheckBox") || button->inherits("QRadioButton");
    QTest::mouseClick(button, Qt::LeftButton, {},
                      isTicked ? QPoint(8, button->height() / 2) : QPoint());
}

void GuiFixture::type(const char* name, const QString& text)
{
    auto* widget = find(name);
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(widget, Qt::Key_Delete);
    for (const QChar c : text) {
        if (c.unicode() < 0x80) {
            QTest::keyClick(widget, c.toLatin1());
        } else { // as an input method writes what has no key
            QInputMethodEvent event;
            event.setCommitString(c);
            QCoreApplication::sendEvent(widget, &event);
        }
    }
}

void GuiFixture::send(const QString& text)
{
    type("messageEdit", text);
    QTest::keyClick(find("messageEdit"), Qt::Key_Return);
}

void GuiFixture::view(int row)
{
    auto* views = find<QAbstractItemView>("viewsList");
    const QModelIndex index = views->model()->index(row, 0);
    QTest::mouseClick(views->viewport(), Qt::LeftButton, {}, views->visualRect(index).center());
}

bool GuiFixture::openRow(base::ConversationId id)
{
    auto* list = find<QListView>("conversationsView");
    const auto row = [&]() -> QModelIndex {
        constexpr int kIdRole = Qt::UserRole + 1;
        for (int i = 0; i < list->model()->rowCount(); ++i) {
            const QModelIndex index = list->model()->index(i, 0);
            if (index.data(kIdRole).toLongLong() == id.value)
                return index;
        }
        return {};
    };
    if (!until([&] { return row().isValid() && list->isVisible(); }))
        return false;
    list->scrollTo(row());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row()).center());
    const auto* messages = find<QListView>("messagesView")->model();
    return until([&] {
        return window->chats().conversation().conversation() == id && messages->rowCount() > 0 &&
               !this->text("nameLabel").isEmpty();
    });
}

QStringList GuiFixture::spoken(const char* view) const
{
    const auto* model = find<QAbstractItemView>(view)->model();
    QStringList rows;
    for (int i = 0; i < model->rowCount(); ++i) {
        const QString said = model->index(i, 0).data(Qt::AccessibleTextRole).toString();
        rows += said.isEmpty() ? model->index(i, 0).data().toString() : said;
    }
    return rows;
}

int GuiFixture::rowsWith(const QString& text) const
{
    return static_cast<int>(spoken("messagesView").filter(text).size());
}

void GuiFixture::tab(const char* tabs, const QString& text)
{
    auto* bar = find<QTabBar>(tabs);
    for (int i = 0; i < bar->count(); ++i) {
        if (bar->tabText(i) == text) {
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
            return;
        }
    }
    qFatal("no tab %s", qPrintable(text));
}

bool GuiFixture::choose(const char* button, const QString& entry)
{
    auto* tool = find<QToolButton>(button);
    if (!tool->isVisible())
        return false;
    QMenu* menu = tool->menu();
    Q_EMIT menu->aboutToShow(); // a click would wait in the menu until it is closed
    const auto action = [&]() -> QAction* {
        for (QAction* each : menu->actions()) {
            if (each->text().startsWith(entry) && each->isEnabled())
                return each;
        }
        return nullptr;
    };
    if (!until([&] { return action() != nullptr; }))
        return false;
    action()->trigger();
    return true;
}
