// SPDX-License-Identifier: GPL-3.0-or-later
// A client on a manual clock over a wire that the test holds in its hands. Everything else is real: the
// protocol, the policies, the parsers.
#pragma once

#include "ai/client/client.h"
#include "ai/wire/chat_protocol.h"
#include "support/manual_home.h"

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ai_test {

/// The server's side of one request.
class Sent
{
public:
    Sent(ai::WireRequest request, ai::ExchangeListener& listener)
        : m_request(std::move(request)), m_listener(&listener)
    {
    }

    [[nodiscard]] const ai::WireRequest& request() const { return m_request; }
    [[nodiscard]] std::string header(std::string_view name) const
    {
        return std::string(ai::headerValue(m_request.headers, name).value_or(""));
    }
    /// The client has let go of it, or it has ended.
    [[nodiscard]] bool isClosed() const { return m_listener == nullptr; }
    [[nodiscard]] bool isAborted() const { return m_isAborted; }
    [[nodiscard]] bool isPaused() const { return m_isPaused; }

    // Each does nothing once it is closed, as a wire would.
    Sent& connect();
    Sent& accept(); ///< connected, and the body taken whole
    Sent& head(int status, ai::Headers headers = {{"Content-Type", "text/event-stream"}});
    Sent& bytes(std::string_view bytes);
    Sent& delta(std::string_view text);
    Sent& done(const std::string& finish = "stop");
    void end(ai::WireEnd end = ai::WireEnd::Clean);
    /// A whole answer with usage of 10 and 5 tokens.
    void answer(std::string_view text, const std::string& finish = "stop");
    void refuse(int status, std::string_view json = "{}", ai::Headers headers = {});

private:
    friend class FakeWire;
    ai::WireRequest m_request;
    ai::ExchangeListener* m_listener;
    bool m_isAborted = false;
    bool m_isPaused = false;
};

class FakeWire final : public ai::Transport
{
public:
    using Script = std::function<void(Sent&)>;

    explicit FakeWire(base::Timers& timers) : m_timers(timers) {}

    std::unique_ptr<ai::Exchange> start(ai::WireRequest request,
                                        ai::ExchangeListener& listener) override;

    /// What the next requests meet, one each; then `always`, or nothing happens to them.
    std::deque<Script> next;
    Script always;
    std::vector<std::shared_ptr<Sent>> sent;

    [[nodiscard]] Sent& last() { return *sent.back(); }
    [[nodiscard]] int open() const;
    [[nodiscard]] int mostOpen() const { return m_mostOpen; }

private:
    base::Timers& m_timers;
    int m_mostOpen = 0;
};

struct Heard {
    std::string text;
    std::vector<ai::CallReport> ends;

    [[nodiscard]] bool hasEnded() const { return !ends.empty(); }
    [[nodiscard]] const ai::CallReport& report() const { return ends.at(0); }
    template <class T>
    [[nodiscard]] const T* as() const
    {
        return ends.size() == 1 ? std::get_if<T>(&ends[0].outcome) : nullptr;
    }
    [[nodiscard]] std::string name() const
    {
        return ends.empty() ? "" : ai::outcomeName(ends.at(0).outcome);
    }
    [[nodiscard]] std::vector<std::string> hops() const;
    [[nodiscard]] std::vector<std::string> reasons() const; ///< of the attempts
};

struct Bench : ai::ClientObserver {
    explicit Bench(ai::ClientConfig config = {}, quint64 seed = 1);

    /// `heard` outlives the call.
    ai::CallHandle start(Heard& heard, ai::ChatRequest request = question());
    /// Starts a call and keeps its handle.
    Heard& call(ai::ChatRequest request = question());
    void advance(base::milliseconds by) { home.advance(by); }
    void settle() { home.advance(base::milliseconds(0)); }

    void breakerChanged(const ai::BreakerKey& key, const ai::BreakerEvent& event) override;
    void budgetExhausted(const std::string& endpoint) override { exhausted.push_back(endpoint); }
    void callEnded(const ai::CallReport& report) override { traced.push_back(report); }

    static ai::ChatRequest question();
    static ai::ChatRequest turn();
    static ai::Endpoint endpoint(std::string name, std::string model = "small");

    support::ManualHome home;
    base::SeededRandom random;
    FakeWire wire;
    ai::ChatProtocol protocol;
    ai::NoMasking noMasking;
    std::optional<std::string> key = "sk-secret";
    std::vector<std::string> exhausted;
    std::vector<ai::CallReport> traced;
    std::vector<std::string> changes; ///< endpoint/model/lane>state
    ai::Client client;
    std::deque<Heard> heards;
    std::vector<ai::CallHandle> handles;
};

// What a server may do with a request.
FakeWire::Script answers(std::string text);
FakeWire::Script refuses(int status, std::string json = "{}", ai::Headers headers = {});
FakeWire::Script ends(ai::WireEnd end);

} // namespace ai_test
