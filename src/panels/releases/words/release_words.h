// SPDX-License-Identifier: GPL-3.0-or-later
// The words for a release's values, in the language of now.
#pragma once

#include "release/changes.h"
#include "release/gate.h"
#include "release/values.h"

#include <QString>

namespace panels {

[[nodiscard]] QString stateText(release::State state);
/// A sign that needs no colour: "✓".
[[nodiscard]] QString stateSign(release::State state);
[[nodiscard]] QString classText(release::ItemClass itemClass);
[[nodiscard]] QString priorityText(release::Priority priority);
[[nodiscard]] QString releaseRoleText(release::Role role);
[[nodiscard]] QString releaseRolesText(const release::Roles& roles); ///< with commas
[[nodiscard]] QString evidenceKindText(release::EvidenceKind kind);
[[nodiscard]] QString outcomeText(release::Outcome outcome);
[[nodiscard]] QString verdictText(release::Verdict verdict);
[[nodiscard]] QString canaryText(release::CanaryStatus status);
/// What the button says: "Verify".
[[nodiscard]] QString stepText(release::Step step);
/// At an item: a waiver that it has already is renewed.
[[nodiscard]] QString stepText(release::Step step, const release::Item& item);
/// "3 h 20 min"; empty for nothing.
[[nodiscard]] QString durationText(std::optional<release::minutes> duration);

} // namespace panels
