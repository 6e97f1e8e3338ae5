// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/main_window.h"

#include "panels/chats/chats_panel.h"
#include "panels/chats/conversation_view.h"
#include "panels/error_texts.h"
#include "panels/frame/actions.h"
#include "panels/frame/alerts.h"
#include "panels/frame/command_palette.h"
#include "panels/frame/sleep_watch.h"
#include "panels/frame/welcome_page.h"
#include "panels/language.h"
#include "panels/settings/settings_panel.h"
#include "ui_main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

// Resources of a static library are registered from outside any namespace.
static void initPanelResources()
{
    Q_INIT_RESOURCE(panels);
}

namespace panels {

using namespace std::chrono_literals;

namespace {
constexpr int kBeatMs = 2000;
constexpr auto kAmberAfter = 10s;
constexpr auto kRedAfter = 15s;
} // namespace

MainWindow::MainWindow(desk::Desk& desk, std::shared_ptr<base::Home> home, const base::Clock& clock,
                       Hooks hooks, const QString& settingsFile, QWidget* parent)
    : QMainWindow(parent), m_settings(settingsFile, QSettings::IniFormat), m_desk(desk),
      m_caller(home), m_clock(clock), m_hooks(std::move(hooks)),
      m_ui(std::make_unique<Ui::MainWindow>()), m_actions(nullptr), m_alerts(nullptr),
      m_chats(nullptr), m_settingsPanel(nullptr), m_sleep(new SleepWatch(this))
{
    initPanelResources();
    applyLanguage(m_settings.value(QStringLiteral("language")).toString());
    applyTheme(themeOfName(m_settings.value(QStringLiteral("theme")).toString()));
    m_ui->setupUi(this);
    setCentralWidget(m_ui->central);
    setWindowIcon(QIcon(QStringLiteral(":/icons/relevo.svg")));
    m_actions = new Actions(this, m_settings);
    m_alerts = new Alerts(desk, home, m_settings, this);
    m_chats = new ChatsPanel(desk, home, clock, this);
    m_settingsPanel = new SettingsPanel(desk, home, m_settings, m_hooks, this);
    m_ui->pages->addWidget(m_chats);
    m_ui->pages->addWidget(m_settingsPanel);
    makeActions();
    makeTray();
    fillDuty();
    connectParts();
    connect(&m_beat, &QTimer::timeout, this, &MainWindow::askStatus);
    m_beat.start(kBeatMs);
    askStatus();
    showFrame();
    restoreGeometry(m_settings.value(QStringLiteral("geometry")).toByteArray());
    if (!m_settings.contains(QStringLiteral("geometry")))
        resize(1180, 760);
    m_chats->restore(m_settings);
    findMe();
}

void MainWindow::connectParts()
{
    connect(m_ui->chatsButton, &QToolButton::clicked, this,
            [this] { m_ui->pages->setCurrentWidget(m_chats); });
    connect(m_ui->settingsButton, &QToolButton::clicked, this,
            [this] { m_ui->pages->setCurrentWidget(m_settingsPanel); });
    connect(m_ui->dutyBox, &QComboBox::activated, this,
            [this](int index) { setDuty(static_cast<desk::Duty>(index)); });
    connect(m_chats, &ChatsPanel::waitingChanged, this, [this](int customers) {
        m_ui->waitingLabel->setText(customers > 0 ? tr("%n customer(s) waiting", nullptr, customers)
                                                  : QString());
        m_sleep->keepAwake(customers > 0);
    });
    connect(m_settingsPanel, &SettingsPanel::themeChosen, this, &MainWindow::setTheme);
    connect(m_settingsPanel, &SettingsPanel::languageChosen, this, &MainWindow::setLanguage);
    connect(m_settingsPanel, &SettingsPanel::soundTestWanted, m_alerts, &Alerts::testSound);
    connect(m_settingsPanel, &SettingsPanel::shortcutsWanted, this, &MainWindow::showShortcuts);
    connect(m_settingsPanel, &SettingsPanel::nameChanged, this,
            [this](const QString& name) { m_chats->setMe(m_me, name); });
    connect(m_sleep, &SleepWatch::goingToSleep, this, [this] {
        m_chats->flush();
        m_desk.setDuty(m_me, desk::Duty::Off);
    });
    connect(m_sleep, &SleepWatch::awake, this,
            [this] { setDuty(static_cast<desk::Duty>(m_ui->dutyBox->currentIndex())); });
}

// Who sat here last time; on a first start, the welcome page asks.
void MainWindow::findMe()
{
    const base::PersonId me{m_settings.value(QStringLiteral("person")).toLongLong()};
    m_desk.people(m_caller, [this, me](base::Result<std::vector<desk::Person>> people) {
        for (const auto& person : people ? *people : std::vector<desk::Person>()) {
            if (person.id == me) {
                startAs(person.id, person.name);
                return;
            }
        }
        m_welcome = new WelcomePage(m_desk, m_caller.home(), m_hooks, this);
        m_ui->pages->addWidget(m_welcome);
        m_ui->pages->setCurrentWidget(m_welcome);
        m_ui->rail->setEnabled(false);
        connect(m_welcome, &WelcomePage::named, this,
                [this](qint64 id, const QString& name) { startAs({id}, name); });
        connect(m_welcome, &WelcomePage::chatWanted, this, &MainWindow::openChatPage);
        connect(m_welcome, &WelcomePage::snippetWanted, this, &MainWindow::copySnippet);
        connect(m_welcome, &WelcomePage::finished, this, [this] {
            m_ui->pages->setCurrentWidget(m_chats);
            m_welcome->deleteLater();
            m_welcome = nullptr;
        });
    });
}

MainWindow::~MainWindow()
{
    keepLayout();
}

void MainWindow::startAs(base::PersonId me, const QString& name)
{
    m_me = me;
    m_settings.setValue(QStringLiteral("person"), me.value);
    m_ui->rail->setEnabled(true);
    m_chats->setMe(me, name);
    m_settingsPanel->setMe(me, name);
    m_alerts->setMe(me);
    setDuty(desk::Duty::OnDuty);
}

void MainWindow::showFrame()
{
    QPalette rail = palette();
    rail.setColor(QPalette::Window, palette().color(QPalette::AlternateBase));
    m_ui->rail->setPalette(rail);
    m_ui->rail->setAutoFillBackground(true);
    m_ui->chatsButton->setIcon(icon("chats"));
    m_ui->settingsButton->setIcon(icon("settings"));
    for (QToolButton* button : {m_ui->chatsButton, m_ui->settingsButton}) {
        button->setIconSize({24, 24});
        button->setMinimumWidth(72);
    }
    showGateway();
}

void MainWindow::makeActions()
{
    makeNavigationActions();
    makeServiceActions();
}

void MainWindow::makeNavigationActions()
{
    const auto page = [this](QWidget* shown, QToolButton* button) {
        m_ui->pages->setCurrentWidget(shown);
        button->setChecked(true);
    };
    const auto view = [this, page](desk::View v) {
        page(m_chats, m_ui->chatsButton);
        m_chats->showView(v);
    };
    m_actions->add("palette", QT_TRANSLATE_NOOP("Actions", "Command palette"),
                   {QStringLiteral("Ctrl+K")}, [this] { showPalette(); });
    m_actions->add("shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"),
                   {QStringLiteral("?")}, [this] { showShortcuts(); });
    m_actions->add("chats", QT_TRANSLATE_NOOP("Actions", "Go to chats"), {QStringLiteral("Ctrl+1")},
                   [=, this] { page(m_chats, m_ui->chatsButton); });
    m_actions->add("settings", QT_TRANSLATE_NOOP("Actions", "Go to settings"),
                   {QStringLiteral("Ctrl+,")},
                   [=, this] { page(m_settingsPanel, m_ui->settingsButton); });
    m_actions->add("search", QT_TRANSLATE_NOOP("Actions", "Search all messages"),
                   {QStringLiteral("Ctrl+F")}, [=, this] {
                       page(m_chats, m_ui->chatsButton);
                       m_chats->focusSearch();
                   });
    m_actions->add("viewMine", QT_TRANSLATE_NOOP("Actions", "Show my conversations"),
                   {QStringLiteral("Ctrl+Shift+1")}, [=] { view(desk::View::Mine); });
    m_actions->add("viewUnassigned", QT_TRANSLATE_NOOP("Actions", "Show unassigned conversations"),
                   {QStringLiteral("Ctrl+Shift+2")}, [=] { view(desk::View::Unassigned); });
    m_actions->add("viewWaiting", QT_TRANSLATE_NOOP("Actions", "Show who waits for us"),
                   {QStringLiteral("Ctrl+Shift+3")}, [=] { view(desk::View::WaitingForUs); });
    m_actions->add("viewAll", QT_TRANSLATE_NOOP("Actions", "Show all conversations"),
                   {QStringLiteral("Ctrl+Shift+7")}, [=] { view(desk::View::All); });
    m_actions->add("next", QT_TRANSLATE_NOOP("Actions", "Next conversation"),
                   {QStringLiteral("Alt+Down")}, [this] { m_chats->nextConversation(1); });
    m_actions->add("previous", QT_TRANSLATE_NOOP("Actions", "Previous conversation"),
                   {QStringLiteral("Alt+Up")}, [this] { m_chats->nextConversation(-1); });
    m_actions->add("takeOver", QT_TRANSLATE_NOOP("Actions", "Take over this conversation"),
                   {QStringLiteral("Ctrl+T")}, [this] { m_chats->conversation().takeOver(); });
    m_actions->add("closeConversation", QT_TRANSLATE_NOOP("Actions", "Close this conversation"),
                   {QStringLiteral("Ctrl+Shift+W")},
                   [this] { m_chats->conversation().closeConversation(); });
}

void MainWindow::makeServiceActions()
{
    m_actions->add("onDuty", QT_TRANSLATE_NOOP("Actions", "I am on duty"), {},
                   [this] { setDuty(desk::Duty::OnDuty); });
    m_actions->add("pause", QT_TRANSLATE_NOOP("Actions", "I take a break"), {},
                   [this] { setDuty(desk::Duty::Pause); });
    m_actions->add("offDuty", QT_TRANSLATE_NOOP("Actions", "I am off duty"), {},
                   [this] { setDuty(desk::Duty::Off); });
    m_actions->add("tryChat", QT_TRANSLATE_NOOP("Actions", "Try the chat in the browser"), {},
                   [this] { openChatPage(); });
    m_actions->add("snippet", QT_TRANSLATE_NOOP("Actions", "Copy the line for your site"), {},
                   [this] { copySnippet(); });
    m_actions->add("light", QT_TRANSLATE_NOOP("Actions", "Light theme"), {},
                   [this] { setTheme(Theme::Light); });
    m_actions->add("dark", QT_TRANSLATE_NOOP("Actions", "Dark theme"), {},
                   [this] { setTheme(Theme::Dark); });
    m_actions->add("spanish", QT_TRANSLATE_NOOP("Actions", "Speak Spanish"), {},
                   [this] { setLanguage(QStringLiteral("es")); });
    m_actions->add("english", QT_TRANSLATE_NOOP("Actions", "Speak English"), {},
                   [this] { setLanguage(QStringLiteral("en")); });
    m_actions->add("quit", QT_TRANSLATE_NOOP("Actions", "Quit Relevo"), {QStringLiteral("Ctrl+Q")},
                   [this] { quit(); });
}

void MainWindow::makeTray()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_tray = new QSystemTrayIcon(QIcon(QStringLiteral(":/icons/relevo.svg")), this);
    m_tray->setToolTip(QStringLiteral("Relevo"));
    auto* menu = new QMenu(this);
    for (QAction* action : m_actions->all()) {
        if (action->objectName() == QLatin1String("onDuty") ||
            action->objectName() == QLatin1String("pause") ||
            action->objectName() == QLatin1String("quit"))
            menu->addAction(action);
    }
    m_tray->setContextMenu(menu);
    connect(m_tray, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    raiseWindow();
            });
    connect(m_tray, &QSystemTrayIcon::messageClicked, this, &MainWindow::raiseWindow);
    m_tray->show();
    m_alerts->setTray(m_tray);
}

void MainWindow::fillDuty()
{
    const int index = std::max(0, m_ui->dutyBox->currentIndex());
    const QSignalBlocker quiet(m_ui->dutyBox);
    m_ui->dutyBox->clear();
    m_ui->dutyBox->addItems({tr("on duty"), tr("on a break"), tr("off duty")});
    m_ui->dutyBox->setCurrentIndex(index);
}

void MainWindow::setDuty(desk::Duty duty)
{
    m_ui->dutyBox->setCurrentIndex(static_cast<int>(duty));
    if (m_me.isValid())
        m_desk.setDuty(m_me, duty);
}

void MainWindow::askStatus()
{
    showGateway();
    m_desk.status(m_caller, [this](base::Result<desk::Status> status) {
        if (!status || !status->isDatabaseWritable)
            return;
        m_lastBeat = m_clock.steady();
        m_hasBeat = true;
        m_connected = status->connectedCustomers;
        showGateway();
    });
}

void MainWindow::showGateway()
{
    const QString error = m_hooks.gatewayError ? m_hooks.gatewayError() : QString();
    const auto age = m_clock.steady() - m_lastBeat;
    QPalette state = palette();
    QString text;
    if (!error.isEmpty()) {
        state.setColor(QPalette::WindowText, colours().bad);
        text = tr("✗ Customers cannot reach the chat: %1").arg(error);
    } else if (m_hasBeat && age > kRedAfter) {
        state.setColor(QPalette::WindowText, colours().bad);
        text = tr("✗ No sign of life for %1 s")
                   .arg(std::chrono::duration_cast<std::chrono::seconds>(age).count());
    } else if (m_hasBeat && age > kAmberAfter) {
        state.setColor(QPalette::WindowText, colours().warning);
        text = tr("⚠ No sign of life for %1 s")
                   .arg(std::chrono::duration_cast<std::chrono::seconds>(age).count());
    } else {
        state.setColor(QPalette::WindowText, colours().good);
        const QString url = m_hooks.chatUrl ? m_hooks.chatUrl() : QString();
        text = tr("✓ Serving at %1").arg(url) + QStringLiteral(" · ") +
               tr("%n customer(s) connected", nullptr, static_cast<int>(m_connected));
    }
    m_ui->gatewayLabel->setText(text);
    m_ui->gatewayLabel->setPalette(state);
}

void MainWindow::setTheme(Theme theme)
{
    m_settings.setValue(QStringLiteral("theme"), themeName(theme));
    applyTheme(theme);
    showFrame();
}

void MainWindow::setLanguage(const QString& language)
{
    m_settings.setValue(QStringLiteral("language"), language);
    applyLanguage(language);
}

void MainWindow::openChatPage()
{
    if (m_hooks.chatUrl)
        QDesktopServices::openUrl(QUrl(m_hooks.chatUrl()));
}

void MainWindow::copySnippet()
{
    QApplication::clipboard()->setText(m_settingsPanel->snippet());
}

void MainWindow::showPalette()
{
    auto* palette = new CommandPalette(*m_actions, this);
    palette->open();
}

void MainWindow::showShortcuts()
{
    auto* list = new ShortcutList(*m_actions, this);
    list->open();
}

void MainWindow::raiseWindow()
{
    showNormal();
    raise();
    activateWindow();
}

void MainWindow::keepLayout()
{
    m_settings.setValue(QStringLiteral("geometry"), saveGeometry());
    m_chats->save(m_settings);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_chats->flush();
    keepLayout();
    if (m_isQuitting) {
        event->accept();
        return;
    }
    event->ignore();
    if (!m_settings.value(QStringLiteral("toldAboutClosing"), false).toBool()) {
        m_settings.setValue(QStringLiteral("toldAboutClosing"), true);
        QMessageBox::information(
            this, tr("Relevo goes on"),
            tr("Closing the window does not end the service: customers can still write. "
               "To end it, choose Quit (Ctrl+Q)."));
    }
    if (m_tray)
        hide();
    else
        showMinimized();
}

void MainWindow::quit()
{
    if (m_connected > 0) {
        QMessageBox question(QMessageBox::Question, tr("Quit Relevo?"),
                             tr("%n customer(s) are connected. They are told that the chat closes.",
                                nullptr, static_cast<int>(m_connected)),
                             QMessageBox::Cancel, this);
        const QAbstractButton* end = question.addButton(tr("Quit"), QMessageBox::AcceptRole);
        question.exec();
        if (question.clickedButton() != end)
            return;
    }
    quitNow();
}

void MainWindow::quitNow()
{
    m_isQuitting = true;
    m_chats->flush();
    keepLayout();
    Q_EMIT quitWanted();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_actions) {
        m_ui->retranslateUi(this);
        m_actions->retranslate();
        fillDuty();
        showGateway();
    }
}

} // namespace panels
