// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that a person does to a release, and all that comes of it: the release afterwards, and what
// the ledger says of it. So nothing changes a release without being written down.
#pragma once

#include "release/changes.h"
#include "release/gate.h"
#include "release/ledger/attest.h"
#include "release/rollout/canary.h"

#include <functional>
#include <variant>

namespace release {

/// With a new item, or another plan for the item of that id.
struct PlanItem {
    ItemPlan plan;
};
struct RemoveItem {
    ItemId item;
};
struct PlanRule {
    SignOffRule rule;
};
struct RemoveRule {
    QString rule;
};
/// Other stages, watches, triggers and steps.
struct PlanRollout {
    CanaryPlan canary;
    RollbackPlan rollback;
    /// What stood there when somebody began to change it; nothing: whatever stands there.
    std::optional<CanaryPlan> canarySeen = {};
    std::optional<RollbackPlan> rollbackSeen = {};
};
/// What is not named stays.
struct Assign {
    ItemId item;
    std::optional<PersonId> owner; ///< an invalid one: nobody from now on
    std::optional<WallTime> due;
};
struct Say {
    ItemId item;
    QString text;
};
/// Its id, person and time are filled in.
struct Show {
    ItemId item;
    Evidence evidence;
};
struct Sign {
    QString rule;
    Role role = Role::Supervisor;
    QString comment;
};
struct AskOverride {
    QString reason;
    WallTime until;
    Role role = Role::Supervisor;
};
struct ApproveOverride {
    QString id;
    Role role = Role::Supervisor;
};
struct Steer {
    Decision decision = Decision::Begin;
    QString reason;
    Readings readings;
};
/// Lets a release without stages out, to everybody at once.
struct GoOut {
};
/// Ends the canary too.
struct RollBack {
    QString trigger;
    QString reason;
    Role role = Role::Sre;
};
/// The next step of the newest rollback is done.
struct RollBackStep {
};

/// Going back was tried, and it worked.
struct Rehearse {
};
/// Another title or date; what is not named stays.
struct Reschedule {
    std::optional<QString> title;
    std::optional<WallTime> plannedFor;
};

/// What a name in braces of its checks stands for; empty: nothing any more. No secrets.
struct SetParameter {
    QString name;
    QString value;
};
/// What a check found that nobody started: a schedule's. The only deed without a person.
struct Found {
    ItemId item;
    Evidence evidence;
};

using Deed = std::variant<Change, PlanItem, RemoveItem, PlanRule, RemoveRule, PlanRollout, Assign,
                          Say, Show, Sign, AskOverride, ApproveOverride, Steer, GoOut, RollBack,
                          RollBackStep, Rehearse, Reschedule, SetParameter, Found>;

/// What a deed rests on besides the release.
struct Circumstances {
    Actor actor;
    WallTime now;
    std::vector<FreezeWindow> freezes;
    LedgerWord ledger = LedgerWord::NotAsked;
    bool isProved = false;            ///< the actor has a passphrase, and gave it for this deed
    LedgerHead freezeLedger = {};     ///< of the windows; \see ledger/freezes.h
    std::function<QByteArray()> salt; ///< kLedgerSaltBytes random ones at each call
    std::function<QString()> id;      ///< a new one at each call
};

struct Deeds {
    Release after;
    std::vector<Attestation> said; ///< in their order; none: nothing changed
};
/// What comes of it, or why not.
/// \param outline of this very release; a plan with a fault can only be mended
[[nodiscard]] tl::expected<Deeds, Refusal> done(const tl::expected<Outline, PlanFault>& outline,
                                                const Release& release, const Deed& deed,
                                                const Circumstances& around);

} // namespace release
