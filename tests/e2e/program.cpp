// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include "app/commands/command.h"
#include "app/config_keys.h"
#include "panels/chats/chats_panel.h"
#include "panels/chats/composer.h"
#include "panels/chats/conversation_view.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTest>
#include <QTimer>
#include <QToolButton>

namespace e2e {

namespace {

constexpr int kPatience = 10'000;

/// A key press a character; QTest::keyClicks knows only the letters of ASCII.
void type(QWidget* edit, const QString& text)
{
    for (const char32_t letter : text.toUcs4()) {
        if (letter == U'\n')
            QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
        else
            QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, QString::fromUcs4(&letter, 1),
                                Qt::NoModifier);
    }
}

QMap<QString, QString> withoutLimits(QMap<QString, QString> configuration)
{
    for (const char* limit : {"limit.greetingIp", "limit.chatIp", "limit.chatConversation"}) {
        if (!configuration.contains(QLatin1String(limit)))
            configuration.insert(QLatin1String(limit), QStringLiteral("off"));
    }
    return configuration;
}

} // namespace

Program::Program(QMap<QString, QString> configuration, const QString& language)
    : m_configuration(withoutLimits(std::move(configuration))), m_language(language)
{
    app::initTranslations();
    makeFolder();
    start(0);
}

void Program::makeFolder()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings window(m_folder->filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    window.setValue(QStringLiteral("language"), m_language);
    window.setValue(QStringLiteral("alerts/sound"), false);
    window.sync();
}

Program::~Program()
{
    stop();
}

void Program::start(int port)
{
    auto config = app::makeConfig();
    m_configuration.insert(QStringLiteral("gateway.port"), QString::number(port));
    for (auto it = m_configuration.cbegin(); it != m_configuration.cend(); ++it) {
        if (!config.set(base::Source::CommandLine, it.key(), it.value()))
            qFatal("%s cannot be %s", qPrintable(it.key()), qPrintable(it.value()));
    }
    auto service = app::Service::start({.folder = m_folder->path(), .config = std::move(config)});
    if (!service || !(*service)->gateway())
        qFatal("the program does not start: %s",
               qPrintable(service ? (*service)->gatewayError().detail : service.error().detail));
    m_port = (*service)->gateway()->port();
    m_desktop = std::make_unique<app::Desktop>(*std::move(service));
    // Long enough to be held, short enough not to wait for.
    window().chats().conversation().composer().setUndoTime(150);
    window().show();
    window().activateWindow();
    std::ignore = QTest::qWaitForWindowActive(&window());
}

void Program::stop()
{
    m_desktop.reset();
}

void Program::startAgain()
{
    start(m_port);
}

void Program::startEmpty()
{
    stop();
    makeFolder();
    start(m_port);
}

QString Program::url() const
{
    return QStringLiteral("http://127.0.0.1:%1/").arg(m_port);
}

bool Program::press(QAbstractButton* button)
{
    if (!button ||
        !QTest::qWaitFor([&] { return button->isVisible() && button->isEnabled(); }, kPatience))
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool Program::choose(QToolButton* button, const QString& text)
{
    QMenu* menu = button->menu();
    bool isChosen = false;
    int rounds = 0;
    // The press does not return while the menu is open, so what is chosen comes by a timer.
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, menu, [&] {
        for (QAction* action : menu->actions()) {
            if (!action->isEnabled() || !action->text().contains(text))
                continue;
            isChosen = true;
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        }
        if (isChosen || ++rounds > 200) {
            look.stop();
            menu->close();
        }
    });
    look.start(20);
    return press(button) && QTest::qWaitFor([&] { return !look.isActive(); }, kPatience) &&
           isChosen;
}

bool Program::signIn(const QString& name)
{
    QWidget* welcome = nullptr;
    const auto isThere = [&] {
        welcome = find<QWidget>("WelcomePage");
        return welcome && welcome->isVisible();
    };
    if (!QTest::qWaitFor(isThere, kPatience))
        return false;
    type(welcome->findChild<QLineEdit*>(QStringLiteral("nameEdit")), name);
    if (!press(welcome->findChild<QPushButton*>(QStringLiteral("saveNameButton"))))
        return false;
    return press(welcome->findChild<QPushButton*>(QStringLiteral("goButton"))) &&
           QTest::qWaitFor([&] { return find<QWidget>("ChatsPanel")->isVisible(); }, kPatience);
}

bool Program::openOnly(Row view)
{
    auto* views = find<QListWidget>("viewsList");
    QTest::mouseClick(views->viewport(), Qt::LeftButton, {},
                      views->visualItemRect(views->item(static_cast<int>(view))).center());
    auto* list = find<QListView>("conversationsView");
    if (!QTest::qWaitFor([&] { return list->model()->rowCount() == 1 && list->isVisible(); },
                         kPatience))
        return false;
    const QModelIndex first = list->model()->index(0, 0);
    list->scrollTo(first);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(first).center());
    return QTest::qWaitFor([&] { return !rows().isEmpty(); }, kPatience);
}

bool Program::takeOver()
{
    auto* give = find<QToolButton>("giveBackButton");
    return press(find<QPushButton>("takeOverButton")) &&
           QTest::qWaitFor([&] { return give->isVisible(); }, kPatience);
}

bool Program::write(const char* mode, const QString& text)
{
    QTest::mouseClick(find<QRadioButton>(mode), Qt::LeftButton, {}, {8, 8});
    auto* edit = find<QPlainTextEdit>("messageEdit");
    type(edit, text);
    if (!QTest::qWaitFor([&] { return find<QPushButton>("sendButton")->isEnabled(); }, kPatience))
        return false;
    QTest::keyClick(edit, Qt::Key_Return);
    return true;
}

bool Program::reply(const QString& text)
{
    return write("replyMode", text);
}

void Program::typeReply(const QString& text)
{
    QTest::mouseClick(find<QRadioButton>("replyMode"), Qt::LeftButton, {}, {8, 8});
    type(find<QPlainTextEdit>("messageEdit"), text);
}

bool Program::note(const QString& text)
{
    return write("noteMode", text);
}

bool Program::giveBack(const QString& stage)
{
    auto* take = find<QPushButton>("takeOverButton");
    return choose(find<QToolButton>("giveBackButton"), stage) &&
           QTest::qWaitFor([&] { return take->isVisible(); }, kPatience);
}

bool Program::closeConversation()
{
    auto* button = find<QPushButton>("closeButton");
    return press(button) && QTest::qWaitFor([&] { return !button->isVisible(); }, kPatience);
}

QList<panels::MessageRow> Program::rows()
{
    QList<panels::MessageRow> rows;
    const auto* model =
        qobject_cast<panels::MessageModel*>(find<QListView>("messagesView")->model());
    for (int i = 0; i < model->rowCount(); ++i) {
        if (model->row(i).kind != panels::MessageRow::Kind::Day)
            rows.append(model->row(i));
    }
    return rows;
}

QStringList Program::messages()
{
    QStringList texts;
    for (const auto& row : rows()) {
        if (row.kind == panels::MessageRow::Kind::Message)
            texts += row.text;
    }
    return texts;
}

bool Program::untilShows(const QString& text, int timeoutMs)
{
    return QTest::qWaitFor(
        [&] {
            for (const auto& row : rows()) {
                if (row.seq > 0 && row.text.contains(text))
                    return true;
            }
            return false;
        },
        timeoutMs);
}

} // namespace e2e
