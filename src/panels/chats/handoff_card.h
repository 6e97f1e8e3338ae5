// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <QString>

namespace panels {

enum class CardSize {
    OneLine, ///< why a person was asked for, or the first that is known
    Whole,
};

/// What whoever takes over should know: reason, what is known, what was tried, mood. Rich text; what
/// customers wrote stands in it as plain text.
[[nodiscard]] QString handoffCard(const desk::ConversationHead& head, CardSize size);

} // namespace panels
