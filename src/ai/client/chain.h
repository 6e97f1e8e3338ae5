// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/values.h"

#include <optional>
#include <vector>

namespace ai {

/// What a request asks of an endpoint.
struct Demand {
    bool images = false;
    bool schema = false;
    bool tools = false;
    std::int64_t tokens = 0; ///< question and answer, guessed
};
[[nodiscard]] Demand demandOf(const ChatRequest& request);
/// Nothing is sent to a model that cannot do what is asked.
[[nodiscard]] bool isCapable(const Capabilities& capabilities, const Demand& demand) noexcept;

/// Where a chain goes after an endpoint that gave no answer.
enum class Next {
    Finish,    ///< nowhere: it would fail everywhere, or the caller has content already
    NextHop,   ///< to the next endpoint that can do it
    LongerHop, ///< to the next one whose context is longer than this one's
};

/// One call's way along the configured endpoints, in their order.
class Chain
{
public:
    Chain(const std::vector<Endpoint>& endpoints, const Demand& demand)
        : m_endpoints(endpoints), m_demand(demand)
    {
    }

    /// The first, or after the present one; nothing at the end.
    [[nodiscard]] std::optional<std::size_t> advance(Next next = Next::NextHop);
    /// Those that were passed over for want of a capability since the last call of this.
    [[nodiscard]] std::vector<std::size_t> takeIncapable();

private:
    const std::vector<Endpoint>& m_endpoints;
    const Demand m_demand;
    std::optional<std::size_t> m_at;
    std::int64_t m_leastContext = 0; ///< more than this, after TooLong
    std::vector<std::size_t> m_incapable;
};

} // namespace ai
