// SPDX-License-Identifier: GPL-3.0-or-later
// Going out in stages. The figures propose, a person decides.
#pragma once

#include "release/gate.h"
#include "release/rollout/watching.h"

namespace release {

enum class Proposal {
    None,    ///< not under way
    Promote, ///< the stage has lasted long enough and every watch is fine
    Hold,    ///< something is missing: time, data, or certainty
    Abort,   ///< a watch is breached
    Finish,  ///< as Promote, of the last stage
};
template <>
struct Names<Proposal> {
    static constexpr std::array kAll{"none", "promote", "hold", "abort", "finish"};
};

struct CanaryAdvice {
    Proposal proposal = Proposal::None;
    std::vector<WatchState> watches; ///< in the plan's order
    std::optional<WallTime> until;   ///< when the stage has lasted long enough, if that is to come
    bool operator==(const CanaryAdvice&) const = default;
};
[[nodiscard]] CanaryAdvice advised(const CanaryPlan& plan, const Canary& canary,
                                   const Readings& readings, WallTime now);

/// The share of customers that get what is new, 0 to 100.
[[nodiscard]] int shareOf(const CanaryPlan& plan, const Canary& canary) noexcept;

/// Whether customers have it.
[[nodiscard]] bool reachesSomebody(CanaryStatus status) noexcept;

/// The parameter of a release that says what its stages set by themselves, and all that it can be: in how
/// many of a hundred conversations AI helps.
inline constexpr const char* kRollsOut = "rolls_out";
inline constexpr const char* kSmartMode = "smart_mode";
[[nodiscard]] bool rollsOutSmartMode(const Release& release);

enum class Decision {
    Begin,   ///< needs a gate that says go, or goes by override
    Promote, ///< needs the same; to the next stage, or to the end; not before the stage's time
    Hold,    ///< stays where it is, and does not count as lasting
    Resume,  ///< the stage's time begins anew
    Abort,   ///< back to nobody
};
template <>
struct Names<Decision> {
    static constexpr std::array kAll{"begin", "promote", "hold", "resume", "abort"};
};

/// What comes of a person's decision, or why not. Against the advice it needs a reason: to promote
/// while a watch is not fine; to hold or abort, always.
[[nodiscard]] tl::expected<Canary, Refusal> decided(const CanaryPlan& plan, const Canary& canary,
                                                    Decision decision, const CanaryAdvice& advice,
                                                    Verdict gate, const QString& reason,
                                                    const Actor& actor, WallTime now);

/// Out to everybody at once, of a plan without stages; else WrongState. It needs a gate that says go,
/// or goes by override.
[[nodiscard]] tl::expected<Canary, Refusal> letOut(const CanaryPlan& plan, const Canary& canary,
                                                   Verdict gate, const Actor& actor, WallTime now);

/// Somebody has it, or had it when it was aborted.
[[nodiscard]] bool isOut(const Canary& canary) noexcept;
/// Nobody has it any more. \pre isOut(canary)
[[nodiscard]] Canary takenBack(const Canary& canary, WallTime at);

} // namespace release
