// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/flow_shelf.h"

namespace desk {

namespace {
constexpr int kFast = 1; ///< level of zlib
}

void FlowShelf::setCurrent(int version, std::shared_ptr<const engine::Flow> flow)
{
    m_currentVersion = version;
    m_flows.insert_or_assign(version, std::move(flow));
    m_bundles.erase(version);
}

void FlowShelf::addOlder(int version, const QByteArray& bundle)
{
    if (!m_flows.contains(version))
        m_bundles.insert_or_assign(version, qCompress(bundle, kFast));
}

std::shared_ptr<const engine::Flow> FlowShelf::find(int version)
{
    if (const auto it = m_flows.find(version); it != m_flows.end())
        return it->second;
    const auto bundle = m_bundles.extract(version);
    if (!bundle)
        return nullptr;
    auto flow = engine::Flow::loadBundle(qUncompress(bundle.mapped()));
    if (!flow) {
        m_log.error("desk", "flow_unreadable",
                    {{"version", version}, {"detail", flow.error().detail}});
        return nullptr;
    }
    return m_flows.emplace(version, std::make_shared<const engine::Flow>(*std::move(flow)))
        .first->second;
}

} // namespace desk
