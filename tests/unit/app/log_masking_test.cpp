// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_keys.h"
#include "app/service.h"
#include "planted.h"
#include "support/http_client.h"
#include "support/runner.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace {

constexpr const char* kMaskingLogToken = "0123456789abcdef0123456789abcdef";

/// Says the texts as a customer, in bodies and in addresses.
void chatWith(int port, const std::vector<Planted>& planted)
{
    constexpr std::size_t kSaid = 15; // below the limit of a conversation
    const auto greeting =
        support::httpCall(port, {.method = "POST",
                                 .target = "/api/greeting",
                                 .headers = {{"content-type", "application/json"}},
                                 .body = "{}"});
    const QByteArray session =
        greeting.json().value(QLatin1String("sessionId")).toString().toUtf8();
    const QByteArray csrf = greeting.json().value(QLatin1String("csrfToken")).toString().toUtf8();
    QVERIFY(!session.isEmpty());
    for (std::size_t i = 0; i < planted.size(); i += planted.size() / kSaid) {
        const QJsonObject body{{QStringLiteral("message"), planted[i].text}};
        const auto said =
            support::httpCall(port, {.method = "POST",
                                     .target = "/api/chat",
                                     .headers = {{"content-type", "application/json"},
                                                 {"x-session-id", session},
                                                 {"x-csrf-token", csrf}},
                                     .body = QJsonDocument(body).toJson(QJsonDocument::Compact)});
        QCOMPARE(said.status, 200);
        const QByteArray address = planted[i].text.toUtf8().toPercentEncoding();
        QCOMPARE(support::httpCall(port, {.target = "/no/" + address + "?of=" + address}).status,
                 404);
    }
}

} // namespace

/// What a program that runs writes into its log, and gives out of it.
class LogMaskingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noPersonalDataReachesTheLog()
    {
        // Kinds whose values no other part of a line has by chance.
        const auto planted = plantedTexts({s("email"), s("phone"), s("card"), s("dni"), s("key"),
                                           s("cbu"), s("jwt"), s("cuit"), s("iban")});
        QVERIFY(planted.size() > 300);
        QTemporaryDir folder;
        auto config = app::makeConfig();
        const auto set = [&](const char* key, const char* value) {
            QVERIFY(config.set(base::Source::CommandLine, QLatin1String(key),
                               QString::fromLatin1(value)));
        };
        set("gateway.port", "0");
        set("log.token", kMaskingLogToken);
        set("log.level", "debug");
        QByteArray served;
        {
            auto service =
                app::Service::start({.folder = folder.path(), .config = std::move(config)});
            QVERIFY(service.has_value());
            QVERIFY((*service)->gateway());
            const int port = (*service)->gateway()->port();
            for (const auto& text : planted)
                (*service)->log().info("test", "told", {{"text", text.text}, {"bytes", 12}});
            chatWith(port, planted);
            (*service)->log().flush();
            const auto reply = support::httpCall(
                port, {.target = "/api/logs",
                       .headers = {{"Authorization", QByteArray("Bearer ") + kMaskingLogToken}}});
            QCOMPARE(reply.status, 200);
            served = reply.body;
        }
        const QByteArray written = filesIn(folder.filePath(QStringLiteral("logs")));
        for (const QByteArray& log : {written, served}) {
            QCOMPARE(log.count("\"event\":\"told\""), planted.size());
            QVERIFY(log.contains("\"route\":\"chat\""));
            QVERIFY(log.count("[EMAIL-1]") > 20);
            QVERIFY(log.contains("\"bytes\":12"));
            const auto left = secretsIn(log, planted);
            QVERIFY2(left.isEmpty(), qPrintable(left.join(QStringLiteral(" | "))));
        }
    }
};

RELEVO_TEST(LogMaskingTest)
#include "log_masking_test.moc"
