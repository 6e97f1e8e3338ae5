// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace store {

/// What people type, as an FTS5 expression in which nothing of theirs is syntax: words and
/// "quoted phrases" that must all occur; a word that ends in * stands for its beginnings. Empty
/// where there is nothing to look for. At most 32 terms of the first 1,000 characters count. \param
/// from customer, bot, agent or note; empty: anybody. Invalid: another one.
[[nodiscard]] base::Result<QString> matchExpression(const QString& words, const QString& from);

} // namespace store
