// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "base/threads/qt_home.h"
#include "desk/desk.h"
#include "probes/watch/schedule.h"

#include <map>
#include <memory>
#include <vector>

namespace app {

/// Looks after what was released: runs the HTTP, TCP, TLS and metric checks of the items that come after
/// the go, every 5 minutes for 4 hours and once at the end of each of the
/// three days that have a digest, and keeps what they find as evidence that nobody showed. What
/// {host} and the like stand for is the release's own. Main thread, with a running event loop; other
/// processes on the same data do not look.
class ReleaseRounds
{
public:
    /// \param figures this program's metrics in Prometheus' text format
    /// \param logToken of this program's /metrics and /api/logs; may be empty
    ReleaseRounds(desk::Desk& desk, const base::Clock& clock, base::Log& log,
                  std::function<std::string()> figures, QString logToken);
    ReleaseRounds(const ReleaseRounds&) = delete;
    ReleaseRounds& operator=(const ReleaseRounds&) = delete;

private:
    void look();
    void follow(const release::Release& release);
    void keep(const QString& release, const release::Item& item, const probes::Finding& finding);

    desk::Desk& m_desk;
    const base::Clock& m_clock;
    base::Log& m_log;
    const QString m_logToken;
    base::QtHome m_home;
    base::Caller m_caller;
    probes::Runner m_runner;
    /// Of each release what its rounds were begun with, and one for each of its items.
    struct Followed {
        base::WallTime releasedAt;
        QMap<QString, QString> parameters;
        std::vector<std::unique_ptr<probes::Schedule>> items;
    };
    std::map<QString, Followed> m_followed;
};

} // namespace app
