// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/breaker/breakers.h"
#include "ai/policy/accounting.h"

#include <QString>

#include <utility>
#include <vector>

namespace desk {

/// Under which setting it stands. Written past Changes::settings, for nobody chose it.
inline const QString kAiStateSetting = QStringLiteral("ai.state");

/// What the AI client knows that outlives the process: breakers that are not simply closed, and what
/// was spent today. No texts and no keys.
struct AiMemory {
    std::vector<std::pair<ai::BreakerKey, ai::BreakerSnapshot>> breakers;
    ai::Accounts::Day day;
    bool operator==(const AiMemory&) const = default;
};

[[nodiscard]] QString aiMemoryJson(const AiMemory& memory);
/// What cannot be read is forgotten: a breaker that is open for nothing opens again by itself.
[[nodiscard]] AiMemory aiMemoryOf(const QString& json);

} // namespace desk
