// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/values.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace desk {

/// Which servers the desk may ask. A plain value; the keys in it go to the ai thread and nowhere else.
struct AiConfig {
    std::vector<ai::Endpoint> endpoints;     ///< the chain; none: there is no AI
    std::map<std::string, std::string> keys; ///< by Endpoint::keyName
    std::optional<std::int64_t> dailyCapMicros;
    bool masks = true; ///< what leaves; false only for a server that the policy trusts
    /// What a customer's turn gives AI: to its first content, and in all.
    base::milliseconds turnFirstContent{1'800}, turnTotal{8'000};
};

} // namespace desk
