// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privacy/pseudonyms.h"
#include "privacy/values.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace privacy {

/// Personal data and secrets of a text, ordered and apart. Linear in its length. What is a pseudonym
/// already ("[EMAIL-1]") is never found. The fixed tables are made at the first call (some
/// milliseconds); nothing else is kept, so any thread may call it at any time.
[[nodiscard]] std::vector<Entity> find(QStringView text, const Context& context = {});

/// The text with each entity as its pseudonym. `entities` as find() gave them for this text.
[[nodiscard]] QString mask(QStringView text, const std::vector<Entity>& entities,
                           Pseudonyms& pseudonyms);
/// find() and mask() in one. Masking what is masked changes nothing.
[[nodiscard]] QString mask(QStringView text, const Context& context, Pseudonyms& pseudonyms);
/// With pseudonyms for this text alone: log lines, exports.
[[nodiscard]] QString mask(QStringView text, const Context& context = {});

/// False where find() finds nothing for sure, known names apart: no digit, no '@', no word for a
/// secret or a street, no long run without a space. About 1 ns a character, without allocation: a log
/// line asks this first (mask() does so itself).
[[nodiscard]] bool mayHold(QStringView text) noexcept;

/// Everything that was looked at and why it was masked or left, in the order of the text.
[[nodiscard]] std::vector<Considered> explain(QStringView text, const Context& context = {});

/// Start and end in Unicode code points instead of UTF-16 units, in the order given. \pre ordered.
[[nodiscard]] std::vector<std::pair<qsizetype, qsizetype>>
codePointSpans(QStringView text, const std::vector<Entity>& entities);

} // namespace privacy
