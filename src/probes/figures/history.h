// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "probes/figures/figures.h"

#include <deque>
#include <optional>
#include <string_view>

namespace probes {

/// This program's own metrics over the window that figures look back over. One thread.
class FigureHistory
{
public:
    void add(std::string_view exposition, base::SteadyTime now);
    /// As of the newest addition. Before a whole window is known it counts from the oldest; after the
    /// first addition from the program's start.
    [[nodiscard]] std::optional<double> value(const QString& figure) const;

private:
    struct Moment {
        base::SteadyTime at;
        std::vector<Sample> samples;
    };
    std::deque<Moment> m_moments; ///< the first is as old as the window, where one is
};

} // namespace probes
