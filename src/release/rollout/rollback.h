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
/// All that is to be looked at after a release, by time.
[[nodiscard]] std::vector<DueCheck> checksAfter(WallTime released);
/// Those due after `from` and not after `to`.
[[nodiscard]] std::vector<DueCheck> checksBetween(WallTime released, WallTime from, WallTime to);

} // namespace release
