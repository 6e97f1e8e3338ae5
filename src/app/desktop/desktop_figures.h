// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "base/threads/qt_worker.h"
#include "panels/releases/rollout/figure_reader.h"
#include "probes/watch/figure_watch.h"

#include <map>
#include <memory>

namespace app {

/// The figures that the window shows, read on a thread of their own. Made, used and destroyed on the
/// main thread.
class DesktopFigures final : public panels::FigureReader
{
public:
    /// \param figures this program's own metrics, called on that thread; empty: there are none
    DesktopFigures(std::shared_ptr<base::Home> home, const base::Clock& clock,
                   std::function<std::string()> figures,
                   base::milliseconds every = base::milliseconds(30'000));

    void follow(const QString& release, const Wanted& wanted, Listener listener) override;
    void leave(const QString& release) override;

private:
    /// A watch, and whoever hears of it.
    struct Watched {
        Wanted wanted;
        std::unique_ptr<probes::FigureWatch> watch;
    };
    struct Bench { ///< lives on the thread
        std::optional<probes::Setting> setting;
        base::milliseconds every{0};
        std::map<QString, Watched> watched;

        void follow(const QString& release, const Wanted& wanted,
                    const base::Ear<probes::FigureNews>& ear);
    };
    struct Followed {
        explicit Followed(std::shared_ptr<base::Home> home) : caller(std::move(home)) {}
        base::Caller caller;
        Wanted wanted;
    };

    const std::shared_ptr<base::Home> m_home;
    const std::shared_ptr<Bench> m_bench;
    std::map<QString, std::unique_ptr<Followed>> m_followed;
    base::QtWorker m_worker; ///< last: its thread uses what is above
};

} // namespace app
