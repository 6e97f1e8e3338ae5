// SPDX-License-Identifier: GPL-3.0-or-later
// Go or no-go, computed: with every reason for "no", and with what would turn each.
//
//   blockers        verified, waived or not applicable      (leaves; a parent's class is its children's)
//   required items  done, or as above
//   evidence        of done and verified items: there, passed, not expired
//   sign-offs       as many as each rule that applies asks for
//   time            outside every freeze window, now and when it is planned, and not before what was
//                   already recorded
//   ledger          not known to be damaged
//
// Without an item that is asked for it is never a go. An override covers the reasons that were known
// when it was asked for, holds from its second approval (another person, another role; of whoever is
// alone, from the first) until it expires, and is told for ever.
#pragma once

#include "release/outline.h"
#include "release/refusal.h"
#include "release/values.h"

#include <tl/expected.hpp>

namespace release {

enum class Remedy {
    AddItems,
    Finish, ///< or waive
    Verify, ///< by one of `roles`, not one of `notBy`
    Mend,   ///< and say done again
    Unblock,
    RenewWaiver, ///< or finish
    AddEvidence,
    RunChecks,
    Sign, ///< in one of `roles`, not one of `notBy`
    Wait, ///< until `when`, or override
    SetClock,
    SearchLedger,
    MendPlan,
};
template <>
struct Names<Remedy> {
    static constexpr std::array kAll{"add_items", "finish",       "verify",       "mend",
                                     "unblock",   "renew_waiver", "add_evidence", "run_checks",
                                     "sign",      "wait",         "set_clock",    "search_ledger",
                                     "mend_plan"};
};

struct Reason {
    enum class Kind {
        NoItems,
        ItemOpen,       ///< todo or doing
        ItemUnverified, ///< a blocker that is only said to be done
        ItemChanged,    ///< when: since when a verified blocker asks for something else
        ItemFailed,
        ItemBlocked,
        WaiverExpired,   ///< when: since when
        EvidenceMissing, ///< evidence: the kind; checks: those without
        EvidenceExpired, ///< when: since when
        EvidenceFailed,
        SignatureMissing, ///< subject: the rule; missing: how many
        SignatureOutdated,
        Frozen,    ///< subject: the window; when: its end
        ClockBack, ///< when: the newest time recorded
        LedgerDamaged,
        PlanUnsound, ///< checks: the ids of the fault
    };
    Kind kind = Kind::NoItems;
    ItemId item;
    QString subject;
    State state = State::Todo;
    std::optional<EvidenceKind> evidence;
    QStringList checks;
    std::optional<WallTime> when;
    int missing = 0;
    Remedy remedy = Remedy::AddItems;
    Roles roles;
    std::vector<PersonId> notBy;
    bool isCovered = false; ///< by an override that holds
    bool operator==(const Reason&) const = default;
};
template <>
struct Names<Reason::Kind> {
    static constexpr std::array kAll{
        "no_items",         "item_open",       "item_unverified",   "item_changed",
        "item_failed",      "item_blocked",    "waiver_expired",    "evidence_missing",
        "evidence_expired", "evidence_failed", "signature_missing", "signature_outdated",
        "frozen",           "clock_back",      "ledger_damaged",    "plan_unsound"};
};

/// "item_open:log-token": the same reason has the same key at all times.
[[nodiscard]] QString keyOf(const Reason& reason);
/// What an override of it covers: one key for each signature that is missing and each check that is
/// concerned, so that it never covers more of them than were known.
[[nodiscard]] QStringList keysOf(const Reason& reason);
/// No items, a damaged ledger and an unsound plan are overridden by nobody.
[[nodiscard]] bool canBeOverridden(Reason::Kind kind) noexcept;

enum class Verdict { Go, GoByOverride, NoGo };
template <>
struct Names<Verdict> {
    static constexpr std::array kAll{"go", "go_by_override", "no_go"};
};

enum class LedgerWord { NotAsked, Sound, Damaged };

struct Gate {
    Verdict verdict = Verdict::NoGo;
    std::vector<Reason> reasons; ///< all, also those that an override covers
    std::optional<WallTime>
        until; ///< when a waiver, evidence or override that the verdict rests on lapses first
    bool operator==(const Gate&) const = default;
};

/// When it would go out.
enum class GoesOut {
    AsPlanned, ///< for whoever looks ahead: neither now nor on the planned date may be frozen
    Now,       ///< for whoever lets it out: the date that was once planned says nothing any more
};

/// What is asked besides the release itself.
struct GateQuestion {
    WallTime now;
    std::vector<FreezeWindow> freezes;
    LedgerWord ledger = LedgerWord::NotAsked;
    GoesOut goesOut = GoesOut::AsPlanned;
};

/// \param outline of this very release
[[nodiscard]] Gate gateOf(const tl::expected<Outline, PlanFault>& outline, const Release& release,
                          const GateQuestion& question);

/// Twice, by two persons in two roles, or once by one who is alone.
[[nodiscard]] bool isApproved(const Override& each) noexcept;
/// Approved, and not expired.
[[nodiscard]] bool isInForce(const Override& each, WallTime now) noexcept;

/// Asks to go all the same, with the first approval. `gate` says what is known.
[[nodiscard]] tl::expected<Override, Refusal> overrideAsked(const Gate& gate,
                                                            const Release& release, Override wanted,
                                                            const Actor& actor, Role role,
                                                            WallTime now);
/// With the second approval.
[[nodiscard]] tl::expected<Override, Refusal> overrideApproved(const Release& release,
                                                               Override wanted, const Actor& actor,
                                                               Role role, WallTime now);

} // namespace release
