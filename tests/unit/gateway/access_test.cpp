// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/access.h"
#include "gateway/texts.h"
#include "support/runner.h"

#include <QFile>

using gateway::Access;
using gateway::Language;

namespace {

http::Request from(const char* origin, const char* host = "chat.example")
{
    return {.headers = {{"host", host}, {"origin", origin}}};
}

} // namespace

/// Origins, hosts, tokens and languages, as values.
class AccessTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comparesTokensWhole()
    {
        QVERIFY(gateway::equalsConstantTime("secret", "secret"));
        for (const char* other : {"", "s", "secre", "secrets", "Secret", "secretsecret"})
            QVERIFY2(!gateway::equalsConstantTime(other, "secret"), other);
        QVERIFY(!gateway::equalsConstantTime("a", ""));
        QVERIFY(gateway::equalsConstantTime("", ""));
        QVERIFY(!gateway::equalsConstantTime({"a\0b", 3}, {"a\0c", 3}));
    }

    // Tokens are never compared by ==, which ends at the first difference.
    void tokensAreComparedNowhereElse()
    {
        for (const char* path : {"/src/gateway/access.cpp", "/src/gateway/customer_calls.cpp"}) {
            QFile file(QStringLiteral(RELEVO_SOURCE_DIR) + QLatin1String(path));
            QVERIFY2(file.open(QIODevice::ReadOnly), path);
            const QByteArray text = file.readAll();
            QVERIFY2(text.contains("equalsConstantTime("), path);
            for (const char* plain :
                 {"m_token ==", "== m_token", "csrfHash ==", "== info->csrfHash"})
                QVERIFY2(!text.contains(plain), plain);
        }
    }

    void anOriginIsOursOrListed()
    {
        const Access access({.allowedOrigins = {QStringLiteral("https://Shop.example/"),
                                                QStringLiteral(" https://other.example:8443 ")}});
        for (const char* origin : {"", "https://shop.example", "https://other.example:8443",
                                   "http://chat.example", "https://chat.example"})
            QVERIFY2(access.isOriginAllowed(from(origin)), origin);
        for (const char* origin : {"null", "http://shop.example", "https://shop.example.evil",
                                   "https://evilshop.example", "https://other.example",
                                   "https://shop.example:444", "https://shop.example/x"})
            QVERIFY2(!access.isOriginAllowed(from(origin)), origin);
    }

    void thePublicAddressIsOurs()
    {
        const Access access({.publicUrl = QStringLiteral("https://help.shop.example/chat/")});
        QVERIFY(access.isOriginAllowed(from("https://help.shop.example")));
        QVERIFY(access.isHostOurs("help.shop.example"));
        QVERIFY(access.isHostOurs("127.0.0.1:8787"));
        QVERIFY(!access.isHostOurs("shop.example"));
    }

    void onLoopbackOnlyLoopbacksNamesAreOurs()
    {
        const Access access({.host = QStringLiteral("127.0.0.1")});
        for (const char* host :
             {"localhost", "LOCALHOST:8787", "127.0.0.1:1", "[::1]:8787", "127.1.2.3"})
            QVERIFY2(access.isHostOurs(host), host);
        for (const char* host :
             {"", "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "[::2]",
              "10.0.0.1", "[", "]", ":", "evil.example:127.0.0.1"})
            QVERIFY2(!access.isHostOurs(host), host);
    }

    void elsewhereTheListSays()
    {
        const Access open({.host = QStringLiteral("0.0.0.0")});
        QVERIFY(open.isHostOurs("anything.example"));
        const Access listed(
            {.host = QStringLiteral("0.0.0.0"),
             .allowedHosts = {QStringLiteral("Chat.example"), QStringLiteral("2001:db8::1")}});
        QVERIFY(listed.isHostOurs("chat.example:80"));
        QVERIFY(listed.isHostOurs("[2001:db8::1]:80"));
        QVERIFY(!listed.isHostOurs("evil.example"));
        QVERIFY(!listed.isHostOurs(""));
    }

    void productionNeedsATokenAndOrigins()
    {
        gateway::Options options;
        const auto without = gateway::checkProduction(options);
        QVERIFY(!without);
        QVERIFY(without.error().detail.contains(QStringLiteral("LOG_TOKEN")));
        options.logToken = QString(31, u'x');
        QVERIFY(gateway::checkProduction(options).error().detail.contains(QStringLiteral("32")));
        options.logToken = QString(32, u'x');
        const auto noOrigins = gateway::checkProduction(options);
        QVERIFY(!noOrigins);
        QVERIFY(noOrigins.error().detail.contains(QStringLiteral("ALLOWED_ORIGINS")));
        options.allowedOrigins = QStringList{QStringLiteral("https://shop.example")};
        QVERIFY(gateway::checkProduction(options));
    }

    void theFirstLanguageThatIsOursCounts()
    {
        const auto is = [](const char* text, Language language) {
            return gateway::languageOf(text) == language;
        };
        for (const char* english : {"en", "en-US", "EN_gb", "fr,en;q=0.8", "en-GB,es;q=0.9", " en"})
            QVERIFY2(is(english, Language::En), english);
        for (const char* spanish :
             {"", "es", "es-AR,en;q=0.9", "fr", "enx", "eng-US", "e", "*", ",,,"})
            QVERIFY2(is(spanish, Language::Es), spanish);
    }

    void everyRefusalHasBothLanguages()
    {
        for (const int status : {400, 408, 413, 417, 429, 431, 501, 503, 505}) {
            const auto es = gateway::refusalForStatus(status, Language::Es);
            const auto en = gateway::refusalForStatus(status, Language::En);
            QCOMPARE(es.status, status);
            QCOMPARE(en.status, status);
            QVERIFY(!es.message.empty() && es.message != en.message);
        }
        using base::Code;
        for (const auto code : {Code::NotFound, Code::Conflict, Code::Busy, Code::Timeout,
                                Code::Cancelled, Code::Offline, Code::RateLimited, Code::Refused,
                                Code::Invalid, Code::Corrupt, Code::NoSecret, Code::Internal}) {
            const auto refusal = gateway::refusalFor(
                base::Error{code, QStringLiteral("SELECT secret FROM table")}, Language::En);
            QVERIFY(!refusal.message.empty());
            QVERIFY(refusal.message.find("secret") == std::string::npos);
        }
        QCOMPARE(gateway::refusalFor("unheard_of", Language::En).status, 500);
    }
};

RELEVO_TEST(AccessTest)
#include "access_test.moc"
