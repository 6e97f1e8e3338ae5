// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "panels/releases/checks/check_runner.h"
#include "probes/runner_thread.h"

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace app {

/// The checks that the window runs, on a thread of their own. Made, used and destroyed on the main
/// thread.
class DesktopChecks final : public panels::CheckRunner
{
public:
    /// What is this program's own.
    struct Own {
        probes::Subjects subjects;         ///< what it can be asked about itself; they outlive this
        QSet<QString> secrets;             ///< environment variables that no command is given
        std::function<QList<QUrl>()> urls; ///< where it can be called; empty: nowhere
        QString logToken;                  ///< typed in, it is told to nobody else; may be empty
    };
    DesktopChecks(std::shared_ptr<base::Home> home, const base::Clock& clock, Own own);

    qint64 run(const Order& order, Listener listener) override;
    void cancel(qint64 run) override;
    [[nodiscard]] bool isOffered(const release::CheckPlan& plan) const override;
    [[nodiscard]] std::optional<Command>
    command(const release::CheckPlan& plan,
            const QHash<QString, QString>& parameters) const override;

private:
    struct Run {
        Run(std::shared_ptr<base::Home> home, Listener tells, std::vector<release::CheckPlan> plans)
            : caller(std::move(home)), listener(std::move(tells)), checks(std::move(plans))
        {
        }
        base::Caller caller;
        Listener listener;
        std::vector<release::CheckPlan> checks;
        bool isOver = false;
    };
    [[nodiscard]] probes::Parameters parametersOf(const QHash<QString, QString>& values) const;
    static void tell(const Run& run, const probes::Finding& finding);

    std::shared_ptr<base::Home> m_home;
    const Own m_own;
    probes::RunnerThread m_thread;
    std::map<qint64, std::shared_ptr<Run>> m_runs;
};

} // namespace app
