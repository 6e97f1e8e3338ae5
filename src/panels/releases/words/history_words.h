// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/releases/releases_values.h"

#include <QString>

namespace panels {

/// Whether a row of the ledger is about this item: its states, evidence, discussion.
[[nodiscard]] bool isAbout(const desk::LedgerLine& line, const release::ItemId& item);
/// It has a text or shows a file (which may still be there, where erasing it failed), and is no figure:
/// those rest on nobody's words.
[[nodiscard]] bool canBeErased(const desk::LedgerLine& line);
/// What stands where a text was.
[[nodiscard]] QString erasedMark();
/// A row of the ledger as people read it: who, when, what; then what was written with it.
[[nodiscard]] QString historyText(const desk::LedgerLine& line);

} // namespace panels
