// SPDX-License-Identifier: GPL-3.0-or-later
// AI's help beside the composer, with a real AI server.
#include "gui_fixture.h"
#include "panels/chats/chats_panel.h"
#include "panels/chats/composer.h"
#include "panels/chats/conversation_view.h"
#include "panels/frame/actions.h"
#include "panels/help/help_texts.h"
#include "support/ai_server/process.h"
#include "support/runner.h"

#include <QAction>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using desk::HelpTask;

class HelpPanelTest : public QObject
{
    Q_OBJECT
private:
    void useAi(const std::string& fault)
    {
        ai::Endpoint endpoint{.name = "server " + std::to_string(++m_servers),
                              .baseUrl = m_server->url(fault),
                              .model = "eco"};
        endpoint.capabilities.schema = true;
        m_f->desk->configureAi({.endpoints = {endpoint}});
        m_f->settle();
    }
    static std::string saying(const QByteArray& words)
    {
        return "normal,text=" + words.toPercentEncoding().toStdString();
    }
    panels::ConversationView& view() { return m_f->window->chats().conversation(); }
    void ask(HelpTask task) { view().askHelp(task); }
    bool ended()
    {
        return m_f->until([this] { return m_f->shows("helpAgain"); });
    }
    QString composed() { return m_f->find<QPlainTextEdit>("messageEdit")->toPlainText(); }
    QString result() { return m_f->find<QPlainTextEdit>("helpResult")->toPlainText(); }
    qsizetype said()
    {
        const auto events = m_f->events(m_greeting.answer.conversation);
        return std::ranges::count(events, engine::EventKind::AgentMessage,
                                  &desk::MessageEvent::kind);
    }
    QAction* action(const char* name) { return m_f->window->findChild<QAction*>(name); }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<support::AiServer>(); }
    void cleanupTestCase() { m_server.reset(); }
    void init()
    {
        m_server->reset();
        m_f = std::make_unique<GuiFixture>();
        m_greeting = m_f->waiting();
        std::ignore = m_f->say(m_greeting.session, QStringLiteral("la compu hace ruido"));
        QVERIFY(m_f->takeOver(m_greeting.answer.conversation, m_f->me));
        m_f->view(0);
        QVERIFY(m_f->openRow(m_greeting.answer.conversation));
        QVERIFY(m_f->until([this] { return m_f->shows("closeButton"); }));
    }
    void cleanup() { m_f.reset(); }

    void aReplyIsShownAndOnlyInsertedWhenWanted()
    {
        useAi(saying("Probá limpiar el ventilador."));
        const auto before = said();
        ask(HelpTask::Reply);
        QVERIFY(ended());
        QCOMPARE(result(), QStringLiteral("Probá limpiar el ventilador."));
        QVERIFY(m_f->find<QPlainTextEdit>("helpOriginal")->toPlainText().contains("ruido"));
        QVERIFY(composed().isEmpty());
        m_f->click("helpInsert");
        QCOMPARE(composed(), result());
        QCOMPARE(said(), before); // nothing went to the customer
    }
    void replaceKeepsTheDraftForUndo()
    {
        useAi(saying("Corto."));
        m_f->type("messageEdit", QStringLiteral("Un texto que es largo"));
        ask(HelpTask::Shorter);
        QVERIFY(ended());
        QCOMPARE(composed(), QStringLiteral("Un texto que es largo"));
        m_f->click("helpReplace");
        QCOMPARE(composed(), QStringLiteral("Corto."));
        m_f->find<QPlainTextEdit>("messageEdit")->undo();
        QCOMPARE(composed(), QStringLiteral("Un texto que es largo"));
    }
    void theComposerGoesOnWhileAiHangs()
    {
        useAi("stall,after=2");
        ask(HelpTask::Reply);
        QVERIFY(m_f->until([this] { return !result().isEmpty(); })); // as it comes
        m_f->type("messageEdit", QStringLiteral("Ya te ayudo"));
        QCOMPARE(composed(), QStringLiteral("Ya te ayudo"));
        m_f->click("helpStop");
        QVERIFY(ended());
        QCOMPARE(m_f->text("helpState"), QStringLiteral("Stopped."));
        QVERIFY(!m_f->shows("helpInsert"));
        QVERIFY(m_server->waitFor(
            [](const QJsonObject& stats) { return stats.value(u"inFlight").toInt() == 0; }));
    }
    void withoutAiTheButtonSaysWhatToDo()
    {
        ask(HelpTask::Reply);
        QVERIFY(m_f->until([this] { return m_f->text("helpState").contains("Settings → AI"); }));
        QVERIFY(m_f->find<QPushButton>("helpButton")->isEnabled());
    }
    void eachFailureIsASentence_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("words");
        QTest::newRow("401") << "status,code=401,message=ROT"
                             << "does not take the key";
        QTest::newRow("429") << "status,code=429,h.retry-after=3600,message=ROT"
                             << "after";
        QTest::newRow("html") << "html"
                              << "cannot be used";
        QTest::newRow("truncate") << "truncate,after=3"
                                  << "only a part";
    }
    void eachFailureIsASentence()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, words);
        useAi(fault.toStdString());
        ask(HelpTask::Reply);
        QVERIFY(ended());
        QVERIFY2(m_f->text("helpState").contains(words), qPrintable(m_f->text("helpState")));
        QVERIFY(!m_f->text("helpState").contains("ROT"));
    }
    void anAnswerIsNeverMarkup()
    {
        useAi(saying("<a href=\"http://malo.example\">ok</a><img src=x>"));
        ask(HelpTask::Reply);
        QVERIFY(ended());
        QVERIFY(result().startsWith("<a href"));
        QVERIFY(m_f->shows("helpWarning"));
        QVERIFY(m_f->text("helpWarning").contains("malo.example"));
        m_f->click("helpInsert");
        QVERIFY(composed().startsWith("<a href"));
    }
    void aPrivateNoteDoesNotGoToAi()
    {
        useAi("normal");
        view().composer().write(true);
        m_f->type("messageEdit", QStringLiteral("es el primo de Beto"));
        ask(HelpTask::Clearer);
        QVERIFY(m_f->text("helpState").contains("private note"));
        QCOMPARE(m_server->stats().value(u"requests").toInt(), 0);
    }
    void aSummaryLinksToItsMessages()
    {
        const auto events = m_f->events(m_greeting.answer.conversation);
        const auto told = std::ranges::find_if(
            events, [](const auto& e) { return e.text.contains(QStringLiteral("ruido")); });
        QVERIFY(told != events.end());
        const QByteArray seq = QByteArray::number(told->seq.value);
        const QByteArray line = "{\"text\":\"Hace ruido\",\"messages\":[" + seq + "]}";
        const QByteArray bare = "{\"text\":\"Parece tranquila\",\"messages\":[99999]}";
        useAi(saying("{\"intent\":" + line + ",\"facts\":[" + line + "],\"open_questions\":[]," +
                     "\"next_step\":" + bare + ",\"mood\":" + bare + "}"));
        ask(HelpTask::Summary);
        QVERIFY(ended());
        auto* list = m_f->find<QListWidget>("helpSummary");
        QCOMPARE(list->count(), 4);
        QVERIFY(list->item(0)->text().contains("message " + QString::fromLatin1(seq)));
        QVERIFY(list->item(3)->text().contains("from no message"));
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(m_f->until([this] { return m_f->rowsWith(QStringLiteral("ruido")) > 0; }));
        m_f->click("helpInsert");
        QVERIFY(view().composer().isNote()); // a summary is for agents
        QVERIFY(composed().contains("Hace ruido"));
    }
    void whatWillBeSentIsShownBeforeItIs()
    {
        useAi("normal");
        ask(HelpTask::Reply);
        QVERIFY(ended());
        m_f->click("helpShowSent");
        QVERIFY(m_f->shows("helpSent"));
        ask(HelpTask::Reply); // from now on it is shown first
        QVERIFY(m_f->until([this] { return m_f->shows("helpSend"); }));
        const auto sent = m_f->find<QPlainTextEdit>("helpSent")->toPlainText();
        QVERIFY(sent.contains("ruido") && sent.startsWith(u'{'));
        QCOMPARE(m_server->stats().value(u"requests").toInt(), 1);
        m_f->click("helpSend");
        QVERIFY(ended());
        QCOMPARE(m_server->stats().value(u"requests").toInt(), 2);
    }
    void thumbsAreKeptWithTheirComment()
    {
        useAi("normal");
        ask(HelpTask::Reply);
        QVERIFY(ended());
        m_f->click("helpBad");
        QVERIFY(m_f->until([this] { return m_f->text("helpState").contains("kept"); }));
        m_f->type("helpComment", QStringLiteral("repite lo que dije"));
        QTest::keyClick(m_f->find("helpComment"), Qt::Key_Return);
        std::vector<desk::HelpRated> rated;
        QVERIFY(m_f->until([&] {
            rated = m_f->ask<std::vector<desk::HelpRated>>([&](base::Caller& c, auto done) {
                           m_f->desk->helpRatings(c, std::move(done));
                       })
                        .value_or(std::vector<desk::HelpRated>());
            return rated.size() == 1 && !rated[0].comment.isEmpty();
        }));
        QVERIFY(!rated[0].isGood);
        QCOMPARE(rated[0].comment, QStringLiteral("repite lo que dije"));
        QCOMPARE(rated[0].prompt, QStringLiteral("help_reply/1"));
        // … and shown where the lead sets AI up.
        m_f->click("settingsButton");
        m_f->find<QListWidget>("settingsPages")->setCurrentRow(4);
        QVERIFY(m_f->until([this] { return m_f->text("ratingsCount").contains("0 of 1"); }));
        const auto* row = m_f->find<QTreeWidget>("ratingsTree")->topLevelItem(0);
        QVERIFY(row->text(0).contains(QStringLiteral("👎")));
        QCOMPARE(row->text(1), panels::helpTaskTitle(HelpTask::Reply));
        QCOMPARE(row->text(5), QStringLiteral("repite lo que dije"));
    }
    void itWorksFromTheKeyboardAlone()
    {
        useAi(saying("Hola."));
        QVERIFY(action("helpReply")->isEnabled());
        action("helpReply")->trigger();
        QVERIFY(ended());
        action("helpInsert")->trigger();
        QCOMPARE(composed(), QStringLiteral("Hola."));
        m_f->find("helpResult")->setFocus();
        QTest::keyClick(m_f->find("helpResult"), Qt::Key_Escape);
        QVERIFY(!m_f->shows("helpTitle"));
        auto* menu = m_f->find<QMenu>("helpMenu");
        Q_EMIT menu->aboutToShow();
        int entries = 0;
        for (const QAction* each : menu->actions())
            entries += each->isSeparator() ? 0 : 1;
        QCOMPARE(entries, 8);
    }
    void anotherConversationForgetsIt()
    {
        useAi("stall,after=2");
        ask(HelpTask::Reply);
        QVERIFY(m_f->until([this] { return !result().isEmpty(); }));
        view().open({});
        QVERIFY(!m_f->shows("helpTitle"));
        QVERIFY(m_server->waitFor(
            [](const QJsonObject& stats) { return stats.value(u"inFlight").toInt() == 0; }));
    }

private:
    std::unique_ptr<support::AiServer> m_server;
    std::unique_ptr<GuiFixture> m_f;
    desk::Greeting m_greeting;
    int m_servers = 0;
};

RELEVO_TEST(HelpPanelTest)
#include "help_test.moc"
