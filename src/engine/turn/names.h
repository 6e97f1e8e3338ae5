// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/words/phrases.h"

#include <QString>

#include <optional>

namespace engine {

class Flow;

/// The name that a message gives: one to three words (and "de", "la", "van" …), as written. "me
/// llamo", "soy", "my name is" may stand before it. Nothing where it holds none: greetings,
/// insults, technical words, numbers and whole sentences are no names.
[[nodiscard]] std::optional<QString> nameIn(const Flow& flow, const QString& message);

/// The same, only where an introduction stands before it: for what is said in passing.
[[nodiscard]] std::optional<QString> introducedNameIn(const Flow& flow, const QString& message);

/// An e-mail address or a telephone number of at least six digits, loosely; nothing where there is
/// none.
[[nodiscard]] std::optional<QString> contactIn(const QString& message);

} // namespace engine
