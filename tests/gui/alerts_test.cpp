// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui_fixture.h"
#include "panels/frame/alerts.h"
#include "support/runner.h"

#include <QAction>
#include <QComboBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTime>

namespace {

QString quiet(const QTime& time)
{
    return time.toString(QStringLiteral("HH:mm"));
}

panels::Alerts* alertsOf(GuiFixture& f)
{
    return f.window->findChild<panels::Alerts*>();
}

} // namespace

class AlertsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itRingsUntilSomebodyClaims()
    {
        GuiFixture f;
        auto* alerts = alertsOf(f);
        alerts->setRepeat(150);
        QSignalSpy rang(alerts, &panels::Alerts::rang);
        const auto g = f.waiting();
        QVERIFY(f.until([&] { return rang.size() >= 3; })); // again and again
        QVERIFY(f.text("waitingButton").contains(QStringLiteral("Ana")));
        QCOMPARE(rang.first().first().toLongLong(), g.answer.conversation.value);
        const auto beto = f.person(QStringLiteral("Beto"));
        QVERIFY(f.takeOver(g.answer.conversation, beto.id)); // by anybody
        QVERIFY(f.until([&] { return alerts->ringing() == 0; }));
        rang.clear();
        QTest::qWait(400);
        QCOMPARE(rang.size(), 0);
    }

    // It shows on a locked screen too, and over somebody's shoulder.
    void aNotificationHoldsNoName()
    {
        GuiFixture f;
        QStringList notices;
        alertsOf(f)->setNotice([&](const QString& text) { notices += text; });
        const auto g = f.waiting(); // called Ana
        QVERIFY(f.until([&] { return !notices.isEmpty(); }));
        QVERIFY(f.text("waitingButton").contains(QStringLiteral("Ana")));
        QCOMPARE(notices.first(), base::conversationCode(g.answer.conversation) +
                                      QStringLiteral(" waits for a person"));
        QVERIFY(f.takeOver(g.answer.conversation, f.me));
        notices.clear();
        QVERIFY(f.say(g.session, QStringLiteral("soy Ana, 11 5555-4444")));
        QVERIFY(f.until([&] { return !notices.isEmpty(); }));
        QCOMPARE(notices.first(),
                 base::conversationCode(g.answer.conversation) + QStringLiteral(" wrote to you"));
    }

    void itStopsWhenTheCustomerLeaves()
    {
        GuiFixture f;
        auto* alerts = alertsOf(f);
        const auto g = f.greet();
        {
            base::Caller stream(f.home.home());
            f.desk->hearCustomer(stream, g.session, [](const desk::CustomerNews&) {});
            for (const char16_t* text : {u"sí", u"español", u"Ana"})
                std::ignore = f.say(g.session, QString::fromUtf16(text));
            std::ignore = f.tap(g.session, QStringLiteral("cmd:person"));
            QVERIFY(f.until([&] { return alerts->ringing() == 1; }));
        } // the browser is gone
        QVERIFY(f.until([&] { return alerts->ringing() == 0; }));
    }

    void whoComesBackAndStillWaitsRings()
    {
        GuiFixture f;
        const auto g = f.waiting();
        f.restartAll();
        f.settle();
        QCOMPARE(alertsOf(f)->ringing(), 0);
        base::Caller stream(f.home.home()); // the browser finds the program again
        f.desk->hearCustomer(stream, g.session, [](const desk::CustomerNews&) {});
        QVERIFY(f.until([&] { return alertsOf(f)->ringing() == 1; }));
    }

    void aCustomersMessageRingsForTheOwnerUntilTheAnswer()
    {
        GuiFixture f;
        auto* alerts = alertsOf(f);
        const auto g = f.waiting();
        QVERIFY(f.takeOver(g.answer.conversation, f.me));
        QVERIFY(f.until([&] { return alerts->ringing() == 0 || alerts->newest()->owner == f.me; }));
        QVERIFY(f.reply(g.answer.conversation, f.me, QStringLiteral("hola")));
        QVERIFY(f.until([&] { return alerts->ringing() == 0; }));
        std::ignore = f.say(g.session, QStringLiteral("¿y?"));
        QVERIFY(f.until([&] { return alerts->ringing() == 1; }));
        QVERIFY(f.reply(g.answer.conversation, f.me, QStringLiteral("ya va")));
        QVERIFY(f.until([&] { return alerts->ringing() == 0; }));
    }

    void scopesDecideWhatRings()
    {
        GuiFixture f;
        auto* alerts = alertsOf(f);
        const auto beto = f.person(QStringLiteral("Beto"));
        const auto choose = [&](int index) {
            f.click("settingsButton");
            auto* box = f.find<QComboBox>("scopeBox");
            box->setCurrentIndex(index);
            Q_EMIT box->activated(index);
        };
        choose(0); // mine
        std::ignore = f.waiting();
        f.settle();
        QTest::qWait(200);
        QCOMPARE(alerts->ringing(), 0);
        choose(1); // mine and unassigned
        const auto g = f.waiting();
        QVERIFY(f.until([&] { return alerts->ringing() == 1; }));
        QVERIFY(f.takeOver(g.answer.conversation, beto.id));
        QVERIFY(f.until([&] { return alerts->ringing() == 0; }));
        std::ignore = f.say(g.session, QStringLiteral("hola"));
        f.settle();
        QTest::qWait(200);
        QCOMPARE(alerts->ringing(), 0); // Beto's
        choose(2);                      // everybody's
        std::ignore = f.say(g.session, QStringLiteral("¿hola?"));
        QVERIFY(f.until([&] { return alerts->ringing() == 1; }));
    }

    void quietHoursAreQuiet()
    {
        GuiFixture f;
        auto* alerts = alertsOf(f);
        QSignalSpy rang(alerts, &panels::Alerts::rang);
        QSettings& settings = f.window->settings();
        const QTime now = QTime::currentTime();
        settings.setValue(QStringLiteral("alerts/quietOn"), true);
        settings.setValue(QStringLiteral("alerts/quietFrom"), quiet(now.addSecs(-3600)));
        settings.setValue(QStringLiteral("alerts/quietTo"), quiet(now.addSecs(3600)));
        std::ignore = f.waiting();
        QVERIFY(f.until([&] { return alerts->ringing() == 1; })); // it shows …
        QCOMPARE(rang.size(), 0);                                 // … without a sound
        settings.setValue(QStringLiteral("alerts/quietFrom"), quiet(now.addSecs(3600)));
        settings.setValue(QStringLiteral("alerts/quietTo"), quiet(now.addSecs(7200)));
        std::ignore = f.waiting();
        QVERIFY(f.until([&] { return !rang.isEmpty(); }));
    }

    void offDutyNothingRings()
    {
        GuiFixture f;
        auto* alerts = alertsOf(f);
        const auto g = f.waiting();
        base::Caller stream(f.home.home());
        f.desk->hearCustomer(stream, g.session, [](const desk::CustomerNews&) {});
        QVERIFY(f.until([&] { return alerts->ringing() == 1; }));
        f.window->findChild<QAction*>(QStringLiteral("offDuty"))->trigger();
        QCOMPARE(alerts->ringing(), 0);
        f.window->findChild<QAction*>(QStringLiteral("onDuty"))->trigger();
        QVERIFY(f.until([&] { return alerts->ringing() == 1; })); // still waiting
    }
};

RELEVO_TEST(AlertsTest)
#include "alerts_test.moc"
