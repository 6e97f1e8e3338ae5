// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

namespace people {

/// Slows down who guesses one person's passphrase: the first kFreeAttempts wrong ones cost nothing,
/// each further one doubles the wait, from a second to kLongestWait. The right one forgets them all.
class Attempts
{
public:
    static constexpr int kFreeAttempts = 3;
    static constexpr std::chrono::seconds kLongestWait{300};

    /// How long until the next attempt is looked at; zero: now.
    [[nodiscard]] base::milliseconds wait(base::SteadyTime now) const;
    void wasWrong(base::SteadyTime now);
    void wasRight() { *this = {}; }

private:
    int m_wrong = 0;
    base::SteadyTime m_next{};
};

} // namespace people
