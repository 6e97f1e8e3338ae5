// SPDX-License-Identifier: GPL-3.0-or-later
// The panel Releases: the list, the board, one item.
#include "app/desktop/desktop_checks.h"
#include "panels/releases/releases_panel.h"
#include "releases/releases_window.h"
#include "support/runner.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryFile>

using namespace std::chrono_literals;
using release::State;

namespace releases_board {

const char* const kWords = "gato sobre el piano";

bool hasDialog(const GuiFixture& f, const char* name)
{
    const auto* dialog = f.window->findChild<QDialog*>(QLatin1String(name));
    return dialog && dialog->isVisible();
}

void say(GuiFixture& f, const QString& text)
{
    f.type("evidenceEdit", text);
    QTest::keyClick(f.find("evidenceEdit"), Qt::Key_Return, Qt::ControlModifier);
}

QPushButton* step(GuiFixture& f, const char* name)
{
    return f.find<QPushButton>(qPrintable(QStringLiteral("step_") + QLatin1String(name)));
}

/// With all roles: whoever has a passphrase no longer has them by being alone.
bool setPassphrase(ReleasesWindow& f)
{
    people::Roles all;
    for (const people::Role role : people::kRoles)
        all = all.with(role);
    const auto changed = f.ask<desk::Person>([&](base::Caller& c, auto done) {
        f.desk->changePerson(c, f.badgeOf(f.me), {.person = f.me, .roles = all}, std::move(done));
    });
    return changed &&
           f.ask<desk::Person>([&](base::Caller& c, auto done) {
                f.desk->setPassphrase(c, f.badgeOf(f.me), {f.me, {}, QString::fromLatin1(kWords)},
                                      std::move(done));
            }).has_value();
}

/// Prints a text, or what stands for it.
release::CheckPlan echo(const char* text, const char* id = "echo")
{
    return {.id = QString::fromLatin1(id),
            .title = QString::fromLatin1(id),
            .kind = release::CheckKind::Command,
            .parameters = {{QStringLiteral("arguments"),
                            QJsonArray{QStringLiteral("/bin/echo"), QString::fromLatin1(text)}}}};
}

void sayValue(GuiFixture& f, const char* field, const QString& text)
{
    f.type(field, text);
    QTest::keyClick(f.find(field), Qt::Key_Return);
}

} // namespace releases_board

using namespace releases_board;

class ReleasesBoardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEmptyListSaysWhatToDoAndATemplateMakesTheFirst()
    {
        ReleasesWindow f;
        f.click("releasesButton");
        QVERIFY(f.until([&] { return f.shows("releasesEmptyLabel"); }));
        QVERIFY(f.text("releasesEmptyLabel").contains(QStringLiteral("New release")));
        QTest::keyClick(f.window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.until([&] { return f.find<QComboBox>("releaseTemplateBox")->count() >= 2; }));
        QVERIFY(f.text("releaseTemplateAbout")
                    .contains(QStringLiteral("cannot check yet: Image, Ticket,")));
        f.click("releaseMakeButton");
        QVERIFY(f.shows("releaseMakeError")); // it needs a title
        f.type("releaseNameEdit", QStringLiteral("Chat 3"));
        QTest::keyClick(f.find("releaseNameEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return f.shows("boardView"); }));
        QCOMPARE(f.text("releaseTitleLabel"), QStringLiteral("Chat 3"));
        QVERIFY(f.rows().size() >= 34);
        QVERIFY(f.text("releaseVerdictLabel").startsWith(QStringLiteral("✗ No-go")));
        f.click("releaseBackButton");
        QVERIFY2(f.until([&] { return f.spoken("releasesView").size() == 1; }, 3000),
                 qPrintable(f.text("releasesMessage")));
        QVERIFY(f.spoken("releasesView").first().contains(QStringLiteral("blockers open")));
    }

    void theBoardIsFilteredFromTheKeyboard()
    {
        ReleasesWindow f;
        f.openOne();
        QCOMPARE(f.rows().size(), 3);
        QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(f.find("boardFilterEdit")->hasFocus());
        f.type("boardFilterEdit", QStringLiteral("stag smoke"));
        QVERIFY(f.until([&] { return f.rows().size() == 1; }));
        f.key(f.find("boardFilterEdit"), Qt::Key_Down);
        QVERIFY(f.board()->hasFocus());
        f.key(f.find("boardFilterEdit"), Qt::Key_Escape);
        QCOMPARE(f.rows().size(), 3);
        f.find<QComboBox>("boardClassBox")->setCurrentIndex(1); // blockers
        QCOMPARE(f.rows().size(), 2);
        f.find<QComboBox>("boardClassBox")->setCurrentIndex(0);
        f.find<QComboBox>("boardWhoseBox")->setCurrentIndex(2); // what blocks: all is open
        QCOMPARE(f.rows().size(), 3);
        f.find<QComboBox>("boardRoleBox")->setCurrentIndex(4); // SRE
        QCOMPARE(f.rows(), QStringList{QStringLiteral("Log token in the secret manager")});
        f.find<QComboBox>("boardGroupBox")->setCurrentIndex(1);
        QCOMPARE(f.board()->model()->index(0, 0).data().toString(), QStringLiteral("SRE"));
    }

    void aTickSaysDoneAndWhoIsAloneVerifiesIt()
    {
        ReleasesWindow f;
        f.openOne();
        f.select("log-token");
        f.key(f.board(), Qt::Key_Space);
        QVERIFY(f.waitForState("log-token", State::Done));
        QVERIFY(f.until([&] { return f.text("itemState").startsWith(QStringLiteral("✓ Done")); }));
        f.click("step_verify");
        QVERIFY(f.waitForState("log-token", State::Verified));
        QVERIFY(f.until(
            [&] { return f.text("itemState").contains(QStringLiteral("nobody else was there")); }));
        f.key(f.board(), Qt::Key_Space); // taken back
        QVERIFY(f.waitForState("log-token", State::Todo));
    }

    void whatWaitsIsRefusedInWords()
    {
        ReleasesWindow f;
        f.openOne();
        f.select("smoke");
        QVERIFY(!step(f, "finish")->isVisible());
        QVERIFY(f.text("itemWhyNot").contains(QStringLiteral("Log token in the secret manager")));
        f.key(f.board(), Qt::Key_Space);
        QVERIFY(f.until([&] { return f.shows("releaseMessage"); }));
        QVERIFY(f.text("releaseMessage").contains(QStringLiteral("It waits for «Log token")));
        f.click("releaseMessageClose");
        QVERIFY(!f.shows("releaseMessage"));
        QCOMPARE(f.state("smoke"), State::Todo);
    }

    void evidenceIsPastedLinkedAttachedAndASecretIsNone()
    {
        ReleasesWindow f;
        f.openOne();
        f.select("log-token");
        f.key(f.board(), Qt::Key_Space);
        QVERIFY(f.waitForState("log-token", State::Done));
        f.select("smoke");
        f.key(f.board(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(f.find("evidenceEdit")->hasFocus());
        QVERIFY(f.text("evidenceAsked").contains(QStringLiteral("missing")));
        say(f, QStringLiteral("password=S3cret!wordOfMine99"));
        QVERIFY(f.until([&] { return f.shows("evidenceError"); }));
        QVERIFY(f.text("evidenceError").contains(QStringLiteral("secret")));
        say(f, QStringLiteral("8 passed, 0 failed"));
        QVERIFY(f.until([&] { return f.item("smoke").evidence.size() == 1; }));
        QVERIFY(f.until([&] { return f.text("evidenceEdit").isEmpty(); }));
        QVERIFY(f.text("evidenceAsked").startsWith(QStringLiteral("✓ It holds until")));
        say(f, QStringLiteral("https://ci.example/run/7"));
        QVERIFY(f.until([&] { return f.item("smoke").evidence.size() == 2; }));
        QCOMPARE(f.item("smoke").evidence.back().kind, release::EvidenceKind::Link);
        QImage picture(4, 4, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QApplication::clipboard()->setImage(picture);
        f.click("evidenceShotButton");
        QVERIFY(f.until([&] { return f.item("smoke").evidence.size() == 3; }));
        QCOMPARE(f.item("smoke").evidence.back().kind, release::EvidenceKind::Screenshot);
        QCOMPARE(f.item("smoke").evidence.back().fileHash.size(), 32);
        QCOMPARE(f.find<QListWidget>("evidenceList")->count(), 3);
        QCOMPARE(f.find<QTabBar>("itemTabs")->tabText(1), QStringLiteral("Evidence (3)"));
        QTest::keyClick(f.window.get(), Qt::Key_2, Qt::AltModifier); // done
        QVERIFY(f.waitForState("smoke", State::Done));
    }

    // An item can require a figure: whoever reads it says whether it is what is asked for.
    void aFigureIsEvidenceOfWhatWasRead()
    {
        ReleasesWindow f;
        auto plan = ReleasesWindow::plan();
        const auto asked = std::ranges::find(
            plan.items, release::ItemId{QStringLiteral("log-token")}, &release::ItemPlan::id);
        asked->evidence = release::EvidenceKind::Metric;
        asked->acceptance = QStringLiteral("p95 under 2 s");
        f.make(plan, QStringLiteral("Figures"));
        f.click("releasesButton");
        f.openRelease(QStringLiteral("Figures"));
        f.select("log-token");
        f.key(f.board(), Qt::Key_E, Qt::ControlModifier);
        QVERIFY(f.text("evidenceAsked").contains(QStringLiteral("missing: ")));
        const auto item = [&] { return f.item("log-token"); };
        f.click("evidenceFigureButton");
        QCOMPARE(f.text("figureAsked"), QStringLiteral("Asked for: p95 under 2 s"));
        const auto refused = [&](const char* why) {
            f.click("figureShowButton");
            return f.shows("figureError") && f.text("figureError") == QLatin1String(why);
        };
        QVERIFY(refused("Which figure is it?"));
        f.type("figureNameEdit", QStringLiteral("p95"));
        for (const char* text : {"", "fast", "nan", "1e999"}) {
            f.type("figureValueEdit", QString::fromLatin1(text));
            QVERIFY2(refused("What it reads is a number."), text);
        }
        f.type("figureValueEdit", QStringLiteral("2.4"));
        QVERIFY(refused("Say whether it meets what is asked for."));
        f.click("figureFailedButton");
        f.click("figureShowButton");
        QVERIFY(f.until([&] { return item().evidence.size() == 1; }));
        QCOMPARE(item().evidence[0].kind, release::EvidenceKind::Metric);
        QCOMPARE(item().evidence[0].outcome, release::Outcome::Failed);
        QCOMPARE(item().evidence[0].value, 2.4);
        QVERIFY(
            f.until([&] { return f.text("evidenceAsked").contains(QStringLiteral("failed")); }));

        f.click("evidenceFigureButton");
        QCOMPARE(f.text("figureNameEdit"), QStringLiteral("p95")); // the same is read again
        f.type("figureValueEdit", QStringLiteral("1.4"));
        f.click("figurePassedButton");
        f.key(f.find("figureValueEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return item().evidence.size() == 2; }));
        QVERIFY(f.until([&] { return f.text("evidenceAsked").contains(QStringLiteral("holds")); }));
        const QString row = f.find<QListWidget>("evidenceList")->item(0)->text();
        QVERIFY2(row.contains(QStringLiteral(": p95 = 1.4\n")), qPrintable(row));
    }

    void aWaiverHasAReasonAndAnEnd()
    {
        ReleasesWindow f;
        f.openOne();
        f.select("runbook");
        step(f, "waive")->click();
        QVERIFY(f.until([&] { return hasDialog(f, "StepDialog"); }));
        QVERIFY(f.text("stepAbout").contains(QStringLiteral("Lucía approves it")));
        f.click("stepButton");
        QVERIFY(f.until([&] { return f.shows("stepError"); }));
        QCOMPARE(f.text("stepError"), QStringLiteral("It needs a reason."));
        f.type("stepReasonEdit", QStringLiteral("on call is away"));
        f.click("stepButton");
        QVERIFY(f.waitForState("runbook", State::Waived));
        QVERIFY(f.text("itemState").contains(QStringLiteral("by Lucía: on call is away")));
        // It is renewed before it ends.
        const auto until = f.item("runbook").waiver->until;
        QCOMPARE(step(f, "waive")->text(), QStringLiteral("Renew the waiver…"));
        f.clock.advance(48h);
        step(f, "waive")->click();
        QVERIFY(f.until([&] { return hasDialog(f, "StepDialog"); }));
        QCOMPARE(f.text("stepButton"), QStringLiteral("Renew the waiver"));
        f.type("stepReasonEdit", QStringLiteral("still away"));
        f.click("stepButton");
        QVERIFY(f.until([&] { return f.item("runbook").waiver->until > until; }));
        QVERIFY(f.text("itemState").contains(QStringLiteral("by Lucía: still away")));
    }

    void aSignatureAsksForThePassphrase()
    {
        ReleasesWindow f;
        f.make(ReleasesWindow::plan(), QStringLiteral("Chat 2.4"));
        QVERIFY(setPassphrase(f));
        f.restartAll();
        QVERIFY(f.until([&] { return f.shows("doorPassphrase"); }));
        f.type("doorPassphrase", QString::fromLatin1(kWords));
        f.click("enterButton");
        QVERIFY(f.until([&] { return f.find("rail")->isEnabled(); }));
        f.click("releasesButton");
        f.openRelease(QStringLiteral("Chat 2.4"));
        auto* menu = f.find<QMenu>("signMenu");
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->actions().isEmpty());
        menu->actions().first()->trigger();
        QVERIFY(f.until([&] { return hasDialog(f, "SignDialog"); }));
        f.type("signPassphraseEdit", QStringLiteral("perro en la terraza"));
        f.click("signButton");
        QVERIFY(f.until([&] { return f.shows("signError"); }));
        QCOMPARE(f.text("signError"), QStringLiteral("That is not the passphrase."));
        f.clock.advance(2min); // the next try is free again
        f.type("signPassphraseEdit", QString::fromLatin1(kWords));
        f.click("signButton");
        QVERIFY(f.until([&] { return !hasDialog(f, "SignDialog"); }));
        QVERIFY(f.until(
            [&] { return f.window->releases().release().release().signatures.size() == 1; }));
    }

    void theDiscussionAndTheHistoryTellWhoSaidWhat()
    {
        ReleasesWindow f;
        f.openOne();
        f.select("log-token");
        f.key(f.board(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(f.find("talkEdit")->hasFocus());
        f.type("talkEdit", QStringLiteral("who has it?"));
        QTest::keyClick(f.find("talkEdit"), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(f.until([&] { return f.item("log-token").discussion.size() == 1; }));
        QVERIFY(f.text("talkSaid").startsWith(QStringLiteral("Lucía · ")));
        f.key(f.board(), Qt::Key_Space);
        QVERIFY(f.waitForState("log-token", State::Done));
        f.find<QTabBar>("itemTabs")->setCurrentIndex(3);
        QVERIFY(f.until(
            [&] { return f.text("historyText").contains(QStringLiteral("to do → done")); }));
        QVERIFY(f.text("historyText").contains(QStringLiteral("said: who has it?")));
    }

    void anItemGetsAnOwnerADateAndAnotherPlan()
    {
        ReleasesWindow f;
        f.openOne();
        f.select("runbook");
        auto* owner = f.find<QComboBox>("factsOwnerBox");
        owner->setCurrentIndex(1);
        Q_EMIT owner->activated(1);
        QVERIFY(f.until([&] { return f.item("runbook").owner == f.me; }));
        f.click("factsDueButton");
        QVERIFY(f.until([&] { return f.item("runbook").due.has_value(); }));
        QTest::keyClick(f.window.get(), Qt::Key_F2);
        QVERIFY(f.until([&] { return hasDialog(f, "ItemDialog"); }));
        f.type("planTitleEdit", QStringLiteral("Runbook tried out"));
        f.find<QComboBox>("planClassBox")->setCurrentIndex(2);
        f.click("planSaveButton");
        QVERIFY(f.until(
            [&] { return f.item("runbook").plan.title == QStringLiteral("Runbook tried out"); }));
        QCOMPARE(f.item("runbook").plan.itemClass, release::ItemClass::Optional);
        QVERIFY(f.until([&] { return !hasDialog(f, "ItemDialog"); }));
        f.click("boardAddButton");
        QVERIFY(f.until([&] { return hasDialog(f, "ItemDialog"); }));
        f.type("planTitleEdit", QStringLiteral("Tell the shop"));
        f.click("planSaveButton");
        QVERIFY(f.until([&] { return f.rows().contains(QStringLiteral("Tell the shop")); }));
        QCOMPARE(f.text("itemTitle"), QStringLiteral("Tell the shop"));
    }

    void tabReachesEveryControl()
    {
        ReleasesWindow f;
        f.openOne();
        f.board()->setFocus();
        QSet<QString> reached;
        for (int i = 0; i < 60 && QApplication::focusWidget(); ++i) {
            reached.insert(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const char* name :
             {"boardView", "boardFilterEdit", "boardWhoseBox", "boardGroupBox", "boardStateBox",
              "boardRoleBox", "boardClassBox", "boardAddButton", "boardSignButton", "step_start",
              "step_waive", "itemTabs", "factsOwnerBox", "factsDueEdit", "factsDueButton",
              "factsActual", "factsEditButton", "releaseBackButton"})
            QVERIFY2(reached.contains(QLatin1String(name)), name);
    }

    // With the program's own runner: a command is confirmed once, and what came of it is evidence.
    void aCheckRunsHereAndIsConfirmedOnce()
    {
        ReleasesWindow f;
        const base::SystemClock clock;
        app::DesktopChecks checks(f.home.home(), clock, {});
        f.hooks.checks = &checks;
        f.window.reset();
        f.open();
        release::Template plan = ReleasesWindow::plan();
        plan.items[2].evidence = release::EvidenceKind::Check;
        plan.items[2].checks = {
            {.id = QStringLiteral("say"),
             .title = QStringLiteral("It says hello"),
             .kind = release::CheckKind::Command,
             .parameters = {{QStringLiteral("arguments"),
                             QJsonArray{QStringLiteral("/bin/echo"), QStringLiteral("hola")}}}},
            {.id = QStringLiteral("fails"),
             .title = QStringLiteral("It fails"),
             .kind = release::CheckKind::Command,
             .parameters = {
                 {QStringLiteral("arguments"), QJsonArray{QStringLiteral("/bin/false")}}}}};
        f.make(plan, QStringLiteral("Checked"));
        f.click("releasesButton");
        f.openRelease(QStringLiteral("Checked"));
        f.select("smoke");
        auto* tabs = f.find<QTabBar>("itemTabs");
        QVERIFY(!tabs->isTabVisible(4)); // it has none
        f.select("runbook");
        QCOMPARE(tabs->tabText(4), QStringLiteral("Checks (2)"));
        QTest::keyClick(f.window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.shows("checksConfirm"));
        QVERIFY(f.text("checksCommands").contains(QStringLiteral("/bin/echo hola")));
        f.click("checksConfirmButton");
        QVERIFY(f.until([&] { return f.item("runbook").evidence.size() == 2; }));
        QCOMPARE(f.item("runbook").evidence[0].outcome, release::Outcome::Passed);
        QCOMPARE(f.item("runbook").evidence[1].outcome, release::Outcome::Failed);
        const QString printed = f.text("checksOutput");
        QVERIFY2(printed.contains(QStringLiteral("hola")), qPrintable(printed));
        QVERIFY2(printed.contains(QStringLiteral("✗ It fails: It ended with code 1")),
                 qPrintable(printed));
        QVERIFY(f.until([&] { return f.find("checksRunButton")->isEnabled(); }));
        f.click("checksSectionButton"); // confirmed already
        QVERIFY(!f.shows("checksConfirm"));
        QVERIFY(f.until([&] { return f.item("runbook").evidence.size() == 4; }));
    }

    // What one item asks for is asked for by others of its section, and said once, for everybody.
    void aSectionRunsWithTheValuesOfAllItsItems()
    {
        ReleasesWindow f;
        const base::SystemClock clock;
        app::DesktopChecks checks(f.home.home(), clock, {});
        f.hooks.checks = &checks;
        f.window.reset();
        f.open();
        release::Template plan = ReleasesWindow::plan();
        plan.items[0].checks = {echo("{host}")};
        plan.items[1].checks = {echo("{who}"), echo("{redis}", "redis")};
        f.make(plan, QStringLiteral("Checked"));
        f.click("releasesButton");
        f.openRelease(QStringLiteral("Checked"));
        f.select("log-token");
        f.find<QTabBar>("itemTabs")->setCurrentIndex(4);
        sayValue(f, "check_host", QStringLiteral("chat.example"));
        f.select("smoke");
        sayValue(f, "check_who", QStringLiteral("ana"));
        const auto& said = f.window->releases().release();
        QVERIFY(f.until([&] {
            return said.parameter(QStringLiteral("host")) == QLatin1String("chat.example") &&
                   said.parameter(QStringLiteral("who")) == QLatin1String("ana");
        }));
        // A password is kept nowhere, and given to no command.
        const QString secret = QStringLiteral("redis://:s3cr3tW0rd@cache.example:6379");
        sayValue(f, "check_redis", secret);
        QVERIFY(f.until(
            [&] { return f.text("releaseMessage").contains(QStringLiteral("password or key")); }));
        QCOMPARE(said.parameter(QStringLiteral("redis")), QString());
        f.click("checksSectionButton");
        QVERIFY(f.shows("checksConfirm"));
        const QString asked = f.text("checksCommands");
        QVERIFY2(asked.contains(QStringLiteral("/bin/echo chat.example")), qPrintable(asked));
        QVERIFY2(asked.contains(QStringLiteral("/bin/echo ana")), qPrintable(asked));
        QVERIFY(!asked.contains(QStringLiteral("s3cr3t")));
        f.click("checksConfirmButton");
        QVERIFY(f.until([&] { return f.item("smoke").evidence.size() == 1; }));
        QCOMPARE(f.item("log-token").evidence[0].text, QStringLiteral("chat.example\n"));
        QCOMPARE(f.item("smoke").evidence[0].text, QStringLiteral("ana\n"));
        QFile remembered(f.settingsFile());
        f.close();
        QVERIFY(remembered.open(QIODevice::ReadOnly));
        const QByteArray all = remembered.readAll();
        QVERIFY(!all.contains("s3cr3t") && !all.contains("chat.example"));
    }

    // That somebody else confirmed a command on this machine gives nobody the right to run it.
    void whoMayNotRunCommandsNeverDoes()
    {
        ReleasesWindow f;
        const base::SystemClock clock;
        app::DesktopChecks checks(f.home.home(), clock, {});
        f.hooks.checks = &checks;
        f.window.reset();
        f.open();
        release::Template plan = ReleasesWindow::plan();
        plan.items[0].checks = {echo("one")};
        f.make(plan, QStringLiteral("Checked"));
        f.click("releasesButton");
        f.openRelease(QStringLiteral("Checked"));
        f.select("log-token");
        f.find<QTabBar>("itemTabs")->setCurrentIndex(4);
        f.click("checksRunButton");
        f.click("checksConfirmButton");
        QVERIFY(f.until([&] { return f.item("log-token").evidence.size() == 1; }));
        const auto caro = f.ask<desk::Person>([&](base::Caller& c, auto done) {
            f.desk->changePerson(c, f.badgeOf(f.me),
                                 {.name = QStringLiteral("Caro"),
                                  .roles = people::Roles().with(people::Role::Product)},
                                 std::move(done));
        });
        QVERIFY(caro);
        f.window->releases().release().setMe(caro->id, f.badgeOf(caro->id));
        QVERIFY(f.until([&] { return !f.find("checksRunButton")->isEnabled(); }));
        QVERIFY(!f.find("checksOneButton")->isEnabled());
        QVERIFY(!f.find("checksSectionButton")->isEnabled());
        QTest::keyClick(f.window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.until([&] {
            return f.text("checksOutput").contains(QStringLiteral("do not let you run commands"));
        }));
        QTest::qWait(200);
        QCOMPARE(f.item("log-token").evidence.size(), std::size_t{1});
    }

    void theWindowComesBackAsItWasLeft()
    {
        ReleasesWindow f;
        f.openOne();
        f.restartAll();
        QVERIFY(f.until([&] { return f.shows("boardView"); }));
        QCOMPARE(f.text("releaseTitleLabel"), QStringLiteral("Chat 2.4"));
        QTest::keyClick(f.window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(f.until([&] { return f.shows("releasesView"); }));
    }
};

RELEVO_TEST(ReleasesBoardTest)
#include "board_test.moc"
