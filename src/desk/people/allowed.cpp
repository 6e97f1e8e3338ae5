// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/people/allowed.h"

#include "people/permissions.h"

#include <algorithm>

namespace desk {

namespace {

bool isThere(const PeopleById::value_type& entry)
{
    return entry.second.isActive;
}

} // namespace

bool isOpenHouse(const PeopleById& people)
{
    const auto first = std::ranges::find_if(people, isThere);
    return first == people.end() ||
           (std::ranges::count_if(people, isThere) == 1 && !first->second.hasPassphrase);
}

base::PersonId whoIsAlone(const PeopleById& people)
{
    if (std::ranges::count_if(people, isThere) != 1)
        return {};
    return std::ranges::find_if(people, isThere)->first;
}

base::Result<void> mayDo(const PeopleById& people, base::PersonId person, people::Action action)
{
    const auto it = people.find(person);
    const bool isKnown = it != people.end();
    if (isKnown && !it->second.isActive)
        return base::fail(base::Code::Refused, QStringLiteral("this person is locked out"));
    if (isOpenHouse(people) || (isKnown && people::may(it->second.roles, action)))
        return {};
    return base::fail(base::Code::Refused, QStringLiteral("no role of this person allows it"));
}

} // namespace desk
