// SPDX-License-Identifier: GPL-3.0-or-later
// Who may sign for what, and which signatures still count.
#pragma once

#include "release/outline.h"
#include "release/refusal.h"
#include "release/values.h"

#include <tl/expected.hpp>

namespace release {

/// A signature says that its person has seen what the rule covers: it is void from the next change of
/// state of one of those items, or of the plan, on.
struct RuleStanding {
    int counted = 0;
    int outdated = 0;             ///< persons whose newest signature is void
    int missing = 0;              ///< still needed
    Roles given;                  ///< in which those that count were given
    std::vector<PersonId> barred; ///< did what it covers, so cannot sign
    bool operator==(const RuleStanding&) const = default;
};
[[nodiscard]] RuleStanding standingOf(const Outline& outline, const Release& release,
                                      const SignOffRule& rule);
[[nodiscard]] bool isOutdated(const Outline& outline, const Release& release,
                              const Signature& signature);

/// The signature, for whoever stores it, or why not.
[[nodiscard]] tl::expected<Signature, Refusal> signedBy(const Outline& outline,
                                                        const Release& release, const QString& rule,
                                                        const Actor& actor, Role role,
                                                        QString comment, WallTime now);

} // namespace release
