// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/connection.h"
#include "store_fixture.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>

using namespace store_test;
using base::Code;

namespace {

store::TurnCommit erasingTurn(const store::Committed& last)
{
    auto turn = nextTurn(last, "borrá mis datos por favor");
    turn.events.push_back(event(engine::EventKind::Erased, engine::Actor::System, {}));
    turn.erases = true;
    turn.state = R"({"isErased":true})";
    return turn;
}

/// Which of the store's files still hold the bytes.
QStringList filesWith(const QString& folder, const QByteArray& needle)
{
    QStringList found;
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Files)) {
        if (fileBytes(dir.filePath(name)).contains(needle))
            found += name;
    }
    return found;
}

void change(const QString& path, const QString& statement)
{
    auto connection = store::Connection::open(path, store::Connection::Role::Create);
    QVERIFY(connection);
    QVERIFY((*connection)->execute(statement));
}

} // namespace

class ErasureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Scenario 30, and "Checksums and erasure".
    void erasedWordsLeaveEveryFileAndTheChainStillVerifies()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const QByteArray planted = "xilofonista";
        auto turn = newTurn(ulid(1), QString::fromUtf8(planted) + " Pérez vive en la calle 9");
        turn.summary.name = "Nombrepersonal";
        turn.state = "estado xilofonista";
        turn.recordPersonal = R"({"normalised":"xilofonista"})";
        const auto first = f.commit(turn);
        QVERIFY(first);
        const auto other = f.commit(newTurn(ulid(2), "otra charla"));
        QVERIFY(f.ask<void>([&](auto& s, auto r) {
            s.saveDraft({first->conversation, {1}, "borrador xilofonista", false, base::fromMs(1)},
                        std::move(r));
        }));
        QVERIFY(f.ask<void>([&](auto& s, auto r) {
            s.saveCustomer({turn.customer, "Nombrepersonal", "es"}, std::move(r));
        }));
        QVERIFY(f.waitForIndex());
        QCOMPARE(f.search({.words = "xilofonista"})->hits.size(), std::size_t(2));
        QVERIFY(!filesWith(f.folder(), planted).isEmpty());

        const auto erased = f.commit(erasingTurn(*first));
        QVERIFY(erased);
        QCOMPARE(erased->events.at(2).text,
                 QStringLiteral("Contame qué pasa con borrá mis datos por favor"));
        QTRY_VERIFY(f.search({.words = "xilofonista"})->hits.empty());
        QTRY_COMPARE(filesWith(f.folder(), planted), QStringList());
        QTRY_COMPARE(filesWith(f.folder(), "Nombrepersonal"), QStringList());
        QTRY_COMPARE(filesWith(f.folder(), "mis datos"), QStringList());

        QVERIFY(f.verify(first->conversation));
        const auto rows = f.events({.conversation = first->conversation});
        QCOMPARE(rows->size(), std::size_t(7));
        for (const auto& row : *rows)
            QVERIFY(row.text.isEmpty());
        QVERIFY(rows->at(0).isErased);
        QVERIFY(!rows->at(1).isErased); // it never had a text
        const auto head = f.conversation(first->conversation);
        QVERIFY(head->isErased);
        QVERIFY(head->summary.name.isEmpty() && head->summary.lastText.isEmpty());
        QCOMPARE(f.ask<store::CustomerRow>([&](auto& s, auto r) {
                      s.customer(turn.customer, std::move(r));
                  })->name,
                 QString());
        QCOMPARE(f.events({.conversation = other->conversation})->at(0).text,
                 QStringLiteral("otra charla"));
        QCOMPARE(f.search({.words = "otra charla"})->hits.size(), std::size_t(2));
        QVERIFY(fileBytes(f.path("erased.ids")).contains(ulid(1).toUtf8()));
    }

    void erasedConversationMayGoOn()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto erased = f.commit(erasingTurn(*f.commit(newTurn(ulid(1)))));
        const auto next = f.commit(nextTurn(*erased, "una palabra nueva"));
        QVERIFY(next);
        QVERIFY(f.verify(next->conversation));
        QVERIFY(f.waitForIndex());
        QCOMPARE(f.search({.words = "palabra nueva"})->hits.size(), std::size_t(2));
    }

    void whatIsSaidAfterTheErasureStays()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = f.commit(newTurn(ulid(1), "xilofonista"));
        auto turn = erasingTurn(*first);
        turn.events.push_back(
            store_test::event(engine::EventKind::BotMessage, engine::Actor::Bot, "Listo, borrado"));
        QVERIFY(f.commit(turn));
        const auto rows = f.events({.conversation = first->conversation});
        QCOMPARE(rows->back().text, QStringLiteral("Listo, borrado"));
        QVERIFY(rows->at(3).isErased && !rows->back().isErased);
        QVERIFY(f.verify(first->conversation));
        QVERIFY(f.waitForIndex());
        QTRY_VERIFY(f.search({.words = "xilofonista"})->hits.empty());
        QCOMPARE(f.search({.words = "listo borrado"})->hits.size(), std::size_t(1));
    }

    // An index that was not there when texts were erased does not bring them back.
    void erasureReachesAnIndexThatWasBehind()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = f.commit(newTurn(ulid(1), "xilofonista"));
        QVERIFY(f.waitForIndex());
        f.close();
        const QByteArray oldIndex = fileBytes(f.path("search.db"));
        QVERIFY(f.open());
        QVERIFY(f.commit(erasingTurn(*first)));
        f.close();
        QFile file(f.path("search.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(oldIndex);
        file.close();
        QVERIFY(f.open());
        QTRY_VERIFY(f.search({.words = "xilofonista"})->hits.empty());
        QTRY_COMPARE(filesWith(f.folder(), "xilofonista"), QStringList());
    }

    // Scenario 12: what the integrity check does not see.
    void tamperedRowIsFoundAndNamed_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("word");
        QTest::newRow("payload") << "UPDATE event SET payload = CAST('[]' AS BLOB) WHERE seq = 5"
                                 << "event 5";
        QTest::newRow("text")
            << "UPDATE event_text SET text = 'x' WHERE event = (SELECT id FROM event WHERE seq = 4)"
            << "event 4 has another text";
        QTest::newRow("text gone")
            << "DELETE FROM event_text WHERE event = (SELECT id FROM event WHERE seq = 4)"
            << "event 4 has lost its text";
        QTest::newRow("row gone") << "DELETE FROM event WHERE seq = 2"
                                  << "event 2 is missing";
        QTest::newRow("last row gone") << "DELETE FROM event WHERE seq = 6"
                                       << "event 6 is missing";
        QTest::newRow("time") << "UPDATE event SET time = time + 1 WHERE seq = 1"
                              << "event 1";
    }
    void tamperedRowIsFoundAndNamed()
    {
        QFETCH(QString, statement);
        QFETCH(QString, word);
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = f.commit(newTurn(ulid(1)));
        QVERIFY(f.commit(nextTurn(*first)));
        QVERIFY(f.verify(first->conversation));
        f.close();
        change(f.path("relevo.db"), statement);
        QVERIFY(f.open());
        const auto verdict = f.verify(first->conversation);
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().code, Code::Corrupt);
        QVERIFY2(verdict.error().detail.contains(word), qPrintable(verdict.error().detail));
        QCOMPARE(f.verify({77}).error().code, Code::NotFound);
    }

    void demonstrationGoesWithAllItsRows()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(newTurn(ulid(1), "verdadera")));
        base::ConversationId demo;
        for (int i = 2; i < 10; ++i) {
            auto turn = newTurn(ulid(i), "demostración");
            turn.isDemo = true;
            turn.clientMessageId = "c";
            demo = f.commit(turn)->conversation;
        }
        QVERIFY(f.waitForIndex());
        QCOMPARE(f.store().health().conversations, 9);
        const auto gone = f.ask<int>([](auto& s, auto r) { s.removeDemo(std::move(r)); });
        QCOMPARE(*gone, 8);
        QCOMPARE(f.store().health().conversations, 1);
        QCOMPARE(f.conversation(demo).error().code, Code::NotFound);
        QVERIFY(f.events({.conversation = demo})->empty());
        QTRY_VERIFY(f.search({.words = "demostracion"})->hits.empty());
        QCOMPARE(*f.ask<int>([](auto& s, auto r) { s.removeDemo(std::move(r)); }), 0);
        const auto next = f.commit(newTurn(ulid(20)));
        QVERIFY2(next->conversation > demo, "an id never comes back");
    }
};

RELEVO_TEST(ErasureTest)
#include "erasure_test.moc"
