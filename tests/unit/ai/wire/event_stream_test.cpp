// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/event_stream.h"
#include "support/runner.h"

#include <chrono>
#include <string>
#include <tuple>
#include <vector>

using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

struct Heard {
    std::string name, data, id;
    bool operator==(const Heard&) const = default;
};

class Collector final : public ai::EventSink
{
public:
    bool event(const ai::StreamEvent& event) override
    {
        events.push_back({std::string(event.name), std::string(event.data), std::string(event.id)});
        return stopsAfter == 0 || events.size() < stopsAfter;
    }
    std::vector<Heard> events;
    std::size_t stopsAfter = 0;
};

std::vector<Heard> eventsOf(const std::vector<std::string_view>& pieces)
{
    ai::EventStream stream;
    Collector sink;
    for (const auto piece : pieces) {
        if (!stream.feed(piece, sink))
            return {};
    }
    return sink.events;
}

std::vector<Heard> eventsOf(std::string_view bytes)
{
    return eventsOf(std::vector{bytes});
}

/// The events, with the number of bytes after which each came.
std::vector<std::size_t> arrivals(std::string_view bytes)
{
    ai::EventStream stream;
    Collector sink;
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::ignore = stream.feed(bytes.substr(i, 1), sink);
        at.resize(sink.events.size(), i + 1);
    }
    return at;
}

struct Case {
    const char* what;
    std::string bytes;
    std::vector<Heard> events;
};

const std::vector<Case>& cases()
{
    static const std::vector<Case> all{
        {"one line", "data: hola\n\n", {{"message", "hola", ""}}},
        {"no space after the colon", "data:hola\n\n", {{"message", "hola", ""}}},
        {"only one space goes", "data:  hola \n\n", {{"message", " hola ", ""}}},
        {"a tab stays", "data:\thola\n\n", {{"message", "\thola", ""}}},
        {"several lines", "data: uno\ndata:\ndata: tres\n\n", {{"message", "uno\n\ntres", ""}}},
        {"data without colon", "data\n\n", {{"message", "", ""}}},
        {"data without colon twice", "data\ndata\n\n", {{"message", "\n", ""}}},
        {"empty data", "data:\n\n", {{"message", "", ""}}},
        {"nothing but a name", "event: a\n\ndata: x\n\n", {{"message", "x", ""}}},
        {"a name", "event: fallo\ndata: x\n\n", {{"fallo", "x", ""}}},
        {"the last name counts", "event: a\nevent: b\ndata: x\n\n", {{"b", "x", ""}}},
        {"an emptied name", "event: a\nevent:\ndata: x\n\n", {{"message", "x", ""}}},
        {"a name lasts one event",
         "event: a\ndata: x\n\ndata: y\n\n",
         {{"a", "x", ""}, {"message", "y", ""}}},
        {"an id lasts",
         "id: 7\ndata: x\n\ndata: y\n\n",
         {{"message", "x", "7"}, {"message", "y", "7"}}},
        {"an id without data counts", "id: 7\n\ndata: y\n\n", {{"message", "y", "7"}}},
        {"an emptied id",
         "id: 7\ndata: x\n\nid\ndata: y\n\n",
         {{"message", "x", "7"}, {"message", "y", ""}}},
        {"an id with NUL is none", "id: 7\nid: a\0b\ndata: x\n\n"s, {{"message", "x", "7"}}},
        {"comments", ":\n: ping\n:data: no\ndata: x\n:\n\n:\n\n", {{"message", "x", ""}}},
        {"unknown fields",
         "retry: 10\nretry: x\nfoo: bar\nDATA: no\n data: no\ndata: x\n\n",
         {{"message", "x", ""}}},
        {"colons in the value", "data: a: b: c\n\n", {{"message", "a: b: c", ""}}},
        {"CR", "data: a\rdata: b\r\r", {{"message", "a\nb", ""}}},
        {"CRLF", "data: a\r\ndata: b\r\n\r\n", {{"message", "a\nb", ""}}},
        {"mixed",
         "data: a\r\ndata: b\ndata: c\rdata: d\n\rdata: e\r\n\r",
         {{"message", "a\nb\nc\nd", ""}, {"message", "e", ""}}},
        {"LF CR are two ends",
         "data: a\n\rdata: b\n\r",
         {{"message", "a", ""}, {"message", "b", ""}}},
        {"many empty lines", "\n\n\r\r\r\n\r\n\ndata: a\n\n\n\n", {{"message", "a", ""}}},
        {"unfinished event", "data: a\n\ndata: b\n", {{"message", "a", ""}}},
        {"unfinished line", "data: a\n\ndata: b", {{"message", "a", ""}}},
        {"nothing", "", {}},
        {"byte-order mark",
         "\xEF\xBB\xBF"
         "data: a\n\n",
         {{"message", "a", ""}}},
        {"a second mark stays",
         "\xEF\xBB\xBF\xEF\xBB\xBF"
         "data: a\n\ndata: b\n\n",
         {{"message", "b", ""}}},
        {"a mark in the middle stays",
         "data: \xEF\xBB\xBFx\n\n",
         {{"message", "\xEF\xBB\xBFx", ""}}},
        {"half a mark",
         "\xEF\xBB"
         "data: a\n\ndata: b\n\n",
         {{"message", "b", ""}}},
        {"UTF-8", "data: ñandú €uro 😀\n\n", {{"message", "ñandú €uro 😀", ""}}},
        {"U+2028, U+2029 and NEL end no line",
         "data: a\xE2\x80\xA8"
         "b\xE2\x80\xA9"
         "c\xC2\x85"
         "d\x0B"
         "e\x0C"
         "f\n\n",
         {{"message",
           "a\xE2\x80\xA8"
           "b\xE2\x80\xA9"
           "c\xC2\x85"
           "d\x0B"
           "e\x0C"
           "f",
           ""}}},
        {"invalid bytes",
         "data: a\xFF\xFE"
         "b\xC0\xAF"
         "c\n\ndata: d\n\n",
         {{"message", "a\uFFFD\uFFFDb\uFFFD\uFFFDc", ""}, {"message", "d", ""}}},
        {"a cut sequence inside a line",
         "data: \xE2\x82"
         "x\xF0\x9F\x98\ndata: \xF0\x9F\xF0\x9F\x98\x80\n\n",
         {{"message", "\uFFFDx\uFFFD\n\uFFFD😀", ""}}},
        {"surrogates, too long forms and beyond the end",
         "data: \xED\xA0\x80|\xE0\x80\x80|\xF4\x90\x80\x80|\x80\n\n",
         {{"message", "\uFFFD\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD|\uFFFD\uFFFD\uFFFD\uFFFD|\uFFFD",
           ""}}},
        {"invalid bytes in a name and an id",
         "event: \xFF\nid: \xFE\ndata: x\n\n",
         {{"\uFFFD", "x", "\uFFFD"}}},
        {"NUL in data", "data: a\0b\n\n"s, {{"message", "a\0b"s, ""}}},
    };
    return all;
}

} // namespace

class EventStreamTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s81_s82_s83_s84_anyCutGivesTheSame_data()
    {
        QTest::addColumn<int>("number");
        for (std::size_t i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].what) << static_cast<int>(i);
    }

    void s81_s82_s83_s84_anyCutGivesTheSame()
    {
        QFETCH(const int, number);
        const Case& is = cases()[static_cast<std::size_t>(number)];
        const std::string_view bytes = is.bytes;
        QVERIFY(eventsOf(bytes) == is.events);
        std::vector<std::string_view> single;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            single.push_back(bytes.substr(i, 1));
            single.push_back({});
        }
        QVERIFY(eventsOf(single) == is.events);
        for (std::size_t cut = 0; cut <= bytes.size(); ++cut)
            QVERIFY2(eventsOf({bytes.substr(0, cut), bytes.substr(cut)}) == is.events,
                     std::to_string(cut).c_str());
    }

    void s81_eachEventComesWithItsLastByte()
    {
        QCOMPARE(arrivals("data: a\n\ndata: b\n\n"), (std::vector<std::size_t>{9, 18}));
    }

    void s82_aTrailingCarriageReturnIsNotWaitedFor()
    {
        QCOMPARE(arrivals("data: a\r\rdata: b\r\n\r"), (std::vector<std::size_t>{9, 19}));
    }

    void s86_afterTheSinkHasEnoughNothingComes()
    {
        ai::EventStream stream;
        Collector sink;
        sink.stopsAfter = 1;
        QVERIFY(stream.feed("data: a\n\ndata: b\n\n", sink));
        QVERIFY(stream.feed("data: c\n\n", sink));
        QCOMPARE(sink.events.size(), 1U);
    }

    void s83_repairLeavesGoodTextWhereItIs()
    {
        std::string room;
        const std::string_view good = "ñ€😀";
        QVERIFY(ai::validUtf8(good, room).data() == good.data());
        QCOMPARE(ai::validUtf8("\xF1\x80\x80\xE1\x80\xC2"sv, room), "\uFFFD\uFFFD\uFFFD"sv);
        QCOMPARE(ai::validUtf8("\xF4\x8F\xBF\xBF\xF0\x80"sv, room), "\U0010FFFF\uFFFD\uFFFD"sv);
    }

    void s91_aLongLineIsReadOrRefusedByTheLimit()
    {
        const std::string line = "data: " + std::string(8U * 1024 * 1024, 'x') + "\n\n";
        Collector sink;
        ai::EventStream stream;
        for (std::size_t at = 0; at < line.size(); at += 1000)
            QVERIFY(stream.feed(std::string_view(line).substr(at, 1000), sink));
        QCOMPARE(sink.events.size(), 1U);
        QCOMPARE(sink.events.front().data.size(), 8U * 1024 * 1024);
    }

    void s91_theLimitHoldsHoweverTheBytesAreCut()
    {
        for (const std::string& bytes : {"data: ok\n\ndata: 123456789012345\n\n"s,
                                         "data: ok\n\ndata: 12345678\ndata: 12345\n\n"s,
                                         "data: ok\n\n:23456789012345678901\n\ndata: x\n\n"s}) {
            for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
                ai::EventStream stream(16);
                Collector sink;
                const bool first = stream.feed(std::string_view(bytes).substr(0, cut), sink);
                const bool second = stream.feed(std::string_view(bytes).substr(cut), sink);
                QVERIFY2(!(first && second), std::to_string(cut).c_str());
                QCOMPARE(sink.events.size(), 1U);
                QVERIFY(!stream.feed("data: y\n\n", sink));
            }
        }
    }

    void s91_aMillionTinyEventsInOnePieceOfAnyLineEnd()
    {
        constexpr std::size_t kMany = 1'000'000;
        class Counter final : public ai::EventSink
        {
        public:
            bool event(const ai::StreamEvent&) override { return ++count > 0; }
            std::size_t count = 0;
        };
        // A search for the other kind of line end from every line would not end in this test's time.
        for (const std::string_view event : {"data:x\n\n"sv, "data:x\r\r"sv, "data:x\r\n\r\n"sv}) {
            std::string bytes;
            for (std::size_t i = 0; i < kMany; ++i)
                bytes += event;
            Counter counter;
            ai::EventStream stream;
            QVERIFY(stream.feed(bytes, counter));
            QCOMPARE(counter.count, kMany);
        }
    }
};

RELEVO_TEST(EventStreamTest)
#include "event_stream_test.moc"
