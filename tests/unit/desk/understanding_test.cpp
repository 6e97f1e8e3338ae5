// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/study/replay.h"
#include "support/desk_fixture.h"
#include "support/runner.h"

#include <QFile>

using namespace std::chrono_literals;

namespace understanding_test {

/// A desk with phrases, and a conversation with one message that a person may correct.
struct Taught {
    Taught()
    {
        version = f.waitForModel();
        me = f.person(QStringLiteral("Lucía"));
        greeting = f.waiting();
        std::ignore = f.say(greeting.session, QStringLiteral("se me murió la máquina"));
        for (const auto& event : f.events(greeting.answer.conversation)) {
            if (event.kind == engine::EventKind::CustomerMessage)
                message = event.seq;
        }
    }
    base::Result<desk::Understood> understood(base::Seq seq)
    {
        return f.ask<desk::Understood>([&](base::Caller& caller, auto done) {
            f.desk->understood(caller, greeting.answer.conversation, seq, std::move(done));
        });
    }
    base::Result<void> correct(const char* intent)
    {
        return f.ask<void>([&](base::Caller& caller, auto done) {
            f.desk->correct(
                caller, {greeting.answer.conversation, message, QString::fromLatin1(intent), me.id},
                std::move(done));
        });
    }
    desk::Training training()
    {
        return f
            .ask<desk::Training>(
                [&](base::Caller& caller, auto done) { f.desk->training(caller, std::move(done)); })
            .value_or(desk::Training());
    }
    base::Result<desk::Retrained> retrain()
    {
        return f.ask<desk::Retrained>(
            [&](base::Caller& caller, auto done) { f.desk->retrain(caller, std::move(done)); });
    }
    base::Result<void> back()
    {
        return f.ask<void>([&](base::Caller& caller, auto done) {
            f.desk->previousModel(caller, std::move(done));
        });
    }

    DeskFixture f{DeskFixture::someIntents()};
    QString version;
    desk::Person me;
    desk::Greeting greeting;
    base::Seq message;
};

} // namespace understanding_test

using understanding_test::Taught;

class UnderstandingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedModelIsKeptAsAFile()
    {
        DeskFixture f(DeskFixture::someIntents());
        const QString version = f.waitForModel();
        const QString file = f.folder.filePath("understanding.model");
        QVERIFY(QFile::exists(file));
        f.restart();
        QCOMPARE(f.waitForModel(), version);
        // A file of another version, or damaged, is replaced.
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("nonsense") > 0);
        damaged.close();
        f.restart();
        QCOMPARE(f.waitForModel(), version);
        QVERIFY(QFile(file).size() > 100);
    }

    void problemsAreHeardByAModelOfTheirOwn()
    {
        DeskFixture f(DeskFixture::someIntents(),
                      {R"({"schema":"relevo.problem/1","problem":"slow","phrases":{
                      "es-AR":["parece una tortuga con reuma","es una tortuga para abrir todo",
                               "más lenta que una tortuga"],"en":["slow as a tortoise"]}})",
                       R"({"schema":"relevo.problem/1","problem":"noise","phrases":{
                      "es-AR":["suena como un secarropas","parece una turbina",
                               "ronronea como un gato"],"en":["sounds like a jet"]}})"});
        QVERIFY(!f.waitForModel().isEmpty());
        const QString version = f.waitForProblemModel();
        QVERIFY(QFile::exists(f.folder.filePath("problems.model")));
        const auto g = f.waiting();
        std::ignore = f.say(g.session, QStringLiteral("la notebook parece una tortuga con reuma"));
        const auto turns =
            f.ask<std::vector<engine::RecordedTurn>>([&](base::Caller& caller, auto done) {
                f.desk->recordedTurns(caller, g.answer.conversation, std::move(done));
            });
        QVERIFY(turns);
        const auto& facts = turns->back().facts;
        QCOMPARE(facts.problemModel, version);
        QVERIFY(!facts.problemCandidates.isEmpty());
        QCOMPARE(facts.problemCandidates.first().problem, QStringLiteral("slow"));
        f.restart();
        QCOMPARE(f.waitForProblemModel(), version);
    }

    void withoutPhrasesNothingIsClassified()
    {
        DeskFixture f;
        const auto g = f.waiting();
        const auto turns =
            f.ask<std::vector<engine::RecordedTurn>>([&](base::Caller& caller, auto done) {
                f.desk->recordedTurns(caller, g.answer.conversation, std::move(done));
            });
        QVERIFY(turns);
        for (const auto& turn : *turns)
            QVERIFY(turn.facts.candidates.isEmpty() && turn.facts.nluModel.isEmpty() &&
                    turn.facts.problemCandidates.isEmpty() && turn.facts.problemModel.isEmpty());
    }

    void aMessageIsRecordedWithWhatItWasTakenFor()
    {
        Taught t;
        const auto turns =
            t.f.ask<std::vector<engine::RecordedTurn>>([&](base::Caller& caller, auto done) {
                t.f.desk->recordedTurns(caller, t.greeting.answer.conversation, std::move(done));
            });
        QVERIFY(turns);
        QCOMPARE(turns->back().facts.nluModel, t.version);
        QCOMPARE(turns->back().facts.candidates.size(), 3);
        const auto understood = t.understood(t.message);
        QVERIFY(understood);
        QCOMPARE(understood->text, QStringLiteral("se me murió la máquina"));
        QCOMPARE(understood->candidates.first().intent,
                 turns->back().facts.candidates.first().intent);
        QCOMPARE(understood->intents,
                 (QStringList{"person", "shop_information", "technical_problem"}));
        QVERIFY(understood->corrected.isEmpty());
    }

    void onlyCustomersMessagesAreCorrected()
    {
        Taught t;
        QCOMPARE(t.understood(base::Seq{1}).error().code, base::Code::Refused);
        QCOMPARE(t.understood(base::Seq{999}).error().code, base::Code::NotFound);
        QCOMPARE(t.correct("no_such_intent").error().code, base::Code::Invalid);
        QVERIFY(t.training().phrases.empty());
    }

    void aCorrectedPhraseTellsWhoAndWhere()
    {
        Taught t;
        QVERIFY(t.correct("technical_problem"));
        const auto phrases = t.training().phrases;
        QCOMPARE(phrases.size(), 1U);
        QCOMPARE(phrases.front().text, QStringLiteral("se me murió la máquina"));
        QCOMPARE(phrases.front().intent, QStringLiteral("technical_problem"));
        QCOMPARE(phrases.front().personName, QStringLiteral("Lucía"));
        QCOMPARE(phrases.front().conversation, t.greeting.answer.conversation);
        QCOMPARE(phrases.front().language, QStringLiteral("es-AR"));
        QCOMPARE(t.understood(t.message)->corrected, QStringLiteral("technical_problem"));
    }

    void aModelThatIsNotWorseReplacesTheOld()
    {
        Taught t;
        QVERIFY(t.correct("technical_problem"));
        const auto retrained = t.retrain();
        QVERIFY(retrained);
        QVERIFY(retrained->isReplaced == (retrained->after >= retrained->before));
        QVERIFY(retrained->isReplaced);
        const auto training = t.training();
        QVERIFY(training.model->version != t.version);
        QCOMPARE(training.model->corrected, 1);
        QVERIFY(training.model->trained.has_value());
        QVERIFY(training.hasPrevious);
        std::ignore = t.f.say(t.greeting.session, QStringLiteral("se me murió la máquina"));
        const auto events = t.f.events(t.greeting.answer.conversation);
        for (const auto& event : events) {
            if (event.kind == engine::EventKind::CustomerMessage)
                t.message = event.seq;
        }
        QCOMPARE(t.understood(t.message)->candidates.first().intent,
                 QStringLiteral("technical_problem"));
        // It outlives the program.
        t.f.restart();
        QCOMPARE(t.f.waitForModel(), training.model->version);
    }

    void oneStepBackIsTheModelBefore()
    {
        Taught t;
        QCOMPARE(t.back().error().code, base::Code::NotFound);
        QVERIFY(t.correct("technical_problem"));
        QVERIFY(t.retrain()->isReplaced);
        QVERIFY(t.back());
        QCOMPARE(t.training().model->version, t.version);
        QVERIFY(!t.training().hasPrevious);
        t.f.restart();
        QCOMPARE(t.f.waitForModel(), t.version);
    }

    void aModelIsLearntAMinuteAfterACorrection()
    {
        Taught t;
        QVERIFY(t.correct("technical_problem"));
        t.f.settle();
        QCOMPARE(t.training().model->version, t.version);
        t.f.clock.advance(61s);
        QVERIFY(QTest::qWaitFor([&] { return t.training().model->version != t.version; }, 20'000));
    }

    void phrasesGoWhenTheirConversationIsErased()
    {
        Taught t;
        QVERIFY(t.correct("technical_problem"));
        QVERIFY(t.f.ask<desk::ConversationHead>([&](base::Caller& caller, auto done) {
            t.f.desk->erase(caller, t.greeting.answer.conversation, t.me.id, std::move(done));
        }));
        QVERIFY(t.training().phrases.empty());
        QCOMPARE(t.understood(t.message).error().code, base::Code::Refused);
    }

    void aPhraseCanBeTakenBack()
    {
        Taught t;
        QVERIFY(t.correct("technical_problem"));
        const qint64 id = t.training().phrases.front().id;
        const auto remove = [&] {
            return t.f.ask<void>([&](base::Caller& caller, auto done) {
                t.f.desk->removePhrase(caller, id, std::move(done));
            });
        };
        QVERIFY(remove());
        QVERIFY(t.training().phrases.empty());
        QCOMPARE(remove().error().code, base::Code::NotFound);
    }
};

RELEVO_TEST(UnderstandingTest)
#include "understanding_test.moc"
