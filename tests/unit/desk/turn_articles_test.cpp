// SPDX-License-Identifier: GPL-3.0-or-later
// A turn that asks for articles: one search, one decision, the figures of the article.
#include "engine/flow.h"
#include "engine/study/replay.h"
#include "support/desk_fixture.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace {

QString fromUtf8(const char* text)
{
    return QString::fromUtf8(text);
}

desk::ShippedFile shippedFile(const char* name)
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/resources/knowledge/articles/") + fromUtf8(name));
    return {fromUtf8(name), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()};
}

} // namespace

class TurnArticlesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aQuestionIsAnsweredWithAnArticleAndItsFiguresRise()
    {
        DeskFixture f;
        f.shipped = {shippedFile("using_two_monitors.es-AR.md")};
        f.restart();
        f.desk->setWebAddress(fromUtf8("https://shop.example/"));
        const auto article = [&] {
            return f.ask<desk::Article>([&](base::Caller& c, auto done) {
                f.desk->article(c, fromUtf8("using_two_monitors"), std::move(done));
            });
        };
        QVERIFY(QTest::qWaitFor([&] { return article().has_value(); }));
        const auto g = f.greet();
        for (const char* text : {"sí", "español", "Ana"})
            QVERIFY(f.say(g.session, fromUtf8(text)));
        const auto answer =
            f.say(g.session, fromUtf8("como puedo usar dos monitores a la vez"), fromUtf8("m1"));
        QVERIFY(answer);
        QVERIFY2(answer->reply.contains(
                     fromUtf8("https://shop.example/articles/using_two_monitors?lang=es-AR")),
                 qPrintable(answer->reply));
        QCOMPARE(article()->used, qint64(1));
        QVERIFY(f.say(g.session, fromUtf8("como puedo usar dos monitores a la vez"),
                      fromUtf8("m1"))); // a repeat counts nothing
        QVERIFY(f.say(g.session, fromUtf8("sí")));
        QCOMPARE(article()->used, qint64(1));
        QCOMPARE(article()->answered, qint64(1));
    }

    // What was found is part of the recorded facts: replay needs no article and no search.
    void aTurnThatQuotedAnArticleReplaysByteForByte()
    {
        DeskFixture f;
        f.shipped = {shippedFile("using_two_monitors.es-AR.md")};
        f.restart();
        f.desk->setWebAddress(fromUtf8("https://shop.example/"));
        QVERIFY(QTest::qWaitFor([&] {
            return f
                .ask<desk::Article>([&](base::Caller& c, auto done) {
                    f.desk->article(c, fromUtf8("using_two_monitors"), std::move(done));
                })
                .has_value();
        }));
        const auto g = f.greet();
        for (const char* text : {"sí", "español", "Ana", "como puedo usar dos monitores a la vez",
                                 "sí", "gracias, chau"})
            QVERIFY(f.say(g.session, fromUtf8(text)));

        auto turns = f.ask<std::vector<engine::RecordedTurn>>([&](base::Caller& c, auto done) {
            f.desk->recordedTurns(c, g.answer.conversation, std::move(done));
        });
        QVERIFY(turns);
        QVERIFY(std::ranges::any_of(*turns, [](const engine::RecordedTurn& turn) {
            return turn.facts.articles && !turn.facts.articles->isEmpty();
        }));
        const auto files = DeskFixture::catalogue();
        const auto flow = engine::Flow::load(DeskFixture::flowJson(), {files.begin(), files.end()});
        QVERIFY(flow);
        const auto result = engine::replay(*flow, *turns);
        QVERIFY2(result.outcome == engine::ReplayResult::Outcome::Same,
                 qPrintable(result.before + u'\n' + result.after));
        QCOMPARE(result.turns, static_cast<int>(turns->size()));

        // And it does compare what was quoted.
        for (auto& turn : *turns)
            turn.facts.articles = QList<engine::FoundArticle>();
        QCOMPARE(engine::replay(*flow, *turns).outcome, engine::ReplayResult::Outcome::Different);
    }
};

RELEVO_TEST(TurnArticlesTest)
#include "turn_articles_test.moc"
