// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/config.h"
#include "desk/smart/ai_settings.h"
#include "support/runner.h"

#include <QTest>

using namespace desk;

namespace {

QString words(const char* text)
{
    return QString::fromUtf8(text);
}

const QString kOpenAiRow =
    words("{'name':'OpenAI','profile':'openai','baseUrl':'https://api.openai.com/v1',"
          "'model':'gpt-4o-mini','keyName':'OPENAI_API_KEY'}")
        .replace(u'\'', u'"');
const QString kOllamaRow =
    words("{'name':'Taller','profile':'ollama','baseUrl':'http://127.0.0.1:11434',"
          "'model':'llama3.1'}")
        .replace(u'\'', u'"');

AiSources endpointsOnly(const QString& endpoints)
{
    return {.endpoints = endpoints};
}

QMap<QString, AiKey> oneKey(const QString& name, const QString& value, AiKeyPlace place)
{
    return {{name, {value, place}}};
}

std::vector<AiFault> faultsIn(const AiReading& reading)
{
    std::vector<AiFault> all;
    for (const AiProblem& problem : reading.overview.problems)
        all.push_back(problem.fault);
    return all;
}

QString sentenceOf(const AiProblem& problem)
{
    return aiProblemText(problem, [](const char* text) { return QString::fromUtf8(text); });
}

} // namespace

class AiSettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingConfiguredIsNoAiAndNoProblem()
    {
        for (const QString& empty : {QString(), words("  "), words("[]")}) {
            const AiReading reading = readAi(endpointsOnly(empty), {});
            QVERIFY(reading.config.endpoints.empty());
            QVERIFY(reading.overview.problems.empty());
            QVERIFY(!reading.config.dailyCapMicros);
            QVERIFY(reading.config.masks);
            QCOMPARE(reading.config.turnFirstContent, base::milliseconds(1'800));
            QCOMPARE(reading.config.turnTotal, base::milliseconds(8'000));
        }
    }

    void malformedTextIsSaidAndStopsNothing_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("no JSON") << words("{[");
        QTest::newRow("object") << words("{}");
        QTest::newRow("list of words") << words(R"(["a"])");
        QTest::newRow("cut") << words(R"([{"name":"a")");
    }
    void malformedTextIsSaidAndStopsNothing()
    {
        QFETCH(QString, json);
        const AiReading reading = readAi(endpointsOnly(json), {});
        QVERIFY(reading.config.endpoints.empty());
        QCOMPARE(faultsIn(reading), std::vector{AiFault::NotJson});
    }

    void aLoopbackServerNeedsNoKey()
    {
        const AiReading reading = readAi(endpointsOnly(words("[") + kOllamaRow + words("]")), {});
        QVERIFY(reading.overview.problems.empty());
        QCOMPARE(reading.config.endpoints.size(), 1U);
        QCOMPARE(reading.config.endpoints.front().profile, ai::Profile::Ollama);
        QCOMPARE(reading.config.endpoints.front().keyName, std::string());
    }

    void everyFaultOfAServerLeavesItOutAndNamesIt_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, const char* json, AiFault fault) {
            QTest::newRow(name) << words(json) << static_cast<int>(fault);
        };
        row("no name", R"({"profile":"openai","baseUrl":"https://a.example","model":"m"})",
            AiFault::NoName);
        row("unknown kind",
            R"({"name":"a","profile":"magic","baseUrl":"https://a.example","model":"m"})",
            AiFault::UnknownKind);
        row("no address", R"({"name":"a","profile":"openai","model":"m"})", AiFault::NoAddress);
        row("no such address",
            R"({"name":"a","profile":"openai","baseUrl":"ftp://a.example","model":"m"})",
            AiFault::BadAddress);
        row("blank in the address",
            R"({"name":"a","profile":"openai","baseUrl":"https://a b","model":"m"})",
            AiFault::BadAddress);
        row("password in the address",
            R"({"name":"a","profile":"openai","baseUrl":"https://u:p@a.example","model":"m"})",
            AiFault::SecretInAddress);
        row("not encrypted",
            R"({"name":"a","profile":"vllm","baseUrl":"http://192.168.1.5:8000","model":"m"})",
            AiFault::NotEncrypted);
        row("looks like this machine",
            R"({"name":"a","profile":"vllm","baseUrl":"http://127.0.0.1.example.com","model":"m"})",
            AiFault::NotEncrypted);
        row("no model", R"({"name":"a","profile":"openai","baseUrl":"https://a.example"})",
            AiFault::NoModel);
        row("another secret's name",
            R"({"name":"a","baseUrl":"https://a.example","model":"m","keyName":"LOG_TOKEN"})",
            AiFault::BadKeyName);
        row("price", R"({"name":"a","baseUrl":"https://a.example","model":"m","inputMicros":-1})",
            AiFault::BadPrice);
        row("price in words",
            R"({"name":"a","baseUrl":"https://a.example","model":"m","outputMicros":"cheap"})",
            AiFault::BadPrice);
        row("context", R"({"name":"a","baseUrl":"https://a.example","model":"m","maxContext":3})",
            AiFault::BadContext);
    }
    void everyFaultOfAServerLeavesItOutAndNamesIt()
    {
        QFETCH(QString, server);
        QFETCH(int, fault);
        const AiReading reading =
            readAi(endpointsOnly(words("[") + server + words(",") + kOllamaRow + words("]")), {});
        QCOMPARE(faultsIn(reading), std::vector{static_cast<AiFault>(fault)});
        QCOMPARE(reading.config.endpoints.size(), 1U); // the other goes on
        const QString sentence = sentenceOf(reading.overview.problems.front());
        QVERIFY2(sentence.size() > 20 && !sentence.contains(u'%'), qPrintable(sentence));
        QVERIFY(!sentence.contains(words("u:p")));
    }

    void addressesOfThisMachineNeedNoEncryption()
    {
        for (const char* address : {"http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1",
                                    "localhost:1", "127.9.9.9", "https://a.example"}) {
            const std::vector<AiServer> servers{{.name = words("a"),
                                                 .profile = words("vllm"),
                                                 .address = words(address),
                                                 .model = words("m")}};
            QVERIFY2(!faultOf(servers, 0), address);
        }
    }

    void aNameStandsForOneServer()
    {
        const AiReading reading = readAi(
            endpointsOnly(words("[") + kOllamaRow + words(",") + kOllamaRow + words("]")), {});
        QCOMPARE(faultsIn(reading), std::vector{AiFault::NameTwice});
        QCOMPARE(reading.config.endpoints.size(), 1U);
    }

    void aKeyBelongsToOneHost()
    {
        const QString other = QString(kOpenAiRow)
                                  .replace(words("api.openai.com"), words("b.example"))
                                  .replace(words("\"OpenAI\""), words("\"B\""));
        const auto keys = oneKey(kOpenAiKey, words("k"), AiKeyPlace::Keychain);
        const AiReading reading =
            readAi(endpointsOnly(words("[") + kOpenAiRow + words(",") + other + words("]")), keys);
        QCOMPARE(faultsIn(reading), std::vector{AiFault::KeyElsewhere});
        QCOMPARE(reading.config.endpoints.size(), 1U);
    }

    void aKeyGoesToNoOtherHostThanTheOneItWasGivenFor()
    {
        auto servers = *desk::aiServersOf(words("[") + kOpenAiRow + words("]"));
        QCOMPARE(servers.size(), 1U);
        QCOMPARE(servers[0].keyHost, desk::aiHostOf(servers[0])); // known from its first reading
        QVERIFY(!desk::faultOf(servers, 0));
        QCOMPARE(*desk::aiServersOf(desk::aiServersJson(servers)), servers);
        servers[0].address = words("https://other.example/v1");
        QCOMPARE(desk::faultOf(servers, 0)->fault, AiFault::KeyMoved);
        const auto keys = oneKey(kOpenAiKey, words("k"), AiKeyPlace::Keychain);
        const AiReading reading = readAi(endpointsOnly(desk::aiServersJson(servers)), keys);
        QCOMPARE(faultsIn(reading), std::vector{AiFault::KeyMoved});
        QVERIFY(reading.config.endpoints.empty());
        servers[0].keyHost = desk::aiHostOf(servers[0]); // given anew
        QVERIFY(!desk::faultOf(servers, 0));
    }

    void aKeyThatIsNotThereSaysWhy_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("fault");
        QTest::newRow("missing") << int(AiKeyPlace::Nowhere) << int(AiFault::KeyMissing);
        QTest::newRow("locked") << int(AiKeyPlace::Locked) << int(AiFault::KeychainLocked);
        QTest::newRow("absent") << int(AiKeyPlace::Absent) << int(AiFault::NoKeychain);
    }
    void aKeyThatIsNotThereSaysWhy()
    {
        QFETCH(int, place);
        QFETCH(int, fault);
        const auto keys = oneKey(kOpenAiKey, {}, static_cast<AiKeyPlace>(place));
        const AiReading reading = readAi(
            endpointsOnly(words("[") + kOpenAiRow + words(",") + kOllamaRow + words("]")), keys);
        QCOMPARE(faultsIn(reading), std::vector{static_cast<AiFault>(fault)});
        QCOMPARE(reading.config.endpoints.size(), 1U);
        QVERIFY(sentenceOf(reading.overview.problems.front()).contains(kOpenAiKey));
    }

    void aFoundKeyGoesToTheClientAlone()
    {
        const AiReading reading =
            readAi(endpointsOnly(words("[") + kOpenAiRow + words("]")),
                   oneKey(kOpenAiKey, words("sk-geheim"), AiKeyPlace::Keychain));
        QVERIFY(reading.overview.problems.empty());
        QCOMPARE(reading.config.keys.at("OPENAI_API_KEY"), std::string("sk-geheim"));
        QCOMPARE(reading.overview.keys.value(kOpenAiKey), AiKeyPlace::Keychain);
        QVERIFY(!aiServersJson(reading.overview.servers).contains(words("geheim")));
    }

    void theEnvironmentsKeyAloneIsOpenAi()
    {
        AiSources sources{.hasEnvironmentKey = true};
        const auto keys = oneKey(kOpenAiKey, words("k"), AiKeyPlace::Environment);
        QCOMPARE(aiKeysWanted(sources), QStringList{kOpenAiKey});
        AiReading reading = readAi(sources, keys);
        QCOMPARE(reading.config.endpoints.size(), 1U);
        QCOMPARE(reading.config.endpoints.front().baseUrl,
                 std::string("https://api.openai.com/v1"));
        QCOMPARE(reading.overview.environmentServer, words("environment"));
        sources.environmentModel = words("gpt-5");
        reading = readAi(sources, keys);
        QCOMPARE(reading.config.endpoints.front().model, std::string("gpt-5"));
    }

    void theEnvironmentsServerComesBeforeTheSettings()
    {
        AiSources sources = endpointsOnly(words("[") + kOllamaRow + words("]"));
        sources.environmentAddress = words("http://localhost:9000/v1");
        AiReading reading = readAi(sources, {});
        QCOMPARE(faultsIn(reading), std::vector{AiFault::NoModel}); // nobody can guess it
        sources.environmentModel = words("mio");
        reading = readAi(sources, {});
        QVERIFY(reading.overview.problems.empty());
        QCOMPARE(reading.config.endpoints.size(), 2U);
        QCOMPARE(reading.config.endpoints[0].model, std::string("mio"));
        QCOMPARE(reading.config.endpoints[1].name, std::string("Taller"));
    }

    void theEnvironmentsModelIsThatOfTheServerWithItsKey()
    {
        AiSources sources =
            endpointsOnly(words("[") + kOllamaRow + words(",") + kOpenAiRow + words("]"));
        sources.hasEnvironmentKey = true;
        sources.environmentModel = words("gpt-5");
        const AiReading reading =
            readAi(sources, oneKey(kOpenAiKey, words("k"), AiKeyPlace::Environment));
        QCOMPARE(reading.config.endpoints.size(), 2U);
        QCOMPARE(reading.config.endpoints[0].model, std::string("llama3.1"));
        QCOMPARE(reading.config.endpoints[1].model, std::string("gpt-5"));
        QCOMPARE(reading.overview.environmentServer, QString());
    }

    void limitsAreReadAndBadOnesSpendNothing()
    {
        AiSources sources{.dailyCapMicros = words("2500000"),
                          .firstContentMs = words("900"),
                          .totalMs = words("4000")};
        AiReading reading = readAi(sources, {});
        QCOMPARE(reading.config.dailyCapMicros, std::optional<std::int64_t>(2'500'000));
        QCOMPARE(reading.config.turnFirstContent, base::milliseconds(900));
        QCOMPARE(reading.config.turnTotal, base::milliseconds(4'000));
        for (const char* bad : {"-1", "mucho", "1e30", "99999999999999999999"}) {
            sources.dailyCapMicros = words(bad);
            reading = readAi(sources, {});
            QCOMPARE(faultsIn(reading), std::vector{AiFault::BadCap});
            QCOMPARE(reading.config.dailyCapMicros, std::optional<std::int64_t>(0));
        }
        sources.dailyCapMicros.clear();
        for (const auto& [first, total] :
             {std::pair{"0", "8000"}, {"2000", "1000"}, {"x", "8000"}, {"100", "999999"}}) {
            sources.firstContentMs = words(first);
            sources.totalMs = words(total);
            reading = readAi(sources, {});
            QCOMPARE(faultsIn(reading), std::vector{AiFault::BadTimes});
            QCOMPARE(reading.config.turnTotal, base::milliseconds(8'000));
        }
    }

    void maskingEndsOnlyWhereEveryServerIsTrusted()
    {
        AiSources sources = endpointsOnly(words("[") + kOllamaRow + words("]"));
        QVERIFY(readAi(sources, {}).config.masks);
        sources.masking = words("trusted");
        QVERIFY(!readAi(sources, {}).config.masks);
        sources.endpoints = words("[") + kOllamaRow + words(",") + kOpenAiRow + words("]");
        const auto keys = oneKey(kOpenAiKey, words("k"), AiKeyPlace::Keychain);
        QVERIFY(readAi(sources, keys).config.masks);
        sources.endpoints = words("[]");
        QVERIFY(readAi(sources, {}).config.masks);
        sources.masking = words("never");
        const AiReading reading = readAi(sources, {});
        QVERIFY(reading.config.masks);
        QCOMPARE(faultsIn(reading), std::vector{AiFault::BadMasking});
    }

    void serversGoToTextAndBack()
    {
        std::vector<AiServer> servers;
        for (const AiKind& kind : aiKinds())
            servers.push_back({.name = kind.title,
                               .profile = kind.profile,
                               .address = kind.address,
                               .model = kind.model,
                               .keyName = kind.needsKey ? aiKeyNameFor(kind.title) : QString(),
                               .inputMicros = 150'000,
                               .outputMicros = 600'000,
                               .takesImages = true,
                               .isTrusted = true});
        servers.front().name = words("Ñandú “uno”");
        for (AiServer& server : servers)
            server.keyHost = server.keyName.isEmpty() ? QString() : aiHostOf(server);
        QVERIFY(servers.size() >= 6);
        QCOMPARE(*aiServersOf(aiServersJson(servers)), servers);
        QVERIFY(aiServersJson(servers).contains(words("Ñandú")));
    }

    void everyFilledInKindIsWithoutFault()
    {
        for (const AiKind& kind : aiKinds()) {
            const std::vector<AiServer> servers{
                {.name = kind.title,
                 .profile = kind.profile,
                 .address =
                     kind.address.isEmpty() ? words("https://x.openai.azure.com") : kind.address,
                 .model = kind.model.isEmpty() ? words("m") : kind.model,
                 .keyName = aiKeyNameFor(kind.title)}};
            QVERIFY2(!faultOf(servers, 0), qPrintable(kind.title));
        }
    }

    void keysAreNamedAfterTheServer()
    {
        QCOMPARE(aiKeyNameFor(words("OpenAI")), words("OPENAI_API_KEY"));
        QCOMPARE(aiKeyNameFor(words("Mi señal 2")), words("MI_SENAL_2_API_KEY"));
        QCOMPARE(aiKeyNameFor(words("4 ever")), words("AI_4_EVER_API_KEY"));
        for (const QString& name : {QString(), words("日本"), words("__"), QString(300, u'x')}) {
            const std::vector<AiServer> servers{{.name = words("a"),
                                                 .profile = words("openai"),
                                                 .address = words("https://a.example"),
                                                 .model = words("m"),
                                                 .keyName = aiKeyNameFor(name)}};
            QVERIFY2(!faultOf(servers, 0), qPrintable(servers.front().keyName));
        }
    }
};

RELEVO_TEST(AiSettingsTest)
#include "ai_settings_test.moc"
