// SPDX-License-Identifier: GPL-3.0-or-later
// Changing what is asked for: items, sign-offs, and how it goes out and back. A change that the gate could feel voids every
// signature given before it, for what was signed is no longer what is asked. For the same reason the
// item is verified again, if it was; and whoever said that it does not apply says so again.
//
// What was done is never forgotten: an item that somebody worked on, showed something for or decided
// about is neither removed nor made a parent (whose state is its children's): WorkedOn.
#pragma once

#include "release/refusal.h"
#include "release/values.h"

#include <tl/expected.hpp>

#include <functional>
#include <vector>

namespace release {

/// With a new item, or with another plan for the item of that id, whose state stays. A new one stands
/// last in its section, and is due from `now` on.
[[nodiscard]] tl::expected<Release, Refusal> withItem(const Release& release, const ItemPlan& plan,
                                                      const Actor& actor, WallTime now);
[[nodiscard]] tl::expected<Release, Refusal> withoutItem(const Release& release, const ItemId& item,
                                                         const Actor& actor, WallTime now);
/// Whether enough persons can sign: a rule that asks for more roles than it names is never met.
[[nodiscard]] bool canBeMet(const SignOffRule& rule);
/// With a new rule, or another one of that id, which can be met. NoSuchSection, NoSuchItem: what it is to cover and is not
/// there; what the rule covered before and is gone may stay.
[[nodiscard]] tl::expected<Release, Refusal>
withRule(const Release& release, const SignOffRule& rule, const Actor& actor, WallTime now);
[[nodiscard]] tl::expected<Release, Refusal>
withoutRule(const Release& release, const QString& rule, const Actor& actor, WallTime now);

/// Whether each stage takes more than the one before it, and the last takes 100 %. Without stages: all at
/// once.
[[nodiscard]] bool areStagesSound(const CanaryPlan& plan) noexcept;
/// With other stages and watches, and another way back. Other steps have to be rehearsed anew. WrongState:
/// customers have some of it, and are watched by the plan that was decided on. PlanUnsound: its stages.
[[nodiscard]] tl::expected<Release, Refusal> withRollout(const Release& release,
                                                         const CanaryPlan& canary,
                                                         const RollbackPlan& rollback,
                                                         const Actor& actor, WallTime now);

/// Checks of an item that nobody can run, for what they ask does not exist here.
struct LeftOut {
    QString item;       ///< its title
    QStringList checks; ///< their titles
    bool operator==(const LeftOut&) const = default;
};
using Offers = std::function<bool(const CheckPlan&)>;
/// Takes those checks away. An item that is shown by checks and has none left is shown by something
/// pasted: then a person has to look.
std::vector<LeftOut> leaveOut(std::vector<ItemPlan>& items, const Offers& isOffered);

/// What the gate feels of a plan, in one line: "blocker check 1440 before - health,chat 3f0c…". The
/// last word stands for the section, the role, what it comes after, the criterion, and each check's
/// kind and parameters.
[[nodiscard]] QString gateText(const ItemPlan& plan);
[[nodiscard]] QString gateText(const SignOffRule& rule);

} // namespace release
