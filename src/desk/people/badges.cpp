// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/people/badges.h"

#include <algorithm>

namespace desk {

Badge Badges::give(base::PersonId person, base::SteadyTime now, base::Random& random)
{
    if (m_held.size() >= kMost)
        m_held.erase(std::ranges::min_element(m_held, {},
                                              [](const auto& held) { return held.second.used; }));
    Badge badge{base::randomHex(random)};
    m_held[badge] = {person, now};
    return badge;
}

base::Result<base::PersonId> Badges::use(const Badge& badge, base::SteadyTime now)
{
    const auto it = m_held.find(badge);
    if (it == m_held.end())
        return base::fail(base::Code::Refused, QStringLiteral("say first who you are"));
    if (it->second.isLocked)
        return base::fail(base::Code::Refused,
                          QStringLiteral("locked: the passphrase is needed again"));
    it->second.used = now;
    return it->second.person;
}

std::optional<base::PersonId> Badges::holder(const Badge& badge) const
{
    const auto it = m_held.find(badge);
    return it == m_held.end() ? std::nullopt : std::optional(it->second.person);
}

bool Badges::isLocked(const Badge& badge) const
{
    const auto it = m_held.find(badge);
    return it != m_held.end() && it->second.isLocked;
}

void Badges::unlock(const Badge& badge, base::SteadyTime now)
{
    if (const auto it = m_held.find(badge); it != m_held.end()) {
        it->second.isLocked = false;
        it->second.used = now;
    }
}

void Badges::takeBackAll(base::PersonId person, const Badge& kept)
{
    std::erase_if(m_held, [&](const auto& held) {
        return held.second.person == person && held.first != kept;
    });
}

bool Badges::lockIdle(base::SteadyTime now, base::milliseconds idle,
                      const std::function<bool(base::PersonId)>& mayLock)
{
    bool hasLocked = false;
    for (auto& [badge, held] : m_held) {
        if (held.isLocked || now - held.used < idle || !mayLock(held.person))
            continue;
        held.isLocked = true;
        hasLocked = true;
    }
    return hasLocked;
}

} // namespace desk
