// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "kill_round.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

using namespace std::chrono_literals;

namespace {

constexpr int kConnections = 8;
constexpr int kMessages = 10;

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
                                 QStringLiteral("no puedo"),
                                 QStringLiteral("empezar de nuevo"),
                                 QStringLiteral("1"),
                                 QStringLiteral("english please"),
                                 QStringLiteral("explicame"),
                                 QStringLiteral("no tengo internet"),
                                 QStringLiteral("¿qué horario?"),
                                 QStringLiteral("cerrar")};
    return all;
}

using Script = QStringList;

std::vector<Script> scripts(int count, base::Random& random)
{
    std::vector<Script> all(static_cast<std::size_t>(count));
    for (Script& script : all) {
        for (int i = 0; i < kMessages; ++i)
            script += sayings()[static_cast<qsizetype>(
                random.below(static_cast<quint64>(sayings().size())))];
    }
    return all;
}

/// One customer with what is left to say.
struct Talk {
    support::CustomerClient::Session session;
    std::size_t script = 0;
    qsizetype at = 0;
};

/// Takes the conversations of one connection a message at a time, in an order drawn from `seed`.
/// Every answer's conversation, stage and number go to `answers`, script by script.
void talkInTurns(quint16 port, const std::vector<Script>& all, const std::vector<std::size_t>& mine,
                 quint64 seed, std::vector<QStringList>& answers, std::atomic<int>& failures)
{
    base::SeededRandom random(seed);
    support::CustomerClient client(port);
    std::vector<Talk> talks;
    for (const std::size_t script : mine) {
        failures += client.greet() ? 0 : 1;
        talks.push_back({client.session(), script, 0});
    }
    while (!talks.empty()) {
        const auto drawn = static_cast<std::size_t>(random.below(talks.size()));
        Talk& talk = talks[drawn];
        client.use(talk.session);
        const auto answer = client.say(all[talk.script][talk.at++], {});
        failures += answer.status == 200 ? 0 : 1;
        answers[talk.script] += QStringLiteral("%1 %2").arg(answer.stage).arg(answer.seq);
        if (talk.at == all[talk.script].size())
            talks.erase(talks.begin() + static_cast<std::ptrdiff_t>(drawn));
    }
}

/// Until the program understands by its models, the last of which is that of problems; it learns them
/// behind the scenes at the first start.
bool waitForModel(const QString& folder)
{
    return QTest::qWaitFor(
        [&] {
            const QDir logs(folder + QStringLiteral("/logs"));
            for (const QString& name : logs.entryList(QDir::Files)) {
                QFile file(logs.filePath(name));
                if (file.open(QIODevice::ReadOnly) &&
                    file.readAll().contains("problem_model_in_use"))
                    return true;
            }
            return false;
        },
        30'000);
}

/// The export's lines without ids and times.
QStringList logsOf(const QString& folder)
{
    support::ChildProcess exporter(QStringLiteral(RELEVOCTL),
                                   {QStringLiteral("export"), QStringLiteral("conversations"),
                                    QStringLiteral("--data"), folder});
    if (exporter.wait() != 0)
        return {};
    QStringList logs;
    for (const QByteArray& line : exporter.lines()) {
        QString log;
        for (const auto& turn : QJsonDocument::fromJson(line).object().value(u"turns").toArray())
            log += turn[u"role"].toString() + u'>' + turn[u"text"].toString() + u'\n';
        logs += log;
    }
    logs.sort();
    return logs;
}

} // namespace

class InterleavingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Rule 2 of the conversation's specification, through the whole program: many at once, and the
    // same one at a time.
    void manyConversationsOverHttpEqualTheSameOnesAlone()
    {
        bool given = false;
        int count = qEnvironmentVariableIntValue("RELEVO_CONVERSATIONS", &given);
        count = given ? count : 100;
        quint64 seed = qEnvironmentVariable("RELEVO_SEED").toULongLong();
        if (seed == 0)
            seed = QRandomGenerator::global()->generate();
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        base::SeededRandom random(seed);
        const auto all = scripts(count, random);
        QTemporaryDir dir;
        const auto together =
            run(dir.filePath(QStringLiteral("together")), all, kConnections, seed);
        const auto alone = run(dir.filePath(QStringLiteral("alone")), all, 1, 0);
        if (QTest::currentTestFailed())
            return;
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(together[i], alone[i]);
        const QStringList logs = logsOf(dir.filePath(QStringLiteral("together")));
        QVERIFY(logs.size() >= count);
        QCOMPARE(logs, logsOf(dir.filePath(QStringLiteral("alone"))));
    }

private:
    /// With one connection each conversation is over before the next begins.
    static std::vector<QStringList> run(const QString& folder, const std::vector<Script>& all,
                                        int connections, quint64 seed)
    {
        std::vector<QStringList> answers(all.size());
        const auto program = crash::startProgram(crash::Program::Relevoctl, folder);
        if (!program) {
            QTest::qFail("the program does not start", __FILE__, __LINE__);
            return answers;
        }
        if (!waitForModel(folder))
            QTest::qFail("there is no model", __FILE__, __LINE__);
        const quint16 port = crash::portOf(*program);
        std::atomic<int> failures{0};
        if (connections == 1) {
            for (std::size_t i = 0; i < all.size(); ++i)
                talkInTurns(port, all, {i}, 1, answers, failures);
        } else {
            talkOnThreads(port, all, connections, seed, answers, failures);
        }
        if (failures > 0)
            QTest::qFail("some messages were refused", __FILE__, __LINE__);
        program->signal(SIGTERM);
        if (program->wait() != 0)
            QTest::qFail("the program did not end well", __FILE__, __LINE__);
        return answers;
    }

    static void talkOnThreads(quint16 port, const std::vector<Script>& all, int connections,
                              quint64 seed, std::vector<QStringList>& answers,
                              std::atomic<int>& failures)
    {
        std::vector<std::thread> threads;
        for (int t = 0; t < connections; ++t) {
            std::vector<std::size_t> mine;
            for (auto i = static_cast<std::size_t>(t); i < all.size();
                 i += static_cast<std::size_t>(connections))
                mine.push_back(i);
            threads.emplace_back([&, mine, t] {
                talkInTurns(port, all, mine, seed + static_cast<quint64>(t), answers, failures);
            });
        }
        for (std::thread& thread : threads)
            thread.join();
    }
};

RELEVO_TEST(InterleavingTest)
#include "interleaving_test.moc"
