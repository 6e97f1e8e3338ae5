// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted of calls: read from the exposition, as a scraper would.
#include "ai/client/figures.h"
#include "client_bench.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using ai_test::answers;
using ai_test::Bench;
using ai_test::refuses;

namespace {

/// A client that is counted.
struct Counted : Bench {
    explicit Counted(ai::ClientConfig config = {}) : Bench(std::move(config))
    {
        figures.configured({endpoint("main"), endpoint("spare")});
    }
    void breakerChanged(const ai::BreakerKey& whose, const ai::BreakerEvent& event) override
    {
        figures.breakerChanged(whose, event);
    }
    void callEnded(const ai::CallReport& report) override { figures.callEnded(report); }

    /// -1: there is no such sample.
    [[nodiscard]] double sample(const QString& name) const
    {
        const auto lines = QString::fromStdString(registry.exposition()).split(u'\n');
        for (const QString& line : lines) {
            if (line.startsWith(name + u' '))
                return line.mid(name.size() + 1).toDouble();
        }
        return -1;
    }

    metrics::Registry registry;
    ai::Figures figures{registry};
};

QString requestsSample(const char* outcome, const char* endpoint = "main")
{
    return QStringLiteral(R"(relevo_ai_requests_total{endpoint="%1",model="small",outcome="%2"})")
        .arg(QLatin1String(endpoint), QLatin1String(outcome));
}

QString breakerSample(const char* state)
{
    return QStringLiteral(
               R"(relevo_breaker_state{endpoint="main",lane="turn",model="small",state="%1"})")
        .arg(QLatin1String(state));
}

const QString kOfMain = QStringLiteral(R"(gen_ai_operation_name="chat",)"
                                       R"(gen_ai_provider_name="openai",)"
                                       R"(gen_ai_request_model="small")");

} // namespace

class FiguresTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerCountsWithItsTimeTokensAndCost()
    {
        ai::Endpoint main = Bench::endpoint("main");
        main.price = {.inputPerMillion = 1'000'000, .outputPerMillion = 2'000'000};
        Counted c({.endpoints = {main}});
        c.wire.always = answers("bien");
        c.call();
        c.settle();
        QCOMPARE(c.sample(requestsSample("completed")), 1.0);
        QCOMPARE(
            c.sample(
                QStringLiteral("gen_ai_client_operation_duration_seconds_count{%1}").arg(kOfMain)),
            1.0);
        QCOMPARE(
            c.sample(QStringLiteral("gen_ai_client_operation_time_to_first_chunk_seconds_count{%1}")
                         .arg(kOfMain)),
            1.0);
        for (const auto& [type, sum] : {std::pair("input", 10.0), std::pair("output", 5.0)})
            QCOMPARE(c.sample(QStringLiteral(R"(gen_ai_client_token_usage_sum{%1,)"
                                             R"(gen_ai_token_type="%2"})")
                                  .arg(kOfMain, QLatin1String(type))),
                     sum);
        QCOMPARE(c.sample(QStringLiteral(R"(relevo_ai_cost_usd_total{model="small"})")), 20e-6);
        QCOMPARE(c.sample(QStringLiteral(R"(relevo_ai_fallbacks_total{reason="completed"})")),
                 -1.0);
    }

    void aRetryAndAFallbackCount()
    {
        Counted c;
        c.wire.always = refuses(500);
        c.call();
        c.advance(1min);
        QCOMPARE(c.sample(requestsSample("unavailable")), 1.0);
        QCOMPARE(
            c.sample(QStringLiteral(R"(relevo_ai_retries_total{endpoint="main",model="small"})")),
            2.0);
        QCOMPARE(c.sample(QStringLiteral(R"(relevo_ai_fallbacks_total{reason="unavailable"})")),
                 1.0);
        QCOMPARE(c.sample(QStringLiteral("gen_ai_client_operation_duration_seconds_count{"
                                         R"(error_type="unavailable",%1})")
                              .arg(kOfMain)),
                 1.0);
    }

    void aPauseCountsAsALimit()
    {
        Counted c;
        c.wire.always = refuses(429, "{}", {{"Retry-After", "30"}});
        for (int i = 0; i < 3; ++i) {
            c.call(Bench::turn());
            c.settle();
        }
        QCOMPARE(c.sample(requestsSample("rate_limited")), 3.0);
        QCOMPARE(c.sample(QStringLiteral(R"(relevo_rate_limited_total{scope="ai"})")), 3.0);
    }

    void theBreakerStandsInOneState()
    {
        Counted c;
        c.wire.always = answers("bien");
        c.call(Bench::turn());
        c.settle();
        QCOMPARE(c.sample(breakerSample("closed")), 1.0);
        QCOMPARE(c.sample(breakerSample("open")), 0.0);
        c.client.breakers().at({"main", "small", ai::Lane::Turn}).forceOpen();
        QCOMPARE(c.sample(breakerSample("closed")), 0.0);
        QCOMPARE(c.sample(breakerSample("forced_open")), 1.0);
        QCOMPARE(c.sample(QStringLiteral("relevo_breaker_transitions_total{"
                                         R"(from="closed",reason="by_hand",to="forced_open"})")),
                 1.0);
        c.call(Bench::turn());
        c.settle();
        QCOMPARE(c.sample(QStringLiteral(
                     R"(relevo_breaker_rejected_total{endpoint="main",model="small"})")),
                 1.0);
        c.figures.configured({Bench::endpoint("other")});
        QCOMPARE(c.sample(breakerSample("forced_open")), 0.0);
    }
};

RELEVO_TEST(FiguresTest)
#include "figures_test.moc"
