// SPDX-License-Identifier: GPL-3.0-or-later
// Out in stages, a breach, and back.
#include "panels/look/language.h"
#include "release/rollout/canary.h"
#include "releases/release_window.h"
#include "support/runner.h"

#include <QDialog>
#include <QListWidget>
#include <QTabBar>
#include <QTreeWidget>

using namespace std::chrono_literals;

class RolloutWindow : public ReleaseWindow
{
public:
    /// A release whose gate says go, at its page Canary.
    RolloutWindow() { openReady(small()); }
    void note(const char* value)
    {
        type("watchValue-errors", QString::fromLatin1(value));
        click("watchNote-errors");
    }
    release::Canary canary() { return view().release->canary; }
};

class RolloutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFiguresProposeAndAPersonDecides()
    {
        RolloutWindow f;
        QVERIFY(!f.shows("canaryPromote") && !f.shows("canaryAbort"));
        f.click("canaryBegin");
        QVERIFY(f.until([&] { return f.text("canaryState").contains(QStringLiteral("5 %")); }));
        QVERIFY(!f.find("canaryPromote")->isEnabled()); // not before its time
        f.note("0.001");
        QVERIFY(f.text("watchState-errors").contains(QStringLiteral("fine")));
        f.clock.advance(31min);
        f.note("0.002");
        QVERIFY(f.text("canaryProposal").contains(QStringLiteral("promote")));
        f.click("canaryPromote");
        QVERIFY(f.until([&] { return f.text("canaryState").contains(QStringLiteral("100 %")); }));
        QCOMPARE(f.canary().stage, 1);
    }

    void theWayOutIsPlannedAnewUntilSomebodyHasIt()
    {
        RolloutWindow f;
        const auto before = f.view().release->canaryPlan;
        f.click("canaryPlanButton");
        QVERIFY(f.until([&] { return f.shows("rolloutTabs"); }));
        QVERIFY(!f.find("rolloutSaveButton")->isEnabled());
        const auto* dialog = f.window->findChild<QDialog*>(QStringLiteral("RolloutDialog"));
        auto* stages = dialog->findChild<QListWidget*>(QStringLiteral("templateStageList"));
        stages->setCurrentRow(stages->count() - 1); // 100 % is the last
        QTest::keyClick(stages, Qt::Key_Delete);
        f.click("rolloutSaveButton");
        QVERIFY(f.text("rolloutError").contains(QStringLiteral("100 %")));
        f.click("rolloutUndoButton");
        stages->setCurrentRow(0);
        QTest::keyClick(stages, Qt::Key_Delete);
        f.click("rolloutSaveButton");
        QVERIFY(f.until([&] {
            return f.view().release->canaryPlan.stages.size() + 1 == before.stages.size();
        }));
        const auto isShut = [&] {
            return !f.window->findChild<QDialog*>(QStringLiteral("RolloutDialog"));
        };
        QVERIFY(f.until(isShut));
        f.page(QStringLiteral("Rollback"));
        f.click("rollbackPlanButton");
        QVERIFY(f.until([&] { return f.shows("rolloutTabs"); }));
        QCOMPARE(f.find<QTabBar>("rolloutTabs")->currentIndex(), 1);
        f.click("rolloutCancelButton");
        QVERIFY(f.until(isShut));
        f.page(QStringLiteral("Canary"));
        // What was signed was another plan: it takes another signature to begin.
        QVERIFY(f.view().gate.verdict == release::Verdict::NoGo);
    }

    void whatSomebodyElsePlannedMeanwhileIsNotLost()
    {
        RolloutWindow f;
        f.click("canaryPlanButton");
        const auto* dialog = f.window->findChild<QDialog*>(QStringLiteral("RolloutDialog"));
        QVERIFY(dialog);
        const auto now = f.view().release;
        release::PlanRollout other{now->canaryPlan, now->rollbackPlan};
        other.canary.stages.front().atLeast += 7min;
        QVERIFY(f.act(other).has_value());
        auto* stages = dialog->findChild<QListWidget*>(QStringLiteral("templateStageList"));
        stages->setCurrentRow(0);
        QTest::keyClick(stages, Qt::Key_Delete);
        f.click("rolloutSaveButton");
        QVERIFY(f.until([&] { return f.shows("rolloutError"); }));
        QCOMPARE(f.view().release->canaryPlan, other.canary);
    }

    void theStagesSetHowManyConversationsAiHelpsIn()
    {
        RolloutWindow f;
        f.click("canarySmart");
        QVERIFY(f.until([&] { return release::rollsOutSmartMode(*f.view().release); }));
        f.click("canaryBegin");
        QVERIFY(f.until([&] {
            return f.text("canarySmartState") ==
                   QStringLiteral("AI helps in 5 % of conversations now.");
        }));
        f.type("canaryReason", QStringLiteral("muchos errores"));
        f.click("canaryAbort");
        QVERIFY(f.until(
            [&] { return f.text("canarySmartState") == QStringLiteral("AI is off now."); }));
    }

    void aBreachIsAbortedAndRolledBackStepByStep()
    {
        RolloutWindow f;
        f.click("canaryBegin");
        QVERIFY(f.until([&] { return f.shows("canaryAbort"); }));
        f.note("0.2");
        QVERIFY(f.text("canaryProposal").contains(QStringLiteral("abort")));
        f.click("canaryAbort"); // without a reason
        QVERIFY(f.until([&] { return f.shows("releaseMessage"); }));
        QVERIFY(f.canary().status == release::CanaryStatus::Running);
        f.type("canaryReason", QStringLiteral("muchos errores"));
        f.click("canaryAbort");
        QVERIFY(f.until([&] { return f.text("canaryState").contains(QStringLiteral("Aborted")); }));
        f.page(QStringLiteral("Rollback"));
        const auto* triggers = f.find<QTreeWidget>("rollbackTriggers");
        QVERIFY(triggers->topLevelItem(0)->text(1).contains(QStringLiteral("it is so")));
        QVERIFY(!f.find("rollbackStart")->isEnabled()); // what happened is not said yet
        f.type("rollbackReason", QStringLiteral("5xx al 20 %"));
        f.click("rollbackStart");
        for (int step = 0; step < 2; ++step) {
            QVERIFY(f.until([&] { return f.shows("rollbackStep"); }));
            const QString before = f.text("rollbackStep");
            f.clock.advance(7min);
            f.click("rollbackStep");
            QVERIFY(f.until(
                [&] { return !f.shows("rollbackStep") || f.text("rollbackStep") != before; }));
        }
        QVERIFY2(f.text("rollbackSummary").contains(QStringLiteral("It took 15 min")),
                 qPrintable(f.text("rollbackSummary")));
        QVERIFY(f.text("rollbackSummary").contains(QStringLiteral("25 min")));
    }

    void aReadingBeforeTheLastOneIsRefusedInWords()
    {
        RolloutWindow f;
        f.note("0.001");
        f.running.stop();
        f.clock.setWall(f.clock.wall() - 1h);
        f.note("0.2");
        QVERIFY(f.until([&] { return f.shows("releaseMessage"); }));
        QVERIFY(f.text("releaseMessage").contains(QStringLiteral("The clock was set back")));
        QVERIFY(!f.text("watchState-errors").contains(QStringLiteral("0.2")));
    }

    void whatHasNoStagesIsReleasedAtOnce()
    {
        ReleaseWindow f;
        release::Template plan = f.small();
        plan.canary = {};
        plan.signOffs.clear();
        plan.items.resize(1);
        plan.items.front().itemClass = release::ItemClass::Required;
        f.openNew(plan);
        f.page(QStringLiteral("Rollback"));
        QVERIFY(!f.shows("rollbackStart")); // nothing is out
        f.page(QStringLiteral("Canary"));
        QCOMPARE(f.text("canaryBegin"), QStringLiteral("Release now"));
        f.click("canaryBegin"); // before the gate says go
        QVERIFY(f.until([&] { return f.shows("releaseMessage"); }));
        QVERIFY(f.view().release->canary.status == release::CanaryStatus::NotStarted);
        QVERIFY(f.act(release::Change{release::Step::Finish, plan.items.front().id, {}, {}}));
        f.click("canaryBegin");
        QVERIFY(
            f.until([&] { return f.text("canaryState").contains(QStringLiteral("Everybody")); }));
        QVERIFY(!f.shows("canaryBegin"));
        QVERIFY(f.view().release->releasedAt.has_value());
        f.page(QStringLiteral("Rollback"));
        f.type("rollbackReason", QStringLiteral("no anda"));
        f.click("rollbackStart");
        f.page(QStringLiteral("Canary"));
        QVERIFY(
            f.until([&] { return f.text("canaryState").contains(QStringLiteral("Rolled back")); }));
        QVERIFY(f.shows("canaryBegin"));
    }

    void aPointIsAPointInEveryLanguage()
    {
        RolloutWindow f;
        panels::applyLanguage(QStringLiteral("es"));
        f.note("0.003");
        QVERIFY(f.text("watchState-errors").startsWith(QStringLiteral("0,003")));
        f.note("0,25");
        QVERIFY(f.text("watchState-errors").startsWith(QStringLiteral("0,25")));
        panels::applyLanguage(QStringLiteral("en"));
    }

    void whatComesAfterIsListedOnceItIsOut()
    {
        RolloutWindow f;
        f.page(QStringLiteral("After"));
        QVERIFY(!f.shows("afterTree"));
        f.page(QStringLiteral("Canary"));
        f.click("canaryBegin");
        QVERIFY(f.until([&] { return f.canary().status == release::CanaryStatus::Running; }));
        f.page(QStringLiteral("After"));
        QVERIFY(f.until([&] { return f.shows("afterTree"); }));
        QCOMPARE(f.find<QTreeWidget>("afterTree")->topLevelItemCount(), 3 + 48 + 3);
        QCOMPARE(f.find<QTreeWidget>("afterTree")->topLevelItem(0)->text(2),
                 QStringLiteral("to come"));
    }
};

RELEVO_TEST(RolloutTest)
#include "rollout_test.moc"
