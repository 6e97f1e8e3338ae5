// SPDX-License-Identifier: GPL-3.0-or-later
// Scenario 80: answers with a schema come whole and checked, after one repair at most, or not at all.
#include "ai/client/private_masking.h"
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

ai::ChatRequest withSchema()
{
    auto request = Bench::question();
    request.schema =
        ai::Schema{"intent", R"({"type":"object","properties":{"intent":{"type":"string"}},
                                "required":["intent"],"additionalProperties":false})"};
    return request;
}

} // namespace

class CallStructuredTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s80_whatKeepsToItIsDeliveredWholeAndNotInPieces()
    {
        Bench b;
        b.wire.always = [](Sent& sent) {
            sent.accept().head(200).delta("{\"inte").delta("nt\":\"person\"}").done().end();
        };
        Heard& heard = b.call(withSchema());
        b.settle();
        QCOMPARE(heard.as<ai::Completed>()->text, "{\"intent\":\"person\"}");
        QCOMPARE(heard.text, "");
    }

    void s80_whatDoesNotIsMendedOnce()
    {
        for (const auto& bad : {answers("nada de JSON"), answers("{\"intent\":7}"),
                                ai_test::FakeWire::Script([](Sent& sent) {
                                    sent.answer("{\"intent\":\"pers", "length");
                                }),
                                ai_test::FakeWire::Script([](Sent& sent) {
                                    // whole by chance, and still cut
                                    sent.answer("{\"intent\":\"person\"}", "length");
                                })}) {
            Bench b;
            b.wire.next = {bad, answers("{\"intent\":\"person\"}")};
            Heard& heard = b.call(withSchema());
            b.settle();
            QVERIFY(heard.as<ai::Completed>());
            QCOMPARE(b.wire.sent.size(), 2U);
            QCOMPARE(heard.report().attempts.size(), 2U);
            QVERIFY(b.wire.sent[0]->header("idempotency-key") !=
                    b.wire.sent[1]->header("idempotency-key"));
            QVERIFY(b.wire.sent[1]->request().body->size() >
                    b.wire.sent[0]->request().body->size());
        }
    }

    void s80_aSecondTimeTheEngineAnswers()
    {
        Bench b({.endpoints = {Bench::endpoint("main"), Bench::endpoint("spare")}});
        b.wire.always = answers("{\"intent\":7}");
        Heard& heard = b.call(withSchema());
        b.settle();
        QCOMPARE(b.wire.sent.size(), 2U); // not shopped around
        QVERIFY(heard.as<ai::ProtocolError>());
        QCOMPARE(heard.hops(),
                 (std::vector<std::string>{"main:schema", "deterministic:protocol_error"}));
        QCOMPARE(heard.text, "");
        QVERIFY(heard.as<ai::ProtocolError>()->excerpt.find("/intent: is no string") !=
                std::string::npos);
    }

    void s80_aStreamThatBreaksLeavesNoHalfJson()
    {
        Bench b({.endpoints = {Bench::endpoint("main"), Bench::endpoint("spare")}});
        b.wire.next = {[](Sent& sent) {
            sent.accept().head(200).delta("{\"intent\":\"per").end(WireEnd::Truncated);
        }};
        b.wire.always = answers("{\"intent\":\"person\"}");
        Heard& heard = b.call(withSchema());
        b.settle();
        QCOMPARE(heard.hops(), (std::vector<std::string>{"main:truncated", "spare:answered"}));
        QCOMPARE(heard.as<ai::Completed>()->text, "{\"intent\":\"person\"}");
        Bench alone;
        alone.wire.always = [](Sent& sent) {
            sent.accept().head(200).delta("{\"intent\":\"per").end(WireEnd::Truncated);
        };
        Heard& cut = alone.call(withSchema());
        alone.settle();
        QCOMPARE(cut.as<ai::Truncated>()->partial, "");
        QVERIFY(cut.report().isAnsweredWithoutAi());
    }

    void s80_aRepairKeepsToTheDeadline()
    {
        Bench b;
        b.wire.next = {answers("x")};
        auto request = withSchema();
        request.deadlines.total = 8s;
        Heard& heard = b.call(request);
        b.advance(8s);
        QCOMPARE(heard.as<ai::TimedOut>()->limit, ai::Limit::Total);
    }

    // What is put back is escaped, and a repair goes out with what came: pseudonyms.
    void personalDataInAnAnswerKeepsItJson()
    {
        support::ManualHome home;
        base::SeededRandom random(1);
        ai_test::FakeWire wire(home.timers());
        const ai::ChatProtocol protocol;
        const ai::PrivateMasking masking;
        ai::Client client({home.clock(), home.timers(), random, wire, protocol, masking,
                           [](const std::string&) { return std::string("sk-secret"); }},
                          {.endpoints = {Bench::endpoint("main")}, .maxAttempts = 1});
        Heard heard;
        auto request = withSchema();
        request.messages[0].text = "{\"text\":\"la contraseña es x9\\\"q7\\\\tz y listo\"}";
        request.messages[0].form = ai::Form::Json;
        const auto handle = client.start(
            request, {.ended = [&](const ai::CallReport& r) { heard.ends.push_back(r); }});
        home.advance(0ms);
        wire.last().answer("{\"wrong\":\"[PASSWORD-1]\"}");
        home.advance(0ms);
        QCOMPARE(wire.sent.size(), 2U);
        for (const auto& sent : wire.sent)
            QVERIFY(sent->request().body->find("q7") == std::string::npos);
        QVERIFY(wire.last().request().body->find("{\\\"wrong\\\":\\\"[PASSWORD-1]\\\"}") !=
                std::string::npos);
        wire.last()
            .accept()
            .head(200)
            .delta("{\"intent\":\"es [PASS")
            .delta("WORD-1]\"}")
            .done()
            .end();
        QVERIFY(heard.as<ai::Completed>());
        QCOMPARE(heard.as<ai::Completed>()->text, "{\"intent\":\"es x9\\\"q7\\\\tz\"}");
    }

    void aSchemaThatCannotBeCheckedIsRefusedBeforeAnythingLeaves()
    {
        Bench b;
        auto request = withSchema();
        request.schema->json = R"({"type":"object","patternProperties":{}})";
        Heard& heard = b.call(request);
        b.settle();
        QVERIFY(heard.as<ai::BadRequest>()->why.find("patternProperties") != std::string::npos);
        QVERIFY(b.wire.sent.empty());
    }
};

RELEVO_TEST(CallStructuredTest)
#include "call_structured_test.moc"
