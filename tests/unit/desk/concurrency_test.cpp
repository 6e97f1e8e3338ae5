// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk_fixture.h"
#include "support/runner.h"

#include <QRandomGenerator>
#include <QStringList>

#include <thread>

using namespace std::chrono_literals;

namespace {

const QStringList& sayings()
{
    static const QStringList all{QStringLiteral("sí"),
                                 QStringLiteral("español"),
                                 QStringLiteral("Ana"),
                                 QStringLiteral("la compu no prende"),
                                 QStringLiteral("notebook"),
                                 QStringLiteral("sigue igual"),
                                 QStringLiteral("asdf"),
                                 QStringLiteral("hablar con una persona"),
                                 QStringLiteral("empezar de nuevo"),
                                 QStringLiteral("no puedo"),
                                 QStringLiteral("1"),
                                 QStringLiteral("english please"),
                                 QStringLiteral("explicame")};
    return all;
}

/// A log without what differs between runs: ids and times.
QStringList logOf(DeskFixture& f, base::ConversationId id)
{
    QStringList log;
    for (const auto& event : f.events(id))
        log += QStringLiteral("%1 %2 %3 %4")
                   .arg(event.seq.value)
                   .arg(QLatin1String(engine::eventKindName(event.kind)), event.text,
                        QString::fromUtf8(event.payload));
    return log;
}

} // namespace

class ConcurrencyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Rule 2: each log equals the one that the conversation would have alone.
    void interleavedConversationsGiveTheLogsOfOneAtATime()
    {
        constexpr int kConversations = 120;
        constexpr int kTurns = 12;
        const quint64 seed = QRandomGenerator::global()->generate();
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        base::SeededRandom random(seed);
        std::vector<QStringList> scripts(kConversations);
        for (auto& script : scripts) {
            for (int i = 0; i < kTurns; ++i)
                script += sayings()[static_cast<qsizetype>(
                    random.below(static_cast<quint64>(sayings().size())))];
        }
        DeskFixture together;
        std::vector<desk::Greeting> greetings;
        for (int c = 0; c < kConversations; ++c)
            greetings.push_back(together.greet());
        std::vector<qsizetype> at(kConversations, 0);
        int open = kConversations * kTurns;
        int inFlight = 0;
        std::vector<bool> busy(kConversations, false);
        while (open > 0 || inFlight > 0) {
            const auto c = static_cast<std::size_t>(random.below(kConversations));
            const bool canSpeak = !busy[c] && at[c] < kTurns;
            if (canSpeak) {
                busy[c] = true;
                ++inFlight;
                --open;
                together.desk->customerSays(together.here.caller(), greetings[c].session,
                                            {.text = scripts[c][at[c]++]},
                                            [&, c](const base::Result<desk::Answer>&) {
                                                busy[c] = false;
                                                --inFlight;
                                            });
            }
            if (inFlight >= 8 || (!canSpeak && inFlight > 0))
                QVERIFY(together.here.runUntil(
                    [&, before = inFlight] { return inFlight < before || inFlight == 0; }, 20s));
        }
        DeskFixture alone;
        for (int c = 0; c < kConversations; ++c) {
            const auto g = alone.greet();
            for (const QString& said : scripts[static_cast<std::size_t>(c)])
                std::ignore = alone.say(g.session, said);
            QCOMPARE(logOf(together, greetings[static_cast<std::size_t>(c)].answer.conversation),
                     logOf(alone, g.answer.conversation));
        }
    }

    void ofTwoAgentsOneOwnsIt()
    {
        DeskFixture f;
        const auto a = f.person(QStringLiteral("Ana"));
        const auto b = f.person(QStringLiteral("Beto"));
        for (int round = 0; round < 20; ++round) {
            const auto g = f.waiting();
            std::atomic<int> owners{0};
            std::atomic<int> conflicts{0};
            const auto race = [&](base::PersonId me) {
                base::BlockingHome here;
                bool done = false;
                f.desk->takeOver(here.caller(), g.answer.conversation, me, {},
                                 [&](base::Result<desk::ConversationHead> head) {
                                     done = true;
                                     head ? ++owners : ++conflicts;
                                 });
                here.runUntil([&] { return done; }, 20s);
            };
            std::thread first(race, a.id);
            std::thread second(race, b.id);
            first.join();
            second.join();
            QCOMPARE(owners.load(), 1);
            QCOMPARE(conflicts.load(), 1);
        }
    }

    void floodedConversationSaysBusyAndLosesNothingItAccepted()
    {
        DeskFixture f;
        const auto g = f.greet();
        int accepted = 0, busy = 0, done = 0;
        for (int i = 0; i < 100; ++i) {
            f.desk->customerSays(f.here.caller(), g.session,
                                 {.text = QStringLiteral("mensaje %1").arg(i),
                                  .clientMessageId = QStringLiteral("m%1").arg(i)},
                                 [&](base::Result<desk::Answer> answer) {
                                     ++done;
                                     if (answer)
                                         ++accepted;
                                     else if (answer.error().code == base::Code::Busy)
                                         ++busy;
                                 });
        }
        QVERIFY(f.here.runUntil([&] { return done == 100; }, 20s));
        QCOMPARE(accepted + busy, 100);
        const auto events = f.events(g.answer.conversation);
        const auto stored = std::ranges::count_if(events, [](const desk::MessageEvent& e) {
            return e.kind == engine::EventKind::CustomerMessage;
        });
        QCOMPARE(static_cast<int>(stored), accepted);
    }
};

RELEVO_TEST(ConcurrencyTest)
#include "concurrency_test.moc"
