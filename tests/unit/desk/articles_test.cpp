// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/knowledge/article_file.h"
#include "desk/knowledge/knowledge.h"
#include "support/desk_fixture.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <array>

using namespace desk;
using base::Code;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

ShippedFile file(const char* name, const char* bytes)
{
    return {u(name), bytes};
}

const char* const kPhotos = "---\ntitle: Cómo pasar fotos a un pendrive\ntags: Fotos, pendrive\n"
                            "problems:\ndevices: usb_drive, notebook\n---\n"
                            "Conectá el pendrive y **arrastrá** las fotos.\n\n## Pasos\n\n1. Uno\n";

std::vector<ShippedFile> shippedFiles()
{
    std::vector<ShippedFile> files;
    const QDir dir(QStringLiteral(RELEVO_SOURCE_DIR "/resources/knowledge/articles"));
    for (const QString& name : dir.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        QFile on(dir.filePath(name));
        if (on.open(QIODevice::ReadOnly))
            files.push_back({name, on.readAll()});
    }
    return files;
}

engine::Event botEvent(const char* payload)
{
    return {.kind = engine::EventKind::BotMessage, .payload = payload};
}

} // namespace

class ArticlesFixture : public DeskFixture
{
public:
    base::Result<Article> article(const QString& slug)
    {
        return ask<Article>(
            [&](base::Caller& c, auto done) { desk->article(c, slug, std::move(done)); });
    }
    base::Result<Article> save(base::PersonId me, const ArticleSave& save)
    {
        return ask<Article>(
            [&](base::Caller& c, auto done) { desk->saveArticle(c, me, save, std::move(done)); });
    }
    base::Result<Article> publish(const QString& slug, bool isPublished)
    {
        return ask<Article>([&](base::Caller& c, auto done) {
            desk->publishArticle(c, slug, isPublished, std::move(done));
        });
    }
    base::Result<ArticlePage> page(const ArticleQuery& query)
    {
        return ask<ArticlePage>(
            [&](base::Caller& c, auto done) { desk->articlePage(c, query, std::move(done)); });
    }
    QList<engine::FoundArticle> suggest(const char* words, const char* language = "es-AR")
    {
        return ask<QList<engine::FoundArticle>>([&](base::Caller& c, auto done) {
                   desk->suggestArticles(c, {u(words), u(language)}, std::move(done));
               })
            .value_or(QList<engine::FoundArticle>());
    }
    /// What the bot would get for these words.
    std::vector<store::ArticleHit> searchAsATurn(const QString& words, const QString& language)
    {
        return ask<std::vector<store::ArticleHit>>([&](base::Caller& c, auto done) {
                   store->searchArticles({.text = words, .language = language, .limit = 3},
                                         c.expect<std::vector<store::ArticleHit>>(std::move(done)));
               })
            .value_or(std::vector<store::ArticleHit>());
    }
    base::Result<PublishedArticle> published(const QString& slug, const QStringList& languages)
    {
        return ask<PublishedArticle>([&](base::Caller& c, auto done) {
            desk->publishedArticle(c, slug, languages, std::move(done));
        });
    }
    Article photos()
    {
        auto saved = save({}, {.content = photosContent()});
        return *publish(saved->slug, true);
    }
    static ArticleContent photosContent()
    {
        return {.tags = {u("fotos")},
                .devices = {u("usb_drive")},
                .texts = {{u("es-AR"), u("Cómo pasar fotos a un pendrive"),
                           u("Conectá el pendrive y **arrastrá** las fotos.")},
                          {u("en"), u("How to copy photos to a USB stick"), u("Drag them.")}}};
    }
};

class ArticlesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesAreReadWithTheirHead()
    {
        const auto parsed = parseArticle(file("photos_to_usb.es-AR.md", kPhotos));
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
        QCOMPARE(parsed->slug, u("photos_to_usb"));
        const auto& text = parsed->content.texts[0];
        QCOMPARE(text.language, u("es-AR"));
        QCOMPARE(text.title, u("Cómo pasar fotos a un pendrive"));
        QCOMPARE(text.excerpt, u("Conectá el pendrive y arrastrá las fotos."));
        QVERIFY(!text.plain.contains(u("**")));
        QCOMPARE(parsed->content.tags, (QStringList{u("fotos"), u("pendrive")}));
        QCOMPARE(parsed->content.problems, QStringList());
        QCOMPARE(parsed->content.devices, (QStringList{u("usb_drive"), u("notebook")}));
    }

    void faultsNameFileAndLine()
    {
        const std::pair<const char*, const char*> wrong[] = {
            {"title: x\n---\ntext", "line 1"},
            {"---\ntitle: x\ntext", "line 6"},
            {"---\ntags: x\n---\ntext", "line 2"},
            {"---\ntitle: x\nproblems: no Power\n---\ntext", "line 3"},
            {"---\ntitle: x\nauthor: me\n---\ntext", "line 3"},
            {"---\ntitle: x\n---\n  \n", "line 4"},
        };
        for (const auto& [bytes, where] : wrong) {
            const auto parsed = parseArticle(file("a.en.md", bytes));
            QVERIFY2(!parsed, bytes);
            QVERIFY2(parsed.error().detail.startsWith(u("a.en.md: ") + u(where)),
                     qPrintable(parsed.error().detail));
        }
        for (const char* name : {"A.en.md", "a.fr.md", "a.md", "a b.en.md", "../a.en.md"})
            QVERIFY2(!parseArticle(file(name, kPhotos)), name);
    }

    void languagesOfOneArticleAreJoined()
    {
        QStringList faults;
        const auto articles =
            shippedArticles({file("a.en.md", "---\ntitle: A\ntags: photo\ndevices: ssd\n---\nx"),
                             file("a.es-AR.md", "---\ntitle: Á\ntags: foto\ndevices: ssd\n---\nx"),
                             file("b.en.md", "broken")},
                            faults);
        QCOMPARE(faults.size(), 1);
        QCOMPARE(articles.size(), std::size_t(1));
        QCOMPARE(articles[0].content.texts[0].language, u("es-AR"));
        QCOMPARE(articles[0].content.tags, (QStringList{u("foto"), u("photo")}));
        QCOMPARE(articles[0].content.devices, QStringList{u("ssd")});
    }

    void shippedFilesHaveNoFaults()
    {
        QStringList faults;
        std::ignore = shippedArticles(shippedFiles(), faults);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void shippedArticlesAreThereAfterTheStart()
    {
        ArticlesFixture f;
        f.shipped = {file("photos_to_usb.es-AR.md", kPhotos)};
        f.restart();
        const auto isThere = [&] { return f.article(u("photos_to_usb")).has_value(); };
        QVERIFY(QTest::qWaitFor(isThere));
        const auto article = f.article(u("photos_to_usb"));
        QVERIFY(article->isPublished && article->isShipped && !article->isEdited);
        QVERIFY(article->savedBy.isEmpty());
        f.shipped = {file("photos_to_usb.es-AR.md",
                          "---\ntitle: Fotos\n---\nOtro texto, de una versión nueva.\n")};
        f.restart();
        QVERIFY(QTest::qWaitFor([&] { return f.article(u("photos_to_usb"))->version == 2; }));
    }

    void savesAreCheckedAndLocked()
    {
        ArticlesFixture f;
        const auto me = f.person(u("Lucía")).id;
        auto content = ArticlesFixture::photosContent();
        content.tags = {u(" Fotos  viejas "), u("fotos viejas"), QString()};
        const auto saved = f.save(me, {.content = content});
        QVERIFY(saved);
        QCOMPARE(saved->slug, u("como_pasar_fotos_a_un_pendrive"));
        QCOMPARE(saved->savedBy, u("Lucía"));
        QCOMPARE(saved->content.tags, QStringList{u("fotos viejas")});
        QVERIFY(!saved->isPublished);
        QCOMPARE(f.save(me, {saved->slug, content, 7}).error().code, Code::Conflict);
        QCOMPARE(f.save(me, {u("nobody"), content, 1}).error().code, Code::NotFound);
        const auto isInvalid = [&](auto change) {
            auto wrong = ArticlesFixture::photosContent();
            change(wrong);
            const auto result = f.save(me, {.content = wrong});
            return !result && result.error().code == Code::Invalid;
        };
        QVERIFY(isInvalid([](auto& c) { c.texts.clear(); }));
        QVERIFY(isInvalid([](auto& c) { c.texts[0].title = QStringLiteral("  "); }));
        QVERIFY(isInvalid([](auto& c) { c.texts[0].markdown = QString(1'000'000, u'x'); }));
        QVERIFY(isInvalid([](auto& c) { c.texts[0].language = QStringLiteral("fr"); }));
        QVERIFY(isInvalid([](auto& c) { c.texts[1].language = QStringLiteral("es-AR"); }));
        QVERIFY(isInvalid([](auto& c) { c.problems = {QStringLiteral("No Power")}; }));
        QVERIFY(isInvalid([](auto& c) { c.tags = {QStringLiteral("a,b")}; }));
    }

    void aVersionComesBackAsANewSave()
    {
        ArticlesFixture f;
        const auto me = f.person(u("Lucía")).id;
        auto content = ArticlesFixture::photosContent();
        const auto first = f.save(me, {.content = content});
        content.texts[0].markdown = u("Otra cosa.");
        const auto second = f.save(me, {first->slug, content, first->version});
        const auto versions = f.ask<std::vector<ArticleVersion>>([&](base::Caller& c, auto done) {
            f.desk->articleVersions(c, first->slug, std::move(done));
        });
        QCOMPARE(versions->size(), std::size_t(1));
        QCOMPARE(versions->front().savedBy, u("Lucía"));
        const auto restore = [&](int version, int expected) {
            return f.ask<Article>([&](base::Caller& c, auto done) {
                f.desk->restoreArticle(c, me, first->slug, version, expected, std::move(done));
            });
        };
        QCOMPARE(restore(9, second->version).error().code, Code::NotFound);
        QCOMPARE(restore(1, 1).error().code, Code::Conflict);
        const auto back = restore(1, second->version);
        QVERIFY(back);
        QCOMPARE(back->version, 3);
        QVERIFY(f.article(first->slug)
                    ->content.texts.contains(ArticlesFixture::photosContent().texts[0]));
    }

    void listsAreSearchedByWhatIsTyped()
    {
        ArticlesFixture f;
        const auto photos = f.photos();
        QVERIFY(f.save({}, {.content = {.tags = {u("red")},
                                        .texts = {{u("es-AR"), u("Wifi lento"), u("x")}}}}));
        QCOMPARE(f.page({})->rows.size(), std::size_t(2));
        QCOMPARE(f.page({.text = u("wif")})->rows.size(), std::size_t(1)); // drafts too
        QCOMPARE(f.page({.text = u("stick")})->rows.front().slug, photos.slug);
        QCOMPARE(f.page({.tag = u("red")})->rows.size(), std::size_t(1));
        QCOMPARE(f.page({.text = u("foto"), .tag = u("red")})->rows.size(), std::size_t(0));
        const auto tags = f.ask<QMap<QString, int>>(
            [&](base::Caller& c, auto done) { f.desk->articleTags(c, std::move(done)); });
        QCOMPARE(tags->value(u("red")), 1);
    }

    void suggestionsArePublishedAndHaveALink()
    {
        ArticlesFixture f;
        const auto photos = f.photos();
        QVERIFY(f.suggest("como paso mis fotos al pendrive").front().link.isEmpty());
        f.desk->setWebAddress(u("https://shop.example/"));
        const auto found = f.suggest("como paso mis fotos al pendrive").front();
        QCOMPARE(found.slug, photos.slug);
        QCOMPARE(found.excerpt, u("Conectá el pendrive y arrastrá las fotos."));
        QCOMPARE(found.link,
                 u("https://shop.example/articles/como_pasar_fotos_a_un_pendrive?lang=es-AR"));
        QCOMPARE(f.suggest("fotos al pendrive", "es").front().title, found.title);
        QCOMPARE(f.suggest("copy photos", "en").size(), 1);
        QVERIFY(f.publish(photos.slug, false));
        QVERIFY(f.suggest("como paso mis fotos al pendrive").isEmpty());
    }

    void onlyWhatIsPublishedIsShown()
    {
        ArticlesFixture f;
        const auto photos = f.photos();
        const auto page = f.published(photos.slug, {u("es")});
        QVERIFY(page);
        QCOMPARE(page->language, u("es-AR"));
        QVERIFY(page->html.contains(u("<strong>arrastrá</strong>")));
        QCOMPARE(f.published(photos.slug, {u("en"), u("es-AR")})->language, u("en"));
        QCOMPARE(f.published(u("nobody"), {u("en")}).error().code, Code::NotFound);
        QVERIFY(f.publish(photos.slug, false));
        QCOMPARE(f.published(photos.slug, {u("es")}).error().code, Code::NotFound);
    }

    void questionsFindTheShippedArticle_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("slug");
        const std::array<const char*, 3> questions[] = {
            {"es-AR", "usb_stick_not_recognised", "el pendrive no me lo reconoce la compu"},
            {"es-AR", "liquid_on_notebook", "se me volcó café en la notebook"},
            {"es-AR", "notebook_does_not_charge", "mi notebook no carga mas"},
            {"es-AR", "deleted_files", "borre sin querer unos archivos importantes"},
            {"es-AR", "no_sound_on_pc", "no se escucha nada en la pc, se quedo sin sonido"},
            {"es-AR", "windows_update_errors", "windows update me tira error al actualizar"},
            {"es", "moving_to_a_new_pc", "cómo paso mis cosas a la PC nueva"},
            {"en", "notebook_battery_care", "how do I take care of my laptop battery"},
            {"en", "phishing_mails", "is this email phishing?"},
            {"en", "using_two_monitors", "can I use two monitors at once"},
        };
        for (const auto& [language, slug, words] : questions)
            QTest::newRow(words) << u(language) << u(slug);
    }

    // What the program ships, and how customers ask for it: among the three that the bot may quote.
    void questionsFindTheShippedArticle()
    {
        QFETCH(QString, language);
        QFETCH(QString, slug);
        static const auto files = shippedFiles();
        ArticlesFixture f;
        f.shipped = files;
        f.restart();
        QVERIFY(QTest::qWaitFor([&] { return f.article(slug).has_value(); }));
        QStringList found;
        const auto hits = f.searchAsATurn(QString::fromUtf8(QTest::currentDataTag()), language);
        for (const auto& hit : hits)
            found += hit.slug;
        QVERIFY2(found.contains(slug), qPrintable(found.join(u' ')));
    }

    void idleTalkFindsNothing()
    {
        ArticlesFixture f;
        f.shipped = shippedFiles();
        f.restart();
        QVERIFY(QTest::qWaitFor([&] { return f.article(u("deleted_files")).has_value(); }));
        for (const char* words : {"hola", "gracias, muy amable", "como estas?", "me llamo Juan",
                                  "quiero comprar un auto rojo", "receta de torta de chocolate"}) {
            const auto hits = f.searchAsATurn(u(words), u("es-AR"));
            QVERIFY2(hits.empty(), words);
        }
    }

    void listenersHearOfAnArticle()
    {
        ArticlesFixture f;
        bool heard = false;
        f.desk->hear(f.here.caller(), [&](const Changes& c) { heard |= c.knowledge; });
        f.settle();
        f.photos();
        QVERIFY(f.here.runUntil([&] { return heard; }, std::chrono::seconds(10)));
    }

    void eventsSayWhatWasQuotedAndWhetherItHelped()
    {
        using Kind = store::ArticleNote::Kind;
        QString last;
        auto notes = articleNotes({botEvent("{}"), botEvent(R"({"article":"wifi"})")}, last);
        QCOMPARE(notes.size(), std::size_t(1));
        QVERIFY(notes[0].slug == u("wifi") && notes[0].kind == Kind::Used);
        notes = articleNotes(
            {botEvent(R"({"articleHelped":false})"), botEvent(R"({"article":"router"})")}, last);
        QCOMPARE(notes.size(), std::size_t(2));
        QVERIFY(notes[0].slug == u("wifi") && notes[0].kind == Kind::NotAnswered);
        QCOMPARE(last, u("router"));
        notes = articleNotes({botEvent(R"({"article":"wifi","articleHelped":true})")}, last);
        QVERIFY(notes.size() == 1 && notes[0].slug == u("wifi") && notes[0].kind == Kind::Answered);
        QString nothing;
        QVERIFY(articleNotes({botEvent(R"({"articleHelped":true})")}, nothing).empty());
    }
};

RELEVO_TEST(ArticlesTest)
#include "articles_test.moc"
