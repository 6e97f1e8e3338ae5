// SPDX-License-Identifier: GPL-3.0-or-later
// A turn that asks for articles: one search, one decision, the figures of the article.
#include "support/desk_fixture.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QFile>

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
};

RELEVO_TEST(TurnArticlesTest)
#include "turn_articles_test.moc"
