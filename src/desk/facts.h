// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/context.h"

namespace desk {

/// How long customers wait for a person, as an exponentially weighted mean of the waits that ended,
/// each counting for a fifth. 0 minutes until the first is known.
class WaitEstimate
{
public:
    void add(base::milliseconds waited);
    /// At least 1 once something is known.
    [[nodiscard]] int minutes() const;

private:
    double m_meanMs = 0;
    bool m_isKnown = false;
};

/// What a turn in this language may know from outside, now.
[[nodiscard]] engine::Facts factsNow(const Context& context, const WaitEstimate& wait,
                                     const QString& language);

} // namespace desk
