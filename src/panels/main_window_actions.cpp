// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the window can do, by name: what the command palette finds and keys are mapped to.
#include "panels/ai/ai_card.h"
#include "panels/chats/chats_panel.h"
#include "panels/chats/composer.h"
#include "panels/chats/conversation_view.h"
#include "panels/frame/actions.h"
#include "panels/frame/alerts.h"
#include "panels/help/help_panel.h"
#include "panels/knowledge/knowledge_panel.h"
#include "panels/main_window.h"
#include "panels/people/door.h"
#include "panels/releases/board/board_page.h"
#include "panels/releases/item/item_pane.h"
#include "panels/releases/releases_panel.h"
#include "panels/settings/settings_panel.h"
#include "ui_main_window.h"

namespace panels {

void MainWindow::makeActions()
{
    makeNavigationActions();
    makeKnowledgeActions();
    makeReleaseActions();
    makeConversationActions();
    makeHelpActions();
    makeServiceActions();
    enableActions();
}

void MainWindow::makeNavigationActions()
{
    const auto chats = [this] { showPage(m_chats, m_ui->chatsButton); };
    const auto add = [this](const char* name, const char* text, const char* keys,
                            std::function<void()> work) {
        m_actions->add(name, text, QKeySequence(QLatin1String(keys)), std::move(work));
    };
    const auto view = [&](const char* name, const char* text, const char* keys, desk::View shown) {
        add(name, text, keys, [this, chats, shown] {
            chats();
            m_chats->showView(shown);
        });
    };
    const auto page = [&](const char* name, const char* text, int number) {
        add(name, text, "", [this, number] {
            showPage(m_settingsPanel, m_ui->settingsButton);
            m_settingsPanel->openPage(number);
        });
    };
    add("palette", QT_TRANSLATE_NOOP("Actions", "Command palette"), "Ctrl+K",
        [this] { showPalette(); });
    add("shortcuts", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), "?",
        [this] { showShortcuts(); });
    add("chats", QT_TRANSLATE_NOOP("Actions", "Go to chats"), "Ctrl+1", chats);
    add("settings", QT_TRANSLATE_NOOP("Actions", "Go to settings"), "Ctrl+,",
        [this] { showPage(m_settingsPanel, m_ui->settingsButton); });
    add("waiting", QT_TRANSLATE_NOOP("Actions", "Go to who rings or waits"), "Ctrl+J",
        [this] { goToWaiting(); });
    add("search",
        QT_TRANSLATE_NOOP("Actions", "Search messages; articles or items where they are open"),
        "Ctrl+F", [this] { focusSearch(); });
    using desk::View;
    view("viewMine", QT_TRANSLATE_NOOP("Actions", "Show my conversations"), "Ctrl+Shift+1",
         View::Mine);
    view("viewUnassigned", QT_TRANSLATE_NOOP("Actions", "Show unassigned conversations"),
         "Ctrl+Shift+2", View::Unassigned);
    view("viewWaiting", QT_TRANSLATE_NOOP("Actions", "Show who waits for us"), "Ctrl+Shift+3",
         View::WaitingForUs);
    view("viewCustomer", QT_TRANSLATE_NOOP("Actions", "Show whose customer is to write"),
         "Ctrl+Shift+4", View::WaitingForCustomer);
    view("viewBot", QT_TRANSLATE_NOOP("Actions", "Show conversations with the bot"), "Ctrl+Shift+5",
         View::WithBot);
    view("viewClosed", QT_TRANSLATE_NOOP("Actions", "Show closed conversations"), "Ctrl+Shift+6",
         View::Closed);
    view("viewAll", QT_TRANSLATE_NOOP("Actions", "Show all conversations"), "Ctrl+Shift+7",
         View::All);
    add("next", QT_TRANSLATE_NOOP("Actions", "Next conversation"), "Alt+Down",
        [this] { m_chats->nextConversation(1); });
    add("previous", QT_TRANSLATE_NOOP("Actions", "Previous conversation"), "Alt+Up",
        [this] { m_chats->nextConversation(-1); });
    page("settingsGeneral", QT_TRANSLATE_NOOP("Actions", "Settings: general"), 0);
    page("settingsShop", QT_TRANSLATE_NOOP("Actions", "Settings: shop"), 1);
    page("settingsHours", QT_TRANSLATE_NOOP("Actions", "Settings: business hours"), 2);
    page("settingsGateway", QT_TRANSLATE_NOOP("Actions", "Settings: gateway"), 3);
    page("settingsAi", QT_TRANSLATE_NOOP("Actions", "Settings: AI"), 4);
    page("settingsUnderstanding", QT_TRANSLATE_NOOP("Actions", "Settings: understanding"), 5);
    page("settingsPeople", QT_TRANSLATE_NOOP("Actions", "Settings: people"), 6);
    page("settingsPrivacy", QT_TRANSLATE_NOOP("Actions", "Settings: personal data"), 7);
    page("settingsAbout", QT_TRANSLATE_NOOP("Actions", "Settings: about Relevo"), 8);
}

void MainWindow::makeKnowledgeActions()
{
    const auto add = [this](const char* name, const char* text, const char* keys,
                            std::function<void()> work) {
        m_actions->add(name, text, QKeySequence(QLatin1String(keys)), std::move(work));
    };
    add("knowledge", QT_TRANSLATE_NOOP("Actions", "Go to the knowledge base"), "Ctrl+2",
        [this] { showPage(m_knowledge, m_ui->knowledgeButton); });
    add("newArticle", QT_TRANSLATE_NOOP("Actions", "Write a new article"), "Ctrl+N", [this] {
        showPage(m_knowledge, m_ui->knowledgeButton);
        m_knowledge->newArticle();
    });
    add("saveArticle", QT_TRANSLATE_NOOP("Actions", "Save the article that is open"), "Ctrl+S",
        [this] {
            if (m_ui->pages->currentWidget() == m_knowledge)
                m_knowledge->saveArticle();
        });
}

void MainWindow::makeReleaseActions()
{
    const auto add = [this](const char* name, const char* text, const char* keys,
                            std::function<void()> work) {
        m_actions->add(name, text, QKeySequence(QLatin1String(keys)), std::move(work));
    };
    const auto step = [&](const char* name, const char* text, const char* keys,
                          release::Step taken) {
        add(name, text, keys, [this, taken] {
            if (m_ui->pages->currentWidget() == m_releases)
                m_releases->board().item().take(taken);
        });
    };
    using release::Step;
    add("releases", QT_TRANSLATE_NOOP("Actions", "Go to releases"), "Ctrl+3",
        [this] { showPage(m_releases, m_ui->releasesButton); });
    add("newRelease", QT_TRANSLATE_NOOP("Actions", "Make a new release"), "Ctrl+Shift+R", [this] {
        showPage(m_releases, m_ui->releasesButton);
        m_releases->newRelease();
    });
    add("allReleases", QT_TRANSLATE_NOOP("Actions", "Back to all releases"), "Alt+Left", [this] {
        showPage(m_releases, m_ui->releasesButton);
        m_releases->showList();
    });
    step("itemStart", QT_TRANSLATE_NOOP("Actions", "Item: begin"), "Alt+1", Step::Start);
    step("itemFinish", QT_TRANSLATE_NOOP("Actions", "Item: done"), "Alt+2", Step::Finish);
    step("itemVerify", QT_TRANSLATE_NOOP("Actions", "Item: verify"), "Alt+3", Step::Verify);
    step("itemFail", QT_TRANSLATE_NOOP("Actions", "Item: failed"), "Alt+4", Step::Fail);
    step("itemBlock", QT_TRANSLATE_NOOP("Actions", "Item: blocked"), "Alt+5", Step::Block);
    step("itemWaive", QT_TRANSLATE_NOOP("Actions", "Item: waive"), "Alt+6", Step::Waive);
    step("itemReopen", QT_TRANSLATE_NOOP("Actions", "Item: open again"), "Alt+7", Step::Reopen);
    const auto about = [&](const char* name, const char* text, const char* keys,
                           void (ItemPane::*work)()) {
        add(name, text, keys, [this, work] {
            if (m_ui->pages->currentWidget() == m_releases)
                (m_releases->board().item().*work)();
        });
    };
    about("itemEvidence", QT_TRANSLATE_NOOP("Actions", "Item: show evidence"), "Ctrl+E",
          &ItemPane::addEvidence);
    about("itemDiscuss", QT_TRANSLATE_NOOP("Actions", "Item: say something about it"), "Ctrl+D",
          &ItemPane::discuss);
    about("itemChecks", QT_TRANSLATE_NOOP("Actions", "Item: run its checks"), "Ctrl+Shift+E",
          &ItemPane::runChecks);
    about("itemEdit", QT_TRANSLATE_NOOP("Actions", "Item: change what it asks for"), "F2",
          &ItemPane::edit);
}

// Where articles are open, among them.
void MainWindow::focusSearch()
{
    if (m_ui->pages->currentWidget() == m_knowledge) {
        m_knowledge->focusSearch();
        return;
    }
    if (m_ui->pages->currentWidget() == m_releases) {
        m_releases->focusSearch();
        return;
    }
    showPage(m_chats, m_ui->chatsButton);
    m_chats->focusSearch();
}

void MainWindow::makeConversationActions()
{
    const auto add = [this](const char* name, const char* text, const char* keys, auto work) {
        m_actions->add(name, text, QKeySequence(QLatin1String(keys)), [this, work] {
            showPage(m_chats, m_ui->chatsButton);
            work(m_chats->conversation());
        });
    };
    add("takeOver", QT_TRANSLATE_NOOP("Actions", "Take over this conversation"), "Ctrl+T",
        [](ConversationView& view) { view.takeOver(); });
    add("reply", QT_TRANSLATE_NOOP("Actions", "Write a reply"), "Ctrl+R",
        [](ConversationView& view) { view.composer().write(false); });
    add("note", QT_TRANSLATE_NOOP("Actions", "Write a private note"), "Ctrl+Shift+N",
        [](ConversationView& view) { view.composer().write(true); });
    add("insertArticle", QT_TRANSLATE_NOOP("Actions", "Insert an article"), "Ctrl+Shift+A",
        [](ConversationView& view) { view.openArticles(); });
    add("undoSending", QT_TRANSLATE_NOOP("Actions", "Take back what is being sent"), "Ctrl+Shift+Z",
        [](ConversationView& view) { view.composer().undo(); });
    add("transfer", QT_TRANSLATE_NOOP("Actions", "Transfer this conversation"), "Ctrl+Shift+T",
        [](ConversationView& view) { view.openTransfer(); });
    add("giveBack", QT_TRANSLATE_NOOP("Actions", "Give this conversation back to the bot"),
        "Ctrl+Shift+B", [](ConversationView& view) { view.openGiveBack(); });
    add("closeConversation", QT_TRANSLATE_NOOP("Actions", "Close this conversation"),
        "Ctrl+Shift+W", [](ConversationView& view) { view.closeConversation(); });
    add("handoffCard", QT_TRANSLATE_NOOP("Actions", "Show more or less of the handoff card"),
        "Ctrl+I", [](ConversationView& view) { view.setCardOpen(!view.isCardOpen()); });
    add("copyCode", QT_TRANSLATE_NOOP("Actions", "Copy the conversation's code"), "",
        [](ConversationView& view) { view.copyCode(); });
    add("erase", QT_TRANSLATE_NOOP("Actions", "Erase the texts of this conversation"), "",
        [](ConversationView& view) { view.offerErasing(); });
}

void MainWindow::makeHelpActions()
{
    using desk::HelpTask;
    const auto add = [this](const char* name, const char* text, const char* keys, auto work) {
        m_actions->add(name, text, QKeySequence(QLatin1String(keys)), [this, work] {
            showPage(m_chats, m_ui->chatsButton);
            work(m_chats->conversation());
        });
    };
    const auto ask = [&add](const char* name, const char* text, HelpTask task, const char* keys) {
        add(name, text, keys, [task](ConversationView& view) { view.askHelp(task); });
    };
    ask("helpReply", QT_TRANSLATE_NOOP("Actions", "AI: suggest a reply"), HelpTask::Reply,
        "Ctrl+Shift+H");
    ask("helpShorter", QT_TRANSLATE_NOOP("Actions", "AI: make the draft shorter"),
        HelpTask::Shorter, "");
    ask("helpClearer", QT_TRANSLATE_NOOP("Actions", "AI: make the draft clearer"),
        HelpTask::Clearer, "");
    ask("helpFriendlier", QT_TRANSLATE_NOOP("Actions", "AI: make the draft friendlier"),
        HelpTask::Friendlier, "");
    ask("helpFormal", QT_TRANSLATE_NOOP("Actions", "AI: make the draft more formal"),
        HelpTask::Formal, "");
    ask("helpForCustomer", QT_TRANSLATE_NOOP("Actions", "AI: translate the draft for the customer"),
        HelpTask::ForCustomer, "");
    ask("helpForMe", QT_TRANSLATE_NOOP("Actions", "AI: translate the customer's words for me"),
        HelpTask::ForMe, "");
    ask("helpSummary", QT_TRANSLATE_NOOP("Actions", "AI: sum up the conversation"),
        HelpTask::Summary, "Ctrl+Shift+S");
    add("helpInsert", QT_TRANSLATE_NOOP("Actions", "AI: insert its text"), "Ctrl+Shift+I",
        [](ConversationView& view) { view.helpPanel().insert(); });
    add("helpReplace", QT_TRANSLATE_NOOP("Actions", "AI: replace the draft by its text"), "",
        [](ConversationView& view) { view.helpPanel().replace(); });
    add("helpClose", QT_TRANSLATE_NOOP("Actions", "AI: close its help"), "",
        [](ConversationView& view) { view.helpPanel().forget(); });
}

void MainWindow::makeServiceActions()
{
    const auto add = [this](const char* name, const char* text, const char* keys,
                            std::function<void()> work) {
        m_actions->add(name, text, QKeySequence(QLatin1String(keys)), std::move(work));
    };
    add("onDuty", QT_TRANSLATE_NOOP("Actions", "I am on duty"), "",
        [this] { setDuty(desk::Duty::OnDuty); });
    add("pause", QT_TRANSLATE_NOOP("Actions", "I take a break"), "",
        [this] { setDuty(desk::Duty::Pause); });
    add("offDuty", QT_TRANSLATE_NOOP("Actions", "I am off duty"), "",
        [this] { setDuty(desk::Duty::Off); });
    add("maskingTester", QT_TRANSLATE_NOOP("Actions", "Test what is masked in a text"), "",
        [this] { showTester(); });
    add("tryChat", QT_TRANSLATE_NOOP("Actions", "Try the chat in the browser"), "",
        [this] { openChatPage(); });
    add("snippet", QT_TRANSLATE_NOOP("Actions", "Copy the line for your site"), "",
        [this] { copySnippet(); });
    add("loadDemo", QT_TRANSLATE_NOOP("Actions", "Add demonstration data"), "",
        [this] { m_settingsPanel->loadDemo(); });
    add("clearDemo", QT_TRANSLATE_NOOP("Actions", "Remove demonstration data"), "",
        [this] { m_settingsPanel->clearDemo(); });
    add("aiState", QT_TRANSLATE_NOOP("Actions", "Show how AI is doing"), "",
        [this] { m_ai->openCard(); });
    add("aiSwitch", QT_TRANSLATE_NOOP("Actions", "Switch AI off or on for all"), "",
        [this] { m_ai->toggle(); });
    add("testSound", QT_TRANSLATE_NOOP("Actions", "Test the sound"), "",
        [this] { m_alerts->testSound(); });
    add("systemTheme", QT_TRANSLATE_NOOP("Actions", "Theme as the system"), "",
        [this] { setTheme(Theme::System); });
    add("light", QT_TRANSLATE_NOOP("Actions", "Light theme"), "",
        [this] { setTheme(Theme::Light); });
    add("dark", QT_TRANSLATE_NOOP("Actions", "Dark theme"), "", [this] { setTheme(Theme::Dark); });
    add("spanish", QT_TRANSLATE_NOOP("Actions", "Speak Spanish"), "",
        [this] { setLanguage(QStringLiteral("es")); });
    add("english", QT_TRANSLATE_NOOP("Actions", "Speak English"), "",
        [this] { setLanguage(QStringLiteral("en")); });
    add("leave", QT_TRANSLATE_NOOP("Actions", "Leave the window to somebody else"), "Ctrl+L",
        [this] { m_door->leave(); });
    add("close", QT_TRANSLATE_NOOP("Actions", "Close the window and keep serving"), "Ctrl+W",
        [this] { close(); });
    add("quit", QT_TRANSLATE_NOOP("Actions", "Quit Relevo"), "Ctrl+Q", [this] { quit(); });
}

// Before somebody has said who sits here nothing can be answered.
void MainWindow::enableActions()
{
    const auto possible = m_chats->conversation().possible();
    const bool isNamed = m_me.isValid();
    for (QAction* action : m_actions->all()) {
        const QString name = action->objectName();
        bool isEnabled = isNamed;
        if (name == QLatin1String("takeOver"))
            isEnabled &= possible.takeOver;
        else if (name == QLatin1String("note") || name == QLatin1String("copyCode") ||
                 name == QLatin1String("insertArticle") || name.startsWith(QLatin1String("help")))
            isEnabled &= possible.note;
        else if (name == QLatin1String("erase"))
            isEnabled &= possible.erase;
        else if (name == QLatin1String("reply") || name == QLatin1String("transfer") ||
                 name == QLatin1String("giveBack") || name == QLatin1String("closeConversation"))
            isEnabled &= possible.answer;
        else if (name == QLatin1String("quit") || name == QLatin1String("close") ||
                 name == QLatin1String("spanish") || name == QLatin1String("english") ||
                 name == QLatin1String("light") || name == QLatin1String("dark"))
            isEnabled = true;
        action->setEnabled(isEnabled);
    }
}

} // namespace panels
