// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"
#include "store_fixture.h"
#include "support/runner.h"

#include <latch>

using namespace store_test;
using base::Code;

namespace {

base::Result<void> setSetting(store::Connection& connection, int number)
{
    return connection.use("INSERT INTO setting (name, value) VALUES (?, 'x')")
        .bind(QStringLiteral("s%1").arg(number))
        .run();
}

/// A writer without a store around it, on a database that a store has made.
class BareWriter
{
public:
    explicit BareWriter(StoreFixture& f)
        : m_caller(f.caller()), m_writer({.database = f.path("relevo.db"),
                                          .commits = f.path("commits"),
                                          .erasedIds = f.path("erased.ids"),
                                          .committed = {}},
                                         f.clock(), m_random, f.log())
    {
    }
    [[nodiscard]] base::Result<void> start() { return m_writer.start(); }
    void stop() { m_writer.stop(); }
    [[nodiscard]] store::Health health() const { return m_writer.health(); }

    /// What is asked for until letGo() forms one group.
    void hold()
    {
        m_writer.write<void>({}, [this](store::Connection&) -> base::Result<void> {
            m_isHeld.count_down();
            m_held.wait();
            return {};
        });
        m_isHeld.wait();
    }
    void letGo() { m_held.count_down(); }

    void write(std::function<base::Result<void>(store::Connection&)> work,
               std::function<void(base::Result<void>)> done)
    {
        m_writer.write<void>(m_caller.expect<void>(std::move(done)), std::move(work));
    }

private:
    base::Caller& m_caller;
    base::SystemRandom m_random;
    std::latch m_isHeld{1};
    std::latch m_held{1};
    store::Writer m_writer;
};

} // namespace

class WriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A piece that fails halfway loses what it changed, and takes nobody with it, wherever in the
    // group it stands and however many there are.
    void whatFailsHalfwayIsUndoneAlone_data()
    {
        QTest::addColumn<QList<int>>("failing");
        QTest::newRow("first") << QList<int>{0};
        QTest::newRow("last") << QList<int>{9};
        QTest::newRow("three") << QList<int>{2, 3, 7};
        QTest::newRow("all") << QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        QTest::newRow("none") << QList<int>{};
    }
    void whatFailsHalfwayIsUndoneAlone()
    {
        QFETCH(QList<int>, failing);
        constexpr int kPieces = 10;
        StoreFixture f;
        QVERIFY(f.open());
        f.close();
        BareWriter writer(f);
        QVERIFY(writer.start());
        writer.hold();
        std::vector<std::optional<base::Result<void>>> answers(kPieces);
        for (int i = 0; i < kPieces; ++i) {
            const bool fails = failing.contains(i);
            writer.write(
                [i, fails](store::Connection& connection) -> base::Result<void> {
                    if (auto done = setSetting(connection, i); !done || !fails)
                        return done;
                    return base::fail(Code::Refused, "halfway");
                },
                [&answers, i](base::Result<void> r) { answers[std::size_t(i)] = std::move(r); });
        }
        writer.letGo();
        const auto allCame = [&] {
            return std::all_of(answers.begin(), answers.end(),
                               [](const auto& answer) { return answer.has_value(); });
        };
        QVERIFY(f.home().runUntil(allCame));
        const auto groups = writer.health().groups;
        writer.stop();
        for (int i = 0; i < kPieces; ++i) {
            const auto& answer = *answers[std::size_t(i)];
            QCOMPARE(answer.has_value(), !failing.contains(i));
            if (!answer)
                QCOMPARE(answer.error().code, Code::Refused);
        }
        QCOMPARE(groups, 1);
        QVERIFY(f.open());
        auto connection =
            store::Connection::open(f.path("relevo.db"), store::Connection::Role::Reader);
        QVERIFY(connection);
        for (int i = 0; i < kPieces; ++i) {
            const QString count =
                QStringLiteral("SELECT count(*) FROM setting WHERE name = 's%1'").arg(i);
            QCOMPARE((*connection)->number(count).value(), failing.contains(i) ? 0 : 1);
        }
    }
};

RELEVO_TEST(WriterTest)
#include "writer_test.moc"
