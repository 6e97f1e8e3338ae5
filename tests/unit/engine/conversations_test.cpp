// SPDX-License-Identifier: GPL-3.0-or-later
// The written conversations of tests/conversations, and what the study folder does beside them.
#include "base/random.h"
#include "engine/engine.h"
#include "engine/study/conversation_test.h"
#include "engine/study/replay.h"
#include "engine/study/simulate.h"
#include "support/runner.h"
#include "unit/engine/talk.h"

using engine::Input;
using engine_test::defaultFlow;
using engine_test::shippedFlow;
using engine_test::Talk;

class ConversationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writtenConversationsGoAsWritten_data()
    {
        QTest::addColumn<QString>("path");
        const QDir dir(QStringLiteral(RELEVO_SOURCE_DIR "/tests/conversations"));
        const auto names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
        QVERIFY(names.size() >= 120);
        for (const auto& name : names)
            QTest::newRow(qPrintable(name)) << QStringLiteral("tests/conversations/") + name;
    }
    void writtenConversationsGoAsWritten()
    {
        QFETCH(QString, path);
        const auto result = engine::runConversationTest(shippedFlow(), engine_test::bytesOf(path));
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
        QVERIFY2(result->hasPassed(),
                 qPrintable(result->failures.join(u'\n') + u'\n' + result->transcript));
    }

    void aFailureNamesItsTurn()
    {
        const auto result = engine::runConversationTest(
            defaultFlow(),
            R"({"name":"x","turns":[{"say":"sí","stage":"language"},{"say":"1","stage":"nowhere"}]})");
        QVERIFY(result);
        QCOMPARE(result->failures.size(), 1);
        QVERIFY(result->failures.front().startsWith(QStringLiteral("turn 2: stage 'name'")));
        QVERIFY(!engine::runConversationTest(defaultFlow(), "[]"));
        QVERIFY(!engine::runConversationTest(defaultFlow(), R"({"turns":[{"agent":"nobody"}]})"));
    }

    void theSameSeedGivesTheSameSimulation()
    {
        base::SeededRandom one(7), two(7);
        const auto a = engine::simulate(defaultFlow(), {.turns = 5000}, one);
        const auto b = engine::simulate(defaultFlow(), {.turns = 5000}, two);
        QCOMPARE(a.stages, b.stages);
        QCOMPARE(a.outcomes, b.outcomes);
        QVERIFY2(a.violations.isEmpty(), qPrintable(a.violations.join(u'\n')));
        QVERIFY(a.outcomes.value(QStringLiteral("resolved")) > 0);
    }

    void aReplayAgainstTheSameFlowIsTheSame()
    {
        const auto recorded = record();
        const auto result = engine::replay(defaultFlow(), recorded);
        QVERIFY2(result.outcome == engine::ReplayResult::Outcome::Same,
                 qPrintable(result.before + u'\n' + result.after));
        QCOMPARE(result.turns, static_cast<int>(recorded.size()));
    }

    void aReplayShowsTheFirstDifference()
    {
        auto recorded = record();
        recorded[2].events.back().text += u'!';
        const auto result = engine::replay(defaultFlow(), recorded);
        QCOMPARE(result.outcome, engine::ReplayResult::Outcome::Different);
        QCOMPARE(result.differentAt, 2);
        QVERIFY(result.before.endsWith(u'!'));
    }

    void withoutItsTextATurnIsNotReplayable()
    {
        auto recorded = record();
        recorded[3].isReplayable = false;
        QCOMPARE(engine::replay(defaultFlow(), recorded).outcome,
                 engine::ReplayResult::Outcome::NotReplayable);
    }

private:
    static std::vector<engine::RecordedTurn> record()
    {
        std::vector<engine::RecordedTurn> turns;
        Talk talk;
        std::vector<Input> inputs{{.kind = Input::Kind::Begin, .text = QStringLiteral("es-AR")}};
        for (const auto* text :
             {"sí", "1", "Ana", "no enciende la notebook", "sigue igual", "chau"})
            inputs.push_back({.kind = Input::Kind::Message, .text = QString::fromUtf8(text)});
        for (const auto& input : inputs) {
            talk.give(input);
            turns.push_back({.input = input,
                             .facts = talk.facts,
                             .stageAfter = talk.stage(),
                             .rule = talk.decision.record.rule,
                             .events = talk.decision.events});
        }
        return turns;
    }
};

RELEVO_TEST(ConversationsTest)
#include "conversations_test.moc"
