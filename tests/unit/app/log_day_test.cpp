// SPDX-License-Identifier: GPL-3.0-or-later
// A day of the program: customers who tell everything, agents, requests that fail in every way, an AI
// that repeats what it was asked in its errors. Nothing of it may stand in the log.
#include "app/config_keys.h"
#include "app/service.h"
#include "base/threads/blocking_home.h"
#include "planted.h"
#include "support/ai_server/process.h"
#include "support/http_client.h"
#include "support/runner.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>

namespace {

constexpr const char* kDayLogToken = "fedcba9876543210fedcba9876543210";
constexpr std::size_t kSaidInAConversation = 25;
const QString kCustomer = QStringLiteral("Zulema Quintela");
const QString kAgent = QStringLiteral("Hermenegildo Ibarguren");

support::HttpHeaders asJsonBody(support::HttpHeaders headers = {})
{
    headers.emplace_back("content-type", "application/json");
    return headers;
}

QByteArray jsonOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class LogDayTest : public QObject
{
    Q_OBJECT
private:
    /// What a browser holds; all of it credentials.
    struct Browser {
        QByteArray session, csrf, customer, conversation;
        [[nodiscard]] support::HttpHeaders headers() const
        {
            return asJsonBody({{"x-session-id", session}, {"x-csrf-token", csrf}});
        }
    };

    void start()
    {
        auto config = app::makeConfig();
        const auto set = [&](const char* key, const char* value) {
            QVERIFY2(config.set(base::Source::CommandLine, QLatin1String(key),
                                QString::fromLatin1(value)),
                     key);
        };
        set("gateway.port", "0");
        set("log.token", kDayLogToken);
        set("log.level", "debug");
        for (const char* limit : {"limit.greetingIp", "limit.chatIp", "limit.chatConversation",
                                  "limit.transcriptIp", "limit.connectionsIp"})
            set(limit, "off");
        auto service =
            app::Service::start({.folder = m_folder->path(), .config = std::move(config)});
        QVERIFY(service.has_value() && (*service)->gateway());
        m_service = *std::move(service);
        m_port = m_service->gateway()->port();
    }

    template <class T, class F>
    base::Result<T> ask(F call)
    {
        base::BlockingHome here;
        auto answer = std::make_shared<std::optional<base::Result<T>>>();
        call(here.caller(), [answer](base::Result<T> result) { *answer = std::move(result); });
        here.runUntil([&] { return answer->has_value(); }, std::chrono::seconds(20));
        return answer->has_value() ? std::move(**answer)
                                   : base::Result<T>(base::fail(base::Code::Timeout));
    }

    support::HttpReply post(const QByteArray& target, const QByteArray& body,
                            const support::HttpHeaders& headers)
    {
        return support::httpCall(
            m_port, {.method = "POST", .target = target, .headers = headers, .body = body});
    }

    Browser greet()
    {
        const auto reply = post("/api/greeting", jsonOf({{s("name"), kCustomer}}), asJsonBody());
        const auto text = [json = reply.json()](const char* name) {
            return json.value(QLatin1String(name)).toString().toLatin1();
        };
        const Browser browser{text("sessionId"), text("csrfToken"), text("customerId"),
                              text("conversationId")};
        for (const auto& credential : {browser.session, browser.csrf, browser.customer})
            m_credentials.push_back({{}, {QString::fromLatin1(credential)}});
        return browser;
    }

    void say(const Browser& browser, const QString& text)
    {
        const auto reply = post("/api/chat", jsonOf({{s("message"), text}}), browser.headers());
        m_answered += reply.status == 200 ? 1 : 0;
    }

    void chat(const std::vector<Planted>& planted)
    {
        Browser browser;
        for (std::size_t i = 0; i < planted.size(); ++i) {
            if (i % kSaidInAConversation == 0) {
                browser = greet();
                say(browser, s("soy ") + kCustomer);
            }
            say(browser, planted[i].text);
        }
        m_last = browser;
    }

    /// An agent takes the last conversation over and writes what agents write.
    void attend(const std::vector<Planted>& planted)
    {
        auto& desk = m_service->desk();
        const auto id = base::conversationOfCode(QString::fromLatin1(m_last.conversation));
        const auto agent = ask<desk::Person>([&](base::Caller& caller, auto done) {
            desk.savePerson(caller, {}, kAgent, std::move(done));
        });
        QVERIFY(id && agent);
        const auto taken = ask<desk::ConversationHead>([&](base::Caller& caller, auto done) {
            desk.takeOver(caller, *id, agent->id, {}, std::move(done));
        });
        QVERIFY(taken);
        for (std::size_t i = 0; i < planted.size(); i += 100) {
            const auto told = ask<base::Seq>([&](base::Caller& caller, auto done) {
                desk.reply(caller, *id, agent->id, planted[i].text, {}, std::move(done));
            });
            QVERIFY(told);
        }
        const auto transferred = ask<desk::ConversationHead>([&](base::Caller& caller, auto done) {
            desk.transfer(caller, *id, agent->id, base::PersonId{987'654}, planted[0].text, {},
                          std::move(done));
        });
        QVERIFY(!transferred);
    }

    /// Each way to fail, with the text in each place where a request can hold one.
    void fail(const Planted& planted)
    {
        const QByteArray text = planted.text.toUtf8();
        const QByteArray address = text.toPercentEncoding();
        const QByteArray line = QByteArray(text).replace('\n', ' ').replace('\r', ' ');
        const auto refused = [this](const support::HttpReply& reply) {
            m_refused += reply.status == 0 || reply.status >= 400 ? 1 : 0;
        };
        const auto get = [&](const QByteArray& target, const support::HttpHeaders& headers = {}) {
            refused(support::httpCall(m_port, {.target = target, .headers = headers}));
        };
        get("/no/" + address + "?of=" + address);
        get("/api/transcript/" + address);
        get("/api/transcript/" + m_last.session);
        get("/api/transcript/" + m_last.conversation + "?after=" + address, m_last.headers());
        get("/api/logs?token=" + address);
        get("/api/logs", {{"Authorization", "Bearer " + line}});
        get("/api/logs?level=" + address,
            {{"Authorization", QByteArray("Bearer ") + kDayLogToken}});
        get("/api/events?after=" + address, m_last.headers());
        get("/articles/" + address);
        get("/api/events", {{"x-session-id", line}});
        get("/api/health", {{"Host", line}});
        refused(post("/api/chat", text, m_last.headers()));
        refused(post("/api/chat", "{\"message\":\"" + text, m_last.headers()));
        refused(post("/api/chat", jsonOf({{s("message"), planted.text.repeated(400)}}),
                     m_last.headers()));
        refused(post("/api/chat", "{\"message\":7}",
                     asJsonBody({{"x-session-id", m_last.session}, {"x-csrf-token", line}})));
        refused(post("/api/greeting", "{}",
                     asJsonBody({{"Origin", "https://" + address}, {"Referer", line}})));
        refused(support::httpCall(m_port, {.method = "PUT", .target = "/api/chat?x=" + address}));
    }

    /// AI that fails and says again what it was asked, and more.
    void askAi(const std::vector<Planted>& planted)
    {
        const support::AiServer server;
        std::vector<ai::Endpoint> endpoints;
        for (const char* code : {"400", "401", "429", "500"}) {
            const QByteArray words = (planted[0].text + u' ' + planted[7].text + u' ' + kCustomer)
                                         .toUtf8()
                                         .toPercentEncoding();
            endpoints.push_back({.name = code,
                                 .baseUrl = server.url("status,code=" + std::string(code) +
                                                       ",message=" + words.toStdString()),
                                 .model = "eco"});
        }
        for (auto& endpoint : endpoints) {
            endpoint.capabilities.schema = true;
            m_service->desk().configureAi({.endpoints = {endpoint}});
            const Browser browser = greet();
            for (const char* step : {"sí", "español"})
                say(browser, s(step));
            say(browser, kCustomer);
            say(browser, s("la caja boba hace puf y chau, ") + planted[0].text);
        }
        QVERIFY(server.waitFor([](const QJsonObject& stats) {
            return stats.value(QLatin1String("requests")).toInt() > 0;
        }));
        m_service->desk().configureAi({});
    }

    [[nodiscard]] QByteArray get(const QByteArray& target) const
    {
        return support::httpCall(
                   m_port, {.target = target,
                            .headers = {{"Authorization", QByteArray("Bearer ") + kDayLogToken}}})
            .body;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_service.reset();
        m_folder.reset();
    }

    void nothingOfADayStandsInTheLog()
    {
        auto planted = plantedTexts();
        QVERIFY(planted.size() > 600);
        start();
        chat(planted);
        QVERIFY(m_answered > int(planted.size()));
        attend(planted);
        constexpr std::size_t kFailing = 23;
        for (std::size_t i = 0; i < planted.size(); i += kFailing)
            fail(planted[i]);
        QVERIFY(m_refused > int(planted.size() / kFailing) * 14);
        askAi(planted);
        m_service->log().flush();
        const QByteArray served = get("/api/logs");
        const QByteArray figures = get("/metrics") + get("/api/metrics");
        m_service.reset();
        const QByteArray written = filesIn(m_folder->filePath(s("logs")));
        // What is too short for a grep stands in dates and durations by chance.
        constexpr qsizetype kShortest = 6;
        for (auto& each : planted)
            each.secrets.removeIf([](const QString& secret) { return secret.size() < kShortest; });
        for (const QString& word : {s("Zulema"), s("Quintela"), s("Hermenegildo"), s("Ibarguren"),
                                    QString::fromLatin1(kDayLogToken), s("caja boba")})
            planted.push_back({{}, {word}});
        std::ranges::copy(m_credentials, std::back_inserter(planted));
        for (const QByteArray& log : {written, served, figures}) {
            const auto left = secretsIn(log, planted);
            QVERIFY2(left.isEmpty(), qPrintable(left.join(s(" | "))));
        }
        for (const char* line : {"\"route\":\"chat\"", "\"route\":\"transcript\"", "\"status\":401",
                                 "\"event\":\"call\"", "\"event\":\"request\""})
            QVERIFY2(written.contains(line), line);
        // The same search finds them where they belong.
        const auto kept = secretsIn(filesIn(m_folder->path()), planted);
        QVERIFY(kept.size() > 500);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Service> m_service;
    std::vector<Planted> m_credentials;
    Browser m_last;
    int m_port = 0, m_answered = 0, m_refused = 0;
};

RELEVO_TEST(LogDayTest)
#include "log_day_test.moc"
