// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/chat_stream.h"
#include "support/runner.h"

#include <functional>
#include <string>
#include <vector>

using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

using Status = ai::AnswerState::Status;

struct Read {
    ai::AnswerState state;
    std::string text;
    std::vector<std::string> pieces;
};

class Listener final : public ai::ContentSink
{
public:
    void content(std::string_view text) override { pieces.emplace_back(text); }
    std::vector<std::string> pieces;
};

Read readPieces(const ai::ChatStream::Setting& setting, const std::vector<std::string_view>& pieces,
                ai::WireEnd end = ai::WireEnd::Clean)
{
    ai::ChatStream stream(setting);
    Listener sink;
    for (const auto piece : pieces)
        stream.feed(piece, sink);
    stream.close(end, sink);
    Read read{.state = stream.state(), .pieces = sink.pieces};
    for (const auto& piece : sink.pieces)
        read.text += piece;
    return read;
}

bool isSame(const Read& a, const Read& b)
{
    return a.state.status == b.state.status && a.text == b.text && a.pieces == b.pieces &&
           a.state.finish == b.state.finish && a.state.usage == b.state.usage &&
           a.state.toolCalls == b.state.toolCalls && a.state.error == b.state.error;
}

/// Reads it whole, byte by byte, and at each cut in two; nothing where these differ.
std::optional<Read> readAnyWay(const ai::ChatStream::Setting& setting, std::string_view bytes,
                               ai::WireEnd end = ai::WireEnd::Clean)
{
    const Read whole = readPieces(setting, {bytes}, end);
    std::vector<std::string_view> single;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        single.push_back(bytes.substr(i, 1));
    if (!isSame(whole, readPieces(setting, single, end)))
        return std::nullopt;
    for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
        if (!isSame(whole, readPieces(setting, {bytes.substr(0, cut), bytes.substr(cut)}, end)))
            return std::nullopt;
    }
    return whole;
}

const ai::ChatStream::Setting kEvents{.contentType = "text/event-stream; charset=utf-8"};
const ai::ChatStream::Setting kJson{.contentType = "application/json"};

std::string delta(std::string_view content)
{
    return R"(data: {"id":"c1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":")" +
           std::string(content) + R"("},"finish_reason":null}]})" + "\n\n";
}

const std::string kFinish = R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})"
                            "\n\n";
const std::string kDone = "data: [DONE]\n\n";

std::string ends(const Read& read)
{
    switch (read.state.status) {
    case Status::Reading: return "reading";
    case Status::Complete: return "complete";
    case Status::Truncated: return "truncated";
    case Status::Failed: break;
    }
    return std::string(ai::errorClassName(read.state.error->kind)) + ' ' + read.state.error->code;
}

} // namespace

class ChatStreamTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnAnswer()
    {
        const auto read = readAnyWay(
            kEvents,
            R"(data: {"choices":[{"index":0,"delta":{"role":"assistant","content":""}}]})"
            "\n\n" +
                delta("Probá ") + delta("otra vez") + kFinish +
                R"(data: {"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3,"total_tokens":10}})"
                "\n\n" +
                kDone);
        QVERIFY(read);
        QCOMPARE(ends(*read), "complete"s);
        QCOMPARE(read->pieces, (std::vector{"Probá "s, "otra vez"s}));
        QCOMPARE(read->state.finish, "stop"s);
        QCOMPARE(*read->state.usage, (ai::Usage{.inputTokens = 7, .outputTokens = 3}));
    }

    void s85_doneIsExact_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("end");
        const auto row = [](const char* name, const char* event, const char* end) {
            QTest::newRow(name) << QByteArray(event) << QByteArray(end);
        };
        row("with a space", "data: [DONE]\n\n", "complete");
        row("without", "data:[DONE]\n\n", "complete");
        row("CRLF", "data: [DONE]\r\n\r\n", "complete");
        row("in a named event", "event: end\ndata: [DONE]\n\n", "complete");
        row("a space behind", "data: [DONE] \n\n", "protocol bad_event");
        row("two spaces before", "data:  [DONE]\n\n", "protocol bad_event");
        row("something behind", "data: [DONE]x\n\n", "protocol bad_event");
        row("two lines", "data: [DONE]\ndata: [DONE]\n\n", "protocol bad_event");
        row("an empty second line", "data: [DONE]\ndata:\n\n", "protocol bad_event");
        row("small letters", "data: [done]\n\n", "protocol bad_event");
    }

    void s85_doneIsExact()
    {
        QFETCH(const QByteArray, event);
        QFETCH(const QByteArray, end);
        const auto read = readAnyWay(kEvents, delta("hola") + event.toStdString());
        QVERIFY(read);
        QCOMPARE(ends(*read), end.toStdString());
        QCOMPARE(read->text, "hola"s);
    }

    void s86_doneEndsAtOnceAndTheRestIsIgnored()
    {
        ai::ChatStream stream(kEvents);
        Listener sink;
        stream.feed(delta("a") + kDone + delta("b"), sink);
        QVERIFY(stream.state().status == Status::Complete);
        stream.feed(delta("c") + "data: {\"error\":\"late\"}\n\n", sink);
        stream.close(ai::WireEnd::Reset, sink);
        QVERIFY(stream.state().status == Status::Complete);
        QCOMPARE(sink.pieces, std::vector{"a"s});
    }

    void s87_onlyNeitherFinishNorDoneIsTruncated()
    {
        const auto end = [](const std::string& bytes, ai::WireEnd how, bool expectsDone) {
            auto setting = kEvents;
            setting.expectsDone = expectsDone;
            const auto read = readAnyWay(setting, bytes, how);
            return read ? ends(*read) : "differs"s;
        };
        using enum ai::WireEnd;
        for (const bool expectsDone : {true, false}) {
            QCOMPARE(end(delta("a") + kFinish + kDone, Clean, expectsDone), "complete"s);
            QCOMPARE(end(delta("a") + kFinish, Clean, expectsDone), "complete"s);
            QCOMPARE(end(delta("a") + kDone, Clean, expectsDone), "complete"s);
            QCOMPARE(end(delta("a"), Clean, expectsDone), "truncated"s);
            QCOMPARE(end(": ping\n\n", Clean, expectsDone), "truncated"s);
            QCOMPARE(end(delta("a") + kFinish + kDone, Reset, expectsDone), "complete"s);
            QCOMPARE(end(delta("a"), Truncated, expectsDone), "truncated"s);
            QCOMPARE(end("", Truncated, expectsDone), "truncated"s);
        }
        QCOMPARE(end(delta("a") + kFinish, Truncated, true), "truncated"s);
        QCOMPARE(end(delta("a") + kFinish, Reset, true), "truncated"s);
        QCOMPARE(end(delta("a") + kFinish, Reset, false), "complete"s);
    }

    void s88_errorsMidStream_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("end");
        const auto row = [](const char* name, const char* event, const char* end) {
            QTest::newRow(name) << QByteArray(event) << QByteArray(end);
        };
        row("unnamed, nested", R"(data: {"error":{"message":"x","code":"rate_limit_exceeded"}})",
            "rate_limited rate_limit_exceeded");
        row("named, nested",
            "event: error\ndata: {\"error\":{\"message\":\"x\",\"type\":\"overloaded_error\"}}",
            "overloaded overloaded_error");
        row("named, flat", "event: error\ndata: {\"message\":\"x\",\"code\":\"429\"}",
            "rate_limited 429");
        row("named, text", "event: error\ndata: out of memory", "server ");
        row("named, JSON text", "event: error\ndata: \"out of memory\"", "server ");
        row("named, null", "event: error\ndata: null", "server ");
        row("named, a number", "event: error\ndata: 503", "overloaded 503");
        row("named, two lines", "event: error\ndata: {\"message\":\ndata: \"x\"}", "server ");
        row("flat", R"(data: {"object":"error","message":"x","type":"BadRequestError","code":400})",
            "bad_request 400");
        row("flat by its message", R"(data: {"message":"boom"})", "server ");
        row("FastAPI's", R"(data: {"detail":"not today"})", "server ");
        row("Anthropic's", R"(data: {"type":"error","error":{"type":"api_error","message":"x"}})",
            "server api_error");
        row("text", R"(data: {"error":"boom"})", "server ");
        row("number", R"(data: {"error":429})", "rate_limited 429");
        row("true", R"(data: {"error":true})", "server ");
        row("twice nested",
            R"(data: {"error":{"error":{"code":"insufficient_quota","message":"m"}}})",
            "quota insufficient_quota");
        row("OpenRouter's, in a chunk",
            R"(data: {"error":{"code":502,"message":"x"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]})",
            "server 502");
        row("by finish only",
            R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":"error"}]})",
            "server error");
        row("Groq's", R"(data: {"choices":[],"x_groq":{"error":"over capacity"}})", "server ");
        row("a number's class", R"(data: {"error":{"code":401,"message":"x"}})", "auth 401");
        row("too long in words",
            R"(data: {"error":{"message":"exceeds the context window","type":"invalid_request_error"}})",
            "too_long invalid_request_error");
    }

    void s88_errorsMidStream()
    {
        QFETCH(const QByteArray, event);
        QFETCH(const QByteArray, end);
        const auto read = readAnyWay(kEvents, delta("hola") + event.toStdString() + "\n\n" +
                                                  delta("no") + kFinish + kDone);
        QVERIFY(read);
        QCOMPARE(ends(*read), end.toStdString());
        QCOMPARE(read->text, "hola"s);
    }

    void s88_anErrorThatSaysNothingIsNone()
    {
        for (const char* none : {"null", "false", "\"\"", "{}"}) {
            const auto read =
                readAnyWay(kEvents, R"(data: {"error":)" + std::string(none) +
                                        R"(,"choices":[{"index":0,"delta":{"content":"a"}}]})" +
                                        "\n\n" + kDone);
            QVERIFY2(read && ends(*read) == "complete" && read->text == "a", none);
        }
    }

    void s89_whatIsNoAnswerIsATypedError_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("end");
        const auto row = [](const char* name, int status, const char* type, const char* body,
                            const char* end) {
            QTest::newRow(name) << status << QByteArray(type) << QByteArray(body)
                                << QByteArray(end);
        };
        const char* html = "<!DOCTYPE html><html><body>Log in</body></html>";
        row("portal", 200, "text/html", html, "protocol media_type");
        row("portal that says JSON", 200, "application/json", html, "protocol no_json");
        row("portal that says stream", 200, "text/event-stream", html, "protocol media_type");
        row("portal that says nothing", 200, "", html, "protocol media_type");
        row("another type", 200, "text/plain", "data: {}\n\n", "protocol media_type");
        row("an image", 200, "image/png", "\x89PNG", "protocol media_type");
        row("empty", 200, "text/event-stream", "", "protocol empty_body");
        row("empty JSON", 200, "application/json", "", "protocol empty_body");
        row("no content", 204, "", "", "protocol empty_body");
        row("only spaces", 200, "application/json", " \n ", "protocol empty_body");
        row("cut JSON", 200, "application/json", "{\"choices\":[", "protocol no_json");
        row("another JSON", 200, "application/json", "{\"ok\":true}", "protocol no_choices");
        row("no choice", 200, "application/json", "{\"choices\":[]}", "protocol no_choices");
        row("a number", 200, "application/json", "42", "protocol no_json");
        row("garbage", 200, "text/event-stream", "\x01\x02garbage\nmore", "protocol no_events");
        row("a broken event", 200, "text/event-stream", "data: {\"choices\":\n\n",
            "protocol bad_event");
        row("an array", 200, "text/event-stream", "data: []\n\n", "protocol bad_event");
        row("error with 200", 200, "application/json",
            R"({"error":{"code":"insufficient_quota","message":"x"}})", "quota insufficient_quota");
        row("error with 200 that says stream", 200, "text/event-stream",
            R"({"error":{"code":"rate_limit_exceeded"}})", "rate_limited rate_limit_exceeded");
        row("Google's", 200, "application/json", R"([{"error":{"code":429,"message":"x"}}])",
            "rate_limited 429");
        row("an HTML page of a proxy", 502, "text/html", html, "server ");
        row("an error as a stream", 400, "text/event-stream",
            "event: error\ndata: {\"error\":{\"code\":\"context_length_exceeded\"}}\n\n",
            "too_long context_length_exceeded");
    }

    void s89_whatIsNoAnswerIsATypedError()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, end);
        const ai::ChatStream::Setting setting{.status = status, .contentType = type.toStdString()};
        const auto read = readAnyWay(setting, body.toStdString());
        QVERIFY(read);
        QCOMPARE(ends(*read), end.toStdString());
        QVERIFY(read->text.empty());
    }

    void s89_theExcerptIsShort()
    {
        std::string page = "<html><head><title>Portal</title></head><body>";
        for (int i = 0; i < 5000; ++i)
            page += "señal ";
        const auto read = readPieces({.contentType = "text/html"}, {page});
        const QString said = QString::fromStdString(read.state.error->excerpt);
        QVERIFY(said.startsWith(QStringLiteral("Portal señal")));
        QVERIFY(said.size() <= 200 && said.size() > 150);
        QVERIFY(!said.contains(QChar::ReplacementCharacter));
    }

    void s90_whatServersSendBesides()
    {
        const std::vector<std::pair<std::string, std::string>> cases{
            {R"({"choices":[],"prompt_filter_results":[{"prompt_index":0,"content_filter_results":{"hate":{"filtered":false}}}]})",
             ""},
            {R"({"choices":[{"index":0}]})", ""},
            {R"({"choices":[{"index":0,"finish_reason":null,"content_filter_offsets":{"a":1}}]})",
             ""},
            {R"({"choices":[{"index":0,"delta":{"content":null}}]})", ""},
            {R"({"choices":[{"index":0,"delta":null}]})", ""},
            {R"({"choices":null,"usage":null})", ""},
            {R"({"choices":[{"delta":{"content":"x","reasoning_content":"hmm"},"logprobs":null}]})",
             "x"},
            {R"({"choices":[{"index":1,"delta":{"content":"no"}},{"index":0,"delta":{"content":"x"}}]})",
             "x"},
            {R"({"choices":[{"delta":{"content":"no"},"index":1,"finish_reason":"length"}]})", ""},
            {R"({"choices":[{"index":0,"finish_reason":"","delta":{"content":"x","new":[{}]}}],"new":{"a":[1]}})",
             "x"},
            {R"({"choices":[{"index":0,"message":{"content":"x"}}]})", "x"},
            {R"({"choices":[{"index":0,"delta":{"content":[{"type":"text","text":"x"},{"type":"text","text":"y"}]}}]})",
             "xy"},
            {R"({"choices":[{"index":0,"delta":{"content":5}}]})", ""},
            {"{}", ""},
        };
        for (const auto& [chunk, text] : cases) {
            const auto read = readAnyWay(kEvents, "data: " + chunk + "\n\n" + kFinish + kDone);
            QVERIFY2(read && ends(*read) == "complete", chunk.c_str());
            QCOMPARE(read->text, text);
            QCOMPARE(read->state.finish, "stop"s);
        }
    }

    void s90_theFirstFinishCounts()
    {
        const auto read = readAnyWay(
            kEvents, delta("a") +
                         R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":"length"}]})"
                         "\n\n" +
                         kFinish + kDone);
        QVERIFY(read);
        QCOMPARE(read->state.finish, "length"s);
    }

    void s90_callsOfToolsAreJoined()
    {
        const auto piece = [](const char* call) {
            return R"(data: {"choices":[{"index":0,"delta":{"tool_calls":[)" + std::string(call) +
                   "]}}]}\n\n";
        };
        const auto read = readAnyWay(
            kEvents,
            piece(
                R"({"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}})") +
                piece(R"({"index":0,"function":{"arguments":"[1,"}})") +
                piece(R"({"index":1,"id":"b","function":{"name":"g","arguments":"{}"}})") +
                piece(R"({"index":0,"function":{"arguments":"2]"}})") + kDone);
        QVERIFY(read);
        QCOMPARE(read->state.toolCalls,
                 (std::vector<ai::ToolCall>{{"a", "f", "[1,2]"}, {"b", "g", "{}"}}));
    }

    void s90_callsThatAreNotNumberedAreToldApartByTheirIds()
    {
        const auto read = readAnyWay(
            kEvents,
            R"(data: {"choices":[{"delta":{"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"}},{"id":"b","function":{"name":"g","arguments":"{}"}}]}}]})"
            "\n\n" +
                kDone);
        QVERIFY(read);
        QCOMPARE(read->state.toolCalls.size(), 2U);
        QCOMPARE(read->state.toolCalls[1].name, "g"s);
    }

    void s83_aCharacterInHalvesIsWholeAgain()
    {
        const auto read =
            readAnyWay(kEvents, delta("a\\ud83d") + delta("\\ude00b") + delta("\\ud83d") +
                                    delta("x\\ude00") + delta("\\ud83d\\ude00ñ") + kFinish + kDone);
        QVERIFY(read);
        QCOMPARE(read->text, "a😀b\uFFFDx\uFFFD😀ñ"s);
        QCOMPARE(ends(*readAnyWay(kEvents, delta("\\ud83d") + kFinish + kDone)), "complete"s);
        QCOMPARE(readAnyWay(kEvents, delta("\\ud83d") + kFinish + kDone)->text, "\uFFFD"s);
        QCOMPARE(ends(*readAnyWay(kEvents, delta("\\ud8") + kDone)), "protocol bad_event"s);
    }

    void s91_anEventOverTheLimitIsATypedError()
    {
        auto setting = kEvents;
        setting.longestEvent = 200;
        const auto read =
            readAnyWay(setting, delta("a") + delta(std::string(300, 'x')) + kFinish + kDone);
        QVERIFY(read);
        QCOMPARE(ends(*read), "protocol too_long"s);
        QCOMPARE(read->text, "a"s);
        auto whole = kJson;
        whole.longestBody = 20;
        QCOMPARE(ends(*readAnyWay(whole, "{\"choices\":[{\"message\":{}}]}")),
                 "protocol too_long"s);
    }

    void s93_anAnswerThatIsNoStreamIsOneDelta()
    {
        const auto bytes =
            R"({"id":"x","choices":[{"index":0,"message":{"role":"assistant","content":"Hola"},"finish_reason":"stop"}],
               "usage":{"prompt_tokens":2,"completion_tokens":1}})"sv;
        for (const auto& setting : {kJson, kEvents, ai::ChatStream::Setting{}}) {
            const auto read = readAnyWay(setting, bytes);
            QVERIFY(read);
            QCOMPARE(ends(*read), "complete"s);
            QCOMPARE(read->pieces, std::vector{"Hola"s});
            QCOMPARE(read->state.usage->inputTokens, 2);
            QCOMPARE(ends(*readAnyWay(setting, bytes, ai::WireEnd::Truncated)), "truncated"s);
        }
    }

    void anAnswerThatIsARefusalSaysSo()
    {
        const auto read = readAnyWay(
            kJson,
            R"({"choices":[{"message":{"content":null,"refusal":"I cannot"},"finish_reason":"stop"}]})");
        QVERIFY(read);
        QCOMPARE(read->state.finish, "content_filter"s);
    }
};

RELEVO_TEST(ChatStreamTest)
#include "chat_stream_test.moc"
