// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace bench {

/// What a bounded load over loopback measured. Latencies in microseconds, sorted.
struct LoadResult {
    double seconds = 0;
    std::uint64_t turns = 0;
    std::uint64_t failures = 0;
    std::vector<double> latencies;

    [[nodiscard]] double perSecond() const
    {
        return seconds > 0 ? static_cast<double>(turns) / seconds : 0;
    }
    /// `fraction` in 0 … 1.
    [[nodiscard]] double percentile(double fraction) const;
};

/// `clients` keep-alive connections, each with a session of its own, each saying the next thing as
/// soon as the last was answered, for `duration`. One thread.
[[nodiscard]] LoadResult loadChat(std::uint16_t port, int clients,
                                  std::chrono::milliseconds duration);

/// The same connections asking GET `path` only: the peer's class.
[[nodiscard]] LoadResult loadGet(std::uint16_t port, const std::string& path, int clients,
                                 std::chrono::milliseconds duration);

} // namespace bench
