// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index/search_query.h"
#include "store_fixture.h"
#include "support/runner.h"

#include <QFile>

using namespace store_test;
using base::Code;

namespace {

/// One message a conversation, so that hits can be told apart.
store::TurnCommit oneWord(int n, const QString& text, engine::EventKind kind, engine::Actor actor)
{
    auto turn = newTurn(ulid(n), text, base::fromMs(1'764'000'000'000 + n * 1000LL));
    turn.events = {event(kind, actor, text)};
    return turn;
}

store::TurnCommit customerSays(int n, const QString& text)
{
    return oneWord(n, text, engine::EventKind::CustomerMessage, engine::Actor::Customer);
}

} // namespace

class SearchTest : public QObject
{
    Q_OBJECT
    static int hits(StoreFixture& f, const QString& words)
    {
        const auto page = f.search({.words = words});
        return page ? int(page->hits.size()) : -1;
    }

private Q_SLOTS:
    void accentsAndCaseDoNotMatter()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(customerSays(1, "La CONEXIÓN del ñandú falló")));
        QVERIFY(f.waitForIndex());
        for (const char* words : {"conexion", "Conexión", "nandu", "ÑANDÚ", "fallo conexion",
                                  "conex*", "\"del nandu\""})
            QCOMPARE(hits(f, QString::fromUtf8(words)), 1);
        for (const char* words : {"conex", "conexion impresora", "\"nandu del\""})
            QCOMPARE(hits(f, QString::fromUtf8(words)), 0);
    }

    void newestComeFirstAndPagesAreComplete()
    {
        StoreFixture f;
        QVERIFY(f.open());
        for (int i = 0; i < 60; ++i)
            QVERIFY(f.commit(customerSays((i * 37) % 60, "impresora"))); // not in the order of time
        QVERIFY(f.waitForIndex());
        std::vector<store::SearchHit> all;
        store::SearchQuery query{.words = "impresora", .limit = 7};
        do {
            const auto page = f.search(query);
            QVERIFY(page);
            all.insert(all.end(), page->hits.begin(), page->hits.end());
            query.after = page->next;
        } while (!query.after.isEmpty());
        QCOMPARE(all.size(), std::size_t(60));
        for (std::size_t i = 1; i < all.size(); ++i)
            QVERIFY(all[i - 1].time > all[i].time);
        const auto before =
            f.search({.words = "impresora", .before = base::fromMs(1'764'000'010'000)});
        QCOMPARE(before->hits.size(), std::size_t(10));
        QCOMPARE(f.search({.words = "impresora", .after = "x"}).error().code, Code::Invalid);
    }

    void messagesOfOneSecondOfManyAreAllKept()
    {
        StoreFixture f;
        QVERIFY(f.open());
        auto turn = newTurn(ulid(1), "mismo instante");
        turn.events.assign(50, turn.events.front());
        QVERIFY(f.commit(turn));
        QVERIFY(f.waitForIndex());
        QCOMPARE(hits(f, "instante"), 50);
    }

    void fromNarrowsToWhoSaidIt()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(customerSays(1, "router")));
        QVERIFY(f.commit(oneWord(2, "router", engine::EventKind::BotMessage, engine::Actor::Bot)));
        QVERIFY(
            f.commit(oneWord(3, "router", engine::EventKind::AgentMessage, engine::Actor::Agent)));
        QVERIFY(f.commit(oneWord(4, "router", engine::EventKind::Note, engine::Actor::Agent)));
        QVERIFY(f.waitForIndex());
        QCOMPARE(hits(f, "router"), 4);
        for (const char* from : {"customer", "bot", "agent", "note"})
            QCOMPARE(f.search({.words = "router", .from = from})->hits.size(), std::size_t(1));
        QCOMPARE(f.search({.words = "router", .from = "nobody"}).error().code, Code::Invalid);
        QCOMPARE(hits(f, "customer"), 0);
    }

    void hitTellsWhereAndShowsTheWords()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto done = f.commit(customerSays(1, "mi notebook se \2tildó\3 otra vez"));
        QVERIFY(f.waitForIndex());
        const auto page = f.search({.words = "tildo"});
        const auto& hit = page->hits.at(0);
        QCOMPARE(hit.conversation, done->conversation);
        QCOMPARE(hit.seq.value, 1);
        QCOMPARE(hit.actor, engine::Actor::Customer);
        QCOMPARE(hit.name, QStringLiteral("Juan Pablo"));
        QCOMPARE(hit.snippet, QStringLiteral("mi notebook se \2tildó\3 otra vez"));
        QCOMPARE(hit.time, base::fromMs(1'764'000'001'000));
    }

    void hostileSyntaxIsOnlyWords_data()
    {
        QTest::addColumn<QString>("words");
        for (const char* words : {"\"",
                                  "\"\"",
                                  "(",
                                  "impresora)",
                                  "impresora AND",
                                  "NOT impresora",
                                  "text:impresora",
                                  "who:customer",
                                  "{text}: x",
                                  "^impresora",
                                  "impresora NEAR/2 x",
                                  "-impresora",
                                  "a* * b*",
                                  "'; DROP TABLE message; --",
                                  "\"impresora",
                                  "*",
                                  "*impresora",
                                  "NEAR(",
                                  "+",
                                  "impresora + x",
                                  "\\",
                                  "%",
                                  "_",
                                  "\"a\"\"b\"",
                                  "😀",
                                  "¿?"})
            QTest::newRow(words) << QString::fromUtf8(words);
    }
    void hostileSyntaxIsOnlyWords()
    {
        QFETCH(QString, words);
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(customerSays(1, "impresora")));
        QVERIFY(f.waitForIndex());
        QVERIFY(f.search({.words = words}));
        QVERIFY(f.search({.words = words, .from = "customer"}));
        QCOMPARE(hits(f, "impresora"), 1);
    }

    void nothingToLookForFindsNothing()
    {
        for (const char* words : {"", "   ", "\"\"", "¿? !", "\"...\""})
            QCOMPARE(*store::matchExpression(QString::fromUtf8(words), {}), QString());
        QCOMPARE(*store::matchExpression("a \"b c\" d*", {}),
                 QStringLiteral("{text} : (\"a\" AND \"b c\" AND \"d*\" *)"));
        QVERIFY(
            store::matchExpression(QString(5000, u'a') + QString("b ").repeated(5000), {})->size() <
            1200);
    }

    void missingOrDamagedIndexIsMadeAnew_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("text") << QByteArray(5000, 'x');
        QTest::newRow("cut") << QByteArray("SQLite format 3\0", 16);
    }
    void missingOrDamagedIndexIsMadeAnew()
    {
        QFETCH(QByteArray, content);
        StoreFixture f;
        QVERIFY(f.open());
        for (int i = 0; i < 700; ++i) // more than one batch
            f.store().commitTurn(customerSays(i, "impresora"), {});
        QVERIFY(f.commit(customerSays(1000, "otra")));
        f.close();
        QVERIFY(QFile::remove(f.path("search.db")));
        if (!content.isEmpty()) {
            QFile file(f.path("search.db"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        QVERIFY(f.open());
        QVERIFY(f.waitForIndex());
        const auto page = f.search({.words = "impresora", .limit = 500});
        QCOMPARE(page->hits.size(), std::size_t(500));
        QCOMPARE(f.search({.words = "impresora", .after = page->next, .limit = 500})->hits.size(),
                 std::size_t(200));
    }

    void indexGoesOnFromItsMarkAfterARestart()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(customerSays(1, "impresora")));
        QVERIFY(f.waitForIndex());
        f.store().commitTurn(customerSays(2, "impresora"), {});
        QVERIFY(f.reopen());
        QVERIFY(f.waitForIndex());
        QCOMPARE(hits(f, "impresora"), 2);
    }
};

RELEVO_TEST(SearchTest)
#include "search_test.moc"
