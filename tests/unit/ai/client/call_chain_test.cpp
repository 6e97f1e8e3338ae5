// SPDX-License-Identifier: GPL-3.0-or-later
// Whole calls along the chain: primary, secondary, and the engine that always answers.
#include "client_bench.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using ai::WireEnd;
using ai_test::answers;
using ai_test::Bench;
using ai_test::ends;
using ai_test::Heard;
using ai_test::refuses;
using ai_test::Sent;
using Hops = std::vector<std::string>;

namespace {

ai::ClientConfig mainAndSpare()
{
    return {.endpoints = {Bench::endpoint("main"), Bench::endpoint("spare")}, .maxAttempts = 1};
}

constexpr const char* kTooLong =
    R"({"error":{"message":"maximum context length is 8192 tokens","code":"context_length_exceeded"}})";
constexpr const char* kFiltered = R"({"error":{"message":"filtered","code":"content_filter"}})";

} // namespace

class CallChainTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s74_aFatalErrorOfTheRequestEndsIt()
    {
        Bench b(mainAndSpare());
        b.wire.always = refuses(400, R"({"error":{"message":"no such field"}})");
        Heard& heard = b.call();
        b.settle();
        QCOMPARE(heard.hops(), (Hops{"main:400", "deterministic:bad_request"}));
        QCOMPARE(b.wire.sent.size(), 1U);
    }

    void s74_anotherStartsTheNextWithoutDelay()
    {
        for (const auto& script : {refuses(500), refuses(404), ends(WireEnd::ConnectFailed),
                                   ends(WireEnd::TlsFailed), ends(WireEnd::Offline)}) {
            Bench b(mainAndSpare());
            b.wire.next = {script};
            b.wire.always = answers("bien");
            Heard& heard = b.call();
            b.settle(); // no time passes
            QVERIFY(heard.as<ai::Completed>());
            QCOMPARE(heard.report().hops.size(), 2U);
            QCOMPARE(heard.report().duration, 0ms);
        }
    }

    void s75_theOrderWithAReasonForEachHop()
    {
        Bench b(mainAndSpare());
        b.wire.next = {refuses(500), ends(WireEnd::ConnectFailed)};
        Heard& heard = b.call();
        b.settle();
        QCOMPARE(heard.hops(),
                 (Hops{"main:500", "spare:connect_failed", "deterministic:unavailable"}));
        QVERIFY(heard.report().isAnsweredWithoutAi());
        QCOMPARE(heard.as<ai::Unavailable>()->cause, ai::Cause::ConnectFailed);
    }

    void s62_s75_oneDeadlineForTheWholeChain()
    {
        Bench b(mainAndSpare());
        b.wire.always = [](Sent& sent) { sent.accept(); };
        auto request = Bench::question();
        request.deadlines = {.firstContent = 20s, .total = 30s};
        Heard& heard = b.call(request);
        b.advance(20s);
        QCOMPARE(b.wire.sent.size(), 2U); // the first had its 20 seconds
        QVERIFY(b.wire.sent[0]->isAborted());
        b.advance(10s); // the second has what is left
        QCOMPARE(heard.as<ai::TimedOut>()->limit, ai::Limit::Total);
        QCOMPARE(heard.report().attempts[0].left, 30'000ms);
        QCOMPARE(heard.report().attempts[1].left, 10'000ms);
        QCOMPARE(heard.report().duration, 30'000ms);
    }

    void s75_eachHopHasItsOwnBreaker()
    {
        Bench b(mainAndSpare());
        b.wire.always = [](Sent& sent) {
            sent.request().url.find("main") == std::string::npos ? sent.answer("bien")
                                                                 : sent.refuse(500);
        };
        for (int i = 0; i < 6; ++i) {
            b.call();
            b.settle();
        }
        QCOMPARE(b.heards.back().hops(),
                 (Hops{"main:breaker_open:failures_in_a_row", "spare:answered"}));
    }

    void s76_aKeyThatIsNotTakenIsThatEndpointsAffair()
    {
        for (const int status : {401, 403}) {
            Bench b(mainAndSpare());
            b.wire.next = {refuses(status)};
            b.wire.always = answers("bien");
            Heard& heard = b.call();
            b.settle();
            QVERIFY(heard.as<ai::Completed>());
            Bench alone;
            alone.wire.always = refuses(status);
            Heard& refused = alone.call();
            alone.settle();
            QVERIFY(refused.as<ai::Unauthorized>());
        }
    }

    void s76_aMissingKeyIsAHop()
    {
        Bench b;
        b.key.reset();
        Heard& heard = b.call();
        b.settle();
        QCOMPARE(heard.as<ai::Unavailable>()->cause, ai::Cause::NoKey);
        QVERIFY(b.wire.sent.empty());
        QCOMPARE(b.client.breakers().at({"main", "small"}).status().now.calls, 0);
    }

    void s76_tooLongGoesToALongerModelOnly()
    {
        auto longer = Bench::endpoint("far", "long");
        longer.capabilities.maxContext = 128'000;
        Bench b({.endpoints = {Bench::endpoint("main"), Bench::endpoint("spare"), longer}});
        b.wire.next = {refuses(400, kTooLong)};
        b.wire.always = answers("bien");
        Heard& heard = b.call();
        b.settle();
        QCOMPARE(heard.hops(), (Hops{"main:400", "spare:incapable", "far:answered"}));
        Bench none(mainAndSpare());
        none.wire.always = refuses(400, kTooLong);
        Heard& refused = none.call();
        none.settle();
        QVERIFY(refused.as<ai::TooLong>());
        QCOMPARE(none.wire.sent.size(), 1U);
    }

    void s76_aFilteredQuestionIsNotShoppedAround()
    {
        Bench b(mainAndSpare());
        b.wire.always = refuses(400, kFiltered);
        Heard& heard = b.call();
        b.settle();
        QCOMPARE(heard.as<ai::Refused>()->policy, "content_filter");
        QCOMPARE(b.wire.sent.size(), 1U);
        Bench inside(mainAndSpare());
        inside.wire.always = [](Sent& sent) { sent.answer("Em", "content_filter"); };
        Heard& cut = inside.call();
        inside.settle();
        QCOMPARE(cut.as<ai::Refused>()->policy, "content_filter");
    }

    void s77_nothingIsSentToAModelThatCannot()
    {
        auto plain = Bench::endpoint("main");
        plain.capabilities = {.maxContext = 8'192};
        Bench b({.endpoints = {plain, Bench::endpoint("spare")}});
        b.wire.always = answers("{}");
        std::vector<ai::ChatRequest> requests(4, Bench::question());
        requests[0].messages[0].images = {{"png", "image/png"}};
        requests[1].schema = ai::Schema{"thing", R"({"type":"object"})"};
        requests[2].tools = {{.name = "f", .parametersJson = R"({"type":"object"})"}};
        requests[3].messages[0].text = std::string(30'000, 'a'); // 10,000 tokens
        for (std::size_t i = 0; i < requests.size(); ++i) {
            Heard& heard = b.call(requests[i]);
            b.settle();
            QCOMPARE(heard.report().hops[0].reason, "incapable");
            if (i < 3)
                QCOMPARE(heard.report().hops[1].endpoint, "spare");
            else
                QCOMPARE(heard.as<ai::Unavailable>()->cause, ai::Cause::Incapable);
        }
        QCOMPARE(b.wire.sent.size(), 3U);
    }

    void s79_allOpenItIsReadyAtOnce()
    {
        Bench b(mainAndSpare());
        for (const char* name : {"main", "spare"})
            b.client.breakers().at({name, "small", ai::Lane::Turn}).forceOpen();
        Heard& heard = b.call(Bench::turn());
        b.settle();
        QCOMPARE(heard.hops(), (Hops{"main:forced_open:by_hand", "spare:forced_open:by_hand",
                                     "deterministic:unavailable"}));
        QCOMPARE(heard.report().duration, 0ms);
        QVERIFY(b.wire.sent.empty());
    }

    void withoutAnyEndpointItSaysSo()
    {
        support::ManualHome home;
        base::SeededRandom random(1);
        ai_test::FakeWire wire(home.timers());
        const ai::ChatProtocol protocol;
        const ai::NoMasking masking;
        ai::Client client({home.clock(), home.timers(), random, wire, protocol, masking, {}}, {});
        Heard heard;
        const auto handle =
            client.start(Bench::question(),
                         {.ended = [&](const ai::CallReport& r) { heard.ends.push_back(r); }});
        home.advance(0ms);
        QCOMPARE(heard.as<ai::Unavailable>()->cause, ai::Cause::NoEndpoint);
        QCOMPARE(heard.hops(), (Hops{"deterministic:unavailable"}));
    }

    void s89_aPageInsteadOfAnAnswerGoesOn()
    {
        Bench b(mainAndSpare());
        b.wire.next = {[](Sent& sent) {
            sent.accept()
                .head(200, {{"Content-Type", "text/html"}})
                .bytes("<html>Bienvenido al wifi del hotel</html>")
                .end();
        }};
        b.wire.always = answers("bien");
        Heard& heard = b.call();
        b.settle();
        QVERIFY(heard.as<ai::Completed>());
        QCOMPARE(b.client.breakers().at({"main", "small"}).status().now.failures, 1);
        Bench alone;
        alone.wire.always = [](Sent& sent) {
            sent.accept().head(200, {{"Content-Type", "text/html"}}).bytes("<p>hola</p>").end();
        };
        Heard& refused = alone.call();
        alone.settle();
        QVERIFY(refused.as<ai::ProtocolError>());
        QVERIFY(refused.as<ai::ProtocolError>()->excerpt.size() <= 200);
    }
};

RELEVO_TEST(CallChainTest)
#include "call_chain_test.moc"
