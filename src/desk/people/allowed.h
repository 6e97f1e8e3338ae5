// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "desk/values.h"

#include <map>

namespace desk {

using PeopleById = std::map<base::PersonId, Person>;

/// Nobody is there, or one person alone who has no passphrase: then nothing is in the way.
[[nodiscard]] bool isOpenHouse(const PeopleById& people);

/// The one who is there alone; none where nobody is, or several are.
[[nodiscard]] base::PersonId whoIsAlone(const PeopleById& people);

/// Refused: none of this person's roles allows it, or they are not there or locked out.
[[nodiscard]] base::Result<void> mayDo(const PeopleById& people, base::PersonId person,
                                       people::Action action);

} // namespace desk
