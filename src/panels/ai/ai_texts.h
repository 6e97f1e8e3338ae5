// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of AI: the one place where the client's words become sentences.
#pragma once

#include "desk/desk.h"

#include <QString>

namespace panels {

/// The one line that says what AI does here, or what connecting one would add.
[[nodiscard]] QString aiStateText(const desk::AiOverview& overview);
[[nodiscard]] QString aiFaultText(const desk::AiProblem& problem);
/// Where a key stands, for its empty field.
[[nodiscard]] QString aiKeyText(desk::AiKeyPlace place);
/// What became of a key; `name` is that of its variable.
[[nodiscard]] QString aiKeySavedText(desk::AiKeySaved saved, const QString& name);
/// What a trial showed, with what to do where it failed.
[[nodiscard]] QString aiTrialText(const desk::AiTrial& trial);
/// How a call ended, in a word or two: "answered", "took too long".
[[nodiscard]] QString aiOutcomeText(const QString& outcome);
/// Who says that AI is off; empty where nobody does.
[[nodiscard]] QString aiOffText(desk::SmartOffBy by);
/// A breaker in a sentence: its state in words, why, counts, last error, next try.
[[nodiscard]] QString aiBreakerText(const desk::AiBreaker& breaker);
/// Millionths as an amount, with as many decimals as it has, at most six.
[[nodiscard]] QString amountText(qint64 micros);
/// The other way, in the reader's way of writing; nothing where it is no amount of 0 or more.
[[nodiscard]] std::optional<qint64> amountOf(const QString& text);

} // namespace panels
