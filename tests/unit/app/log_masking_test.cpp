// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_keys.h"
#include "app/service.h"
#include "support/http_client.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <set>

namespace {

constexpr const char* kLogToken = "0123456789abcdef0123456789abcdef";

struct Planted {
    QString text;
    QStringList secrets; ///< what of it may stand in no log
};

/// What the corpus holds of the kinds whose values no other part of a line has by chance.
std::vector<Planted> plantedTexts()
{
    static const std::set<QString> kinds{
        QStringLiteral("email"), QStringLiteral("phone"), QStringLiteral("card"),
        QStringLiteral("dni"),   QStringLiteral("key"),   QStringLiteral("cbu"),
        QStringLiteral("jwt"),   QStringLiteral("cuit"),  QStringLiteral("iban")};
    QFile file(QStringLiteral(CORPORA "/privacy_positives.jsonl"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Planted> all;
    while (!file.atEnd()) {
        // A bar keeps what searches sources for keys from stumbling over the corpus.
        const QByteArray line = file.readLine().replace("\xc2\xa6", "");
        const auto row = QJsonDocument::fromJson(line).object();
        Planted planted{row.value(QLatin1String("text")).toString(), {}};
        for (const auto& entity : row.value(QLatin1String("entities")).toArray()) {
            const auto value = entity.toObject();
            if (kinds.contains(value.value(QLatin1String("kind")).toString()))
                planted.secrets += value.value(QLatin1String("text")).toString();
        }
        if (!planted.secrets.isEmpty())
            all.push_back(std::move(planted));
    }
    return all;
}

/// As it stands between the quotes of a JSON string.
QByteArray asJson(const QString& text)
{
    const QByteArray json = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return json.mid(2, json.size() - 4);
}

QStringList secretsIn(const QByteArray& log, const std::vector<Planted>& planted)
{
    QStringList found;
    for (const auto& text : planted) {
        for (const QString& secret : text.secrets) {
            if (log.contains(asJson(secret)))
                found += secret;
        }
    }
    return found;
}

QByteArray filesIn(const QString& folder)
{
    QByteArray all;
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Files)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

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
        const auto planted = plantedTexts();
        QVERIFY(planted.size() > 300);
        QTemporaryDir folder;
        auto config = app::makeConfig();
        const auto set = [&](const char* key, const char* value) {
            QVERIFY(config.set(base::Source::CommandLine, QLatin1String(key),
                               QString::fromLatin1(value)));
        };
        set("gateway.port", "0");
        set("log.token", kLogToken);
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
                       .headers = {{"Authorization", QByteArray("Bearer ") + kLogToken}}});
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
