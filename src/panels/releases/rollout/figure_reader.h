// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/rollout/out_times.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace panels {

/// Reads the figures that releases watch, again and again: the program around the window has one. UI
/// thread; nothing is told inside follow() or leave().
class FigureReader
{
public:
    struct Wanted {
        std::vector<release::Watch> watches;
        QString server; ///< a Prometheus server's address; empty: this program's own metrics
        std::vector<release::OutTime> out; ///< baselines are from before the first
        release::minutes past{0};          ///< so far back a server is asked at the first look
        bool operator==(const Wanted&) const = default;
    };
    /// All that is known, told after each look.
    struct News {
        release::Readings readings;
        std::optional<base::WallTime> readAt; ///< when last something could be read
        QString problem; ///< why the last look gave not all, for people; empty: it did
    };
    using Listener = std::function<void(const News& news)>;

    virtual ~FigureReader() = default;
    /// From now on, until it is left. Of a release that is followed already: where only the times
    /// that it was out differ its readings stay, and the listener does; else it begins anew.
    virtual void follow(const QString& release, const Wanted& wanted, Listener listener) = 0;
    virtual void leave(const QString& release) = 0;
};

} // namespace panels
