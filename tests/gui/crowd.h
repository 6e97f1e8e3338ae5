// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui_fixture.h"

/// Conversations that are hard to draw: long names, right-to-left text, emoji, 4,000 characters.
struct Crowd {
    base::ConversationId longName, rightToLeft, emoji, longText;
};
[[nodiscard]] Crowd makeCrowd(GuiFixture& f);

/// The demonstration data, as the program loads it.
void loadDemo(GuiFixture& f);

/// Imports `count` closed conversations of two messages each.
void importMany(GuiFixture& f, int count);
/// One conversation with this many messages.
[[nodiscard]] base::ConversationId importLong(GuiFixture& f, int messages);
