// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui_fixture.h"
#include "panels/chats/chats_panel.h"
#include "panels/chats/composer.h"
#include "panels/chats/conversation_view.h"
#include "panels/look/theme.h"
#include "support/runner.h"

#include <QListView>
#include <QPlainTextEdit>
#include <QRadioButton>

namespace {

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

/// A conversation of mine, open in the window.
desk::Greeting mine(GuiFixture& f)
{
    const auto g = f.waiting();
    if (!f.takeOver(g.answer.conversation, f.me))
        qFatal("it cannot be taken over");
    f.view(0);
    if (!f.openRow(g.answer.conversation) || !f.until([&] { return f.shows("closeButton"); }))
        qFatal("my conversation does not open");
    return g;
}

bool customerGot(GuiFixture& f, const desk::Greeting& g, const QString& text)
{
    for (const auto& event : f.customerEvents(g.session)) {
        if (event.text == text)
            return true;
    }
    return false;
}

std::vector<desk::Draft> draftsOf(GuiFixture& f)
{
    return f
        .ask<std::vector<desk::Draft>>(
            [&](base::Caller& c, auto done) { f.desk->drafts(c, f.me, std::move(done)); })
        .value_or(std::vector<desk::Draft>{});
}

panels::Composer& composerOf(GuiFixture& f)
{
    return f.window->chats().conversation().composer();
}

} // namespace

class ComposerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void enterSendsAndShiftEnterStartsALine()
    {
        GuiFixture f;
        const auto g = mine(f);
        f.type("messageEdit", q("Hola"));
        QTest::keyClick(f.find("messageEdit"), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(f.find("messageEdit"), q("Soy Ana"));
        QCOMPARE(f.text("messageEdit"), q("Hola\nSoy Ana"));
        QTest::keyClick(f.find("messageEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return customerGot(f, g, q("Hola\nSoy Ana")); }));
        QVERIFY(f.until([&] { return f.rowsWith(q("Soy Ana")) == 1; }));
        QVERIFY(f.text("messageEdit").isEmpty());
    }

    void theButtonNamesTheModeAndNotesLookUnlikeReplies()
    {
        GuiFixture f;
        const auto g = mine(f);
        QCOMPARE(f.text("sendButton"), q("Send reply"));
        const auto ground = [&] { return f.find("messageEdit")->palette().color(QPalette::Base); };
        const QColor reply = ground();
        QTest::mouseClick(f.find("noteMode"), Qt::LeftButton);
        QCOMPARE(f.text("sendButton"), q("Save private note"));
        QCOMPARE(ground(), panels::colours().noteBubble);
        QVERIFY(ground() != reply);
        f.send(q("no la ve"));
        QVERIFY(f.until([&] { return f.rowsWith(q("Private note by")) == 1; }));
        QVERIFY(!customerGot(f, g, q("no la ve")));
        QTest::mouseClick(f.find("replyMode"), Qt::LeftButton);
        QCOMPARE(ground(), reply);
    }

    void fiveSecondsToTakeItBack()
    {
        GuiFixture f;
        const auto g = mine(f);
        composerOf(f).setUndoTime(5000);
        f.send(q("me apuré"));
        QVERIFY(f.shows("undoButton"));
        QVERIFY(f.text("messageEdit").isEmpty());
        QCOMPARE(f.rowsWith(q("me apuré")), 1); // as being sent
        f.settle();
        QVERIFY(!customerGot(f, g, q("me apuré")));
        f.click("undoButton");
        QCOMPARE(f.text("messageEdit"), q("me apuré"));
        QCOMPARE(f.rowsWith(q("me apuré")), 0);
        QVERIFY(!f.shows("undoButton"));
        f.settle();
        QVERIFY(!customerGot(f, g, q("me apuré")));
    }

    void afterTheTimeItIsSent()
    {
        GuiFixture f;
        const auto g = mine(f);
        composerOf(f).setUndoTime(200);
        f.send(q("ahí va"));
        QVERIFY(!customerGot(f, g, q("ahí va")));
        QVERIFY(f.until([&] { return customerGot(f, g, q("ahí va")); }));
        QVERIFY(f.until([&] { return !f.shows("undoButton"); }));
    }

    void anotherConversationSendsWhatIsHeld()
    {
        GuiFixture f;
        const auto g = mine(f);
        const auto other = f.greet();
        composerOf(f).setUndoTime(60'000);
        f.send(q("sale igual"));
        f.view(4);
        QVERIFY(f.openRow(other.answer.conversation));
        QVERIFY(f.until([&] { return customerGot(f, g, q("sale igual")); }));
        f.settle();
        QVERIFY(f.until([&] { return draftsOf(f).empty(); }));
    }

    void draftsAreSavedOnEveryPauseAndSurviveARestart()
    {
        GuiFixture f;
        const auto g = mine(f);
        f.type("messageEdit", q("estaba escribiendo"));
        QVERIFY(f.until([&] { return draftsOf(f).size() == 1; }));
        QCOMPARE(draftsOf(f).front().text, q("estaba escribiendo"));
        f.restartAll();
        QVERIFY(f.until([&] { return f.text("messageEdit") == q("estaba escribiendo"); }));
        QCOMPARE(f.window->chats().conversation().conversation(), g.answer.conversation);
        f.type("messageEdit", QString());
        QVERIFY(f.until([&] { return draftsOf(f).empty(); }));
    }

    void eachConversationHasItsOwnDraft()
    {
        GuiFixture f;
        const auto g = mine(f);
        const auto other = mine(f);
        f.type("messageEdit", q("para la segunda"));
        QVERIFY(f.openRow(g.answer.conversation));
        QVERIFY(f.until([&] { return f.text("messageEdit").isEmpty(); }));
        QTest::mouseClick(f.find("noteMode"), Qt::LeftButton);
        f.type("messageEdit", q("nota de la primera"));
        QVERIFY(f.openRow(other.answer.conversation));
        QVERIFY(f.until([&] { return f.text("messageEdit") == q("para la segunda"); }));
        QVERIFY(f.until([&] { return f.find<QRadioButton>("replyMode")->isChecked(); }));
        QVERIFY(f.openRow(g.answer.conversation));
        QVERIFY(f.until([&] { return f.text("messageEdit") == q("nota de la primera"); }));
        QVERIFY(f.find<QRadioButton>("noteMode")->isChecked());
    }

    void whatIsHeldAndWhatIsWrittenBehindItAreBothKept()
    {
        GuiFixture f;
        const auto g = mine(f);
        composerOf(f).setUndoTime(60'000);
        f.send(q("primero"));
        f.type("messageEdit", q("segundo"));
        QVERIFY(f.until([&] {
            return draftsOf(f).size() == 1 && draftsOf(f).front().text == q("primero\nsegundo");
        }));
        composerOf(f).flush();
        QVERIFY(f.until([&] { return customerGot(f, g, q("primero")); }));
        QVERIFY(f.until(
            [&] { return draftsOf(f).size() == 1 && draftsOf(f).front().text == q("segundo"); }));
        QCOMPARE(f.text("messageEdit"), q("segundo"));
    }

    void aDraftSurvivesAChangeOfOwner()
    {
        GuiFixture f;
        const auto beto = f.person(q("Beto"));
        const auto g = mine(f);
        f.type("messageEdit", q("a medio escribir"));
        QVERIFY(f.ask<desk::ConversationHead>([&](base::Caller& c, auto done) {
            f.desk->transfer(c, g.answer.conversation, f.me, beto.id, {}, {}, std::move(done));
        }));
        QVERIFY(f.until([&] { return !f.find("replyMode")->isEnabled(); }));
        QCOMPARE(f.text("messageEdit"), q("a medio escribir"));
        QVERIFY(f.until([&] { return draftsOf(f).size() == 1; }));
    }

    void aMessageThatFailedIsTriedAgainByEnter()
    {
        GuiFixture f;
        const auto beto = f.person(q("Beto"));
        const auto g = mine(f);
        const auto give = [&](base::PersonId from, base::PersonId to) {
            return f
                .ask<desk::ConversationHead>([&](base::Caller& c, auto done) {
                    f.desk->transfer(c, g.answer.conversation, from, to, {}, {}, std::move(done));
                })
                .has_value();
        };
        f.type("messageEdit", q("otra vez"));
        QVERIFY(give(f.me, beto.id));
        QTest::keyClick(f.find("messageEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return f.text("noticeLabel").contains(q("Beto")); }));
        QVERIFY(give(beto.id, f.me));
        QVERIFY(f.until([&] { return f.shows("closeButton"); }));
        auto* messages = f.find<QListView>("messagesView");
        messages->setFocus();
        messages->setCurrentIndex(messages->model()->index(messages->model()->rowCount() - 1, 0));
        QVERIFY(messages->currentIndex().data().toString() == q("otra vez"));
        QTest::keyClick(messages, Qt::Key_Return);
        QVERIFY(f.until([&] { return customerGot(f, g, q("otra vez")); }));
        QVERIFY(f.until([&] { return f.rowsWith(q("otra vez")) == 1; })); // once
    }

    void tooLongIsCountedAndNotSent()
    {
        GuiFixture f;
        std::ignore = mine(f);
        auto* edit = f.find<QPlainTextEdit>("messageEdit");
        edit->setPlainText(q("a").repeated(3500));
        QVERIFY(f.text("counterLabel").contains(q("3500")));
        QVERIFY(f.find("sendButton")->isEnabled());
        edit->setPlainText(q("a").repeated(4001));
        QVERIFY(f.text("counterLabel").contains(q("4001")));
        QVERIFY(!f.find("sendButton")->isEnabled());
        edit->setPlainText(q("   \n "));
        QVERIFY(!f.find("sendButton")->isEnabled());
    }

    void deliveryIsShownOnTheMessage()
    {
        GuiFixture f;
        const auto g = mine(f);
        f.send(q("¿llegó?"));
        const auto state = [&] {
            const auto* model = f.find<QListView>("messagesView")->model();
            return model->index(model->rowCount() - 1, 0)
                .data(Qt::AccessibleDescriptionRole)
                .toString();
        };
        QVERIFY(f.until([&] { return state() == q("✓ sent"); }));
        QVERIFY(f.until([&] { return customerGot(f, g, q("¿llegó?")); }));
        QVERIFY(f.until([&] { return state() == q("✓✓ delivered"); }));
        f.desk->customerHasSeen(g.session, f.customerEvents(g.session).back().seq);
        QVERIFY(f.until([&] { return state() == q("✓✓ seen"); }));
    }
};

RELEVO_TEST(ComposerTest)
#include "composer_test.moc"
