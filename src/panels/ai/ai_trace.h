// SPDX-License-Identifier: GPL-3.0-or-later
// A recorded call of AI (EventKind::AiCall) as a thin line of the conversation, and what it opens to.
#pragma once

#include <QByteArray>
#include <QString>

namespace panels {

/// "AI · understand · answered · 350 ms".
[[nodiscard]] QString aiLineText(const QByteArray& payload);
/// Prompt, model, tokens, cost, times, what was done with it, the masked request and the answer, a line
/// each. `recorded` is the event's text, empty where it was erased.
[[nodiscard]] QString aiDetailText(const QByteArray& payload, const QString& recorded);

} // namespace panels
