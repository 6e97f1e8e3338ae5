// SPDX-License-Identifier: GPL-3.0-or-later
// The words and marks by which status documents in Spanish and English say what something is.
#pragma once

#include "release/markdown/status_guess.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace release {

/// Small letters, without accents.
[[nodiscard]] QString folded(QStringView text);
/// Without leading emoji and marks.
[[nodiscard]] QString withoutLeadingSigns(const QString& text);

/// By ✅ ⏳ ❌ and the like; nothing where no such mark stands in it.
[[nodiscard]] std::optional<GuessState> stateByMark(QStringView text);
/// By words: "Falta crear", "in progress"; nothing where none says it.
[[nodiscard]] std::optional<GuessState> stateByWords(QStringView text);
[[nodiscard]] std::optional<GuessPriority> priorityOf(QStringView title);
[[nodiscard]] std::optional<GuessClass> classOf(QStringView title);
[[nodiscard]] std::optional<SectionKind> sectionKindOf(QStringView title);

/// Role names that a text begins with: "Dev/SRE" -> dev_lead, sre. `rest`: what follows them.
struct LeadingRoles {
    QStringList roles;
    QString rest;
};
[[nodiscard]] LeadingRoles leadingRoles(const QString& text);

/// "1-2 días" -> the minutes of the longer; nothing where it is no length of time.
[[nodiscard]] std::optional<std::chrono::minutes> timeOf(QStringView text);

/// "Estado: …": what a line's key means; nothing where it is none of ours.
enum class FieldKind { State, Action, Owner, Estimate, Impact, Date, Advantage };
struct StatusField {
    FieldKind kind;
    QString value;
};
[[nodiscard]] std::optional<StatusField> fieldOf(const QString& line);

} // namespace release
