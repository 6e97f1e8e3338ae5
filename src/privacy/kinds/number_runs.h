// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privacy/kinds/candidate.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace privacy {

/// Digits that stand together.
struct DigitGroup {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
};

/// Groups that a single sign, or a sign with spaces, keeps together: "+54 9 (11) 4321-5678".
/// Within a run any neighbouring groups may be a number, but they part only at spaces, brackets and
/// '/': what '-' or '.' joins is whole or nothing ("2026-11-26", "AB-1234").
struct DigitRun {
    std::vector<DigitGroup> groups;
};
[[nodiscard]] std::vector<DigitRun> runsOf(std::string_view bytes);

/// Some neighbouring groups of a run.
struct NumberShape {
    std::size_t begin = 0; ///< with a '+' or an opening bracket in front
    std::size_t end = 0;
    std::string digits;
    std::string layout;  ///< sizes and what joins them: "2-8-1", "4 4 4 4", "2.3.3"
    std::string lengths; ///< sizes alone: "2 8 1"
    bool hasPlus = false;
    bool hasBracket = false;
    Surroundings around;
    [[nodiscard]] std::size_t groups() const;
};
inline constexpr std::size_t kMostGroups = 8;
inline constexpr std::size_t kFewestDigits = 6;
inline constexpr std::size_t kMostDigits = 24;

/// Calls `take(shape)` for every way to cut numbers of 6 to 24 digits out of a run, of groups that hold
/// two digits or more on the average: at most kMostGroups shapes a group, so linear.
template <class F>
void eachShape(std::string_view bytes, const DigitRun& run, F take);

/// Whether a number may begin at `first` (after `previous`, the group before it in its run), and end
/// with `last`.
[[nodiscard]] bool mayBegin(std::string_view bytes, const DigitRun& run, std::size_t first);
[[nodiscard]] bool mayEnd(std::string_view bytes, const DigitRun& run, std::size_t last);
[[nodiscard]] NumberShape shapeOf(std::string_view bytes, const DigitRun& run, std::size_t first,
                                  std::size_t last);

template <class F>
void eachShape(std::string_view bytes, const DigitRun& run, F take)
{
    for (std::size_t first = 0; first < run.groups.size(); ++first) {
        if (!mayBegin(bytes, run, first))
            continue;
        std::size_t digits = 0;
        for (std::size_t last = first; last < run.groups.size() && last - first < kMostGroups;
             ++last) {
            digits += run.groups[last].size();
            if (digits > kMostDigits)
                break;
            const bool isScattered = (last - first) * 2 > digits;
            if (digits >= kFewestDigits && !isScattered && mayEnd(bytes, run, last))
                take(shapeOf(bytes, run, first, last));
        }
    }
}

/// The phones of one run (phones.cpp). A proved one leaves no piece of itself, and nothing longer around
/// it, to guesses: so they are handed over when the run has been read.
class RunPhones
{
public:
    using Span = std::pair<std::size_t, std::size_t>;

    void consider(const NumberShape& shape, Scene& scene);
    void handOver(Scene& scene) const;

private:
    std::vector<Candidate> m_phones;
    std::vector<Span> m_proved; ///< ordered, apart
};

} // namespace privacy
