// SPDX-License-Identifier: GPL-3.0-or-later
#include "crowd.h"
#include "gui_fixture.h"
#include "panels/chats/chats_panel.h"
#include "panels/chats/conversation_view.h"
#include "support/runner.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QRadioButton>
#include <QSettings>
#include <QToolButton>

using engine::Mode;
using namespace std::chrono_literals;

namespace {

enum View { Mine, Unassigned, WaitingForUs, WaitingForCustomer, WithBot, Closed, All };

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// A waiting customer whose conversation is open in the window.
desk::Greeting openWaiting(GuiFixture& f)
{
    auto g = f.waiting();
    f.view(Unassigned);
    if (!f.openRow(g.answer.conversation))
        qFatal("the waiting customer's row does not open");
    return g;
}

/// … and taken over by a click.
desk::Greeting takenOver(GuiFixture& f)
{
    auto g = openWaiting(f);
    f.click("takeOverButton");
    if (!f.until([&] { return f.shows("closeButton"); }))
        qFatal("taking over does not show");
    return g;
}

QStringList customerTexts(GuiFixture& f, const desk::Greeting& g)
{
    QStringList texts;
    for (const auto& event : f.customerEvents(g.session))
        texts += event.text;
    return texts;
}

} // namespace

class ChatsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void viewsShowTheirCounts()
    {
        GuiFixture f;
        const auto counted = [&](int row, const QString& count) {
            return f.until([&] {
                const QString said = f.spoken("viewsList").value(row);
                return count.isEmpty() ? !said.contains(u',') : said.endsWith(s(", ") + count);
            });
        };
        QVERIFY(counted(All, {}));
        std::ignore = f.greet();
        const auto g = f.waiting();
        QVERIFY(counted(All, s("2")));
        QVERIFY(counted(WithBot, s("1")));
        QVERIFY(counted(Unassigned, s("1")));
        QVERIFY(f.takeOver(g.answer.conversation, f.me));
        QVERIFY(counted(Mine, s("1")));
        QVERIFY(counted(Unassigned, {}));
        QVERIFY(f.reply(g.answer.conversation, f.me, s("hola")));
        QVERIFY(counted(WaitingForCustomer, s("1")));
    }

    void emptyViewsSayWhatWillAppear()
    {
        GuiFixture f;
        for (int view = Mine; view <= All; ++view) {
            f.view(view);
            QVERIFY(f.until([&] { return f.shows("emptyListLabel"); }));
            QVERIFY(f.text("emptyListLabel").size() > 10);
        }
        QVERIFY(f.shows("emptyLabel"));
    }

    void aRowFollowsItsConversation()
    {
        GuiFixture f;
        const auto g = f.greet();
        f.view(All);
        QVERIFY(f.until([&] { return f.spoken("conversationsView").size() == 1; }));
        std::ignore = f.say(g.session, s("sí"));
        std::ignore = f.say(g.session, s("español"));
        std::ignore = f.say(g.session, s("Ana"));
        QVERIFY(
            f.until([&] { return f.spoken("conversationsView").first().startsWith(s("Ana")); }));
        std::ignore = f.say(g.session, s("la compu no prende"));
        QVERIFY(f.until([&] {
            return f.spoken("conversationsView").first().contains(s("la compu no prende"));
        }));
        // A newer one goes to the top; the selected row stays selected.
        QVERIFY(f.openRow(g.answer.conversation));
        const auto second = f.greet();
        std::ignore = f.say(second.session, s("sí"));
        QVERIFY(f.until([&] { return f.spoken("conversationsView").size() == 2; }));
        QVERIFY(f.until(
            [&] { return f.find<QListView>("conversationsView")->currentIndex().row() == 1; }));
    }

    void takingOverSilencesTheBotAndCanBeUndone()
    {
        GuiFixture f;
        const auto g = takenOver(f);
        QCOMPARE(f.head(g.answer.conversation).owner, f.me);
        QVERIFY(f.text("stateLabel").contains(s("yours")));
        QVERIFY(f.shows("noticeFrame"));
        f.click("noticeButton"); // Undo
        QVERIFY(f.until([&] { return f.head(g.answer.conversation).mode == Mode::Waiting; }));
        QVERIFY(f.until([&] { return f.shows("takeOverButton"); }));
    }

    void takingOverFromTheBotIsUndoneToItsStage()
    {
        GuiFixture f;
        const auto g = f.greet();
        for (const char* text : {"sí", "español", "Ana"})
            std::ignore = f.say(g.session, s(text));
        const QString stage = f.head(g.answer.conversation).stage;
        f.view(WithBot);
        QVERIFY(f.openRow(g.answer.conversation));
        QTest::keyClick(f.window.get(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(f.until([&] { return f.shows("closeButton"); }));
        f.click("noticeButton");
        QVERIFY(f.until([&] { return f.head(g.answer.conversation).mode == Mode::Bot; }));
        QCOMPARE(f.head(g.answer.conversation).stage, stage);
    }

    void theHandoffCardSaysWhyAndWhatWasTried()
    {
        GuiFixture f;
        const auto g = f.greet();
        for (const char* text : {"sí", "español", "Ana", "mi notebook no prende", "sigue igual"})
            std::ignore = f.say(g.session, s(text));
        std::ignore = f.tap(g.session, s("cmd:person"));
        f.view(Unassigned);
        QVERIFY(f.openRow(g.answer.conversation));
        QVERIFY(f.until([&] { return f.shows("cardFrame"); }));
        const QString card = f.text("cardLabel");
        QVERIFY(card.contains(f.head(g.answer.conversation).reason));
        QVERIFY(card.contains(s("Problem")));
        QVERIFY(card.contains(s("Device")));
        QVERIFY(card.contains(s("(no change)")));
        QVERIFY(!card.contains(s("consent")));
        f.click("cardButton");
        QVERIFY(f.text("cardLabel").size() < card.size());
    }

    void theCardShowsCustomersWordsAsPlainText()
    {
        GuiFixture f;
        const auto g = f.waiting();
        const auto other = f.greet();
        std::ignore = f.say(other.session, s("sí"));
        std::ignore = f.say(other.session, s("español"));
        std::ignore = f.say(other.session, s("<b>Eve</b>"));
        std::ignore = f.tap(other.session, s("cmd:person"));
        f.view(Unassigned);
        QVERIFY(f.openRow(g.answer.conversation));
        QVERIFY(f.openRow(other.answer.conversation));
        QCOMPARE(f.find<QLabel>("nameLabel")->textFormat(), Qt::PlainText);
        QVERIFY(!f.text("cardLabel").contains(s("<b>Eve</b>")));
    }

    void giveBackAtAChosenStage()
    {
        GuiFixture f;
        const auto g = takenOver(f);
        auto* button = f.find<QToolButton>("giveBackButton");
        Q_EMIT button->menu()->aboutToShow();
        const auto stages = [&] {
            QList<QAction*> ready;
            for (QAction* action : button->menu()->actions()) {
                if (action->isEnabled())
                    ready += action;
            }
            return ready;
        };
        QVERIFY(f.until([&] { return stages().size() > 3; }));
        stages().first()->trigger();
        QVERIFY(f.until([&] { return f.head(g.answer.conversation).mode == Mode::Bot; }));
        QVERIFY(
            f.until([&] { return f.rowsWith(s("gave the conversation back to the bot")) == 1; }));
        QVERIFY(!f.shows("closeButton"));
    }

    void transferToAPersonWithASummary()
    {
        GuiFixture f;
        const auto beto = f.person(s("Beto"));
        const auto g = takenOver(f);
        QVERIFY(f.choose("transferButton", s("To Beto")));
        QVERIFY(f.until([&] { return f.head(g.answer.conversation).owner == beto.id; }));
        QVERIFY(f.until([&] { return f.text("stateLabel").contains(s("Beto")); }));
        QVERIFY(!f.shows("closeButton")); // somebody else's now
    }

    void transferToTheQueue()
    {
        GuiFixture f;
        const auto g = takenOver(f);
        auto* button = f.find<QToolButton>("transferButton");
        Q_EMIT button->menu()->aboutToShow();
        auto* summary = button->menu()->findChild<QLineEdit*>(s("summaryEdit"));
        QVERIFY(summary);
        summary->setText(s("Ya probó el cargador."));
        for (QAction* action : button->menu()->actions()) {
            if (action->text() == s("To the queue"))
                action->trigger();
        }
        QVERIFY(f.until([&] { return f.head(g.answer.conversation).mode == Mode::Waiting; }));
        QVERIFY(f.until([&] { return f.rowsWith(s("Ya probó el cargador.")) == 1; }));
        QVERIFY(!customerTexts(f, g).contains(s("Ya probó el cargador.")));
    }

    void closingAsksTheCustomerHowItWas()
    {
        GuiFixture f;
        const auto g = takenOver(f);
        f.click("closeButton");
        QVERIFY(f.until([&] { return f.head(g.answer.conversation).mode != Mode::Human; }));
        QVERIFY(f.until([&] { return !f.shows("closeButton"); }));
        QVERIFY(f.text("noticeLabel").contains(s("Closed")));
    }

    void erasingAsksInLineAndRemovesTheTexts()
    {
        GuiFixture f;
        const auto g = f.waiting();
        std::ignore = f.say(g.session, s("mi clave es 1234"));
        f.view(Unassigned);
        QVERIFY(f.openRow(g.answer.conversation));
        QVERIFY(f.until([&] { return f.rowsWith(s("1234")) == 1; }));
        QVERIFY(f.choose("moreButton", s("Erase")));
        QCOMPARE(f.text("noticeButton"), s("Erase for good"));
        QCOMPARE(f.rowsWith(s("1234")), 1); // nothing yet
        f.click("noticeButton");
        QVERIFY(f.until([&] { return f.head(g.answer.conversation).isErased; }));
        QVERIFY(f.until([&] { return f.rowsWith(s("1234")) == 0 && f.rowsWith(s("Erased")) > 0; }));
    }

    void somebodyElsesConversationIsReadOnly()
    {
        GuiFixture f;
        const auto beto = f.person(s("Beto"));
        const auto g = f.waiting();
        QVERIFY(f.takeOver(g.answer.conversation, beto.id));
        f.view(All);
        QVERIFY(f.openRow(g.answer.conversation));
        QVERIFY(f.until([&] { return f.text("stateLabel").contains(s("Beto")); }));
        for (const char* button :
             {"takeOverButton", "transferButton", "giveBackButton", "closeButton"})
            QVERIFY2(!f.shows(button), button);
        QVERIFY(!f.find("replyMode")->isEnabled());
        f.send(s("nota para Beto")); // a note is still possible, and only that
        QVERIFY(f.until([&] { return f.rowsWith(s("nota para Beto")) == 1; }));
        QVERIFY(!customerTexts(f, g).contains(s("nota para Beto")));
    }

    void aConflictShowsBothSides()
    {
        GuiFixture f;
        const auto beto = f.person(s("Beto"));
        const auto g = openWaiting(f);
        // Beto is faster, and the window has not heard of it yet: the click is in the same moment.
        QVERIFY(f.takeOver(g.answer.conversation, beto.id));
        f.click("takeOverButton");
        QVERIFY(f.until([&] { return f.text("noticeLabel").contains(s("faster")); }));
        QVERIFY(f.text("noticeLabel").contains(s("take over"))); // mine
        QVERIFY(f.text("noticeLabel").contains(s("Beto")));      // theirs
        QCOMPARE(f.head(g.answer.conversation).owner, beto.id);
    }

    void aReplyThatIsNoLongerMineToSendIsKeptAndExplained()
    {
        GuiFixture f;
        const auto beto = f.person(s("Beto"));
        const auto g = takenOver(f);
        f.type("messageEdit", s("¿seguís ahí?"));
        QVERIFY(f.ask<desk::ConversationHead>([&](base::Caller& c, auto done) {
            f.desk->transfer(c, g.answer.conversation, f.me, beto.id, {}, {}, std::move(done));
        }));
        QTest::keyClick(f.find("messageEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return f.text("noticeLabel").contains(s("send a reply")); }));
        QVERIFY(f.text("noticeLabel").contains(s("Beto")));
        QVERIFY(!customerTexts(f, g).contains(s("¿seguís ahí?")));
        QCOMPARE(f.rowsWith(s("¿seguís ahí?")), 1); // still there, as not sent
    }

    void twoWindowsNeverOwnOneConversation()
    {
        GuiFixture f;
        const auto beto = f.person(s("Beto"));
        QSettings second(f.windowFolder.filePath(s("second.ini")), QSettings::IniFormat);
        second.setValue(s("language"), s("en"));
        second.setValue(s("person"), beto.id.value);
        second.sync();
        panels::MainWindow other(*f.desk, f.home.home(), f.clock, f.hooks, second.fileName());
        other.show();
        const auto g = openWaiting(f);
        other.chats().open(g.answer.conversation);
        QVERIFY(f.until([&] { return other.chats().conversation().possible().takeOver; }));
        QVERIFY(f.until([&] { return f.text("stateLabel").contains(s("also read by Beto")); }));
        // Both press in the same moment.
        f.window->chats().conversation().takeOver();
        other.chats().conversation().takeOver();
        QVERIFY(f.until([&] { return f.head(g.answer.conversation).owner.isValid(); }));
        const bool isMine = f.head(g.answer.conversation).owner == f.me;
        QVERIFY(f.until([&] {
            return f.window->chats().conversation().possible().answer == isMine &&
                   other.chats().conversation().possible().answer == !isMine;
        }));
        const auto* loser = isMine ? &other : f.window.get();
        QVERIFY(f.until([&] {
            return loser->findChild<QLabel*>(s("noticeLabel"))->text().contains(s("faster"));
        }));
    }

    void searchFindsAndOpensTheMessage()
    {
        GuiFixture f;
        const auto g = f.waiting();
        for (int i = 0; i < 8; ++i)
            std::ignore = f.say(g.session, s("la impresora hace un ruido, vez %1").arg(i));
        std::ignore = f.waiting();
        // The index follows what is committed; what is typed before it has caught up finds less.
        QVERIFY(f.until([&] {
            const auto page = f.ask<desk::SearchPage>([&](base::Caller& caller, auto done) {
                f.desk->search(caller, {.text = s("impresora")}, std::move(done));
            });
            return page && page->hits.size() == 8;
        }));
        QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(f.find("searchEdit")->hasFocus());
        f.type("searchEdit", s("impresora"));
        auto* results = f.find<QListWidget>("resultsList");
        QVERIFY(f.until([&] { return f.shows("resultsList") && results->count() == 8; }));
        QTest::keyClick(f.find("searchEdit"), Qt::Key_Down); // by keyboard into the results
        QVERIFY(f.until([&] { return results->hasFocus() && results->currentRow() == 0; }));
        QVERIFY(f.until([&] {
            return f.window->chats().conversation().conversation() == g.answer.conversation;
        }));
        auto* messages = f.find<QListView>("messagesView");
        QVERIFY(f.until([&] { return messages->currentIndex().isValid(); }));
        QVERIFY(messages->currentIndex().data().toString().contains(s("impresora")));
        // Accents do not matter, nothing found says so, and emptying it brings the list back.
        f.type("searchEdit", s("zzzz"));
        QVERIFY(f.until([&] { return f.shows("emptyListLabel"); }));
        QTest::keyClick(f.find("searchEdit"), Qt::Key_Escape);
        QVERIFY(f.until([&] { return f.shows("conversationsView"); }));
    }

    void demonstrationDataComesAndGoes()
    {
        GuiFixture f;
        const auto g = f.waiting(); // real, and stays
        f.click("settingsButton");
        f.click("demoLoad");
        QVERIFY(f.until([&] { return f.text("resultLabel").contains(u'7'); }));
        f.click("chatsButton");
        f.view(All);
        QVERIFY(f.until([&] { return f.spoken("conversationsView").size() == 8; }));
        f.click("settingsButton");
        f.click("demoClear");
        QVERIFY(f.until([&] { return f.text("resultLabel").contains(s("removed")); }));
        QVERIFY(f.until([&] { return f.spoken("conversationsView").size() == 1; }));
        QVERIFY(f.head(g.answer.conversation).id.isValid());
    }
};

RELEVO_TEST(ChatsTest)
#include "chats_test.moc"
