// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/help/help_values.h"

#include <QString>

namespace panels {

/// As the menu says it: "Suggest a reply".
[[nodiscard]] QString helpTaskTitle(desk::HelpTask task);
/// One sentence for every end, with what to do where something can be done.
[[nodiscard]] QString helpEndText(const desk::HelpAnswer& answer);
/// A summary's line with its field, and its messages or that it has none.
[[nodiscard]] QString helpLineText(const QString& field, const desk::HelpLine& line);
/// The whole summary, as it is put into a note.
[[nodiscard]] QString helpSummaryText(const desk::HelpSummary& summary);

/// A summary's lines in the order in which people read them, with the names of their fields.
[[nodiscard]] QList<std::pair<QString, desk::HelpLine>>
helpSummaryLines(const desk::HelpSummary& summary);

} // namespace panels
