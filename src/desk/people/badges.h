// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "desk/people/people_values.h"

#include <functional>
#include <map>
#include <optional>

namespace desk {

/// Who holds which badge, and when they were last heard of. Lives on the desk thread.
class Badges
{
public:
    static constexpr std::size_t kMost = 1'000; ///< then the one longest unused goes

    [[nodiscard]] Badge give(base::PersonId person, base::SteadyTime now, base::Random& random);
    /// Refused: none of ours, or locked. Counts as a sign of life.
    [[nodiscard]] base::Result<base::PersonId> use(const Badge& badge, base::SteadyTime now);
    /// Also of a locked one; nothing where it is none of ours.
    [[nodiscard]] std::optional<base::PersonId> holder(const Badge& badge) const;
    [[nodiscard]] bool isLocked(const Badge& badge) const;
    void unlock(const Badge& badge, base::SteadyTime now);

    void takeBack(const Badge& badge) { m_held.erase(badge); }
    /// All of a person, but for `kept`.
    void takeBackAll(base::PersonId person, const Badge& kept = {});

    /// Locks what has been silent for `idle` and may be locked; true where it did.
    bool lockIdle(base::SteadyTime now, base::milliseconds idle,
                  const std::function<bool(base::PersonId)>& mayLock);
    [[nodiscard]] bool isEmpty() const { return m_held.empty(); }

private:
    struct Held {
        base::PersonId person;
        base::SteadyTime used;
        bool isLocked = false;
    };
    std::map<Badge, Held> m_held;
};

} // namespace desk
