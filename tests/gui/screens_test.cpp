// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a picture of every screen, in both languages, light and dark, at 100 and 200 %, into
// build/…/screens. People look at them; what can be measured is measured in the other tests.
#include "crowd.h"
#include "gui_fixture.h"
#include "support/ai_server/process.h"
#include "support/runner.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSettings>

namespace {

struct Look {
    QString language, theme;
    int percent = 100;
};

QList<Look> looks()
{
    QList<Look> all;
    for (const char* language : {"es", "en"})
        for (const char* theme : {"light", "dark"})
            for (const int percent : {100, 200})
                all.append({QLatin1String(language), QLatin1String(theme), percent});
    return all;
}

class Camera
{
public:
    Camera(GuiFixture& f, const Look& look)
        : m_f(f),
          m_prefix(QStringLiteral("%1-%2-%3").arg(look.language, look.theme).arg(look.percent))
    {
        QDir().mkpath(folder());
    }
    static QString folder() { return QStringLiteral(RELEVO_BINARY_DIR "/screens"); }
    bool take(const QString& name, QWidget* of = nullptr)
    {
        QTest::qWait(120); // what is on its way is drawn
        QWidget* target = of ? of : m_f.window.get();
        return target->grab().save(QStringLiteral("%1/%2-%3.png").arg(folder(), name, m_prefix));
    }

private:
    GuiFixture& m_f;
    QString m_prefix;
};

/// What agents thought of AI's help, of one conversation.
void rateSome(GuiFixture& f)
{
    const auto conversation = f.greet().answer.conversation;
    const auto rate = [&](const char16_t* ticket, desk::HelpTask task, bool isGood,
                          const char16_t* comment) {
        const desk::HelpRating rating{.conversation = conversation,
                                      .person = f.me,
                                      .ticket = QString::fromUtf16(ticket),
                                      .task = task,
                                      .prompt =
                                          QStringLiteral("help_%1/1").arg(desk::helpTaskName(task)),
                                      .model = QStringLiteral("gpt-4o-mini"),
                                      .isGood = isGood,
                                      .comment = QString::fromUtf16(comment)};
        std::ignore = f.ask<void>(
            [&](base::Caller& c, auto done) { f.desk->rateHelp(c, rating, std::move(done)); });
    };
    rate(u"1", desk::HelpTask::Reply, true, u"");
    rate(u"2", desk::HelpTask::Reply, false, u"repite lo que dijo el cliente y no propone nada");
    rate(u"3", desk::HelpTask::Summary, true, u"");
}

void remember(const GuiFixture& f, const Look& look)
{
    QSettings settings(f.settingsFile(), QSettings::IniFormat);
    settings.setValue(QStringLiteral("language"), look.language);
    settings.setValue(QStringLiteral("theme"), look.theme);
    settings.remove(QStringLiteral("geometry"));
}

/// Opens the window anew in this look; 200 % has a bigger screen's room, as people would give it.
void openAs(GuiFixture& f, const Look& look, qreal ordinary)
{
    f.window.reset();
    remember(f, look);
    QFont font = QApplication::font();
    font.setPointSizeF(ordinary * look.percent / 100);
    QApplication::setFont(font);
    f.open();
    f.window->resize(look.percent == 100 ? QSize(1180, 760) : QSize(1600, 1000));
}

void addArticle(GuiFixture& f, const char* title, const char* english, const char* text,
                bool isPublished)
{
    const auto u = [](const char* utf8) { return QString::fromUtf8(utf8); };
    desk::ArticleContent content{
        .tags = {u("wifi"), u("red")},
        .problems = {u("slow_wifi")},
        .devices = {u("router"), u("notebook")},
        .texts = {{u("es-AR"), u(title), u("Todavía no.")}, {u("en"), u(english), u(text)}}};
    const auto save = [&](const QString& slug, int version) {
        return f.ask<desk::Article>([&](base::Caller& c, auto done) {
            f.desk->saveArticle(c, f.me, {slug, content, version}, std::move(done));
        });
    };
    const auto first = save({}, 0);
    content.texts[0].markdown = u(text);
    std::ignore = save(first->slug, 1);
    std::ignore = f.ask<desk::Article>([&](base::Caller& c, auto done) {
        f.desk->publishArticle(c, first->slug, isPublished, std::move(done));
    });
}

void addArticles(GuiFixture& f)
{
    const char* const text =
        "Antes de llamar al proveedor, probá esto. Alcanza con diez minutos.\n\n"
        "## Acercate al router\n\n1. Poné el equipo en la **misma pieza** que el router.\n"
        "2. Medí de nuevo la velocidad.\n3. Si mejora, el problema es la *distancia*.\n\n"
        "## Reiniciá el router\n\n- Desenchufalo, contá hasta treinta y enchufalo.\n"
        "- Esperá a que las luces queden fijas.\n\n> No toques el botón de reset: borra la "
        "configuración.\n\n| Plan | Velocidad |\n|---|---|\n| Básico | 50 Mb |\n";
    addArticle(f, "El wifi anda lento", "The wifi is slow", text, true);
    addArticle(f, "Cómo pasar fotos del celular a la compu sin perder ninguna",
               "How to copy photos from the phone to the computer", text, true);
    addArticle(f, "La impresora imprime con rayas", "The printer prints stripes", text, true);
    addArticle(f, "Qué hacer si se mojó el teclado", "What to do with a wet keyboard", text, false);
}

const QByteArray kSuggested =
    "Gracias por contarme. El ruido suele venir del ventilador: fijate si las rejillas tienen "
    "polvo y apoyá la notebook sobre una mesa.\n\nSi quieren mirarlo: http://ayuda.example/ruido";
const QByteArray kSummary =
    "{\"intent\":{\"text\":\"Que la notebook deje de hacer ruido y de apagarse\",\"messages\":[2]},"
    "\"facts\":[{\"text\":\"Se apaga sola\",\"messages\":[2,4]},"
    "{\"text\":\"Parece que junta polvo hace tiempo y que nadie la limpió desde que la compraron\","
    "\"messages\":[]}],\"open_questions\":[{\"text\":\"Desde cuándo pasa\",\"messages\":[]}],"
    "\"next_step\":{\"text\":\"Limpiar las rejillas\",\"messages\":[4]},"
    "\"mood\":{\"text\":\"Preocupada, pero paciente\",\"messages\":[2]}}";

} // namespace

class ScreensTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_ordinary = QApplication::font().pointSizeF(); }
    void cleanup()
    {
        QFont font = QApplication::font();
        font.setPointSizeF(m_ordinary);
        QApplication::setFont(font);
    }

    void firstStart()
    {
        for (const Look& look : looks()) {
            GuiFixture f(GuiFixture::Start::First);
            openAs(f, look, m_ordinary);
            Camera camera(f, look);
            QVERIFY(camera.take(QStringLiteral("welcome")));
            f.type("nameEdit", QStringLiteral("Lucía"));
            f.click("saveNameButton");
            QVERIFY(f.until([&] { return f.find("goButton")->isEnabled(); }));
            QVERIFY(camera.take(QStringLiteral("welcome-named")));
            f.click("goButton");
            QVERIFY(camera.take(QStringLiteral("chats-empty")));
        }
    }

    void chats()
    {
        GuiFixture f;
        loadDemo(f);
        const Crowd crowd = makeCrowd(f);
        for (const Look& look : looks()) {
            openAs(f, look, m_ordinary);
            Camera camera(f, look);
            f.view(6);
            for (const auto& [name, id] : {std::pair{"long-name", crowd.longName},
                                           {"rtl", crowd.rightToLeft},
                                           {"emoji", crowd.emoji},
                                           {"long-text", crowd.longText}}) {
                QVERIFY(f.openRow(id));
                QVERIFY(camera.take(QLatin1String("chats-") + QLatin1String(name)));
            }
            f.view(1);
            QVERIFY(f.until([&] { return f.spoken("conversationsView").size() == 2; }));
            QTest::keyClick(f.find("conversationsView"), Qt::Key_Down);
            QVERIFY(camera.take(QStringLiteral("chats-waiting")));
            f.view(0);
            QVERIFY(f.openRow(crowd.rightToLeft));
            QTest::mouseClick(f.find("noteMode"), Qt::LeftButton);
            f.type("messageEdit", QStringLiteral("Ya vino en octubre."));
            QVERIFY(camera.take(QStringLiteral("chats-note")));
            f.type("messageEdit", QString());
            f.type("searchEdit", QStringLiteral("notebook"));
            QVERIFY(f.until([&] { return f.shows("resultsList"); }));
            QVERIFY(camera.take(QStringLiteral("chats-search")));
        }
    }

    void settings()
    {
        GuiFixture f;
        for (const Look& look : looks()) {
            openAs(f, look, m_ordinary);
            Camera camera(f, look);
            f.click("settingsButton");
            auto* pages = f.find<QListWidget>("settingsPages");
            for (int page = 0; page < pages->count(); ++page) {
                pages->setCurrentRow(page);
                QVERIFY(camera.take(QStringLiteral("settings-%1").arg(page)));
            }
        }
    }

    // Somebody with a passphrase, the door before the window, and the lock.
    void door()
    {
        GuiFixture f;
        const QString words = QStringLiteral("gato sobre el piano");
        const auto badge = f.ask<desk::Badge>([&](base::Caller& c, auto done) {
            f.desk->signIn(c, {f.me, {}}, std::move(done));
        });
        QVERIFY(badge);
        QVERIFY(f.ask<desk::Person>([&](base::Caller& c, auto done) {
            f.desk->changePerson(c, *badge, {.name = QStringLiteral("Beto")}, std::move(done));
        }));
        QVERIFY(f.ask<desk::Person>([&](base::Caller& c, auto done) {
            f.desk->setPassphrase(c, *badge, {f.me, {}, words}, std::move(done));
        }));
        for (const Look& look : looks()) {
            openAs(f, look, m_ordinary);
            Camera camera(f, look);
            QVERIFY(f.until([&] { return f.shows("doorPassphrase"); }));
            f.type("doorPassphrase", words);
            QVERIFY(camera.take(QStringLiteral("door")));
            f.click("enterButton");
            QVERIFY(f.until([&] { return f.find("rail")->isEnabled(); }));
            f.click("settingsButton");
            f.find<QListWidget>("settingsPages")->setCurrentRow(6);
            QVERIFY(camera.take(QStringLiteral("settings-people")));
            f.settle();
            f.clock.advance(std::chrono::minutes(16));
            QVERIFY(f.until([&] {
                f.settle();
                return f.shows("doorPassphrase");
            }));
            QVERIFY(camera.take(QStringLiteral("locked")));
        }
    }

    void aiSettings()
    {
        GuiFixture f;
        const std::vector<desk::AiServer> servers{
            {.name = QStringLiteral("OpenAI"),
             .profile = QStringLiteral("openai"),
             .address = QStringLiteral("https://api.openai.com/v1"),
             .model = QStringLiteral("gpt-4o-mini"),
             .keyName = desk::kOpenAiKey,
             .inputMicros = 150'000,
             .outputMicros = 600'000},
            {.name = QStringLiteral("Taller"),
             .profile = QStringLiteral("ollama"),
             .address = QStringLiteral("http://127.0.0.1:11434/v1"),
             .model = QStringLiteral("llama3.1")}};
        QVERIFY(f.ask<void>([&](base::Caller& c, auto done) {
            f.desk->saveSetting(c, desk::kAiEndpointsSetting, desk::aiServersJson(servers),
                                std::move(done));
        }));
        f.ai = {.endpoints = {desk::aiEndpointOf(servers[0]), desk::aiEndpointOf(servers[1])}};
        f.restartAll();
        f.desk->steerAi(QStringLiteral("OpenAI"), desk::AiSteer::ForceOpen);
        f.hooks.aiOverview = [servers] {
            return desk::AiOverview{.servers = servers,
                                    .problems = {{desk::AiFault::KeychainLocked,
                                                  QStringLiteral("OpenAI"), desk::kOpenAiKey}},
                                    .keys = {{desk::kOpenAiKey, desk::AiKeyPlace::Locked}}};
        };
        rateSome(f);
        for (const Look& look : looks()) {
            openAs(f, look, m_ordinary);
            Camera camera(f, look);
            f.click("settingsButton");
            f.find<QListWidget>("settingsPages")->setCurrentRow(4);
            QVERIFY(f.until([&] { return f.text("serverName") == QStringLiteral("OpenAI"); }));
            QVERIFY(camera.take(QStringLiteral("settings-ai")));
            f.find<QListWidget>("serversList")->setCurrentRow(1);
            f.click("tryServer");
            QVERIFY(f.until([&] { return f.text("tryLabel").startsWith(u'⚠'); }));
            f.find<QScrollArea>("settingsScroll")->ensureWidgetVisible(f.find("saveAi"));
            QVERIFY(camera.take(QStringLiteral("settings-ai-below")));
            f.find<QScrollArea>("settingsScroll")->ensureWidgetVisible(f.find("ratingsTree"));
            QVERIFY(camera.take(QStringLiteral("settings-ai-ratings")));
            f.click("aiButton");
            QVERIFY(camera.take(QStringLiteral("ai-card"), f.find("AiCard")));
            f.find("AiCard")->close();
        }
    }

    void aiCalls()
    {
        const support::AiServer server;
        GuiFixture f;
        const desk::AiServer taller{.name = QStringLiteral("Taller"),
                                    .profile = QStringLiteral("vllm"),
                                    .address = QString::fromStdString(server.url()),
                                    .model = QStringLiteral("eco")};
        f.desk->configureAi({.endpoints = {desk::aiEndpointOf(taller)}});
        f.settle();
        const auto g = f.greet();
        for (const char16_t* text : {u"sí", u"español", u"Ana", u"la caja boba hace puf y chau"})
            QVERIFY(f.say(g.session, QString::fromUtf16(text)));
        for (const Look& look : looks()) {
            openAs(f, look, m_ordinary);
            Camera camera(f, look);
            f.click("chatsButton");
            f.view(6);
            QVERIFY(f.openRow(g.answer.conversation));
            auto* view = f.find<QAbstractItemView>("messagesView");
            QVERIFY(f.until([&] { return f.rowsWith(QStringLiteral(" ms")) == 1; }));
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                const QModelIndex index = view->model()->index(row, 0);
                if (index.data().toString().endsWith(QStringLiteral(" ms")))
                    view->setCurrentIndex(index);
            }
            view->setFocus();
            QTest::keyClick(view, Qt::Key_Return);
            QVERIFY(camera.take(QStringLiteral("chats-ai")));
        }
    }

    void knowledge()
    {
        GuiFixture f;
        addArticles(f);
        for (const Look& look : looks()) {
            openAs(f, look, m_ordinary);
            Camera camera(f, look);
            f.click("knowledgeButton");
            QVERIFY(f.until([&] { return f.spoken("articlesView").size() >= 4; }));
            QVERIFY(camera.take(QStringLiteral("knowledge-list")));
            QTest::keyClick(f.find("articlesView"), Qt::Key_Down);
            QVERIFY(f.until([&] { return !f.text("articleSource").isEmpty(); }));
            QVERIFY(camera.take(QStringLiteral("knowledge-article")));
            QVERIFY(f.choose("articleVersions", look.language == QLatin1String("es")
                                                    ? QStringLiteral("Versión 1")
                                                    : QStringLiteral("Version 1")));
            QVERIFY(camera.take(QStringLiteral("knowledge-version")));
            f.click("articleNoticeSecond");
            f.click("newArticleButton");
            QVERIFY(camera.take(QStringLiteral("knowledge-new")));
            f.type("articleSearchEdit", QStringLiteral("zzz"));
            QVERIFY(f.until([&] { return f.shows("articlesEmptyLabel"); }));
            QVERIFY(camera.take(QStringLiteral("knowledge-nothing")));
        }
    }

    void articlesBesideTheComposer()
    {
        GuiFixture f;
        addArticles(f);
        const auto g = f.waiting();
        QVERIFY(f.say(g.session, QString::fromUtf8("tengo el wifi muy lento en casa")));
        for (const Look& look : looks()) {
            openAs(f, look, m_ordinary);
            Camera camera(f, look);
            f.click("chatsButton");
            f.view(6);
            QVERIFY(f.openRow(g.answer.conversation));
            QVERIFY(camera.take(QStringLiteral("chats-composer")));
            f.click("articlesButton");
            QVERIFY(f.until([&] { return f.spoken("pickerList").size() >= 1; }));
            QVERIFY(camera.take(QStringLiteral("article-picker"), f.find("pickerList")->window()));
            f.find("pickerList")->window()->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void helpBesideTheComposer()
    {
        const support::AiServer server;
        const auto useAi = [&](GuiFixture& f, const QByteArray& words) {
            ai::Endpoint endpoint{.name = "eco", .model = "eco"};
            endpoint.baseUrl = server.url("normal,text=" + words.toPercentEncoding().toStdString());
            endpoint.capabilities.schema = true;
            f.desk->configureAi({.endpoints = {endpoint}});
            f.settle();
        };
        for (const Look& look : looks()) {
            GuiFixture f;
            const auto g = f.waiting();
            QVERIFY(f.say(g.session, QString::fromUtf8("la notebook hace mucho ruido y se apaga")));
            QVERIFY(f.takeOver(g.answer.conversation, f.me));
            openAs(f, look, m_ordinary);
            Camera camera(f, look);
            f.view(0);
            QVERIFY(f.openRow(g.answer.conversation));
            QVERIFY(f.until([&] { return f.shows("closeButton"); }));
            const auto ask = [&](const char* action) {
                f.window->findChild<QAction*>(QLatin1String(action))->trigger();
                return f.until([&] { return f.shows("helpAgain"); });
            };
            QVERIFY(ask("helpReply"));
            QVERIFY(camera.take(QStringLiteral("help-no-ai")));
            useAi(f, kSuggested);
            QVERIFY(ask("helpReply"));
            f.click("helpBad");
            QVERIFY(camera.take(QStringLiteral("help-reply")));
            f.click("helpShowSent");
            QVERIFY(camera.take(QStringLiteral("help-sent")));
            f.click("helpShowSent");
            useAi(f, kSummary);
            QVERIFY(ask("helpSummary"));
            QVERIFY(camera.take(QStringLiteral("help-summary")));
        }
    }

    void dialogs()
    {
        GuiFixture f;
        for (const Look& look : looks()) {
            openAs(f, look, m_ordinary);
            Camera camera(f, look);
            for (const auto& [action, name] :
                 {std::pair{"palette", "commandPalette"}, std::pair{"shortcuts", "shortcutList"}}) {
                f.window->findChild<QAction*>(QLatin1String(action))->trigger();
                QDialog* dialog = nullptr;
                QVERIFY(f.until([&, name = name] {
                    dialog = f.window->findChild<QDialog*>(QLatin1String(name));
                    return dialog && dialog->isVisible();
                }));
                QVERIFY(camera.take(QLatin1String(name), dialog));
                dialog->close();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
        }
    }

    void maskingTester()
    {
        GuiFixture f;
        for (const Look& look : looks()) {
            openAs(f, look, m_ordinary);
            Camera camera(f, look);
            f.click("settingsButton");
            f.find<QListWidget>("settingsPages")->setCurrentRow(7);
            QVERIFY(camera.take(QStringLiteral("settings-privacy")));
            f.click("openTester");
            auto* tester = f.find<QDialog>("MaskingTester");
            QVERIFY(camera.take(QStringLiteral("tester-empty"), tester));
            f.type("testerNames", QStringLiteral("Marta Quiroga"));
            f.find<QPlainTextEdit>("testerText")
                ->setPlainText(QString::fromUtf8(
                    "Soy Marta, mi DNI es 30.123.456 y mi mail marta@example.com.\nEl pedido "
                    "30123456 no llegó; la contraseña del wifi es nube9\"azul.\nTarjeta 4509 9535 "
                    "6623 3704, CUIT 20-12345678-5. Vivo en Av. Rivadavia 4500, CABA."));
            QVERIFY(f.until([&] { return f.spoken("testerFindings").size() > 6; }));
            QVERIFY(camera.take(QStringLiteral("tester"), tester));
            tester->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void manyConversations()
    {
        GuiFixture f;
        importMany(f, 10'000);
        openAs(f, {QStringLiteral("es"), QStringLiteral("light"), 100}, m_ordinary);
        Camera camera(f, {QStringLiteral("es"), QStringLiteral("light"), 100});
        f.view(6);
        QVERIFY(f.until([&] { return f.spoken("conversationsView").size() >= 128; }));
        QVERIFY(camera.take(QStringLiteral("chats-10000")));
    }

private:
    qreal m_ordinary = 9;
};

RELEVO_TEST(ScreensTest)
#include "screens_test.moc"
