// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui_fixture.h"
#include "support/runner.h"

#include <QAbstractButton>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>

class KnowledgeFixture : public GuiFixture
{
public:
    using GuiFixture::GuiFixture;

    static QString u(const char* text) { return QString::fromUtf8(text); }
    /// A key combination, wherever the focus is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QWidget* focus = window->focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
    }
    desk::Article add(const char* title, const char* text, bool isPublished = true,
                      QStringList tags = {}, QStringList problems = {})
    {
        const auto saved = ask<desk::Article>([&](base::Caller& c, auto done) {
            desk->saveArticle(c, me,
                              {.content = {.tags = tags,
                                           .problems = problems,
                                           .texts = {{u("es-AR"), u(title), u(text)}}}},
                              std::move(done));
        });
        return ask<desk::Article>([&](base::Caller& c, auto done) {
                   desk->publishArticle(c, saved->slug, isPublished, std::move(done));
               })
            .value_or(desk::Article{});
    }
    desk::Article stored(const QString& slug)
    {
        return ask<desk::Article>(
                   [&](base::Caller& c, auto done) { desk->article(c, slug, std::move(done)); })
            .value_or(desk::Article{});
    }
    /// Somebody else saves other words.
    void saveElsewhere(const QString& slug, const char* text)
    {
        auto article = stored(slug);
        article.content.texts[0].markdown = u(text);
        const auto saved = ask<desk::Article>([&](base::Caller& c, auto done) {
            desk->saveArticle(c, me, {slug, article.content, article.version}, std::move(done));
        });
        if (!saved)
            qFatal("not saved elsewhere");
    }
    void go() { press(Qt::Key_2); }
    bool shows(const QStringList& beginnings)
    {
        return until([&] {
            const auto rows = spoken("articlesView");
            if (rows.size() != beginnings.size())
                return false;
            for (qsizetype i = 0; i < rows.size(); ++i) {
                if (!rows[i].startsWith(beginnings[i]))
                    return false;
            }
            return true;
        });
    }
    using GuiFixture::shows;
    /// Opens the article in this row with the keyboard and waits until it is shown.
    bool openArticle(int row)
    {
        auto* view = find<QAbstractItemView>("articlesView");
        if (!until([&] { return view->model()->rowCount() > row; }))
            return false;
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Home);
        for (int i = 0; i < row; ++i)
            QTest::keyClick(view, Qt::Key_Down);
        if (!view->currentIndex().isValid())
            QTest::keyClick(view, Qt::Key_Down);
        return until([&] { return !text("articleTitle").isEmpty(); });
    }
    /// Opens the field's list with the keyboard, and ticks or unticks this term there.
    bool tick(const char* field, const QString& code)
    {
        auto* button = find<QToolButton>(field);
        QTimer::singleShot(0, button, [button, code] {
            auto* list = button->menu()->findChild<QListWidget*>();
            for (int row = 0; row < list->count(); ++row) {
                if (list->item(row)->data(Qt::UserRole).toString() == code)
                    list->setCurrentRow(row);
            }
            QTest::keyClick(list, Qt::Key_Space);
            QTest::keyClick(list, Qt::Key_Escape);
        });
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        window->activateWindow(); // without a window manager nobody does it when a popup closes
        return until([&] { return button->hasFocus(); });
    }
    bool choosesVersion(const QString& beginning) { return choose("articleVersions", beginning); }
};

class KnowledgeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anArticleIsWrittenSavedAndPublishedByKeys()
    {
        KnowledgeFixture f;
        f.go();
        QVERIFY(f.shows("articleNoneLabel"));
        QVERIFY(f.until([&] { return f.text("articlesEmptyLabel").contains("Ctrl+N"); }));
        f.press(Qt::Key_N);
        QVERIFY(f.find("articleTitle")->hasFocus());
        QVERIFY(!f.find("articleSave")->isEnabled());
        f.type("articleTitle", f.u("Wifi lento"));
        f.type("articleSource", f.u("Reiniciá el **módem**."));
        f.type("articleTags", f.u("Wifi, red"));
        QVERIFY(f.tick("articleProblems", f.u("slow_wifi")));
        QVERIFY(f.find("articleSave")->isEnabled());
        QVERIFY(f.until([&] {
            return f.find<QTextBrowser>("articlePreview")->toPlainText().contains(f.u("el módem."));
        }));
        f.press(Qt::Key_S);
        QVERIFY(f.shows({QStringLiteral("Wifi lento, draft, es-AR")}));
        QVERIFY(f.until([&] { return f.text("articleState").contains("Saved."); }));
        QVERIFY(!f.find("articleSave")->isEnabled());
        f.click("articlePublished");
        QVERIFY(f.shows({QStringLiteral("Wifi lento, published, es-AR")}));
        const auto article = f.stored(f.u("wifi_lento"));
        QVERIFY(article.isPublished);
        QCOMPARE(article.content.tags, (QStringList{f.u("wifi"), f.u("red")}));
        QCOMPARE(article.content.problems, QStringList{f.u("slow_wifi")});
        QCOMPARE(article.savedBy, f.u("Lucía"));
    }

    void languagesHaveATabEach()
    {
        KnowledgeFixture f;
        f.add("Wifi lento", "Reiniciá el módem.");
        f.go();
        QVERIFY(f.openArticle(0));
        auto* tabs = f.find<QTabBar>("articleLanguages");
        QCOMPARE(tabs->tabText(1), f.u("+ English"));
        tabs->setFocus();
        QTest::keyClick(tabs, Qt::Key_Right);
        QVERIFY(f.text("articleTitle").isEmpty());
        f.type("articleTitle", f.u("Slow wifi"));
        f.press(Qt::Key_S);
        QVERIFY(f.text("articleState").contains("English needs a title and a text"));
        f.type("articleSource", f.u("Restart the router."));
        QTest::keyClick(tabs, Qt::Key_Right);
        QVERIFY(f.find<QPlainTextEdit>("articleSource")->placeholderText().contains("Argentina"));
        f.press(Qt::Key_S);
        QVERIFY(f.until([&] { return f.stored(f.u("wifi_lento")).content.texts.size() == 2; }));
        QTest::keyClick(tabs, Qt::Key_Left);
        QCOMPARE(f.text("articleTitle"), f.u("Slow wifi"));
        QVERIFY(f.shows({QStringLiteral("Slow wifi, published, es-AR · en")}));
    }

    void searchAndTagsFindArticles()
    {
        KnowledgeFixture f;
        f.add("Wifi lento", "Reiniciá el módem.", true, {f.u("red")});
        f.add("Impresora con rayas", "Limpiá los cabezales.", false);
        f.go();
        QVERIFY(f.shows({QStringLiteral("Impresora"), QStringLiteral("Wifi")}));
        f.press(Qt::Key_F);
        QVERIFY(f.find("articleSearchEdit")->hasFocus());
        f.type("articleSearchEdit", QStringLiteral("cabez"));
        QVERIFY(f.shows({QStringLiteral("Impresora")}));
        QTest::keyClick(f.find("articleSearchEdit"), Qt::Key_Down);
        QVERIFY(f.until([&] { return f.text("articleTitle") == f.u("Impresora con rayas"); }));
        f.type("articleSearchEdit", QStringLiteral("nada que ver"));
        QVERIFY(f.until([&] { return f.text("articlesEmptyLabel").startsWith("No article"); }));
        QTest::keyClick(f.find("articleSearchEdit"), Qt::Key_Escape);
        QVERIFY(f.shows({QStringLiteral("Impresora"), QStringLiteral("Wifi")}));
        auto* tags = f.find("articleTagBox");
        tags->setFocus();
        QTest::keyClick(tags, Qt::Key_Down);
        QVERIFY(f.shows({QStringLiteral("Wifi")}));
    }

    void whatIsNotSavedSurvivesACrash()
    {
        KnowledgeFixture f;
        f.add("Wifi lento", "Reiniciá el módem.");
        f.add("Otro", "Texto.");
        f.go();
        QVERIFY(f.openArticle(1));
        f.type("articleSource", f.u("Algo a medio escribir"));
        QVERIFY(f.openArticle(0)); // another article: nothing is asked, nothing is lost
        QVERIFY(f.shows(
            {QStringLiteral("Otro"), QStringLiteral("Wifi lento, published, es-AR, not saved")}));
        QVERIFY(f.openArticle(1));
        QVERIFY(f.until([&] { return f.text("articleSource") == f.u("Algo a medio escribir"); }));
        f.press(Qt::Key_N);
        f.type("articleTitle", f.u("Nuevo"));
        QVERIFY(f.until([&] { // a draft is kept after a pause
            f.window->settings().sync();
            const QSettings kept(f.settingsFile(), QSettings::IniFormat);
            return kept.value(QStringLiteral("articleDrafts/-")).toString().contains("Nuevo");
        }));
        f.restartAll();
        f.go();
        QVERIFY(f.openArticle(1));
        QVERIFY(f.until([&] { return f.text("articleSource") == f.u("Algo a medio escribir"); }));
        QVERIFY(f.shows("articleNotice"));
        f.click("articleNoticeFirst"); // discard
        QCOMPARE(f.text("articleSource"), f.u("Reiniciá el módem."));
        f.press(Qt::Key_N);
        QCOMPARE(f.text("articleTitle"), f.u("Nuevo"));
    }

    void aConflictShowsBothSides()
    {
        KnowledgeFixture f;
        const auto article = f.add("Wifi lento", "Reiniciá el módem.");
        f.go();
        QVERIFY(f.openArticle(0));
        f.type("articleSource", f.u("Lo mío"));
        f.saveElsewhere(article.slug, "Lo suyo");
        QVERIFY(
            f.until([&] { return f.text("articleNoticeLabel").startsWith(f.u("Lucía saved")); }));
        QCOMPARE(f.text("articleSource"), f.u("Lo mío"));
        f.press(Qt::Key_S);
        QTest::qWait(100);
        QCOMPARE(f.stored(article.slug).content.texts[0].markdown, f.u("Lo suyo"));
        f.click("articleNoticeFirst"); // show theirs
        QCOMPARE(f.text("articleSource"), f.u("Lo suyo"));
        QVERIFY(f.find<QPlainTextEdit>("articleSource")->isReadOnly());
        f.click("articleNoticeSecond"); // back
        QCOMPARE(f.text("articleSource"), f.u("Lo mío"));
        f.click("articleNoticeSecond"); // save mine over theirs
        QVERIFY(f.until(
            [&] { return f.stored(article.slug).content.texts[0].markdown == f.u("Lo mío"); }));
        QCOMPARE(f.stored(article.slug).version, 3);
    }

    void newsOfOthersAreShownWhereNothingIsWritten()
    {
        KnowledgeFixture f;
        const auto article = f.add("Wifi lento", "Reiniciá el módem.");
        f.go();
        QVERIFY(f.openArticle(0));
        f.saveElsewhere(article.slug, "Lo suyo");
        QVERIFY(f.until([&] { return f.text("articleSource") == f.u("Lo suyo"); }));
        QVERIFY(!f.shows("articleNotice"));
    }

    void formerVersionsAreLookedAtAndRestored()
    {
        KnowledgeFixture f;
        const auto article = f.add("Wifi lento", "Primero");
        f.saveElsewhere(article.slug, "Segundo");
        f.go();
        QVERIFY(f.openArticle(0));
        QVERIFY(f.until([&] { return f.text("articleSource") == f.u("Segundo"); }));
        QVERIFY(f.choosesVersion(QStringLiteral("Version 1")));
        QCOMPARE(f.text("articleSource"), f.u("Primero"));
        QVERIFY(!f.find("articleSave")->isEnabled());
        f.click("articleNoticeFirst"); // restore
        QVERIFY(f.until([&] { return f.stored(article.slug).version == 3; }));
        QVERIFY(f.until([&] { return f.find("articleVersions")->isEnabled(); }));
        QCOMPARE(f.text("articleSource"), f.u("Primero"));
        QVERIFY(!f.shows("articleNotice"));
    }

    void hostileMarkdownIsHarmlessInThePreview()
    {
        KnowledgeFixture f;
        f.add("Feo", "<script>alert(1)</script>\n\n<img src=\"file:///etc/passwd\">\n\n"
                     "[a](javascript:alert(1))");
        f.go();
        QVERIFY(f.openArticle(0));
        auto* preview = f.find<QTextBrowser>("articlePreview");
        QVERIFY(f.until([&] { return !preview->toPlainText().isEmpty(); }));
        QVERIFY(!preview->openLinks());
        QVERIFY(!preview->toHtml().contains(QStringLiteral("<script")));
    }

    void thePreviewIsMadeAsThePageIs()
    {
        KnowledgeFixture f;
        f.add("Tabla", "| Luz | Qué es |\n|---|---|\n| roja | sin tinta |\n\n- [ ] no es tarea");
        f.go();
        QVERIFY(f.openArticle(0));
        auto* preview = f.find<QTextBrowser>("articlePreview");
        QVERIFY(f.until([&] { return preview->toPlainText().contains(f.u("[ ] no es tarea")); }));
        QVERIFY(preview->toHtml().contains(QStringLiteral("<table")));
    }

    void problemsAreChosenByNameAndAnUnknownCodeStays()
    {
        KnowledgeFixture f;
        f.add("Wifi", "Texto.", true, {}, {QStringLiteral("old_code")});
        f.go();
        QVERIFY(f.openArticle(0));
        auto* field = f.find<QToolButton>("articleProblems");
        QVERIFY(f.until([&] { return field->text() == QStringLiteral("old_code"); }));
        QVERIFY(f.tick("articleProblems", QStringLiteral("slow_wifi")));
        QCOMPARE(field->text(), QStringLiteral("old_code; Slow internet or Wi-Fi"));
        f.press(Qt::Key_S);
        QVERIFY(f.until([&] { return !f.find("articleSave")->isEnabled(); }));
        const QStringList both{QStringLiteral("old_code"), QStringLiteral("slow_wifi")};
        QVERIFY(f.until([&] { return f.stored(QStringLiteral("wifi")).content.problems == both; }));
    }

    void anArticleIsInsertedBesideTheComposerAndNeverSent()
    {
        KnowledgeFixture f;
        f.desk->setWebAddress(f.u("https://shop.example/"));
        f.add("La impresora imprime con rayas", "Limpiá los **cabezales**.");
        f.add("Wifi lento", "Reiniciá el módem.");
        const auto g = f.waiting();
        QVERIFY(f.say(g.session, f.u("mi impresora imprime con rayas blancas")));
        f.view(6);
        QVERIFY(f.openRow(g.answer.conversation));
        f.click("takeOverButton");
        QVERIFY(f.until([&] { return f.find<QAbstractButton>("replyMode")->isEnabled(); }));
        f.click("articlesButton");
        auto* list = f.window->findChild<QListWidget*>(QStringLiteral("pickerList"));
        QVERIFY(list);
        QVERIFY(f.until([&] { return list->count() == 1; }));
        QCOMPARE(list->item(0)->text(), f.u("La impresora imprime con rayas"));
        QTest::keyClick(f.find("pickerSearch"), Qt::Key_Return);
        QVERIFY(
            f.text("messageEdit")
                .contains(f.u(
                    "https://shop.example/articles/la_impresora_imprime_con_rayas?lang=es-AR")));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        f.click("articlesButton");
        f.type("pickerSearch", QStringLiteral("wifi"));
        QVERIFY(f.until([&] {
            const auto* found = f.find<QListWidget>("pickerList");
            return found->count() == 1 && found->item(0)->text() == f.u("Wifi lento");
        }));
        QTest::keyClick(f.find("pickerSearch"), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(f.until([&] { return f.text("messageEdit").contains(f.u("Reiniciá el módem.")); }));
        for (const auto& event : f.events(g.answer.conversation))
            QVERIFY(event.kind != engine::EventKind::AgentMessage);
    }

    void thePanelComesBackAsItWasLeft()
    {
        KnowledgeFixture f;
        f.add("Wifi lento", "Reiniciá el módem.");
        f.go();
        QVERIFY(f.openArticle(0));
        f.restartAll();
        QVERIFY(f.shows("articlesView"));
        QVERIFY(f.until([&] { return f.text("articleTitle") == f.u("Wifi lento"); }));
    }
};

RELEVO_TEST(KnowledgeTest)
#include "knowledge_test.moc"
