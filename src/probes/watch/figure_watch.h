// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/runner.h"
#include "release/rollout/out_times.h"

namespace probes {

/// What is known of the figures, and how the last look at them went.
struct FigureNews {
    release::Readings readings;
    std::optional<base::WallTime> readAt; ///< when last something was read
    Reason problem = Reason::None;        ///< why not all could be read at the last look
    QStringList arguments;                ///< of the problem, as of Finding's
};

/// Reads the figures that a canary and the triggers of a rollback watch, again and again, as the
/// readings that release::advised() and release::triggered() judge. A figure that cannot be read has no
/// reading: a gap, not a zero. Lives on one thread with a Qt event loop.
class FigureWatch
{
public:
    struct Options {
        std::vector<release::Watch> watches; ///< a figure is read once, however many watch it
        QString server;                      ///< a Prometheus server's address; empty: own metrics
        base::milliseconds every{30'000};
        std::chrono::hours kept{24};
        /// So far back a server is asked at the first look, so that what has lasted is seen at once.
        std::chrono::minutes past{0};
    };
    /// Reads for the first time at once. `changed` is told after each look, also of one that failed;
    /// never inside this call, and may destroy this.
    FigureWatch(Setting setting, Options options, std::function<void()> changed);
    ~FigureWatch();
    FigureWatch(const FigureWatch&) = delete;
    FigureWatch& operator=(const FigureWatch&) = delete;

    [[nodiscard]] const FigureNews& news() const noexcept;
    /// The baseline of each figure is what it was before the release was out for the first time: asked of
    /// the server as of then, or of own metrics the median of release::readingsWithout() of what was read
    /// here. It stays as it is while the release is taken back and begun anew. Empty: there is none yet.
    void setOut(std::vector<release::OutTime> out);

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace probes
