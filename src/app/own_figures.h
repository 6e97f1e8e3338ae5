// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "base/threads/qt_worker.h"
#include "probes/watch/figure_watch.h"

#include <memory>
#include <optional>

namespace app {

/// What this program's own metrics said in the last three days of all figures that releases can watch, read
/// every 30 seconds on a thread of its own: whoever asks once sees what has lasted, and what was before a
/// release. Made and destroyed on the main thread.
class OwnFigures
{
public:
    /// \param figures in Prometheus' text format, called on that thread; with the clock it outlives this
    OwnFigures(const base::Clock& clock, std::function<std::string()> figures);

    /// With the baselines of a release that was out then. Any thread. Cancelled: it ends.
    void read(std::vector<release::OutTime> out, base::Reply<release::Readings> reply);

private:
    struct Bench { ///< lives on the thread
        std::optional<probes::FigureWatch> watch;
    };
    const std::shared_ptr<Bench> m_bench;
    base::QtWorker m_worker; ///< last: its thread uses what is above
};

} // namespace app
