// SPDX-License-Identifier: GPL-3.0-or-later
// The states of an item and who may change them.
//
//   step      from                            to        by
//   Start     todo failed                     doing     owner or role; prerequisites settled
//   Finish    todo doing failed               done      owner or role; evidence holds
//   Verify    done                            verified  who verifies, never one of the doers
//   Fail      doing done verified             failed    owner or role, or who verifies; with a reason
//   Block     todo doing                      blocked   owner or role; with a reason
//   Unblock   blocked                         todo      owner or role
//   Waive     todo doing done failed blocked  waived    who waives, not a doer; a reason, an expiry
//             waived
//   Excuse    todo doing failed blocked       not appl. who waives, not a doer, nor a blocker's owner
//                                                       unless they are alone; with a reason
//   Reopen    done verified failed waived     todo      owner or role, or who verifies
//             not applicable
//
// A waiver ends after kLongestHold at most; one that has lapsed counts as failed, one that holds is
// renewed by waiving again: another reason, another end, counted from now. The roles are those of
// duties.h. Doers are remembered as long as the release is, for an item that has some is never removed
// (planning.h): whoever once worked on it never verifies it. What does not apply has no expiry, but only
// stands until the item asks for something else.
#pragma once

#include "release/outline.h"
#include "release/refusal.h"
#include "release/values.h"

#include <tl/expected.hpp>

namespace release {

enum class Step { Start, Finish, Verify, Fail, Block, Unblock, Waive, Excuse, Reopen };
template <>
struct Names<Step> {
    static constexpr std::array kAll{"start",   "finish", "verify", "fail",  "block",
                                     "unblock", "waive",  "excuse", "reopen"};
};

struct Change {
    Step step = Step::Start;
    ItemId item;
    QString reason;                     ///< Fail, Block, Waive, Excuse
    std::optional<WallTime> until;      ///< Waive
    std::optional<minutes> actual = {}; ///< Finish: how long it took
};

/// The item as it is afterwards, or why not.
/// \param outline of this very release
[[nodiscard]] tl::expected<Item, Refusal> changed(const Outline& outline, const Release& release,
                                                  const Change& change, const Actor& actor,
                                                  WallTime now);

/// The steps that this person could take now; those that need a reason or an expiry as if it were
/// given.
[[nodiscard]] std::vector<Step> stepsFor(const Outline& outline, const Release& release,
                                         const ItemId& item, const Actor& actor, WallTime now);

} // namespace release
