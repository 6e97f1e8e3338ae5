// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/log/log.h"
#include "engine/flow.h"

#include <QByteArray>

#include <map>
#include <memory>

namespace desk {

/// Every flow version that was ever used. The current one is ready; an older one is compiled when
/// the first conversation that is pinned to it comes along (some twenty milliseconds, once), for
/// most of them never are again. Desk thread.
class FlowShelf
{
public:
    explicit FlowShelf(base::Log& log) : m_log(log) {}

    void setCurrent(int version, std::shared_ptr<const engine::Flow> flow);
    void addOlder(int version, const QByteArray& bundle);

    [[nodiscard]] int currentVersion() const noexcept { return m_currentVersion; }
    [[nodiscard]] const engine::Flow& current() const { return *m_flows.at(m_currentVersion); }
    /// Null: an unknown version, or one that cannot be read (which is logged once).
    [[nodiscard]] std::shared_ptr<const engine::Flow> find(int version);

private:
    base::Log& m_log;
    int m_currentVersion = 0;
    std::map<int, std::shared_ptr<const engine::Flow>> m_flows;
    std::map<int, QByteArray> m_bundles; ///< not compiled yet; compressed
};

} // namespace desk
