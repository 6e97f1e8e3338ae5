// SPDX-License-Identifier: GPL-3.0-or-later
// Without a mouse, with a screen reader, with big letters.
#include "controls.h"
#include "crowd.h"
#include "gui_fixture.h"
#include "support/runner.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QListWidget>
#include <QSet>

class AccessTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyControlHasAName()
    {
        for (const auto start : {GuiFixture::Start::First, GuiFixture::Start::Named}) {
            GuiFixture f(start);
            const QStringList found = unnamed(f.window.get());
            QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
            QVERIFY(f.window->findChildren<QWidget*>().size() > 100);
        }
    }

    void everyControlOfTheDialogsHasAName()
    {
        GuiFixture f;
        for (const auto& [action, name] :
             {std::pair{"palette", "commandPalette"}, std::pair{"shortcuts", "shortcutList"}}) {
            f.window->findChild<QAction*>(QLatin1String(action))->trigger();
            auto* dialog = f.window->findChild<QDialog*>(QLatin1String(name));
            QVERIFY(dialog);
            const QStringList found = unnamed(dialog);
            QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
            dialog->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void rowsSayWhatTheyShow()
    {
        GuiFixture f;
        const auto g = f.waiting();
        std::ignore = f.say(g.session, QStringLiteral("hola"));
        f.view(1);
        QVERIFY(f.openRow(g.answer.conversation));
        const QStringList row = f.spoken("conversationsView");
        QVERIFY(row.first().contains(QStringLiteral("Ana")));
        QVERIFY(row.first().contains(QStringLiteral("hola")));
        QVERIFY(row.first().contains(QStringLiteral("waits")));
        QVERIFY(f.rowsWith(QStringLiteral("Customer, ")) > 0);
        QVERIFY(f.rowsWith(QStringLiteral("Bot, ")) > 0);
        for (const QString& said : f.spoken("messagesView"))
            QVERIFY(!said.isEmpty());
    }

    // From the list to a sent answer and a closed conversation.
    void aConversationIsAnsweredWithoutAMouse()
    {
        GuiFixture f;
        const auto g = f.waiting();
        auto* window = f.window.get();
        const auto key = [&](int k, Qt::KeyboardModifiers modifiers = {}) {
            QWidget* focus = QApplication::focusWidget();
            QTest::keyClick(focus ? focus : window, static_cast<Qt::Key>(k), modifiers);
        };
        key(Qt::Key_J, Qt::ControlModifier); // who rings
        QVERIFY(f.until([&] { return f.text("nameLabel") == QStringLiteral("Ana"); }));
        QVERIFY(f.until([&] { return f.shows("takeOverButton"); }));
        key(Qt::Key_T, Qt::ControlModifier);
        QVERIFY(f.until([&] { return f.find("messageEdit")->hasFocus(); }));
        for (const char c : {'h', 'o', 'l', 'a'})
            key(c - 'a' + Qt::Key_A);
        key(Qt::Key_Return);
        QVERIFY(f.until([&] { return f.rowsWith(QStringLiteral("hola")) == 1; }));
        key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier); // a note
        QCOMPARE(f.text("sendButton"), QStringLiteral("Save private note"));
        key(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.until([&] { return f.head(g.answer.conversation).mode != engine::Mode::Human; }));
    }

    void tabReachesEveryControlOfThePage()
    {
        GuiFixture f;
        const auto g = f.waiting();
        QVERIFY(f.takeOver(g.answer.conversation, f.me));
        f.view(0);
        QVERIFY(f.openRow(g.answer.conversation));
        QVERIFY(f.until([&] { return f.shows("closeButton"); }));
        f.type("messageEdit", QStringLiteral("x")); // enables the send button
        QSet<QWidget*> reached;
        QWidget* focus = QApplication::focusWidget();
        for (int i = 0; i < 200 && focus && !reached.contains(focus); ++i) {
            reached.insert(focus);
            QTest::keyClick(focus, Qt::Key_Tab);
            focus = QApplication::focusWidget();
        }
        QStringList missed;
        for (const char* name :
             {"chatsButton", "dutyBox", "searchEdit", "viewsList", "conversationsView",
              "transferButton", "giveBackButton", "closeButton", "moreButton", "cardButton",
              "messagesView", "messageEdit", "sendButton"}) {
            if (!reached.contains(f.find(name)))
                missed += QLatin1String(name);
        }
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u' ')));
    }

    void textsHaveRoomAtDoubleSize_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("es") << "es";
        QTest::newRow("en") << "en";
    }

    void textsHaveRoomAtDoubleSize()
    {
        QFETCH(QString, language);
        const QFont ordinary = QApplication::font();
        const auto back = qScopeGuard([&] { QApplication::setFont(ordinary); });
        QFont big = ordinary;
        big.setPointSizeF(ordinary.pointSizeF() * 2);
        QApplication::setFont(big);
        GuiFixture f(GuiFixture::Start::Named, language);
        loadDemo(f);
        f.window->resize(1600, 1000);
        f.view(1);
        QVERIFY(f.until([&] { return f.spoken("conversationsView").size() == 2; }));
        f.find("conversationsView")->setFocus();
        QTest::keyClick(f.find("conversationsView"), Qt::Key_Down);
        QVERIFY(f.until([&] { return f.shows("cardFrame"); }));
        f.click("takeOverButton");
        QVERIFY(f.until([&] { return f.shows("closeButton"); }));
        QStringList found;
        const auto fits = [&] {
            found = clipped(f.window.get());
            return found.isEmpty();
        };
        QVERIFY2(f.until(fits, 2000), qPrintable(found.join(u'\n')));
        f.click("settingsButton");
        auto* pages = f.find<QListWidget>("settingsPages");
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentRow(page);
            QVERIFY2(f.until(fits, 2000), qPrintable(found.join(u'\n')));
        }
    }

    void theWelcomePageHasRoomAtDoubleSize()
    {
        const QFont ordinary = QApplication::font();
        const auto back = qScopeGuard([&] { QApplication::setFont(ordinary); });
        QFont big = ordinary;
        big.setPointSizeF(ordinary.pointSizeF() * 2);
        QApplication::setFont(big);
        GuiFixture f(GuiFixture::Start::First, QStringLiteral("es"));
        f.window->resize(1600, 1000);
        QStringList found;
        const auto fits = [&] {
            found = clipped(f.window.get());
            return found.isEmpty();
        };
        QVERIFY2(f.until(fits, 2000), qPrintable(found.join(u'\n')));
    }
};

RELEVO_TEST(AccessTest)
#include "access_test.moc"
