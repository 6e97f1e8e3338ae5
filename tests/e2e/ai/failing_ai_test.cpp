// SPDX-License-Identifier: GPL-3.0-or-later
// The program with its gateway, customers over HTTP, and an AI server that fails in each way: everybody
// is answered, the breaker opens, and no word of the server reaches anybody. Times are printed.
#include "app/config_keys.h"
#include "app/service.h"
#include "base/threads/blocking_home.h"
#include "crowd.h"
#include "support/ai_server/process.h"
#include "support/http_client.h"
#include "support/runner.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using ai_load::Measured;
using ai_load::Standing;
using namespace std::chrono_literals;

namespace {

const QString kSecret = QStringLiteral("TRACEBACK-77");

int fromEnvironment(const char* name, int otherwise)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : otherwise;
}

/// Looks at the breakers all the time, on a thread of its own.
class Watch
{
public:
    explicit Watch(desk::Desk& desk) : m_thread([this, &desk] { look(desk); }) {}
    ~Watch()
    {
        m_ends = true;
        m_thread.join();
    }
    [[nodiscard]] const std::atomic<Standing>& standing() const { return m_standing; }
    [[nodiscard]] bool hasOpened() const { return m_hasOpened; }

private:
    void look(desk::Desk& desk)
    {
        base::BlockingHome here;
        while (!m_ends) {
            std::optional<base::Result<desk::AiHealth>> health;
            desk.aiHealth(here.caller(), [&](base::Result<desk::AiHealth> told) { health = told; });
            here.runUntil([&] { return health.has_value(); }, 10s);
            Standing now = Standing::Closed;
            for (const auto& breaker :
                 health&&* health ? (*health)->breakers : std::vector<desk::AiBreaker>()) {
                if (breaker.lane == u"turn" && breaker.state == u"open")
                    now = Standing::Open;
                if (breaker.lane == u"turn" && breaker.state == u"half_open")
                    now = Standing::Probing;
            }
            m_hasOpened = m_hasOpened || now == Standing::Open;
            m_standing = now;
            std::this_thread::sleep_for(5ms);
        }
    }

    std::atomic<Standing> m_standing{Standing::Closed};
    std::atomic<bool> m_hasOpened{false}, m_ends{false};
    std::thread m_thread;
};

} // namespace

class FailingAiTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyIsAnswered_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char* fault :
             {"hang", "reset", "status,code=500,message=TRACEBACK-77",
              "status,code=429,message=TRACEBACK-77", "garbage", "truncate,after=1",
              "normal,first=60000", "drip,ms=50", "error,after=1,message=TRACEBACK-77"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void everybodyIsAnswered()
    {
        QFETCH(QString, fault);
        const int customers = fromEnvironment("RELEVO_CUSTOMERS", 12);
        const int seconds = fromEnvironment("RELEVO_AI_SECONDS", 3);
        const bool isLong = customers >= 100;
        const auto seed = static_cast<quint64>(fromEnvironment("RELEVO_SEED", 11));

        QTemporaryDir folder;
        const support::AiServer server;
        auto service = started(folder.path());
        QVERIFY(service && service->gateway());
        ai::Endpoint endpoint{
            .name = "failing", .baseUrl = server.url(fault.toStdString()), .model = "eco"};
        endpoint.capabilities.schema = true;
        desk::AiConfig config{.endpoints = {endpoint}};
        if (!isLong)
            config.turnFirstContent = 400ms;
        if (!isLong)
            config.turnTotal = 1'000ms;
        service->desk().configureAi(config);

        ai_load::CrowdResult result;
        bool hasOpened = false;
        {
            const Watch watch(service->desk());
            result = ai_load::chat(static_cast<quint16>(service->gateway()->port()), customers,
                                   std::chrono::seconds(seconds), seed, kSecret, watch.standing());
            hasOpened = watch.hasOpened();
        }
        print(fault, result);
        const bool isRateLimit = fault.contains(QStringLiteral("429"));
        QCOMPARE(result.failures, 0);
        QCOMPARE(result.leaks, 0);
        QVERIFY(result.fallbacks > 0);
        // A server that says "too many" is not broken: its gate closes instead.
        QVERIFY(hasOpened || isRateLimit);
        const QByteArray counted =
            support::httpCall(service->gateway()->port(), {.target = "/metrics"}).body;
        QVERIFY(counted.contains("relevo_ai_fallbacks_total{reason="));
        QVERIFY(counted.contains("relevo_ai_requests_total{endpoint=\"failing\""));
        QVERIFY(isRateLimit ||
                counted.contains("relevo_breaker_transitions_total{from=\"closed\""));
        QVERIFY(!counted.contains(kSecret.toUtf8()));
    }

private:
    static std::unique_ptr<app::Service> started(const QString& folder)
    {
        base::Config config = app::makeConfig();
        const auto set = [&config](const char* key, const char* value) {
            std::ignore =
                config.set(base::Source::CommandLine, QLatin1String(key), QLatin1String(value));
        };
        set("gateway.port", "0");
        set("gateway.metricsOpen", "on");
        for (const char* key : {"limit.greetingIp", "limit.chatIp", "limit.chatConversation",
                                "limit.connections", "limit.connectionsIp"})
            set(key, "off");
        auto service = app::Service::start({.folder = folder, .config = std::move(config)});
        return service ? *std::move(service) : nullptr;
    }

    static void print(const QString& fault, const ai_load::CrowdResult& result)
    {
        const auto isOpen = [](const Measured& m) {
            return m.before == Standing::Open && m.after == Standing::Open;
        };
        const auto isFinding = [&](const Measured& m) { return !isOpen(m); };
        const auto open = std::ranges::count_if(result.answers, isOpen);
        qInfo("%s: %d answers (%d by fallback), all answered: %s; breaker open: %d, p50 %.1f ms, "
              "p99 %.1f ms; finding out: %d, p50 %.1f ms, p99 %.0f ms, most %.0f ms",
              qPrintable(fault), static_cast<int>(result.answers.size()), result.fallbacks,
              result.failures == 0 ? "yes" : "NO", static_cast<int>(open),
              percentile(result, 0.5, isOpen), percentile(result, 0.99, isOpen),
              static_cast<int>(std::ssize(result.answers) - open),
              percentile(result, 0.5, isFinding), percentile(result, 0.99, isFinding),
              percentile(result, 1, isFinding));
    }
};

RELEVO_TEST(FailingAiTest)
#include "failing_ai_test.moc"
