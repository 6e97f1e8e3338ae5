// SPDX-License-Identifier: GPL-3.0-or-later
// The client between a caller and a server that do anything at any moment: two bytes are one step.
// Whatever the steps: every call whose caller stays ends exactly once, nothing is told afterwards, never
// more than four requests are on the wire at an endpoint, and in the end nothing is left: no call, no
// exchange, no timer, no money reserved.
#include "unit/ai/client/client_bench.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <list>

namespace {

using namespace std::chrono_literals;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

constexpr std::int64_t kCap = 1'000'000'000;

/// One caller, who may act while it is being told something.
struct Caller {
    enum class Habit { Quiet, CancelsAtDelta, DropsAtDelta, PausesAtDelta, DropsAtEnd };
    ai::CallHandle handle;
    Habit habit = Habit::Quiet;
    bool isGone = false;
    int ends = 0;

    void drop()
    {
        isGone = true;
        handle = {};
    }
};

class Play
{
public:
    void step(std::uint8_t what, std::uint8_t how)
    {
        switch (what % 12) {
        case 0:
        case 1:
        case 2: start(how); break;
        case 3: m_bench.advance(base::milliseconds(how)); break;
        case 4: m_bench.advance(base::milliseconds(how * 100)); break;
        case 5:
        case 6:
        case 7:
        case 8: server(what, how); break;
        case 9: caller(how); break;
        case 10: byHand(how); break;
        default: m_bench.settle(); break;
        }
        for (const Caller& each : m_callers)
            require(each.ends <= 1);
        require(openAt("main") <= 4 && openAt("spare") <= 4);
    }

    void finish(bool shutsDown)
    {
        if (shutsDown)
            m_bench.client.shutDown();
        m_bench.advance(10min);
        for (const Caller& each : m_callers)
            require(each.isGone || each.ends == 1);
        require(m_bench.traced.size() == m_started);
        require(m_bench.client.callCount() == 0 && m_bench.wire.open() == 0);
        require(!static_cast<base::TimerQueue&>(m_bench.home.timers()).nextDeadline());
        auto& accounts = m_bench.client.accounts();
        require(accounts.reserve(kCap - accounts.day().spentMicros).has_value());
        for (const char* endpoint : {"main", "spare"})
            for (const auto lane : {ai::Lane::Turn, ai::Lane::Other})
                require(!m_bench.client.breakers().at({endpoint, "small", lane}).status().hasProbe);
    }

private:
    static ai::ClientConfig config()
    {
        return {.endpoints = {ai_test::Bench::endpoint("main"), ai_test::Bench::endpoint("spare")},
                .limits = {.requestsPerMinute = 60, .tokensPerMinute = 100'000},
                .dailyCapMicros = kCap};
    }

    int openAt(const std::string& endpoint) const
    {
        int open = 0;
        for (const auto& sent : m_bench.wire.sent)
            open += !sent->isClosed() && sent->request().url.find(endpoint) != std::string::npos;
        return open;
    }

    void start(std::uint8_t how)
    {
        auto request = how % 2 == 0 ? ai_test::Bench::turn() : ai_test::Bench::question();
        if (how % 16 == 3)
            request.schema = ai::Schema{"s", R"({"type":"object"})"};
        if (how % 16 == 5)
            request.idempotencyKey = "k";
        if (how % 16 == 7)
            request.priority = ai::Priority::Background;
        Caller& caller = m_callers.emplace_back();
        caller.habit = static_cast<Caller::Habit>(how / 16 % 5);
        ++m_started;
        caller.handle = m_bench.client.start(std::move(request),
                                             {.delta =
                                                  [&caller](std::string_view text) {
                                                      require(!caller.isGone && caller.ends == 0);
                                                      require(!text.empty());
                                                      atDelta(caller);
                                                  },
                                              .ended =
                                                  [&caller](const ai::CallReport& report) {
                                                      require(!caller.isGone);
                                                      ++caller.ends;
                                                      require(!ai::summary(report).empty());
                                                      if (caller.habit == Caller::Habit::DropsAtEnd)
                                                          caller.drop();
                                                  }});
    }

    static void atDelta(Caller& caller)
    {
        if (caller.habit == Caller::Habit::CancelsAtDelta)
            caller.handle.cancel();
        else if (caller.habit == Caller::Habit::DropsAtDelta)
            caller.drop();
        else if (caller.habit == Caller::Habit::PausesAtDelta)
            caller.handle.setPaused(true);
    }

    void server(std::uint8_t what, std::uint8_t how)
    {
        auto& all = m_bench.wire.sent;
        if (all.empty())
            return;
        // Mostly one of the newest.
        ai_test::Sent& sent = *all[all.size() - 1 - (how / 32) % all.size()];
        using ai::WireEnd;
        constexpr std::array kEnds{
            WireEnd::Clean,         WireEnd::Truncated,    WireEnd::Reset,
            WireEnd::ConnectFailed, WireEnd::Offline,      WireEnd::TlsFailed,
            WireEnd::Failed,        WireEnd::NameNotFound, WireEnd::ClosedBeforeAnyByte};
        constexpr std::array kStatuses{400, 401, 402, 404, 408, 413, 429, 500, 503};
        if (what % 12 == 5)
            sent.end(kEnds.at(how % kEnds.size()));
        else if (what % 12 == 6)
            sent.refuse(kStatuses.at(how % kStatuses.size()), "{}",
                        {{"Retry-After", std::to_string(how % 7 * 10)}});
        else if (what % 12 == 7)
            sent.answer(how % 3 == 0 ? "{}" : "hola", how % 5 == 0 ? "length" : "stop");
        else
            piece(sent, how % 8);
    }

    static void piece(ai_test::Sent& sent, int which)
    {
        switch (which) {
        case 0: sent.connect(); break;
        case 1: sent.accept(); break;
        case 2: sent.head(200); break;
        case 3: sent.head(103, {}); break;
        case 4: sent.delta("a"); break;
        case 5: sent.bytes(": x\n\n"); break;
        case 6: sent.done(); break;
        default: sent.accept().head(200).delta("ab").delta("c"); break;
        }
    }

    void caller(std::uint8_t how)
    {
        if (m_callers.empty())
            return;
        auto it = m_callers.begin();
        std::advance(it, static_cast<std::ptrdiff_t>(how / 4 % m_callers.size()));
        switch (how % 4) {
        case 0: it->handle.cancel(); break;
        case 1: it->drop(); break;
        case 2: it->handle.setPaused(true); break;
        default: it->handle.setPaused(false); break;
        }
    }

    void byHand(std::uint8_t how)
    {
        const auto lane = how % 2 == 0 ? ai::Lane::Turn : ai::Lane::Other;
        ai::Breaker& breaker = m_bench.client.breakers().at({"main", "small", lane});
        switch (how / 2 % 5) {
        case 0: breaker.forceOpen(); break;
        case 1: breaker.disable(); break;
        case 2: breaker.reset(); break;
        case 3: m_bench.client.reset("main"); break;
        default: m_bench.key = how < 128 ? std::optional<std::string>("k") : std::nullopt; break;
        }
    }

    ai_test::Bench m_bench{config()};
    std::list<Caller> m_callers; ///< listeners point at them
    std::size_t m_started = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    Play play;
    for (std::size_t i = 1; i + 1 < size && i < 400; i += 2)
        play.step(data[i], data[i + 1]);
    // One in three goes while calls are under way.
    if (data[0] % 3 != 0)
        play.finish(data[0] % 3 == 1);
    return 0;
}
