// SPDX-License-Identifier: GPL-3.0-or-later
// Small releases for tests.
#pragma once

#include "base/random.h"
#include "release/outline.h"
#include "release/values.h"

namespace release_test {

/// 7 December 2025, 12:00 UTC.
inline const base::WallTime kNow = base::fromMs(1'765'108'800'000);

inline const release::Actor kAna{{1}, {release::Role::Sre}};
inline const release::Actor kBeto{{2}, {release::Role::Qa}};
inline const release::Actor kCarla{{3}, {release::Role::Supervisor}};
inline const release::Actor kDario{{4}, {release::Role::DevLead}};

[[nodiscard]] release::ItemId id(const char* name);
[[nodiscard]] release::ItemPlan plan(const char* name, release::ItemClass itemClass,
                                     std::vector<release::ItemId> after = {},
                                     const char* section = "s");
/// One section "s" unless others are given; items without roles.
[[nodiscard]] release::Release releaseWith(std::vector<release::ItemPlan> plans,
                                           std::vector<release::Section> sections = {});
/// \pre the plan is sound
[[nodiscard]] release::Outline outlineOf(const release::Release& release);
[[nodiscard]] release::Item& item(release::Release& release, const char* name);

/// RELEVO_SEED, or one by chance; printed.
[[nodiscard]] quint64 printedSeed();
[[nodiscard]] int chosen(base::Random& random, int bound);

} // namespace release_test
