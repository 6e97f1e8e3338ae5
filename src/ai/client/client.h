// SPDX-License-Identifier: GPL-3.0-or-later
// The client: one call from its request to exactly one outcome.
//
//   queue -> breaker -> attempt -> stream -> retry -> next endpoint -> "deterministic"
//
//   ai::Client client(parts, {.endpoints = {primary, secondary}});
//   auto call = client.start(request, {.delta = […](auto text) {…}, .ended = […](auto& report) {…}});
//   call.cancel();      // ended() with Cancelled, now; or let `call` go: nothing is told any more
//
// Everything at the ai home. Callbacks come from the event loop, never inside start(), and inside
// cancel() and shutDown() only ended(). They may start, cancel and drop calls; they must not destroy
// the client.
#pragma once

#include "ai/client/endpoints.h"
#include "ai/client/masking.h"
#include "ai/client/report.h"
#include "ai/policy/accounting.h"
#include "ai/policy/retry.h"
#include "ai/wire/protocol.h"
#include "base/threads/timers.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace ai {

class Call;
class AttemptRun;

struct ClientConfig {
    std::vector<Endpoint> endpoints; ///< the chain, in its order
    BreakerConfig breaker;
    BackoffConfig backoff;
    int maxAttempts = 3; ///< at one endpoint; 1: no retry
    RetryBudget::Config budget;
    Bulkhead::Config bulkhead; ///< an endpoint
    LimiterConfig limits;      ///< an endpoint's model
    base::milliseconds longestTold{
        60'000}; ///< a server that wants us to wait longer is passed over
    base::milliseconds quotaRest{
        300'000};                       ///< an account without credit is left alone for this long
    base::milliseconds draining{1'000}; ///< a whole answer's connection may take to be free again
    std::optional<std::int64_t> dailyCapMicros;
};

struct ClientParts {
    const base::Clock& clock;
    base::Timers& timers;
    base::Random& random;
    Transport& transport;
    const Protocol& protocol;
    const Masking& masking;
    /// The key under an endpoint's keyName; nothing where it is missing or locked away.
    std::function<std::optional<std::string>(const std::string& name)> keyOf;
    ClientObserver* observer = nullptr;
};

/// The caller's end of a call. Dropping it ends the call and tells nothing more. Must not outlive the
/// client.
class CallHandle
{
public:
    CallHandle() = default;
    CallHandle(class Client* client, std::uint64_t number) : m_client(client), m_number(number) {}
    CallHandle(CallHandle&& other) noexcept;
    CallHandle& operator=(CallHandle&& other) noexcept;
    ~CallHandle();

    /// Ends it with Cancelled. Harmless where it has ended.
    void cancel();
    /// While paused the server waits for us, and only the call's own deadlines go on.
    void setPaused(bool paused);

private:
    Client* m_client = nullptr;
    std::uint64_t m_number = 0;
};

class Client
{
public:
    Client(ClientParts parts, ClientConfig config);
    /// Ends every call without a word.
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    [[nodiscard]] CallHandle start(ChatRequest request, CallListener listener);
    /// Every call ends with Cancelled; later ones are refused.
    void shutDown();

    [[nodiscard]] Breakers& breakers() noexcept { return m_breakers; }
    [[nodiscard]] Accounts& accounts() noexcept { return m_accounts; }
    /// Closes the endpoint's breakers, opens its gate, and forgets what it told of its limits.
    void reset(const std::string& endpoint);
    /// Calls that have not ended.
    [[nodiscard]] std::size_t callCount() const noexcept { return m_calls.size(); }

private:
    friend class Call;
    friend class CallHandle;

    void cancel(std::uint64_t number);
    void abandon(std::uint64_t number);
    void setPaused(std::uint64_t number, bool paused);
    /// The call has told its end: it is destroyed a little later, for it may be on the stack.
    void forget(std::uint64_t number);
    void bury(std::shared_ptr<void> dead);
    void drain(std::unique_ptr<AttemptRun> attempt, BulkheadPlace place);
    /// Who waits in vain for an endpoint whose breaker has opened or gate has shut goes on to the next.
    void sweepLater();

    const ClientParts m_parts;
    const ClientConfig m_config;
    Breakers m_breakers;
    Endpoints m_endpoints;
    Accounts m_accounts;
    std::map<std::uint64_t, std::unique_ptr<Call>> m_calls;
    std::set<std::string> m_keys; ///< idempotency keys of calls under way
    std::uint64_t m_last = 0;
    std::vector<std::shared_ptr<void>> m_dead;
    struct Drain {
        std::unique_ptr<AttemptRun> attempt;
        BulkheadPlace place;
        base::TimerId timer;
    };
    std::map<std::uint64_t, Drain> m_drains;
    base::TimerId m_burialTimer;
    base::TimerId m_sweepTimer;
    bool m_isShuttingDown = false;
};

} // namespace ai
