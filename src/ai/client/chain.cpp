// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/chain.h"

#include "ai/policy/accounting.h"

#include <algorithm>
#include <utility>

namespace ai {

Demand demandOf(const ChatRequest& request)
{
    return {.images = std::ranges::any_of(request.messages,
                                          [](const Message& each) { return !each.images.empty(); }),
            .schema = request.schema.has_value(),
            .tools = !request.tools.empty(),
            .tokens = guessTokens(request.messages) + std::max(request.maxTokens, 0)};
}

bool isCapable(const Capabilities& capabilities, const Demand& demand) noexcept
{
    return (capabilities.images || !demand.images) && (capabilities.schema || !demand.schema) &&
           (capabilities.tools || !demand.tools) && demand.tokens <= capabilities.maxContext;
}

std::optional<std::size_t> Chain::advance(Next next)
{
    if (next == Next::Finish)
        return std::nullopt;
    if (next == Next::LongerHop && m_at)
        m_leastContext = std::max(m_leastContext, m_endpoints[*m_at].capabilities.maxContext);
    for (std::size_t i = m_at ? *m_at + 1 : 0; i < m_endpoints.size(); ++i) {
        m_at = i;
        const Capabilities& capabilities = m_endpoints[i].capabilities;
        if (isCapable(capabilities, m_demand) && capabilities.maxContext > m_leastContext)
            return i;
        m_incapable.push_back(i);
    }
    m_at = m_endpoints.size();
    return std::nullopt;
}

std::vector<std::size_t> Chain::takeIncapable()
{
    return std::exchange(m_incapable, {});
}

} // namespace ai
