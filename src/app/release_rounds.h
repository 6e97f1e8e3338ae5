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
/// the go, every 5 minutes for 4 hours and once at the end of each of the three days that have a digest,
/// and keeps what they find as evidence that nobody showed. What {host} and the like stand for is the
/// release's own. A plan that is changed is followed at once; once a release is taken back, it is looked
/// after anew, for what customers have again must work. Main thread, with a running event loop; other
/// processes on the same data do not look.
class ReleaseRounds
{
public:
    /// What is this program's own.
    struct Own {
        std::function<std::string()> figures; ///< its metrics in Prometheus' text format
        std::function<QList<QUrl>()> urls;    ///< where it can be called
        QString logToken; ///< of its /metrics and /api/logs, told nobody else; may be empty
    };
    ReleaseRounds(desk::Desk& desk, const base::Clock& clock, base::Log& log, Own own);
    ReleaseRounds(const ReleaseRounds&) = delete;
    ReleaseRounds& operator=(const ReleaseRounds&) = delete;

private:
    struct Watched {
        release::ItemPlan plan;
        std::unique_ptr<probes::Schedule> rounds;
    };
    /// Of each release what its rounds were begun with, and those of its items by their ids.
    struct Followed {
        base::WallTime from;
        QMap<QString, QString> parameters;
        QList<QUrl> own;
        std::map<QString, Watched> items;
    };

    void look();
    void follow(const release::Release& release);
    [[nodiscard]] std::unique_ptr<probes::Schedule>
    watch(const QString& release, const Followed& followed, const release::ItemPlan& plan);
    void keep(const QString& release, const release::ItemPlan& item,
              const probes::Finding& finding);

    desk::Desk& m_desk;
    const base::Clock& m_clock;
    base::Log& m_log;
    const Own m_own;
    base::QtHome m_home;
    base::Caller m_caller;
    probes::Runner m_runner;
    std::map<QString, Followed> m_followed;
};

} // namespace app
