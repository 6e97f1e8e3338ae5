// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace desk {

/// What AI explains or words, in the shop's own words: what they speak of, AI may speak of too.
struct ExplainedStep {
    QString text;     ///< the step and its help, or the answer
    QString language; ///< "es-AR", "es", "en"
};

/// Nullptr: the explanation may go to the customer as it is; else why not, in a word for the log.
/// Not passed on is what is too short or too long, in another language (in es-AR: in tú forms), with
/// markup, an address or a phone number, and what speaks of firmware, commands, deleting or opening the
/// device where the step itself does not. Steps are shipped for a skill level, so an explanation never
/// goes beyond it.
[[nodiscard]] const char* flawOfExplanation(const QString& text, const ExplainedStep& step);

/// Nullptr: the wording may go to the customer instead of `said`, what the flow says; else why not. Beside
/// what an explanation must keep to: the same numbers and prices, not one more or less; `said`'s links,
/// quotations and question; those of `literals` that it names; no more paragraphs than four, or than it
/// has, and not much longer.
[[nodiscard]] const char* flawOfWording(const QString& text, const ExplainedStep& said,
                                        const QStringList& literals);

} // namespace desk
