// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "support/runner.h"

namespace {

const char* const kNothingElse = "default-src 'none'; style-src 'sha256-";

} // namespace

class ArticleSite : public GatewayFixture
{
public:
    using GatewayFixture::GatewayFixture;

    /// Its slug. Past the desk, which would refuse some.
    QByteArray add(const QString& title, const QString& markdown, bool isPublished = true,
                   const QString& language = QStringLiteral("es-AR"))
    {
        const auto saved = desk.ask<store::Article>([&](base::Caller& c, auto done) {
            desk.store->saveArticle(
                {.content = {.texts = {{language, title, markdown}}}, .isPublished = isPublished},
                c.expect<store::Article>(std::move(done)));
        });
        return saved ? saved->slug.toLatin1() : QByteArray();
    }
};

class ArticlePageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void publishedArticlesAreSmallPages()
    {
        ArticleSite f;
        std::ignore = f.desk.ask<void>([&](base::Caller& c, auto done) {
            f.desk.desk->saveSetting(c, s("shop.name"), s("Taller <Norte>"), std::move(done));
        });
        const auto slug = f.add(s("Wifi & más"), s("## Paso\n\nReiniciá **el módem**."));
        const auto page = f.get("/articles/" + slug);
        QCOMPARE(page.status, 200);
        QCOMPARE(page.header("Content-Type"), QByteArray("text/html; charset=utf-8"));
        QVERIFY(page.header("Content-Security-Policy").startsWith(kNothingElse));
        QVERIFY(!page.header("Content-Security-Policy").contains("unsafe"));
        QCOMPARE(page.header("X-Content-Type-Options"), QByteArray("nosniff"));
        QVERIFY(page.header("Set-Cookie").isEmpty());
        for (const char* part :
             {"<html lang=\"es-AR\">", "<h1>Wifi &amp; más</h1>", "<h2>Paso</h2>",
              "<strong>el módem</strong>", "Taller &lt;Norte&gt;", "</html>"})
            QVERIFY2(page.body.contains(part), page.body.constData());
        QVERIFY(!page.body.contains("<script"));
        QVERIFY(page.body.size() < 4000);
    }

    void languagesAreAskedForOrGuessed()
    {
        ArticleSite f;
        const auto spanish = f.add(s("Hola"), s("texto"));
        const auto english = f.add(s("Hello"), s("text"), true, s("en"));
        QCOMPARE(f.get("/articles/" + spanish + "?lang=es").status, 200); // falls back
        QCOMPARE(f.get("/articles/" + spanish + "?lang=en").status, 404);
        QCOMPARE(f.get("/articles/" + english + "?lang=en").status, 200);
        QCOMPARE(f.get("/articles/" + english + "?lang=es-AR").status, 404);
        const support::HttpHeaders fromAbroad{{"Accept-Language", "en-US,en"}};
        QCOMPARE(f.get("/articles/" + spanish, fromAbroad).status, 200);
        QVERIFY(f.get("/articles/" + english).body.contains("<html lang=\"en\">"));
        const auto gone = f.get("/articles/" + spanish + "?lang=en");
        QVERIFY(gone.body.contains("We could not find that page"));
    }

    void everythingElseIsThe404Page()
    {
        ArticleSite f;
        const auto draft = f.add(s("Borrador"), s("secreto"), false);
        const QByteArray targets[] = {
            "/articles/" + draft,    "/articles/",
            "/articles/nobody",      "/articles/A%20B",
            "/articles/x/y",         "/articles/<script>",
            "/articles/%22onload=x", "/articles/" + QByteArray(2000, 'a')};
        for (const QByteArray& target : targets) {
            const auto page = f.get(target);
            QVERIFY2(page.status == 404, target.constData());
            QVERIFY(page.header("Content-Security-Policy").startsWith(kNothingElse));
            QVERIFY(page.body.contains("No encontramos esa página"));
            QVERIFY(!page.body.contains("secreto") && !page.body.contains("onload"));
        }
        QCOMPARE(f.post("/articles/nobody", {}).status, 405);
        QCOMPARE(f.get("/articles").status, 404);
    }

    void hostileArticlesAreHarmless()
    {
        ArticleSite f;
        const auto slug = f.add(s("</title><script>alert(1)</script>"),
                                s("<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n"
                                  "[a](javascript:alert(1)) ![b](data:text/html;base64,AAAA)\n\n"
                                  "</main><style>*{display:none}</style><base href=//evil>\n"));
        const auto page = f.get("/articles/" + slug);
        QCOMPARE(page.status, 200);
        for (const char* part :
             {"<script", "<img src=x", "javascript:", "data:", "<base", "onerror=alert"})
            QVERIFY2(!page.body.contains(part), part);
        QCOMPARE(page.body.count("<style>"), 1);
        QCOMPARE(page.body.count("</main>"), 1);
    }

    /// What took quadratic time would not end before the client gives up.
    void aMegabyteIsServedOrRefused()
    {
        ArticleSite f;
        const auto saved = f.desk.ask<desk::Article>([&](base::Caller& c, auto done) {
            f.desk.desk->saveArticle(
                c, {}, {.content = {.texts = {{s("es-AR"), s("Largo"), QString(1'000'000, u'>')}}}},
                std::move(done));
        });
        QCOMPARE(saved.error().code, base::Code::Invalid);
        for (const char* part : {">", "*a_ ", "[a](", "<script>"}) {
            const QString text = s(part).repeated(1'000'000 / int(strlen(part)));
            const auto slug = f.add(s("Largo"), text);
            const auto page = f.get("/articles/" + slug);
            QVERIFY2(page.status == 200, part);
            QVERIFY(!page.body.contains("<script"));
        }
    }

    void pagesAreNotSentTwice()
    {
        ArticleSite f;
        const auto slug = f.add(s("Uno"), s("texto"));
        const auto etag = f.get("/articles/" + slug).header("ETag");
        QVERIFY(!etag.isEmpty());
        const auto again = f.get("/articles/" + slug, {{"If-None-Match", etag}});
        QCOMPARE(again.status, 304);
        QVERIFY(again.body.isEmpty());
    }

    void readersAreLimitedByAddress()
    {
        auto options = openOptions();
        options.articlePerAddress = {3, std::chrono::minutes(1)};
        ArticleSite f(options);
        const auto slug = f.add(s("Uno"), s("texto"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(f.get("/articles/" + slug).status, 200);
        const auto refused = f.get("/articles/" + slug);
        QCOMPARE(refused.status, 429);
        QVERIFY(!refused.header("Retry-After").isEmpty());
    }
};

RELEVO_TEST(ArticlePageTest)
#include "articles_test.moc"
