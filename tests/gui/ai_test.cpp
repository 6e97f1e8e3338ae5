// SPDX-License-Identifier: GPL-3.0-or-later
// The settings' page AI on a real desk with a real AI server. The keychain is a fake, for a test
// touches nobody's keys; everything else is what runs.
#include "gui_fixture.h"
#include "panels/ai/ai_texts.h"
#include "support/ai_server/process.h"
#include "support/runner.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

inline constexpr int kAiRow = 4;

/// The window with the page AI open, and a keychain that answers as the test wants.
struct AiScreen : GuiFixture {
    explicit AiScreen(const QString& language = QStringLiteral("en"))
        : GuiFixture(Start::Named, language)
    {
        hooks.aiOverview = [this] { return overview; };
        hooks.saveAiKey = [this](const QString& name, const QString& value,
                                 const std::function<void(desk::AiKeySaved)>& done) {
            if (answer == desk::AiKeySaved::Saved)
                kept[name] = value;
            done(answer);
        };
        window.reset();
        open();
        click("settingsButton");
        find<QListWidget>("settingsPages")->setCurrentRow(kAiRow);
        settle();
        QCoreApplication::processEvents();
    }
    void add(const QString& kind)
    {
        for (QAction* action : find<QPushButton>("addServer")->menu()->actions()) {
            if (action->text() == kind)
                action->trigger();
        }
    }
    QString savedUnder(const QString& key)
    {
        const auto settings = ask<QMap<QString, QString>>(
            [&](base::Caller& c, auto done) { desk->settings(c, std::move(done)); });
        return settings->value(key);
    }
    bool saysOf(const char* label, const QString& words)
    {
        return until([&] { return text(label).contains(words); });
    }
    desk::AiOverview overview;
    desk::AiKeySaved answer = desk::AiKeySaved::Saved;
    QMap<QString, QString> kept;
};

class AiPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewcomerIsToldWhatAKeyWouldAdd()
    {
        AiScreen f;
        QVERIFY(f.text("aiStateLabel").contains(QStringLiteral("Ollama")));
        QVERIFY(!f.shows("serverForm"));
        QVERIFY(!f.shows("aiProblemsLabel"));
    }

    void aServerIsAddedTriedAndSaved()
    {
        const support::AiServer server;
        AiScreen f;
        f.add(QStringLiteral("vLLM"));
        QVERIFY(f.shows("serverForm"));
        f.type("serverAddress", QString::fromStdString(server.url()));
        f.type("serverModel", QStringLiteral("taller"));
        f.click("tryServer");
        QVERIFY(f.saysOf("tryLabel", QStringLiteral("✓")));
        QVERIFY(f.text("tryLabel").contains(QStringLiteral("JSON schema: works")));
        f.click("saveAi");
        QVERIFY(f.saysOf("resultLabel", QStringLiteral("Saved")));
        const auto servers = desk::aiServersOf(f.savedUnder(desk::kAiEndpointsSetting));
        QCOMPARE(servers->size(), 1U);
        QCOMPARE(servers->front().model, QStringLiteral("taller"));
        QCOMPARE(servers->front().keyName, QString());
        f.restartAll();
        f.click("settingsButton");
        f.find<QListWidget>("settingsPages")->setCurrentRow(kAiRow);
        QVERIFY(f.until([&] { return f.text("serverModel") == QStringLiteral("taller"); }));
    }

    // Taken for another kind first: its key is not missed any more, and by key one stays on Test.
    void anotherKindAsksForWhatItNeeds()
    {
        const support::AiServer server;
        AiScreen f;
        f.add(QStringLiteral("Azure OpenAI"));
        auto* kind = f.find<QComboBox>("kindBox");
        kind->setFocus();
        QTest::keyClicks(kind, QStringLiteral("vLLM"));
        f.type("serverAddress", QString::fromStdString(server.url()));
        f.type("serverModel", QStringLiteral("taller"));
        f.find("tryServer")->setFocus();
        QTest::keyClick(f.find("tryServer"), Qt::Key_Space);
        QVERIFY(f.saysOf("tryLabel", QStringLiteral("✓")));
        QVERIFY(f.find("tryServer")->hasFocus());
        QTest::keyClick(kind, Qt::Key_Home); // OpenAI
        QTest::keyClick(f.find("tryServer"), Qt::Key_Space);
        QVERIFY(f.saysOf("tryLabel", QStringLiteral("no key")));
    }

    void aTrialThatFailsSaysWhy()
    {
        const support::AiServer server;
        AiScreen f;
        f.add(QStringLiteral("vLLM"));
        f.type("serverModel", QStringLiteral("m"));
        f.type("serverAddress", QString::fromStdString(server.url("status,code=401")));
        f.click("tryServer");
        QVERIFY(f.saysOf("tryLabel", QStringLiteral("does not accept the key")));
        f.type("serverAddress", QStringLiteral("http://127.0.0.1:9/v1"));
        f.click("tryServer");
        QVERIFY(f.saysOf("tryLabel", QStringLiteral("Nobody answers")));
    }

    void aKeyGoesToTheKeychainAndNowhereElse()
    {
        AiScreen f;
        f.add(QStringLiteral("OpenAI"));
        f.type("serverKey", QStringLiteral("sk-secret"));
        QCOMPARE(f.find<QLineEdit>("serverKey")->echoMode(), QLineEdit::Password);
        f.click("saveAi");
        QVERIFY(f.saysOf("resultLabel", QStringLiteral("keychain")));
        QCOMPARE(f.kept.value(desk::kOpenAiKey), QStringLiteral("sk-secret"));
        QCOMPARE(f.text("serverKey"), QString()); // never shown again
        QVERIFY(!f.savedUnder(desk::kAiEndpointsSetting).contains(QStringLiteral("secret")));
    }

    void aKeychainThatIsLockedIsSaidAndTheKeyStaysTyped()
    {
        for (const auto answer : {desk::AiKeySaved::Locked, desk::AiKeySaved::NoKeychain}) {
            AiScreen f;
            f.answer = answer;
            f.add(QStringLiteral("OpenAI"));
            f.type("serverKey", QStringLiteral("sk-secret"));
            f.click("saveAi");
            QVERIFY(f.saysOf("resultLabel", QStringLiteral("OPENAI_API_KEY_FILE")));
            QCOMPARE(f.text("serverKey"), QStringLiteral("sk-secret"));
        }
    }

    void badInputIsRefusedInWordsAndLosesNothing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("bad");
        QTest::newRow("no name") << "serverName"
                                 << "";
        QTest::newRow("not encrypted") << "serverAddress"
                                       << "http://example.com/v1";
        QTest::newRow("no address") << "serverAddress"
                                    << "";
        QTest::newRow("no model") << "serverModel"
                                  << "";
        QTest::newRow("price") << "inputPrice"
                               << "cheap";
        QTest::newRow("negative price") << "outputPrice"
                                        << "-1";
        QTest::newRow("cap") << "capEdit"
                             << "a lot";
    }
    void badInputIsRefusedInWordsAndLosesNothing()
    {
        QFETCH(QString, field);
        QFETCH(QString, bad);
        const QByteArray name = field.toUtf8();
        AiScreen f;
        f.add(QStringLiteral("Ollama"));
        f.type(name.constData(), bad);
        f.click("saveAi");
        QVERIFY(f.saysOf("resultLabel", QStringLiteral("⚠")));
        QVERIFY(f.text("resultLabel").size() > 20);
        QCOMPARE(f.text(name.constData()), bad);
        QCOMPARE(f.savedUnder(desk::kAiEndpointsSetting), QString());
    }

    void theChainIsReorderedAndShortened()
    {
        AiScreen f;
        f.add(QStringLiteral("Ollama"));
        f.add(QStringLiteral("llama.cpp"));
        f.add(QStringLiteral("Ollama"));
        f.click("serverUp");
        f.click("saveAi");
        QVERIFY(f.saysOf("resultLabel", QStringLiteral("Saved")));
        auto servers = *desk::aiServersOf(f.savedUnder(desk::kAiEndpointsSetting));
        QCOMPARE(servers.size(), 3U);
        QCOMPARE(servers[1].name, QStringLiteral("Ollama 2"));
        f.click("removeServer");
        f.click("saveAi");
        QVERIFY(f.until([&] {
            return desk::aiServersOf(f.savedUnder(desk::kAiEndpointsSetting))->size() == 2;
        }));
    }

    void pricesAndCapAreKeptToTheMillionth()
    {
        AiScreen f(QStringLiteral("es"));
        f.add(QStringLiteral("Ollama"));
        f.type("inputPrice", QStringLiteral("0,15"));
        f.type("outputPrice", QStringLiteral("0.6"));
        f.type("capEdit", QStringLiteral("2,5"));
        f.click("saveAi");
        QVERIFY(f.saysOf("resultLabel", QStringLiteral("Guardado")));
        const auto servers = *desk::aiServersOf(f.savedUnder(desk::kAiEndpointsSetting));
        QCOMPARE(servers.front().inputMicros, 150'000);
        QCOMPARE(servers.front().outputMicros, 600'000);
        QCOMPARE(f.savedUnder(desk::kAiCapSetting), QStringLiteral("2500000"));
    }

    void theToneIsChosenAndShownAgain()
    {
        AiScreen f(QStringLiteral("es"));
        auto* tone = f.find<QComboBox>("toneBox");
        QVERIFY(f.until([&] { return tone->currentText() == u"Como lo dice el flujo"; }));
        tone->setFocus();
        QTest::keyClick(tone, Qt::Key_Down);
        f.click("saveAi");
        QVERIFY(f.until([&] { return f.savedUnder(desk::kSmartToneSetting) == u"warm"; }));
        f.window.reset();
        f.open();
        f.click("settingsButton");
        f.find<QListWidget>("settingsPages")->setCurrentRow(kAiRow);
        QVERIFY(f.until([&] { return f.find<QComboBox>("toneBox")->currentIndex() == 1; }));
    }

    void aStageIsSwitchedOffAndOnAgain()
    {
        AiScreen f(QStringLiteral("es"));
        auto* button = f.find<QPushButton>("stagesButton");
        QVERIFY(f.until([&] { return button->text() == u"Todas"; }));
        const auto actionOf = [&](const QString& title) {
            const auto actions = button->menu()->actions();
            return *std::ranges::find(actions, title, &QAction::text);
        };
        actionOf(QStringLiteral("Nombre"))->trigger();
        QVERIFY(f.until([&] { return button->text() == u"Todas menos: Nombre"; }));
        QCOMPARE(f.savedUnder(QStringLiteral("smart.stagesOff")), QStringLiteral("name"));
        actionOf(QStringLiteral("Nombre"))->trigger();
        QVERIFY(f.until([&] { return button->text() == u"Todas"; }));
    }

    void theKeyOfARemovedServerIsForgotten()
    {
        AiScreen f;
        f.add(QStringLiteral("OpenAI"));
        f.type("serverKey", QStringLiteral("sk-secreta"));
        f.click("saveAi");
        QVERIFY(f.until([&] { return f.kept.size() == 1; }));
        const QString name = f.kept.firstKey();
        f.settle();
        f.click("removeServer");
        QCOMPARE(f.kept.value(name), QStringLiteral("sk-secreta"));
        f.click("saveAi");
        QVERIFY(f.until([&] { return f.kept.value(name).isEmpty(); }));
        QVERIFY(f.savedUnder(desk::kAiEndpointsSetting).isEmpty());
    }

    void savingDoesNotSwitchAiOnAgain()
    {
        AiScreen f;
        QVERIFY(f.until([&] { return f.find<QSpinBox>("shareBox")->value() == 100; }));
        f.type("capEdit", QStringLiteral("2"));
        f.click("aiSwitch");
        QVERIFY(f.saysOf("shareWhy", QStringLiteral("switched off here")));
        f.click("saveAi");
        QVERIFY(f.until([&] { return f.savedUnder(desk::kAiCapSetting) == u"2000000"; }));
        QCOMPARE(f.savedUnder(QStringLiteral("smart.mode")), QStringLiteral("off"));
        QVERIFY(f.until([&] { return f.find<QSpinBox>("shareBox")->value() == 0; }));
    }

    void oneClickSwitchesAiOffForAll()
    {
        AiScreen f;
        QVERIFY(f.until([&] { return f.find<QSpinBox>("shareBox")->value() == 100; }));
        f.click("aiSwitch");
        QVERIFY(f.saysOf("shareWhy", QStringLiteral("switched off here")));
        QCOMPARE(f.savedUnder(QStringLiteral("smart.mode")), QStringLiteral("off"));
        f.click("aiSwitch");
        QVERIFY(f.until(
            [&] { return f.savedUnder(QStringLiteral("smart.mode")) == QStringLiteral("on"); }));
    }

    void theHeaderTellsWhyAServerIsPausedAndSteersIt()
    {
        AiScreen f;
        QCOMPARE(f.text("aiButton"), QStringLiteral("No AI"));
        const desk::AiServer taller{.name = QStringLiteral("Taller"),
                                    .profile = QStringLiteral("vllm"),
                                    .address = QStringLiteral("http://127.0.0.1:9/v1"),
                                    .model = QStringLiteral("m")};
        f.overview.servers = {taller};
        f.desk->configureAi({.endpoints = {desk::aiEndpointOf(taller)}});
        QVERIFY(f.saysOf("aiButton", QStringLiteral("✓ AI on")));
        f.click("aiButton");
        QVERIFY(f.until([&] { return f.shows("AiCard"); }));
        f.click("forceOpen");
        QVERIFY(f.saysOf("aiButton", QStringLiteral("⚠ AI paused")));
        const auto line = [&] { return f.find<QListWidget>("cardServers")->item(0)->text(); };
        QVERIFY(f.until([&] { return line().contains(QStringLiteral("✗ Stopped by hand")); }));
        f.click("disableBreaker");
        QVERIFY(f.until([&] { return line().contains(QStringLiteral("Asked whatever fails")); }));
        f.click("resetBreaker");
        QVERIFY(f.until([&] { return line().contains(QStringLiteral("✓")); }));
        QVERIFY(f.saysOf("aiButton", QStringLiteral("✓ AI on")));
        f.click("cardSwitch");
        QVERIFY(f.saysOf("aiButton", QStringLiteral("✗ AI off")));
        QTest::keyClick(f.find("AiCard"), Qt::Key_Escape);
        QVERIFY(f.until([&] { return !f.shows("AiCard"); }));
    }

    void aBreakerThatOpenedIsSaidInWords()
    {
        const desk::AiBreaker open{.endpoint = QStringLiteral("OpenAI"),
                                   .model = QStringLiteral("m"),
                                   .lane = QStringLiteral("turn"),
                                   .state = QStringLiteral("open"),
                                   .cause = QStringLiteral("too_slow_for_turns"),
                                   .lastError = QStringLiteral("first_content"),
                                   .calls = 10,
                                   .failures = 5,
                                   .slow = 9,
                                   .nextProbe = base::fromMs(1'700'000'000'000)};
        const AiScreen f; // English
        const QString text = panels::aiBreakerText(open);
        for (const char* part : {"⚠", "too slowly for waiting customers", "10 calls, 5 failed",
                                 "9 slow", "Last error: first_content", "Next try at"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
    }

    void aCallIsAThinLineThatOpensByKeyAndByClick()
    {
        const support::AiServer server;
        AiScreen f;
        desk::AiServer taller{.name = QStringLiteral("Taller"),
                              .profile = QStringLiteral("vllm"),
                              .address = QString::fromStdString(server.url()),
                              .model = QStringLiteral("eco")};
        f.desk->configureAi({.endpoints = {desk::aiEndpointOf(taller)}});
        f.settle();
        const auto g = f.greet();
        for (const char16_t* text : {u"sí", u"español", u"Ana", u"la caja boba hace puf y chau"})
            QVERIFY(f.say(g.session, QString::fromUtf16(text)));
        f.click("chatsButton");
        f.view(6);
        QVERIFY(f.openRow(g.answer.conversation));
        const auto line = [&] {
            const QStringList rows = f.spoken("messagesView");
            const auto it = std::ranges::find_if(rows, [](const QString& row) {
                return row.startsWith(QStringLiteral("AI · understanding the message"));
            });
            return it == rows.end() ? -1 : static_cast<int>(it - rows.begin());
        };
        QVERIFY(f.until([&] { return line() >= 0; }));
        auto* view = f.find<QAbstractItemView>("messagesView");
        const QModelIndex index = view->model()->index(line(), 0);
        view->setFocus();
        view->setCurrentIndex(index);
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(f.until([&] {
            const QString spoken = f.spoken("messagesView").at(index.row());
            return spoken.contains(QStringLiteral("Model: eco")) &&
                   spoken.contains(QStringLiteral("Sent, personal data masked:"));
        }));
        view->scrollTo(index);
        const QRect row = view->visualRect(index);
        QVERIFY(row.height() > 4 * view->fontMetrics().height());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(f.until([&] {
            return f.spoken("messagesView").at(index.row()).contains(QStringLiteral("Enter opens"));
        }));
    }

    void problemsInForceAreShown()
    {
        AiScreen f;
        f.overview.problems = {
            {desk::AiFault::KeychainLocked, QStringLiteral("OpenAI"), desk::kOpenAiKey}};
        f.desk->configureAi({});
        QVERIFY(f.saysOf("aiProblemsLabel", QStringLiteral("⚠ OpenAI: the keychain is locked")));
    }
};

RELEVO_TEST(AiPageTest)
#include "ai_test.moc"
