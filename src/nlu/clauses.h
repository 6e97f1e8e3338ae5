// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/words/normalise.h"

#include <cstddef>
#include <vector>

namespace nlu {

/// Words `first` … `first + count - 1` of a message.
struct Clause {
    std::size_t first = 0;
    std::size_t count = 0;
    bool operator==(const Clause&) const = default;
};

/// Where a message changes its subject: at a comma, full stop …, and at "y", "and", "pero",
/// "además" … At most eight; empty where the message is one clause.
[[nodiscard]] std::vector<Clause> clausesOf(const engine::Normalised& message);

} // namespace nlu
