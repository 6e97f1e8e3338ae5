// SPDX-License-Identifier: GPL-3.0-or-later
// All breakers: one an endpoint, which hears only whether a connection could be made, and one for each
// endpoint, model and lane. A call needs leave of both. What fails at a model is told to both of its
// lanes; what is slow, or was cut by its caller, only to the lane of the call.
#pragma once

#include "ai/breaker/breaker.h"
#include "ai/values.h"

#include <map>
#include <memory>
#include <vector>

namespace ai {

struct BreakerKey {
    std::string endpoint;
    std::string model; ///< empty: the endpoint's own, for all its models and both lanes
    Lane lane = Lane::Other;
    auto operator<=>(const BreakerKey&) const = default; // NOLINT(modernize-use-nullptr)
};

/// How an attempt ended, in the terms of its breakers.
enum class Verdict {
    Served,
    ServedSlowly,
    Failed,       ///< counts in both lanes
    FailedInLane, ///< counts in its own
    TooSlow,      ///< cut by its own call's short deadline before any content
    ConnectFailed,
    AnsweredOnly, ///< the server answered; whether the model is well that does not tell (400, 401, 429 …)
    Ignored, ///< not even that: cancelled, refused by us
};

/// How far an attempt came: the endpoint's breaker asks no more than that.
enum class Reach {
    Nowhere, ///< no connection
    Server,
};

class Breakers;

/// Leave for one attempt. Unreported it says nothing and gives its places back when it goes.
class BreakerTicket
{
public:
    BreakerTicket() = default;
    BreakerTicket(BreakerTicket&& other) noexcept;
    BreakerTicket& operator=(BreakerTicket&& other) noexcept;
    ~BreakerTicket();

    [[nodiscard]] bool isOpen() const noexcept { return m_breakers != nullptr; }
    [[nodiscard]] bool isProbe() const noexcept { return m_own.probe != 0 || m_shared.probe != 0; }
    /// The first report counts.
    void report(Verdict verdict, Reach reach = Reach::Server, const std::string& error = {});

private:
    friend class Breakers;
    Breakers* m_breakers = nullptr;
    BreakerKey m_key;
    BreakerPermit m_shared; ///< the endpoint's
    BreakerPermit m_own;
    BreakerPermit m_otherLane;
};

/// Used at one home; outlives its tickets.
class Breakers
{
public:
    using Listener = std::function<void(const BreakerKey&, const BreakerEvent&)>;

    Breakers(BreakerConfig config, const base::Clock& clock, base::Random& random)
        : m_config(config), m_clock(clock), m_random(random)
    {
    }

    /// Hears the events of every breaker.
    void setListener(Listener listener) { m_listener = std::move(listener); }

    /// \pre key.model is not empty. `lease`: longer than the attempt can take.
    [[nodiscard]] tl::expected<BreakerTicket, BreakerRefusal> admit(const BreakerKey& key,
                                                                    base::milliseconds lease);
    [[nodiscard]] std::optional<BreakerRefusal> wouldRefuse(const BreakerKey& key);

    /// The breaker of a key, made where there is none yet: to force, disable, reset or look at.
    [[nodiscard]] Breaker& at(const BreakerKey& key);
    [[nodiscard]] std::vector<std::pair<BreakerKey, BreakerStatus>> status();

    [[nodiscard]] std::vector<std::pair<BreakerKey, BreakerSnapshot>> snapshot();
    /// \pre nothing was admitted yet
    void restore(const std::vector<std::pair<BreakerKey, BreakerSnapshot>>& saved);

private:
    friend class BreakerTicket;
    void report(const BreakerTicket& ticket, Verdict verdict, Reach reach,
                const std::string& error);

    const BreakerConfig m_config;
    const base::Clock& m_clock;
    base::Random& m_random;
    Listener m_listener;
    std::map<BreakerKey, std::unique_ptr<Breaker>> m_breakers;
};

} // namespace ai
