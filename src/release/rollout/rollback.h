// SPDX-License-Identifier: GPL-3.0-or-later
// Going back, and looking after what is out.
#pragma once

#include "release/refusal.h"
#include "release/values.h"

#include <tl/expected.hpp>

#include <vector>

namespace release {

/// Begins a rollback: a copy of the plan's steps, none done. A trigger that the plan does not know is
/// NoSuchRule; where nothing is out, WrongState.
[[nodiscard]] tl::expected<Rollback, Refusal>
rollbackDecided(const RollbackPlan& plan, const Canary& canary, const QString& trigger,
                const QString& reason, const Actor& actor, Role role, WallTime now);
/// Steps are done in their order, by who may roll back. WrongState: all are done.
[[nodiscard]] tl::expected<Rollback, Refusal> nextStepDone(const Rollback& rollback,
                                                           const Actor& actor, WallTime now);

/// Of all steps together; nothing until the last is done.
[[nodiscard]] std::optional<minutes> actualOf(const Rollback& rollback);
[[nodiscard]] minutes estimateOf(const Rollback& rollback);

enum class AfterCheck {
    Check,  ///< at 15, 60 and 180 minutes
    Smoke,  ///< every 5 minutes for 4 hours
    Digest, ///< every 24 hours for 3 days
};
template <>
struct Names<AfterCheck> {
    static constexpr std::array kAll{"check", "smoke", "digest"};
};

struct DueCheck {
    AfterCheck kind = AfterCheck::Check;
    WallTime at;
    bool operator==(const DueCheck&) const = default;
};
/// Since when what customers have is looked after: since it went out, or since the last rollback that is
/// done. None: nothing went out.
[[nodiscard]] std::optional<WallTime> lookedAfterFrom(const Release& release);

/// All that is to be looked at from then on, by time.
[[nodiscard]] std::vector<DueCheck> checksAfter(WallTime from);
/// One of them and what it found: of each check of the items after the go, the first finding between its
/// time and that of the next of its kind. Of a digest: see digest.h.
struct LookedAfter {
    DueCheck due;
    WallTime until;     ///< when the next of its kind is due, or a day later
    int found = 0;      ///< checks that were run
    int asked = 0;      ///< checks that there are
    QStringList failed; ///< titles, in the order of the plan
    bool operator==(const LookedAfter&) const = default;
};
[[nodiscard]] std::vector<LookedAfter> lookedAfter(const Release& release);

} // namespace release
