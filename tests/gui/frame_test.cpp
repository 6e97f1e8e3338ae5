// SPDX-License-Identifier: GPL-3.0-or-later
#include "crowd.h"
#include "gui_fixture.h"
#include "panels/frame/actions.h"
#include "panels/frame/sleep_watch.h"
#include "panels/look/theme.h"
#include "support/runner.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

using namespace std::chrono_literals;

namespace {

QAction* actionNamed(GuiFixture& f, const char* name)
{
    auto* action = f.window->findChild<QAction*>(QLatin1String(name));
    if (!action)
        qFatal("no action %s", name);
    return action;
}

} // namespace

class FrameTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstStartAsksTheNameAndOffersTheFirstSteps()
    {
        GuiFixture f(GuiFixture::Start::First);
        QVERIFY(f.shows("WelcomePage"));
        for (const char* step : {"goButton", "demoButton", "tryChatButton", "snippetButton"})
            QVERIFY(!f.find(step)->isEnabled());
        QVERIFY(!f.find("rail")->isEnabled());
        QVERIFY(!actionNamed(f, "search")->isEnabled());
        QVERIFY(f.until([&] { return f.find("nameEdit")->hasFocus(); }));

        QTest::keyClick(f.find("nameEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return f.shows("errorLabel"); })); // a name is needed
        QVERIFY(!f.find("goButton")->isEnabled());

        f.type("nameEdit", QStringLiteral("Lucía"));
        QVERIFY(!f.shows("errorLabel")); // no longer true
        QTest::keyClick(f.find("nameEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return f.find("goButton")->isEnabled(); }));
        f.click("snippetButton");
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("widget.js")));
        f.click("demoButton");
        QVERIFY(f.until([&] { return f.text("demoButton").contains(u'7'); }));
        QTest::keyClick(f.find("goButton"), Qt::Key_Return);
        QVERIFY(f.until([&] { return f.shows("ChatsPanel"); }));
        QVERIFY(f.find("rail")->isEnabled());
        QVERIFY(f.until([&] { return !f.spoken("conversationsView").isEmpty(); }));

        f.restartAll(); // it is asked once
        QVERIFY(f.until([&] { return f.shows("ChatsPanel"); }));
        QVERIFY(!f.window->findChild<QWidget*>(QStringLiteral("WelcomePage")));
    }

    void theHeaderShowsTheHeartbeatsAge()
    {
        GuiFixture f;
        std::atomic<int> age{0};
        f.hooks.gatewayAge = [&age] { return base::milliseconds(age.load() * 1000); };
        f.window.reset();
        f.open();
        QVERIFY(f.until([&] { return f.text("gatewayLabel").startsWith(u'✓'); }));
        QVERIFY(f.text("gatewayLabel").contains(QStringLiteral("0 s ago")));
        const auto colour = [&] {
            return f.find<QLabel>("gatewayLabel")->palette().color(QPalette::WindowText);
        };
        age = 11;
        QVERIFY(f.until([&] { return f.text("gatewayLabel").startsWith(u'⚠'); }));
        QCOMPARE(colour(), panels::colours().warning);
        QVERIFY(f.text("gatewayLabel").contains(QStringLiteral("11 s")));
        age = 16;
        QVERIFY(f.until([&] { return f.text("gatewayLabel").startsWith(u'✗'); }));
        QCOMPARE(colour(), panels::colours().bad);
        age = 0;
        QVERIFY(f.until([&] { return f.text("gatewayLabel").startsWith(u'✓'); }));
        QCOMPARE(colour(), panels::colours().good);
    }

    void theHeaderSaysWhyNobodyCanReachTheChat()
    {
        GuiFixture f;
        f.hooks.gatewayError = [] { return QStringLiteral("port 8787 is taken"); };
        f.window.reset();
        f.open();
        QVERIFY(f.text("gatewayLabel").contains(QStringLiteral("port 8787 is taken")));
    }

    void theHeaderCountsWaitingCustomersAndLeadsToThem()
    {
        GuiFixture f;
        QVERIFY(!f.shows("waitingButton"));
        const auto g = f.waiting();
        QVERIFY(f.until([&] { return f.shows("waitingButton"); }));
        f.click("settingsButton");
        f.click("waitingButton");
        QVERIFY(f.shows("ChatsPanel"));
        QVERIFY(f.until([&] { return f.text("nameLabel") == QStringLiteral("Ana"); }));
        QVERIFY(f.takeOver(g.answer.conversation, f.me));
        QVERIFY(f.until([&] { return !f.shows("waitingButton"); }));
    }

    void offDutyHandsConversationsBack()
    {
        GuiFixture f;
        const auto g = f.waiting();
        QVERIFY(f.takeOver(g.answer.conversation, f.me));
        auto* box = f.find<QComboBox>("dutyBox");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QTest::keyClick(box, Qt::Key_Down); // on duty, on a break, off duty
        QCOMPARE(box->currentIndex(), 2);
        QVERIFY(
            f.until([&] { return f.head(g.answer.conversation).mode == engine::Mode::Waiting; }));
        QVERIFY(!f.head(g.answer.conversation).owner.isValid());
    }

    void sleepHandsConversationsBackAndWakingTakesTheSeatAgain()
    {
        GuiFixture f;
        const auto g = f.waiting();
        QVERIFY(f.takeOver(g.answer.conversation, f.me));
        auto* sleep = f.window->findChild<panels::SleepWatch*>();
        QVERIFY(sleep);
        Q_EMIT sleep->goingToSleep();
        QVERIFY(
            f.until([&] { return f.head(g.answer.conversation).mode == engine::Mode::Waiting; }));
        Q_EMIT sleep->awake();
        QVERIFY(f.until([&] {
            const auto people = f.ask<std::vector<desk::Person>>(
                [&](base::Caller& c, auto done) { f.desk->people(c, std::move(done)); });
            return people->front().duty == desk::Duty::OnDuty;
        }));
    }

    void closingKeepsServingAndSaysSoOnce()
    {
        GuiFixture f;
        f.window->close();
        QVERIFY(f.until([&] { return f.window->findChild<QMessageBox*>() != nullptr; }));
        auto* box = f.window->findChild<QMessageBox*>(QStringLiteral("closingDialog"));
        QVERIFY(box && box->isVisible());
        QVERIFY(box->text().contains(QStringLiteral("Quit")));
        box->accept();
        QVERIFY(f.until([&] { return f.window->isMinimized() || !f.window->isVisible(); }));
        QCOMPARE(f.quits, 0);
        QVERIFY(f.greet().session.isValid()); // customers are served

        f.window->raiseWindow();
        QVERIFY(f.until([&] { return f.window->isVisible() && !f.window->isMinimized(); }));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        f.window->close();
        QVERIFY(f.until([&] { return f.window->isMinimized() || !f.window->isVisible(); }));
        QVERIFY(!f.window->findChild<QMessageBox*>());
        QCOMPARE(f.quits, 0);
    }

    void quitEndsAtOnceWhenNobodyIsConnected()
    {
        GuiFixture f;
        QTest::keyClick(f.window.get(), Qt::Key_Q, Qt::ControlModifier);
        QVERIFY(f.until([&] { return f.quits == 1; }));
    }

    void quitNamesTheConnectedCustomers()
    {
        GuiFixture f;
        const auto g = f.waiting();
        base::Caller stream(f.home.home());
        f.desk->hearCustomer(stream, g.session, [](const desk::CustomerNews&) {});
        f.settle();
        f.window->quit();
        QMessageBox* box = nullptr;
        QVERIFY(f.until([&] {
            box = f.window->findChild<QMessageBox*>(QStringLiteral("quitDialog"));
            return box && box->isVisible();
        }));
        QVERIFY(box->text().contains(QStringLiteral("Ana")));
        QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(f.quits, 0);

        f.window->quit();
        QVERIFY(f.until([&] {
            box = f.window->findChild<QMessageBox*>(QStringLiteral("quitDialog"));
            return box && box->isVisible();
        }));
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(f.quits, 1);
    }

    void layoutIsRemembered()
    {
        GuiFixture f;
        const auto g = f.waiting();
        f.window->resize(1000, 620);
        f.view(6);
        QVERIFY(f.openRow(g.answer.conversation));
        f.click("cardButton");
        f.click("settingsButton");
        f.restartAll();
        QVERIFY(f.until([&] { return f.shows("SettingsPanel"); }));
        QCOMPARE(f.window->size(), QSize(1000, 620));
        f.click("chatsButton");
        QCOMPARE(f.find<QListWidget>("viewsList")->currentRow(), 6);
        QVERIFY(f.until([&] { return f.text("nameLabel") == QStringLiteral("Ana"); }));
        QVERIFY(!f.find<QAbstractButton>("cardButton")->isChecked());
    }

    void lightAndDarkAreChosenAndKept()
    {
        GuiFixture f;
        const auto ground = [&] { return f.window->palette().color(QPalette::Window).lightness(); };
        QVERIFY(ground() > 200);
        actionNamed(f, "dark")->trigger();
        QVERIFY(f.until([&] { return ground() < 60; }));
        f.restartAll();
        QVERIFY(f.until([&] { return ground() < 60; }));
        actionNamed(f, "systemTheme")->trigger();
        panels::setSystemDark(false);
        actionNamed(f, "systemTheme")->trigger();
        QVERIFY(f.until([&] { return ground() > 200; }));
        QCOMPARE(f.window->settings().value(QStringLiteral("theme")).toString(),
                 QStringLiteral("system"));
    }

    void textsStandOutFromTheirGround()
    {
        // WCAG 2.1, 1.4.3: contrast = (L1 + 0.05) / (L2 + 0.05), at least 4.5.
        const auto luminance = [](const QColor& c) {
            const auto part = [](double v) {
                return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF());
        };
        const auto contrast = [&](const QColor& a, const QColor& b) {
            const double x = luminance(a), y = luminance(b);
            return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
        };
        for (const auto theme : {panels::Theme::Light, panels::Theme::Dark}) {
            panels::applyTheme(theme);
            const auto& c = panels::colours();
            const QPalette p = QApplication::palette();
            const QColor base = p.color(QPalette::Base), window = p.color(QPalette::Window);
            for (const auto& [text, on] : std::vector<std::pair<QColor, QColor>>{
                     {c.customerText, c.customerBubble},
                     {c.agentText, c.agentBubble},
                     {c.botText, c.botBubble},
                     {c.noteText, c.noteBubble},
                     {c.quiet, base},
                     {c.quiet, c.selected},
                     {c.accent, base},
                     {c.accent, c.selected},
                     {c.good, window},
                     {c.warning, window},
                     {c.bad, window},
                     {c.warning, base},
                     {c.bad, base},
                     {c.warning, c.selected},
                     {p.color(QPalette::Text), c.selected},
                     {p.color(QPalette::HighlightedText), p.color(QPalette::Highlight)},
                     {p.color(QPalette::PlaceholderText), base},
                     {p.color(QPalette::ButtonText), p.color(QPalette::Button)}})
                QVERIFY2(contrast(text, on) >= 4.5, qPrintable(QStringLiteral("%1 on %2: %3")
                                                                   .arg(text.name(), on.name())
                                                                   .arg(contrast(text, on))));
            QVERIFY(contrast(c.field, base) >= 3.0);
        }
        panels::applyTheme(panels::Theme::Light);
    }
};

RELEVO_TEST(FrameTest)
#include "frame_test.moc"
