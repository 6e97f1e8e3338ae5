// SPDX-License-Identifier: GPL-3.0-or-later
// A whole release, played through by two people in the window: one act after the other, each begins
// where the one before it ended.
#include "releases/play.h"
#include "support/runner.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QTextBrowser>
#include <QTimer>
#include <QTreeWidget>

using namespace std::chrono_literals;
using release::State;

namespace play_through {

QString shownIn(const QTreeWidget* tree, int column)
{
    QStringList texts;
    for (QTreeWidgetItemIterator row(const_cast<QTreeWidget*>(tree)); *row; ++row)
        texts += (*row)->text(column);
    return texts.join(u'\n');
}

} // namespace play_through

using play_through::shownIn;

class PlayThroughTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_play = std::make_unique<Play>();
        QVERIFY(m_play->shelve());
        QVERIFY(m_play->hire());
    }

    void init()
    {
        if (std::exchange(m_isBroken, true))
            QSKIP("an act before this one failed");
    }

    void cleanup() { m_isBroken = m_isBroken && QTest::currentTestFailed(); }

    void luciaMakesAReleaseOfATemplateAndTheGateSaysNo()
    {
        Play& f = *m_play;
        QVERIFY(f.sits(kLucia));
        f.click("releasesButton");
        f.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto* templates = f.find<QComboBox>("releaseTemplateBox");
        const QString mine = QStringLiteral("A short plan (version 1)");
        QVERIFY(f.until([&] { return templates->findText(mine) >= 0; }));
        templates->setCurrentIndex(templates->findText(mine));
        f.type("releaseNameEdit", QStringLiteral("Chat 3"));
        f.click("releaseMakeButton");
        QVERIFY(f.until([&] { return f.shows("boardView"); }));
        QVERIFY(f.text("releaseVerdictLabel").startsWith(QStringLiteral("✗ No-go · 4 reasons")));
        f.page(QStringLiteral("Gate"));
        QCOMPARE(f.reasons().size(), 4);
        const QString all = f.reasons().join(u'\n');
        for (const char* named : {"Smoke tests on staging", "Runbook tried out",
                                  "Security says yes", "Product says yes"})
            QVERIFY2(all.contains(QLatin1String(named)), qPrintable(all));
        f.page(QStringLiteral("Canary"));
        f.click("canaryBegin"); // who leads may decide; the gate says no all the same
        QVERIFY(f.until([&] { return f.shows("releaseMessage"); }));
        QCOMPARE(f.text("releaseMessage"), QStringLiteral("The gate says no."));
        f.page(QStringLiteral("Board"));
    }

    void whatSheDidIsDoneOnlyWithEvidenceAndNotHersToVerify()
    {
        Play& f = *m_play;
        f.clickItem("smoke");
        QVERIFY(f.until([&] { return f.text("itemTitle").startsWith(QStringLiteral("Smoke")); }));
        QVERIFY(!f.shows("step_finish"));
        QVERIFY(f.text("itemWhyNot").contains(QStringLiteral("It needs evidence first")));
        f.press(Qt::Key_E, Qt::ControlModifier);
        f.type("evidenceEdit", QStringLiteral("8 passed, 0 failed"));
        QTest::keyClick(f.find("evidenceEdit"), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(f.until([&] { return f.shows("step_finish"); }));
        f.step("finish");
        QVERIFY(f.waitForState("smoke", State::Done));
        QVERIFY(f.until([&] { return f.text("itemState").contains(QStringLiteral("by Lucía")); }));
        QVERIFY(!f.shows("step_verify"));
        f.press(Qt::Key_3, Qt::AltModifier); // all the same
        QVERIFY(f.until([&] { return f.shows("releaseMessage"); }));
        QVERIFY(f.text("releaseMessage").contains(QStringLiteral("your own work")));
        QCOMPARE(f.state("smoke"), State::Done);
        f.clickItem("runbook"); // Beto's, and its section is not open yet
        QVERIFY2(f.tells("itemWhyNot", QStringLiteral("SRE")), qPrintable(f.text("itemWhyNot")));
    }

    void betoComesToTheDoorAndVerifiesIt()
    {
        Play& f = *m_play;
        QVERIFY(!f.sits({kBeto.name, "no es esta frase"}));
        QCOMPARE(f.text("doorError"), QStringLiteral("That is not the passphrase."));
        f.clock.advance(2min); // the next try is free again
        QVERIFY(f.sits(kBeto));
        QVERIFY(f.until([&] { return f.shows("boardView"); })); // as it was left
        f.clickItem("runbook");
        QVERIFY2(f.tells("itemWhyNot", QStringLiteral("Smoke tests on staging")),
                 qPrintable(f.text("itemWhyNot")));
        f.clickItem("smoke");
        QVERIFY(f.until([&] { return f.shows("step_verify"); }));
        f.step("verify");
        QVERIFY(f.waitForState("smoke", State::Verified));
        QVERIFY(f.until([&] { return f.text("itemState").contains(QStringLiteral("by Beto")); }));
        f.clickItem("runbook");
        QVERIFY(f.showFile("what was typed, and what came of it\n", QStringLiteral("tried.txt")));
        QVERIFY(f.until([&] { return f.item("runbook").evidence.size() == 1; }));
        QVERIFY(f.until([&] { return f.shows("step_finish"); }));
        f.press(Qt::Key_2, Qt::AltModifier);
        QVERIFY(f.waitForState("runbook", State::Done));
    }

    void bothSignAndOnlyThenItIsAGo()
    {
        Play& f = *m_play;
        f.sign(0, "no es esta frase", QStringLiteral("nothing open"));
        QVERIFY(f.until([&] { return f.shows("signError"); }));
        QCOMPARE(f.text("signError"), QStringLiteral("That is not the passphrase."));
        f.clock.advance(2min);
        f.type("signPassphraseEdit", QString::fromUtf8(kBeto.words));
        f.click("signButton");
        QVERIFY(f.until([&] { return f.release().signatures.size() == 1; }));
        QVERIFY(f.until([&] { return f.reasons().size() == 1; }));
        QVERIFY(f.text("gateVerdict").startsWith(QStringLiteral("✗")));
        auto* rules = f.find<QTreeWidget>("signOffsTree");
        rules->setCurrentItem(rules->topLevelItem(1));
        QVERIFY(!f.shows("gateSignButton")); // product's
        QVERIFY(f.text("signOffsHint").contains(QStringLiteral("Product")));
        f.page(QStringLiteral("Canary"));
        f.click("canaryBegin");
        QVERIFY(f.until([&] { return f.shows("releaseMessage"); }));
        QCOMPARE(f.text("releaseMessage"), QStringLiteral("The gate says no."));
        QVERIFY(f.sits(kLucia));
        f.sign(1, kLucia.words, QStringLiteral("as we agreed"));
        QVERIFY(f.until([&] { return f.text("gateVerdict") == QStringLiteral("✓ Go"); }));
        QVERIFY(f.text("releaseVerdictLabel").startsWith(QStringLiteral("✓ Go")));
    }

    void aClockSetBackIsAReasonForNo()
    {
        Play& f = *m_play;
        QVERIFY(f.sits(kBeto));
        f.page(QStringLiteral("Gate"));
        auto* timer = f.window->findChild<QTimer*>(QStringLiteral("lookAgain"));
        QVERIFY(timer);
        timer->start(10ms); // else a matter of half a minute
        f.running.stop();
        const auto now = f.clock.wall();
        f.clock.setWall(now - 2h);
        QVERIFY(f.tells("releaseVerdictLabel", QStringLiteral("✗ No-go")));
        QCOMPARE(f.reasons().size(), 1);
        QVERIFY2(f.reasons().first().contains(QStringLiteral("clock")),
                 qPrintable(f.reasons().first()));
        f.page(QStringLiteral("Canary"));
        f.click("canaryBegin");
        QVERIFY(f.until([&] { return f.shows("releaseMessage"); }));
        QCOMPARE(f.text("releaseMessage"), QStringLiteral("The gate says no."));
        f.clock.setWall(now);
        f.running.go();
        QVERIFY(f.tells("releaseVerdictLabel", QStringLiteral("✓ Go")));
        f.page(QStringLiteral("Gate"));
        QCOMPARE(f.text("gateVerdict"), QStringLiteral("✓ Go"));
        timer->start(30s);
    }

    void itGoesOutToOneFiveAndTwentyFivePercent()
    {
        Play& f = *m_play;
        f.page(QStringLiteral("Canary"));
        QVERIFY(f.decides("canaryBegin", QStringLiteral("1 % of the customers")));
        QVERIFY(!f.find("canaryPromote")->isEnabled()); // not before its time
        for (const char* next : {"5 % of the customers", "25 % of the customers"}) {
            QVERIFY(f.pass(11min, kBeto));
            f.note("0.001");
            QVERIFY2(f.text("canaryProposal").contains(QStringLiteral("promote")),
                     qPrintable(f.text("canaryProposal")));
            QVERIFY(f.decides("canaryPromote", QString::fromLatin1(next)));
        }
    }

    void aBreachIsAbortedAndRolledBack()
    {
        Play& f = *m_play;
        f.note("0.2");
        QVERIFY(f.text("canaryProposal").contains(QStringLiteral("abort")));
        QVERIFY(f.text("canaryProposal").contains(QStringLiteral("Errors below 0.5 %")));
        f.click("canaryAbort");
        QVERIFY(f.until(
            [&] { return f.text("releaseMessage") == QStringLiteral("It needs a reason."); }));
        f.type("canaryReason", QStringLiteral("one in five fails"));
        QVERIFY(f.decides("canaryAbort", QStringLiteral("Aborted")));
        f.page(QStringLiteral("Rollback"));
        QVERIFY(shownIn(f.find<QTreeWidget>("rollbackTriggers"), 1)
                    .contains(QStringLiteral("it is so")));
        f.type("rollbackReason", QStringLiteral("errors at 25 %"));
        f.click("rollbackStart");
        for (const char* step : {"Put the last version back", "Write down what happened"}) {
            QVERIFY(f.until([&] {
                return f.shows("rollbackStep") &&
                       f.text("rollbackStep").contains(QLatin1String(step));
            }));
            QVERIFY(f.pass(8min, kBeto));
            f.click("rollbackStep");
        }
        QVERIFY(f.until([&] { return !f.shows("rollbackStep"); }));
        QVERIFY2(f.text("rollbackSummary").contains(QStringLiteral("It took 17 min")),
                 qPrintable(f.text("rollbackSummary")));
        QVERIFY(shownIn(f.find<QTreeWidget>("rollbackRecord"), 2).contains(QStringLiteral("Beto")));
    }

    void theSecondTimeItReachesEverybodyAndIsLookedAfter()
    {
        Play& f = *m_play;
        QVERIFY(f.pass(30min, kBeto)); // mended meanwhile
        f.page(QStringLiteral("Canary"));
        QVERIFY(f.decides("canaryBegin", QStringLiteral("1 % of the customers")));
        for (const char* next : {"5 % of", "25 % of", "100 % of", "Everybody has it"}) {
            QVERIFY(f.pass(11min, kBeto));
            f.note("0.001");
            QVERIFY2(f.decides("canaryPromote", QString::fromLatin1(next)), next);
        }
        f.clickItem("health");
        f.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.shows("checksConfirm"));
        f.click("checksConfirmButton");
        QVERIFY(f.until([&] { return f.item("health").evidence.size() == 1; }));
        QVERIFY(f.until([&] { return f.shows("step_finish"); }));
        f.step("finish");
        QVERIFY(f.waitForState("health", State::Done));
        f.page(QStringLiteral("After"));
        const QString states = shownIn(f.find<QTreeWidget>("afterTree"), 2);
        QVERIFY2(states.contains(QStringLiteral("✓ passed")), qPrintable(states));
    }

    void theReportHoldsSignaturesReasonsAndTheHead()
    {
        Play& f = *m_play;
        f.page(QStringLiteral("Report"));
        const auto* view = f.find<QTextBrowser>("reportView");
        QVERIFY(f.until( // why it was aborted, out of the ledger
            [&] { return view->toPlainText().contains(QStringLiteral("one in five fails")); }));
        const QString report = view->toPlainText();
        for (const char* held : {"Security says yes", "nothing open", "Product says yes",
                                 "as we agreed", "Lucía", "Beto", "errors at 25 %", "tried.txt"})
            QVERIFY2(report.contains(QString::fromUtf8(held)), held);
        QVERIFY(report.contains(QString::fromLatin1(f.head().link.toHex())));
    }

    void theLedgerIsSoundAndComplete()
    {
        Play& f = *m_play;
        m_known = QStringLiteral("%1 %2")
                      .arg(f.head().count)
                      .arg(QString::fromLatin1(f.head().link.toHex()));
        const QString said = f.verified(m_known);
        QVERIFY2(isSound(said), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("went back")), qPrintable(said));
    }

    void oneByteOfARowIsFoundAndNamed()
    {
        Play& f = *m_play;
        Intruder intruder(f.folder.path());
        const QString swap =
            QStringLiteral("UPDATE checklist_entry SET line = replace(line, '\"subject\":\"%1\"', "
                           "'\"subject\":\"%2\"') WHERE number = 3");
        QCOMPARE(intruder.run(swap.arg(QStringLiteral("smoke"), QStringLiteral("smoky"))), 1);
        const QString said = f.verified(m_known);
        QVERIFY2(said.contains(QStringLiteral("Entry 3: changed")), qPrintable(said));
        QVERIFY(f.until([&] {
            return f.text("releaseVerdictLabel").startsWith(QStringLiteral("✗"));
        })); // a damaged ledger decides nothing
        QCOMPARE(intruder.run(swap.arg(QStringLiteral("smoky"), QStringLiteral("smoke"))), 1);
        const QString again = f.verified(m_known);
        QVERIFY2(isSound(again), qPrintable(again));
        QVERIFY(
            f.until([&] { return f.text("releaseVerdictLabel").startsWith(QStringLiteral("✓")); }));
    }

    void aRowCutFromTheEndIsFoundAndNamed()
    {
        Play& f = *m_play;
        const qint64 last = f.head().count;
        Intruder intruder(f.folder.path());
        const QString where = QStringLiteral(" FROM checklist_entry WHERE number = %1").arg(last);
        intruder.run(QStringLiteral("CREATE TEMP TABLE cut AS SELECT *") + where);
        QCOMPARE(intruder.run(QStringLiteral("DELETE") + where), 1);
        const QString said = f.verified();
        QVERIFY2(
            said.contains(QStringLiteral("The end is missing: there were %1 entries").arg(last)),
            qPrintable(said));
        QCOMPARE(intruder.run(QStringLiteral("INSERT INTO checklist_entry SELECT * FROM cut")), 1);
        const QString again = f.verified(m_known);
        QVERIFY2(isSound(again), qPrintable(again));
    }

    void anAlteredFileIsFoundAndNamed()
    {
        Play& f = *m_play;
        const QByteArray hash = f.item("runbook").evidence.front().fileHash;
        QFile file(
            f.folder.filePath(QStringLiteral("evidence/") + QString::fromLatin1(hash.toHex())));
        const auto flip = [&file] {
            if (!file.open(QIODevice::ReadWrite))
                return false;
            QByteArray bytes = file.readAll();
            bytes[0] = static_cast<char>(bytes[0] ^ 1);
            const bool isWritten = file.seek(0) && file.write(bytes) == bytes.size();
            file.close();
            return isWritten;
        };
        QVERIFY(flip());
        const QString said = f.verified(m_known);
        QVERIFY2(said.contains(QStringLiteral("Runbook tried out: tried.txt")) &&
                     said.contains(QStringLiteral("the file was changed")),
                 qPrintable(said));
        QVERIFY(flip());
        const QString again = f.verified(m_known);
        QVERIFY2(isSound(again), qPrintable(again));
    }

    void cleanupTestCase() { m_play.reset(); }

private:
    static bool isSound(const QString& verdict)
    {
        return verdict.contains(QStringLiteral("nothing was changed")) &&
               verdict.contains(QStringLiteral("Complete: all that was given away is there")) &&
               verdict.count(u'\n') == 1;
    }

    std::unique_ptr<Play> m_play;
    QString m_known; ///< a head as the report gives it away
    bool m_isBroken = false;
};

RELEVO_TEST(PlayThroughTest)
#include "play_through_test.moc"
