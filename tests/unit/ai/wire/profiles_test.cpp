// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/chat_protocol.h"
#include "ai/wire/profiles.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace std::string_literals;

namespace {

QString urlOf(const char* base, ai::Profile profile = ai::Profile::OpenAi)
{
    const auto url = ai::chatUrl({.baseUrl = base, .model = "gpt 4o/mini", .profile = profile});
    return url ? QString::fromStdString(*url) : QStringLiteral("invalid");
}

QJsonObject bodyOf(const ai::Endpoint& endpoint, const ai::ChatRequest& request,
                   const ai::RequestTraits& traits = {})
{
    const auto body = ai::chatBody(endpoint, request, traits);
    return QJsonDocument::fromJson(QByteArray::fromStdString(body)).object();
}

bool isStrict(const char* schema)
{
    const auto body = bodyOf({}, {.schema = ai::Schema{"s", schema}});
    return body[QLatin1String("response_format")][QLatin1String("json_schema")]
               [QLatin1String("strict")]
                   .toBool();
}

} // namespace

class ProfilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s98_baseAddressesAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<ai::Profile>("profile");
        QTest::addColumn<QString>("url");
        const auto row = [](const char* base, ai::Profile profile, const char* url) {
            QTest::newRow(base) << QString::fromUtf8(base) << profile << QString::fromUtf8(url);
        };
        using enum ai::Profile;
        const char* openAi = "https://api.openai.com/v1/chat/completions";
        row("https://api.openai.com", OpenAi, openAi);
        row("https://api.openai.com/", OpenAi, openAi);
        row("https://api.openai.com/v1", OpenAi, openAi);
        row(" https://api.openai.com/v1// ", OpenAi, openAi);
        row("https://api.openai.com/v1/chat/completions", OpenAi, openAi);
        row("https://api.openai.com/v1/chat/completions/", OpenAi, openAi);
        row("api.openai.com", OpenAi, openAi);
        row("https://api.openai.com/v1#top", OpenAi, openAi);
        row("https://proxy.example/ai", OpenAi, "https://proxy.example/ai/v1/chat/completions");
        row("https://proxy.example/v1beta/openai/", OpenAi,
            "https://proxy.example/v1beta/openai/chat/completions");
        row("https://proxy.example/v1?team=a%20b", OpenAi,
            "https://proxy.example/v1/chat/completions?team=a%20b");
        row("localhost:11434", Ollama, "http://localhost:11434/v1/chat/completions");
        row("http://127.0.0.1:8080/v1/", LlamaCpp, "http://127.0.0.1:8080/v1/chat/completions");
        row("[::1]:8000", Vllm, "http://[::1]:8000/v1/chat/completions");
        row("https://[2001:db8::7]/v1", Vllm, "https://[2001:db8::7]/v1/chat/completions");
        row("http://[fe80::1%25eth0]:1234", LmStudio,
            "http://[fe80::1%25eth0]:1234/v1/chat/completions");
        row("https://openrouter.ai", OpenRouter, "https://openrouter.ai/api/v1/chat/completions");
        row("https://openrouter.ai/api/v1", OpenRouter,
            "https://openrouter.ai/api/v1/chat/completions");
        row("https://api.groq.com", Groq, "https://api.groq.com/openai/v1/chat/completions");
        row("https://api.groq.com/openai", Groq, "https://api.groq.com/openai/v1/chat/completions");
        row("https://r.openai.azure.com", Azure,
            "https://r.openai.azure.com/openai/deployments/gpt%204o%2Fmini/chat/completions"
            "?api-version=2024-10-21");
        row("https://r.openai.azure.com/openai/deployments/d1/?api-version=2025-01-01-preview",
            Azure,
            "https://r.openai.azure.com/openai/deployments/d1/chat/completions"
            "?api-version=2025-01-01-preview");
        row("https://r.openai.azure.com/openai/v1/", Azure,
            "https://r.openai.azure.com/openai/v1/chat/completions");
        for (const char* bad : {"", "ftp://api.openai.com", "https://",
                                "https://key@api.openai.com", "https://u:p@api.openai.com/v1",
                                "file:///etc/passwd", "http://host:99999", "https://a b.example"})
            row(bad, OpenAi, "invalid");
    }

    void s98_baseAddressesAsPeopleWriteThem()
    {
        QFETCH(const QString, base);
        QFETCH(const ai::Profile, profile);
        QFETCH(const QString, url);
        QCOMPARE(urlOf(base.toUtf8().constData(), profile), url);
    }

    void s98_anAddressTellsTheKind()
    {
        QCOMPARE(ai::profileOfAddress("https://api.openai.com/v1"), ai::Profile::OpenAi);
        QCOMPARE(ai::profileOfAddress("https://x.openai.azure.com"), ai::Profile::Azure);
        QCOMPARE(ai::profileOfAddress("https://notopenrouter.ai"), ai::Profile::OpenAi);
        QCOMPARE(ai::profileOfAddress("https://openrouter.ai/api"), ai::Profile::OpenRouter);
        QCOMPARE(ai::profileOfAddress("https://api.groq.com/openai/v1"), ai::Profile::Groq);
        QCOMPARE(ai::profileOfAddress("localhost:11434"), ai::Profile::Ollama);
        for (const auto& traits : ai::profiles())
            QCOMPARE(ai::profileNamed(traits.name), std::optional(traits.profile));
        QVERIFY(!ai::profileNamed("skynet"));
    }

    void theKeyGoesInTheServersOwnHeader()
    {
        const ai::ChatProtocol protocol;
        QVERIFY(protocol.secret({.profile = ai::Profile::OpenAi}, "k") ==
                (ai::Header{"Authorization", "Bearer k"}));
        QVERIFY(protocol.secret({.profile = ai::Profile::Azure}, "k") ==
                (ai::Header{"api-key", "k"}));
        QVERIFY(protocol.secret({.profile = ai::Profile::Ollama}, "").name.empty());
    }

    void aRequestIsTheSameBytesEachTime()
    {
        const ai::ChatProtocol protocol;
        const ai::Endpoint endpoint{.baseUrl = "localhost:11434", .model = "m"};
        const ai::ChatRequest request{.messages = {{.text = "¿Qué tal?"}}, .temperature = 0.2};
        const auto one = protocol.request(endpoint, request, {});
        const auto other = protocol.request(endpoint, request, {});
        QCOMPARE(*one.body, *other.body);
        QVERIFY(one.headers == other.headers);
        QVERIFY(one.secret.name.empty());
        QCOMPARE(*one.body, R"({"model":"m","messages":[{"role":"user","content":"¿Qué tal?"}],)"
                            R"("max_completion_tokens":1024,"temperature":0.2,"stream":true,)"
                            R"("stream_options":{"include_usage":true}})"s);
    }

    void usageIsAskedForOnlyWhereItIsTaken()
    {
        const auto asks = [](ai::Delivery delivery, bool wants) {
            return bodyOf({}, {.delivery = delivery}, {.wantsUsage = wants})
                .contains(QLatin1String("stream_options"));
        };
        QVERIFY(asks(ai::Delivery::Streamed, true));
        QVERIFY(!asks(ai::Delivery::Streamed, false));
        QVERIFY(!asks(ai::Delivery::Whole, true));
    }

    void maxTokensHasTheServersName()
    {
        const auto has = [](ai::Profile profile, const char* name) {
            return bodyOf({.profile = profile}, {.maxTokens = 7})[QLatin1String(name)].toInt() == 7;
        };
        QVERIFY(has(ai::Profile::OpenAi, "max_completion_tokens"));
        QVERIFY(has(ai::Profile::LlamaCpp, "max_tokens"));
    }

    void imagesGoAsDataUrls()
    {
        const auto body = bodyOf(
            {.model = "m"},
            {.messages = {{.text = "foto", .images = {{QByteArray("\x89PNG"), "image/png"}}}}});
        const auto content = body[QLatin1String("messages")][0][QLatin1String("content")].toArray();
        QCOMPARE(content.size(), 2);
        QCOMPARE(content[0][QLatin1String("text")].toString(), QStringLiteral("foto"));
        QCOMPARE(content[1][QLatin1String("image_url")][QLatin1String("url")].toString(),
                 QStringLiteral("data:image/png;base64,iVBORw=="));
    }

    void aSchemaIsStrictOnlyWhereItKeepsToTheRules()
    {
        QVERIFY(isStrict(
            R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false})"));
        QVERIFY(!isStrict(
            R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"]})"));
        QVERIFY(!isStrict(
            R"({"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false})"));
        QVERIFY(!isStrict(
            R"({"type":"array","items":{"type":"object","properties":{},"additionalProperties":true}})"));
    }
};

RELEVO_TEST(ProfilesTest)
#include "profiles_test.moc"
