// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/client/report.h"
#include "base/clock.h"
#include "base/log/log.h"
#include "base/random.h"
#include "base/threads/caller.h"
#include "desk/smart/ai_config.h"
#include "desk/smart/ai_memory.h"
#include "desk/smart/smart_values.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace metrics {
class Registry;
}

namespace desk {

/// The ai thread and the client on it. Any thread; answers come to the asker's home.
class AiService
{
public:
    /// \param changed a breaker changed, a call ended or another configuration counts: on the ai
    ///        thread, so it only posts
    /// \param registry counts the calls; outlives this; null: nobody does
    AiService(const base::Clock& clock, base::Random& random, base::Log& log,
              metrics::Registry* registry, std::function<void()> changed);
    ~AiService();
    AiService(const AiService&) = delete;
    AiService& operator=(const AiService&) = delete;

    /// Ends every call, which answers Cancelled, and the thread; what comes later is refused as Busy.
    /// Idempotent, at the home that made this.
    void stop();

    /// Calls under way end where the servers are others than before.
    void configure(AiConfig config);
    /// Whether there is a server to ask.
    /// An answer came, and what it says may not be used.
    void noteRejected();
    [[nodiscard]] bool isConfigured() const noexcept { return m_isConfigured.load(); }

    /// One call; `reply` gets its report, whatever the outcome. The number is for cancel().
    /// \param delta gets pieces of the answer at the ai home, all of them before the report
    std::uint64_t start(ai::ChatRequest request, base::Reply<ai::CallReport> reply,
                        std::function<void(std::string_view)> delta = {});
    /// The body that start() would send to the chain's first server that can do it, masked, byte for
    /// byte. Offline: none can.
    void preview(ai::ChatRequest request, base::Reply<QByteArray> reply);
    /// The call ends with Cancelled; harmless for one that ended.
    void cancel(std::uint64_t number);

    void health(base::Reply<AiHealth> reply);
    /// One server's breakers by hand.
    void steer(const std::string& endpoint, AiSteer what);

    /// What another process knew; before the first configure().
    void restore(AiMemory memory);
    void memory(base::Reply<AiMemory> reply);

    /// Tries one server, whether it is configured or not, see ai_trial.h. No key: the configured one
    /// of its keyName.
    void tryServer(ai::Endpoint endpoint, std::optional<std::string> key,
                   base::Reply<AiTrial> reply);

private:
    class Core;
    metrics::Registry* const m_registry;
    std::unique_ptr<Core> m_core;
    std::atomic<bool> m_isConfigured{false};
    std::atomic<std::uint64_t> m_last{0};
};

} // namespace desk
