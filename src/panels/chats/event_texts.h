// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <QString>

namespace panels {

struct MessageRow;

/// The thin line of a change, for instance "Lucía took over".
[[nodiscard]] QString markText(const desk::MessageEvent& event);
[[nodiscard]] QString erasedText();
/// The line where numbers are missing, which only a damaged file can bring about.
[[nodiscard]] QString gapText(qint64 missing);
/// A stage of the flow that is built in, as agents read it; its id where it is another's.
[[nodiscard]] QString stageTitle(const QString& stage);
/// "✓✓ seen"; empty where a row has no such state.
[[nodiscard]] QString deliveryText(const MessageRow& row);
/// What a screen reader says for a row.
[[nodiscard]] QString spokenText(const MessageRow& row);
/// "3 min", "2 h", "4 d".
[[nodiscard]] QString waitText(base::WallTime since, base::WallTime now);
/// "waits 3 min" for a customer who waits, else how old the last words are.
[[nodiscard]] QString waitingText(const desk::ConversationHead& head, base::WallTime now);
[[nodiscard]] QString actorText(engine::Actor actor);
/// A slot's name, for instance "Problem".
[[nodiscard]] QString slotTitle(const QString& slot);
/// A slot's value where the flow has no words of its own for it.
[[nodiscard]] QString slotWords(const QString& slot, const QString& value);

} // namespace panels
