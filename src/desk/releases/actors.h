// SPDX-License-Identifier: GPL-3.0-or-later
// From the people of the shop to those who act in a release.
#pragma once

#include "desk/people/allowed.h"
#include "release/deeds/deeds.h"

namespace desk {

/// With the roles of a release that the person has; where nothing is in the way, with all of them.
[[nodiscard]] release::Actor actorOf(const PeopleById& people, base::PersonId person);

/// What somebody must be allowed to do for a deed; the release's own rules come on top of it.
[[nodiscard]] people::Action actionOf(const release::Deed& deed);

/// Whether it takes people further: what is stored is verified first, whatever memory holds.
[[nodiscard]] bool restsOnTheGate(const release::Deed& deed);

/// Whether the person proves anew who they are.
[[nodiscard]] bool needsPassphrase(const release::Deed& deed);
/// Whether they have something to prove it with.
[[nodiscard]] bool hasPassphrase(const PeopleById& people, base::PersonId person);

} // namespace desk
