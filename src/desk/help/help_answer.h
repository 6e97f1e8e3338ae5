// SPDX-License-Identifier: GPL-3.0-or-later
// From AI's answer to what an agent may see. Pure. An answer is text and nothing else: it comes from a
// model that has read whatever a customer wrote, so nothing of it is followed, run, or read as markup.
#pragma once

#include "ai/client/report.h"
#include "desk/help/help_request.h"

#include <string_view>

namespace desk {

inline constexpr int kMostLines = 12; ///< of facts, and of open questions

/// Without control characters, marks that turn the direction of writing, and blank ends.
[[nodiscard]] QString plainText(QStringView text);
/// Web and mail addresses of a text that stand in none of the known ones, each once.
[[nodiscard]] QStringList strangeAddresses(const QString& text, const QStringList& known);
/// Nothing: no JSON of the summary's kind, or nothing in it. Links to numbers that are not in `seqs`
/// are dropped and counted.
[[nodiscard]] std::optional<HelpSummary> summaryOf(std::string_view json, const QSet<qint64>& seqs);
/// Fills in how the call ended and its text.
void takeOutcome(const ai::CallReport& report, const HelpGround& ground, HelpAnswer& answer);

} // namespace desk
