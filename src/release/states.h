// SPDX-License-Identifier: GPL-3.0-or-later
// What states and evidence are worth at a time: waivers and evidence lapse, parents follow their
// children.
#pragma once

#include "release/outline.h"
#include "release/values.h"

#include <vector>

namespace release {

/// Of a leaf: a waiver that has lapsed makes it failed.
[[nodiscard]] State stateAt(const Item& item, WallTime now);

/// Of all items in their order. A parent, of its children but those not applicable: failed or blocked
/// as soon as one is; else verified, done or todo when all are (a waived one counts as verified among
/// others); else doing.
[[nodiscard]] std::vector<State> statesAt(const Outline& outline, const Release& release,
                                          WallTime now);

/// Done, verified, waived or not applicable: what waits for it may begin.
[[nodiscard]] bool isSettled(State state) noexcept;
/// Settled, and not by the doer's word alone.
[[nodiscard]] bool isConfirmed(State state) noexcept;

/// Only whoever is alone may say of their own work that it is right.
[[nodiscard]] bool isVerifiedByDoer(const Item& item);

/// The leaves whose state keeps the section shut; of the nearest door when several are shut.
[[nodiscard]] std::vector<int> keepShut(const Outline& outline, const std::vector<State>& states,
                                        int section);

/// What an item's evidence is worth. What was found last counts, by kind, by check and by a metric's
/// title; of a check that the item no longer has, or has with another kind or other
/// parameters, nothing counts. Nor does what was told and is erased: nobody can look at it again. Of what
/// was run or read, the outcome is kept, and counts.
struct EvidenceVerdict {
    enum class Worth {
        NotAsked, ///< none is asked for, and there is none
        Holds,
        Missing, ///< of the kind, or of one of the checks, that the item asks for
        Expired,
        Failed, ///< the newest of a kind, check or figure failed, however old
    };
    Worth worth = Worth::NotAsked;
    QStringList checks;            ///< those concerned; empty: not about checks
    std::optional<WallTime> until; ///< Holds: when it lapses first; Expired: when it did
    bool operator==(const EvidenceVerdict&) const = default;
};
[[nodiscard]] EvidenceVerdict evidenceAt(const Item& item, WallTime now);
[[nodiscard]] bool isExpired(const Evidence& evidence, WallTime now) noexcept;

/// The newest time that the release has recorded: a clock that shows less was set back.
[[nodiscard]] WallTime newestTime(const Release& release);
/// What is recorded for something that happens now: never before what already happened.
[[nodiscard]] WallTime recordedTime(const Release& release, WallTime now);

} // namespace release
