// SPDX-License-Identifier: GPL-3.0-or-later
// Why somebody may not do something. The words for people are made where they are shown.
#pragma once

#include "release/values.h"

namespace release {

struct Refusal {
    enum class Why {
        NoPerson,        ///< nobody is said to act
        NoSuchItem,      ///< ids: what was asked for
        IsParent,        ///< its children decide
        WrongState,      ///< state: the present one
        WrongRole,       ///< roles: who may
        OwnWork,         ///< ids: what the person did
        ReasonMissing,   ///< a text is needed
        ExpiryMissing,   ///< a time after now is needed
        WaitsForItems,   ///< ids: those to settle first
        SectionShut,     ///< ids: the blockers of the sections before that are not verified
        EvidenceMissing, ///< kind; ids: the checks
        EvidenceExpired, ///< ids: the checks
        EvidenceFailed,  ///< ids: the checks
        NoSuchRule,      ///< ids: what was asked for
        DoesNotApply,    ///< the rule's condition does not hold
        AlreadyGiven,    ///< the person has signed or approved
        SameRole,        ///< the next approval or signature comes in another role
        NothingToCover,  ///< the gate has no reason that could be overridden
        CannotOverride,  ///< ids: keys of reasons that nobody overrides
        TooEarly,        ///< until: when
        NotGo,           ///< the gate says no
        PlanUnsound,     ///< ids: of the fault
        TooFar,          ///< until: the latest that may be
        NoSuchTime,      ///< below nothing or above kLongestTime; ids: of what
        WorkedOn,        ///< ids: the item; what was done with it is never forgotten
        OwnBlocker,      ///< ids: the blocker whose owner says that it does not apply
        NothingToErase,  ///< no such entry, item or file, or nothing is left of it
        NoSuchSection,   ///< ids: what was asked for
    };
    Why why = Why::NoPerson;
    QStringList ids;
    Roles roles;
    std::optional<State> state;
    std::optional<EvidenceKind> kind;
    std::optional<WallTime> until;
    bool operator==(const Refusal&) const = default;
};
template <>
struct Names<Refusal::Why> {
    static constexpr std::array kAll{
        "no_person",       "no_such_item",     "is_parent",        "wrong_state",
        "wrong_role",      "own_work",         "reason_missing",   "expiry_missing",
        "waits_for_items", "section_shut",     "evidence_missing", "evidence_expired",
        "evidence_failed", "no_such_rule",     "does_not_apply",   "already_given",
        "same_role",       "nothing_to_cover", "cannot_override",  "too_early",
        "not_go",          "plan_unsound",     "too_far",          "no_such_time",
        "worked_on",       "own_blocker",      "nothing_to_erase", "no_such_section"};
};
using Why = Refusal::Why;

} // namespace release
