// SPDX-License-Identifier: GPL-3.0-or-later
// Whole calls: what they cost, the day's cap, and what is masked on the way.
#include "client_bench.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using ai::WireEnd;
using ai_test::answers;
using ai_test::Bench;
using ai_test::Heard;
using ai_test::refuses;
using ai_test::Sent;

namespace {

/// Ana becomes [NAME-1] on the wire, and again Ana for the caller.
class NameMasking final : public ai::Masking
{
public:
    std::unique_ptr<ai::MaskedCall> begin(const std::vector<std::string>& /*names*/) const override
    {
        return std::make_unique<Masked>();
    }
    bool hides() const noexcept override { return true; }

private:
    static std::string replaced(std::string text, std::string_view what, std::string_view by)
    {
        for (auto at = text.find(what); at != std::string::npos;
             at = text.find(what, at + by.size()))
            text.replace(at, what.size(), by);
        return text;
    }

    class Back final : public ai::Restorer
    {
    public:
        void restore(std::string_view delta, std::string& out) override
        {
            m_kept += delta;
            const auto open = m_kept.rfind('[');
            const bool isCut =
                open != std::string::npos && m_kept.find(']', open) == std::string::npos;
            const auto upTo = isCut ? open : m_kept.size();
            out += replaced(m_kept.substr(0, upTo), "[NAME-1]", "Ana");
            m_kept.erase(0, upTo);
        }
        void finish(std::string& out) override { out += std::exchange(m_kept, {}); }

    private:
        std::string m_kept;
    };
    class Masked final : public ai::MaskedCall
    {
    public:
        std::string mask(std::string_view text, std::string_view /*before*/) override
        {
            return replaced(std::string(text), "Ana", "[NAME-1]");
        }
        std::unique_ptr<ai::Restorer> restorer(ai::Form /*answer*/) const override
        {
            return std::make_unique<Back>();
        }
    };
};

} // namespace

class CallAccountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s94_aToldUsageIsTheTruth()
    {
        Bench b;
        b.wire.always = answers("bien");
        Heard& heard = b.call();
        b.settle();
        QCOMPARE(heard.report().usage, (ai::Usage{10, 5}));
        QCOMPARE(heard.report().costMicros, 20); // 10 x 1 and 5 x 2 millionths
        QCOMPARE(b.client.accounts().day().spentMicros, 20);
    }

    void s94_anUntoldUsageIsGuessedAndSaysSo()
    {
        Bench b;
        b.wire.always = [](Sent& sent) {
            sent.accept().head(200).delta("abcdef").bytes(
                "data: {\"choices\":[{\"index\":0,\"delta\":{},"
                "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
        };
        Heard& heard = b.call();
        b.settle();
        QVERIFY(heard.as<ai::Completed>());
        QVERIFY(heard.report().usage.isEstimated);
        QCOMPARE(heard.report().usage.outputTokens, 2);
        QVERIFY(heard.report().usage.inputTokens > 0);
    }

    void s94_truncatedRetriedAndCancelledAttemptsAreAccountedToo()
    {
        Bench b({.maxAttempts = 1});
        b.wire.next = {
            [](Sent& sent) { sent.accept().head(200).delta("abc").end(WireEnd::Truncated); }};
        Heard& truncated = b.call();
        b.settle();
        QVERIFY(truncated.report().costMicros > 0);
        Heard& cancelled = b.call();
        b.settle();
        b.wire.last().accept().head(200).delta("abc");
        b.handles.back().cancel();
        QVERIFY(cancelled.report().costMicros > 0);
        QCOMPARE(b.client.accounts().day().spentMicros,
                 truncated.report().costMicros + cancelled.report().costMicros);
    }

    void s94_refusedAttemptsCostNothing()
    {
        for (const auto& script :
             {refuses(503), refuses(400), ai_test::ends(WireEnd::ConnectFailed)}) {
            Bench b;
            b.wire.always = script;
            Heard& heard = b.call();
            b.advance(1min);
            QCOMPARE(heard.report().costMicros, 0);
        }
    }

    void s94_aServerThatDoesNotKnowTheUsageOptionIsAskedWithoutItFromThenOn()
    {
        Bench b({.maxAttempts = 1});
        b.wire.next = {refuses(
            400,
            R"({"error":{"message":"Unrecognized request argument supplied: stream_options","type":"invalid_request_error"}})")};
        b.wire.always = answers("bien");
        Heard& heard = b.call();
        b.settle();
        QVERIFY(heard.as<ai::Completed>());
        const auto asksForUsage = [&](std::size_t i) {
            return b.wire.sent[i]->request().body->find("include_usage") != std::string::npos;
        };
        QCOMPARE(b.wire.sent.size(), 2U);
        QVERIFY(asksForUsage(0) && !asksForUsage(1));
        b.call();
        b.settle();
        QVERIFY(!asksForUsage(2));
    }

    void s95_theDaysCapStopsBeforeTheCallThatWouldPassIt()
    {
        // A call reserves about 2,060: a question of 8 and an answer of 1,024 at most.
        Bench b({.dailyCapMicros = 2'100});
        b.wire.always = answers("bien");
        int done = 0;
        while (done < 100) {
            Heard& heard = b.call();
            b.settle();
            if (!heard.as<ai::Completed>()) {
                QVERIFY(heard.as<ai::OverBudget>());
                QVERIFY(heard.report().isAnsweredWithoutAi());
                break;
            }
            ++done;
        }
        QVERIFY2(done >= 1 && done < 10, qPrintable(QString::number(done)));
        QVERIFY(b.client.accounts().day().spentMicros <= 2'100);
        QCOMPARE(int(b.wire.sent.size()), done);
        b.home.clock().setWall(b.home.clock().wall() + 24h);
        Heard& tomorrow = b.call();
        b.settle();
        QVERIFY(tomorrow.as<ai::Completed>());
    }

    void s95_callsAtTheSameTimeDoNotOverspendTogether()
    {
        Bench b({.dailyCapMicros = 5'000});
        for (int i = 0; i < 4; ++i)
            b.call();
        b.settle();
        QCOMPARE(b.wire.sent.size(), 2U);
        QVERIFY(b.heards[3].as<ai::OverBudget>());
    }

    void s95_whatWasReservedAndNotSentIsGivenBack()
    {
        Bench b({.breaker = {.jitterPercent = 0},
                 .maxAttempts = 1,
                 .bulkhead = {.inFlight = 2},
                 .dailyCapMicros = 100'000});
        b.call();
        b.call();
        b.settle(); // both under way
        for (auto& sent : b.wire.sent)
            sent->accept();
        ai::Breaker& breaker = b.client.breakers().at({"main", "small"});
        for (int i = 0; i < 5; ++i)
            breaker.report(*breaker.acquire(1s), ai::CallResult::Failure);
        b.advance(10s);
        Heard& probe = b.call();
        Heard& refused = b.call(); // both queue, for a probe may try
        b.settle();
        b.wire.sent[0]->answer("bien");
        b.wire.sent[1]->answer("bien");
        b.settle();
        QCOMPARE(refused.as<ai::Unavailable>()->cause, ai::Cause::BreakerOpen);
        b.wire.sent[2]->answer("bien");
        QVERIFY(probe.as<ai::Completed>());
        ai::Accounts& accounts = b.client.accounts();
        QVERIFY(accounts.reserve(100'000 - accounts.day().spentMicros));
    }

    void s95_whatCostsNothingStillAnswers()
    {
        auto local = Bench::endpoint("local");
        local.price = {};
        local.keyName.clear();
        Bench b({.endpoints = {Bench::endpoint("main"), local}, .dailyCapMicros = 0});
        b.wire.always = answers("bien");
        b.key.reset();
        Heard& heard = b.call();
        b.settle();
        QCOMPARE(heard.hops(), (std::vector<std::string>{"main:over_budget", "local:answered"}));
        QVERIFY(b.wire.last().request().secret.name.empty());
    }

    void s96_theWireSeesTheMaskAndTheCallerTheOriginal()
    {
        support::ManualHome home;
        base::SeededRandom random(1);
        ai_test::FakeWire wire(home.timers());
        const ai::ChatProtocol protocol;
        const NameMasking masking;
        ai::Client client({home.clock(), home.timers(), random, wire, protocol, masking,
                           [](const std::string&) { return std::string("sk-secret"); }},
                          {.endpoints = {Bench::endpoint("main")}, .maxAttempts = 1});
        Heard heard;
        const auto ask = [&] {
            auto request = Bench::question();
            request.messages[0].text = "Soy Ana";
            return client.start(
                request, {.delta = [&](std::string_view text) { heard.text += text; },
                          .ended = [&](const ai::CallReport& r) { heard.ends.push_back(r); }});
        };
        auto handle = ask();
        home.advance(0ms);
        QVERIFY(wire.last().request().body->find("Ana") == std::string::npos);
        QVERIFY(wire.last().request().body->find("[NAME-1]") != std::string::npos);
        QVERIFY(wire.last().request().url.find("secret") == std::string::npos);
        wire.last().accept().head(200).delta("Hola, [NA").delta("ME-1").delta("]!").done().end();
        QCOMPARE(heard.as<ai::Completed>()->text, "Hola, Ana!");
        QCOMPARE(heard.text, "Hola, Ana!");
        heard.ends.clear();
        handle = ask();
        home.advance(0ms);
        wire.last().refuse(400, R"({"error":{"message":"you wrote Ana"}})");
        QVERIFY(heard.as<ai::BadRequest>()->why.find("Ana") == std::string::npos);
    }
};

RELEVO_TEST(CallAccountsTest)
#include "call_accounts_test.moc"
