// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/main_window.h"

#include "panels/ai/ai_card.h"
#include "panels/chats/chats_panel.h"
#include "panels/chats/conversation_view.h"
#include "panels/frame/actions.h"
#include "panels/frame/alerts.h"
#include "panels/frame/command_palette.h"
#include "panels/frame/gateway_state.h"
#include "panels/frame/leaving.h"
#include "panels/frame/sleep_watch.h"
#include "panels/frame/welcome_page.h"
#include "panels/knowledge/knowledge_panel.h"
#include "panels/look/language.h"
#include "panels/look/system_theme.h"
#include "panels/people/door.h"
#include "panels/privacy/masking_tester.h"
#include "panels/releases/release_pages.h"
#include "panels/releases/releases_panel.h"
#include "panels/settings/settings_panel.h"
#include "ui_main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QDialog>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QUrl>

#include <utility>

// Resources of a static library are registered from outside any namespace.
static void initPanelResources()
{
    Q_INIT_RESOURCE(panels);
}

namespace panels {

namespace {
constexpr int kRailIcon = 24;
} // namespace

MainWindow::MainWindow(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                       const base::Clock& clock, Hooks hooks, const QString& settingsFile,
                       QWidget* parent)
    : QMainWindow(parent), m_settings(settingsFile, QSettings::IniFormat), m_desk(desk),
      m_caller(home), m_hooks(std::move(hooks)), m_ui(std::make_unique<Ui::MainWindow>()),
      m_actions(nullptr), m_alerts(nullptr), m_chats(nullptr), m_knowledge(nullptr),
      m_releases(nullptr), m_settingsPanel(nullptr), m_gateway(nullptr),
      m_leaving(new Leaving(*this, desk, home, m_settings)), m_sleep(new SleepWatch(this)),
      m_systemTheme(new SystemTheme(this))
{
    initPanelResources();
    applyLanguage(m_settings.value(QStringLiteral("language")).toString());
    setLocale(QLocale()); // of numbers, for all that stands in it
    applyTheme(themeOfName(m_settings.value(QStringLiteral("theme")).toString()));
    m_ui->setupUi(this);
    setCentralWidget(m_ui->central);
    setWindowIcon(QIcon(QStringLiteral(":/icons/relevo.svg")));
    m_actions = new Actions(this, m_settings);
    m_alerts = new Alerts(desk, home, m_settings, this);
    m_chats = new ChatsPanel(desk, home, clock, this);
    m_knowledge = new KnowledgePanel(desk, home, m_settings, this);
    m_releases = new ReleasesPanel(desk, home, clock, m_settings, this);
    m_releases->setChecks(m_hooks.checks);
    addReleasePages(*m_releases, desk, home, clock, m_hooks.figures);
    m_settingsPanel = new SettingsPanel(desk, home, m_settings, m_hooks, this);
    m_ui->pages->addWidget(m_chats);
    m_ui->pages->addWidget(m_knowledge);
    m_ui->pages->addWidget(m_releases);
    m_ui->pages->addWidget(m_settingsPanel);
    m_gateway = new GatewayState(*m_ui->gatewayLabel, desk, home, clock, m_hooks, this);
    m_ai = new AiButton(*m_ui->aiButton, desk, home, m_hooks, this);
    makeLine(m_ui->headerLine, Qt::Horizontal);
    m_ui->rail->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    makeLine(m_ui->railLine, Qt::Vertical);
    makeActions();
    makeTray();
    fillDuty();
    connectParts();
    showFrame();
    restoreGeometry(m_settings.value(QStringLiteral("geometry")).toByteArray());
    if (!m_settings.contains(QStringLiteral("geometry")))
        resize(1180, 760);
    m_chats->restore(m_settings);
    m_knowledge->restore(m_settings);
    m_releases->restore(m_settings);
    const QString page = m_settings.value(QStringLiteral("page")).toString();
    if (page == QLatin1String("settings"))
        showPage(m_settingsPanel, m_ui->settingsButton);
    else if (page == QLatin1String("knowledge"))
        showPage(m_knowledge, m_ui->knowledgeButton);
    else if (page == QLatin1String("releases"))
        showPage(m_releases, m_ui->releasesButton);
    findMe();
}

void MainWindow::connectParts()
{
    m_door = new Door(m_desk, m_caller.home(), *m_ui->pages, this);
    connect(m_door, &Door::opened, this, [this](qint64 id, const QString& name) {
        startAs({id}, name);
        if (m_welcome)
            m_welcome->letIn();
    });
    connect(m_door, &Door::shut, this, &MainWindow::standBack);
    connect(m_door, &Door::welcomeWanted, this, &MainWindow::welcome);
    connect(m_ui->chatsButton, &QToolButton::clicked, this,
            [this] { m_ui->pages->setCurrentWidget(m_chats); });
    connect(m_ui->knowledgeButton, &QToolButton::clicked, this,
            [this] { m_ui->pages->setCurrentWidget(m_knowledge); });
    connect(m_ui->releasesButton, &QToolButton::clicked, this,
            [this] { m_ui->pages->setCurrentWidget(m_releases); });
    connect(m_ui->settingsButton, &QToolButton::clicked, this,
            [this] { m_ui->pages->setCurrentWidget(m_settingsPanel); });
    connect(m_ui->dutyBox, &QComboBox::activated, this,
            [this](int index) { setDuty(static_cast<desk::Duty>(index)); });
    connect(m_chats, &ChatsPanel::waitingChanged, this, [this](int unassigned, int forUs) {
        m_unassigned = unassigned;
        showWaiting();
        m_sleep->keepAwake(unassigned + forUs > 0);
    });
    connect(m_chats, &ChatsPanel::possibleChanged, this, &MainWindow::enableActions);
    connect(m_ui->waitingButton, &QPushButton::clicked, this, &MainWindow::goToWaiting);
    connect(m_ai, &AiButton::settingsWanted, this, &MainWindow::goToAi);
    connect(m_alerts, &Alerts::ringingChanged, this, &MainWindow::showWaiting);
    connect(m_alerts, &Alerts::rang, this, [this] { QApplication::alert(this); });
    connect(m_settingsPanel, &SettingsPanel::themeChosen, this, &MainWindow::setTheme);
    connect(m_settingsPanel, &SettingsPanel::languageChosen, this, &MainWindow::setLanguage);
    connect(m_settingsPanel, &SettingsPanel::soundTestWanted, m_alerts, &Alerts::testSound);
    connect(m_settingsPanel, &SettingsPanel::testerWanted, this, &MainWindow::showTester);
    connect(m_settingsPanel, &SettingsPanel::shortcutsWanted, this, &MainWindow::showShortcuts);
    connect(m_settingsPanel, &SettingsPanel::nameChanged, this,
            [this](const QString& name) { m_chats->setMe(m_me, name); });
    connect(m_sleep, &SleepWatch::goingToSleep, this, &MainWindow::prepareForSleep);
    connect(m_sleep, &SleepWatch::awake, this, &MainWindow::wakeUp);
    connect(m_leaving, &Leaving::hideWanted, this, &MainWindow::hideAway);
    connect(m_leaving, &Leaving::endWanted, this, &MainWindow::quitNow);
    connect(m_systemTheme, &SystemTheme::darkChanged, this, [this](bool isDarkNow) {
        setSystemDark(isDarkNow);
        applyTheme(themeOfName(m_settings.value(QStringLiteral("theme")).toString()));
        showFrame();
    });
}

// One button: who rings, else how many wait.
void MainWindow::showWaiting()
{
    const auto ringing = m_alerts->newest();
    m_ui->waitingButton->setText(ringing ? Alerts::textOf(*ringing)
                                         : tr("%n customer(s) waiting", nullptr, m_unassigned));
    m_ui->waitingButton->setVisible(ringing || m_unassigned > 0);
    m_ui->waitingButton->setProperty("primary", ringing.has_value());
    m_ui->waitingButton->update();
}

void MainWindow::goToWaiting()
{
    showPage(m_chats, m_ui->chatsButton);
    const auto ringing = m_alerts->newest();
    if (!ringing || ringing->kind == desk::Alert::Kind::PersonWanted)
        m_chats->showView(desk::View::Unassigned);
    if (ringing)
        m_chats->open(ringing->conversation);
}

void MainWindow::goToAi()
{
    constexpr int kAiPage = 4;
    showPage(m_settingsPanel, m_ui->settingsButton);
    m_settingsPanel->openPage(kAiPage);
}

// Who sat here last time; on a first start, the welcome page asks.
void MainWindow::findMe()
{
    setShut(true);
    m_desk.status(m_caller, [this](const base::Result<desk::Status>& status) {
        m_door->knock({m_settings.value(QStringLiteral("person")).toLongLong()},
                      status && status->isReadOnly ? Door::Data::ReadOnly : Door::Data::Writable);
    });
}

void MainWindow::welcome()
{
    m_welcome = new WelcomePage(m_desk, m_caller.home(), m_hooks, this);
    m_ui->pages->addWidget(m_welcome);
    m_ui->pages->setCurrentWidget(m_welcome);
    m_ui->rail->setEnabled(false);
    m_welcome->setFocus(); // the name can be typed at once
    connect(m_welcome, &WelcomePage::named, this,
            [this](qint64 id, const QString&) { m_door->enter({id}, {}); });
    connect(m_welcome, &WelcomePage::chatWanted, this, &MainWindow::openChatPage);
    connect(m_welcome, &WelcomePage::snippetWanted, this, &MainWindow::copySnippet);
    connect(m_welcome, &WelcomePage::aiWanted, this, &MainWindow::goToAi);
    connect(m_welcome, &WelcomePage::finished, this, [this] {
        showPage(m_chats, m_ui->chatsButton);
        m_welcome->deleteLater();
        m_welcome = nullptr;
    });
}

MainWindow::~MainWindow()
{
    m_knowledge->flush();
    keepLayout();
}

void MainWindow::startAs(base::PersonId me, const QString& name)
{
    m_me = me;
    setShut(false);
    if (me.isValid())
        m_settings.setValue(QStringLiteral("person"), me.value);
    enableActions();
    m_chats->setMe(me, name);
    m_knowledge->setMe(me);
    m_releases->setMe(me, m_door->badge());
    m_settingsPanel->setMe(me, name, m_door->badge());
    m_alerts->setMe(me);
    if (m_wasHere.isValid() && m_wasHere != me)
        m_desk.setDuty(m_wasHere, desk::Duty::Off);
    if (me.isValid())
        setDuty(m_wasHere == me ? static_cast<desk::Duty>(m_ui->dutyBox->currentIndex())
                                : desk::Duty::OnDuty);
}

void MainWindow::setShut(bool isShut)
{
    m_isShut = isShut;
    m_ui->rail->setEnabled(!isShut);
    m_ui->dutyBox->setEnabled(!isShut);
}

// Nobody sits here: nothing can be done or seen; what rings goes on ringing.
void MainWindow::standBack()
{
    flush();
    if (m_me.isValid())
        m_wasHere = std::exchange(m_me, {});
    setShut(true);
    enableActions();
    for (auto* dialog : findChildren<QDialog*>())
        dialog->close();
}

void MainWindow::showFrame()
{
    m_ui->chatsButton->setIcon(icon("chats"));
    m_ui->knowledgeButton->setIcon(icon("knowledge"));
    m_ui->releasesButton->setIcon(icon("releases"));
    m_ui->settingsButton->setIcon(icon("settings"));
    for (QToolButton* button :
         {m_ui->chatsButton, m_ui->knowledgeButton, m_ui->releasesButton, m_ui->settingsButton}) {
        const int side = std::max(kRailIcon, fontMetrics().height() * 3 / 2);
        button->setIconSize({side, side});
        button->setMinimumWidth(0);
        button->setMinimumWidth(
            std::max(fontMetrics().averageCharWidth() * 11, button->sizeHint().width()));
        button->setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
    }
    showWaiting();
    m_gateway->show();
    m_ai->show();
}

void MainWindow::showPage(QWidget* page, QToolButton* button)
{
    if (m_isShut)
        return;
    m_ui->pages->setCurrentWidget(page);
    button->setChecked(true);
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
    m_alerts->setNotice([this](const QString& text) {
        constexpr int kShownMs = 10'000;
        if (m_tray->isVisible())
            m_tray->showMessage(QStringLiteral("Relevo"), text, QSystemTrayIcon::Information,
                                kShownMs);
    });
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
    m_alerts->setDuty(duty);
    if (m_me.isValid())
        m_desk.setDuty(m_me, duty);
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

// One; it stays open beside the window.
void MainWindow::showTester()
{
    auto* tester = findChild<MaskingTester*>();
    if (!tester)
        tester = new MaskingTester(m_desk, m_caller.home(), this);
    tester->show();
    tester->raise();
    tester->activateWindow();
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
    const QWidget* page = m_ui->pages->currentWidget();
    m_settings.setValue(QStringLiteral("page"), page == m_settingsPanel ? QStringLiteral("settings")
                                                : page == m_knowledge ? QStringLiteral("knowledge")
                                                : page == m_releases  ? QStringLiteral("releases")
                                                                      : QStringLiteral("chats"));
    m_chats->save(m_settings);
    m_knowledge->save(m_settings);
    m_releases->save(m_settings);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    flush();
    keepLayout();
    event->setAccepted(m_isQuitting);
    if (!m_isQuitting)
        m_leaving->close();
}

void MainWindow::hideAway()
{
    if (m_tray)
        hide();
    else
        showMinimized();
}

void MainWindow::flush()
{
    m_chats->flush();
    m_knowledge->flush();
    m_settingsPanel->flush();
}

void MainWindow::quit()
{
    m_leaving->quit(m_releases->unsaved());
}

void MainWindow::quitNow()
{
    m_isQuitting = true;
    flush();
    keepLayout();
    Q_EMIT quitWanted();
}

// The customers are told by the desk when nobody is on duty any more; its answer to the question
// comes behind that.
void MainWindow::prepareForSleep()
{
    flush();
    if (m_me.isValid())
        m_desk.setDuty(m_me, desk::Duty::Off);
    constexpr int kOnItsWayMs = 300;
    m_desk.status(m_caller, [this](const base::Result<desk::Status>&) {
        QTimer::singleShot(kOnItsWayMs, m_sleep, &SleepWatch::letSleep);
    });
}

void MainWindow::wakeUp()
{
    setDuty(static_cast<desk::Duty>(m_ui->dutyBox->currentIndex()));
    m_chats->readAgain();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_actions) {
        setLocale(QLocale());
        m_ui->retranslateUi(this);
        m_actions->retranslate();
        fillDuty();
        showFrame();
    }
    if (event->type() == QEvent::ActivationChange && m_chats && isActiveWindow())
        m_chats->conversation().markSeen();
}

} // namespace panels
