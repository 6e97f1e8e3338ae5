// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <vector>

namespace ai_load {

/// How the breaker of the turns stood.
enum class Standing { Closed, Open, Probing };

/// One answer that AI was wished for.
struct Measured {
    double ms = 0;
    Standing before = Standing::Closed, after = Standing::Closed; ///< when asked, when answered
};

struct CrowdResult {
    std::vector<Measured> answers;
    int failures = 0;  ///< not 200, or nothing said
    int fallbacks = 0; ///< of the answers
    int leaks = 0;     ///< an answer with a word of the AI server
};

/// `customers` browsers, a thread each, say what no phrase tells, with a second's thought between, for
/// `duration`. `standing` is looked at, not changed.
[[nodiscard]] CrowdResult chat(quint16 port, int customers, std::chrono::milliseconds duration,
                               quint64 seed, const QString& secret,
                               const std::atomic<Standing>& standing);

/// `fraction` in 0 … 1, of the answers that fit; 0: none does.
template <class F>
[[nodiscard]] double percentile(const CrowdResult& result, double fraction, F fits)
{
    std::vector<double> times;
    for (const auto& answer : result.answers) {
        if (fits(answer))
            times.push_back(answer.ms);
    }
    if (times.empty())
        return 0;
    std::ranges::sort(times);
    return times[std::min(times.size() - 1,
                          static_cast<std::size_t>(fraction * static_cast<double>(times.size())))];
}

} // namespace ai_load
