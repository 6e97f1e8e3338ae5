// SPDX-License-Identifier: GPL-3.0-or-later
// A first guess of a release from a status document that people wrote: headings as sections, marks
// and words as states, classes, priorities and roles. It is shown and corrected before anything is
// saved. Any thread.
//
//   const auto guess = release::guessFrom(markdown);
//   guess->unplaced  ->  what the guess does not hold, with its lines
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace release {

enum class GuessState { Todo, Doing, Done, Blocked };
enum class GuessPriority { High, Medium, Low };
enum class GuessClass { Blocker, Required, Optional };

/// What a section is about, as far as its title or the one above says.
enum class SectionKind {
    Other,
    Ready,
    Missing,
    Blockers,
    Technical,
    Infrastructure,
    Observability,
    Tests,
    Documentation,
    Recommendation,
    Tasks, ///< a list to tick
};

struct GuessedSection {
    QString title; ///< without emoji and without what stands in brackets
    SectionKind kind = SectionKind::Other;
    int level = 1;      ///< of its heading; 0: what stands above the first
    QStringList roles;  ///< where the title is one: "dev_lead", "backend_lead", "qa", "sre",
                        ///< "security", "product", "legal", "supervisor"
    QString due;        ///< as written: "Hoy"
    qsizetype line = 0; ///< of its heading, from 1
};

struct GuessedItem {
    QString title;
    std::size_t section = 0; ///< index into ImportGuess::sections
    GuessState state = GuessState::Todo;
    GuessClass itemClass = GuessClass::Required;
    GuessPriority priority = GuessPriority::Medium;
    QStringList roles; ///< as in GuessedSection
    QString owner;     ///< a person, where "Responsable" names no role
    std::optional<std::chrono::minutes> estimate;
    QString status; ///< the texts of "Estado:", "Acción:" and "Impacto:"
    QString action;
    QString impact;
    QStringList details; ///< the other lines below it
    bool isTask = false; ///< it has a box to tick
    int depth = 0;       ///< how many items enclose it
    qsizetype line = 0;
};

/// One of the ways that a document offers.
struct GuessedOption {
    QString title;
    QStringList steps;
    QString advantage;
    qsizetype line = 0;
};

struct UnplacedLine {
    qsizetype line = 0;
    QString text;
};

struct ImportGuess {
    QString title;
    QString date; ///< as written
    std::vector<GuessedSection> sections;
    std::vector<GuessedItem> items;
    QString recommendation; ///< the title of the section that holds the options; may be empty
    std::vector<GuessedOption> options;
    std::vector<UnplacedLine> unplaced; ///< in the order of the document
};

/// Guesses from UTF-8 Markdown. Invalid: see readBlocks().
[[nodiscard]] base::Result<ImportGuess> guessFrom(const QByteArray& source);

} // namespace release
