// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

class QObject;

namespace bench {

/// What reading some streams at once took. One thread with a Qt event loop.
struct Streamed {
    int tokens = 0;       ///< in all streams
    int failures = 0;     ///< streams that did not end well
    double cpuMicros = 0; ///< of this process, the threads of Qt's network included
    double ownMicros = 0; ///< of the calling thread
    double firstMs = 0;   ///< median from the start of a stream to its first piece

    [[nodiscard]] double cpuPerToken() const { return tokens > 0 ? cpuMicros / tokens : 0; }
    [[nodiscard]] double ownPerToken() const { return tokens > 0 ? ownMicros / tokens : 0; }
};

/// How many at once, of how many tokens each; `url` is the base address.
struct Streams {
    std::string url;
    int count = 1;
    int tokens = 0;
};

/// Through the whole client: queue, breaker, transport, parser, deadlines.
[[nodiscard]] Streamed readWithClient(const Streams& streams);
/// QNetworkAccessManager and nothing else: bytes are read and dropped.
[[nodiscard]] Streamed readBare(const Streams& streams);
/// Milliseconds from the start of a call to its end, with the breaker open: the median of a hundred.
[[nodiscard]] double fallbackMs();

} // namespace bench
