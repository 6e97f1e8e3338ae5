// SPDX-License-Identifier: GPL-3.0-or-later
// A release that was read from a Markdown file, before it is saved: what was guessed, for a person to
// correct, and the plan that comes of it. Any thread.
//
//   auto draft = release::draftOf(text->utf8, {.fallbackTitle = "estado"});
//   draft->items[3].role = Role::Qa;                       // somebody corrects the guess
//   const auto imported = release::importedFrom(*draft, "es");
//   …  a release is made of imported.plan, then imported.deeds are done in their order
#pragma once

#include "base/result.h"
#include "release/deeds/deeds.h"
#include "release/markdown/checklist.h"
#include "release/markdown/status_guess.h"
#include "release/values.h"

#include <QByteArray>

#include <vector>

namespace release {

enum class Taking {
    Everything, ///< what looks like an item, with a box to tick or without
    TasksOnly,
};

struct DraftItem {
    ItemId id;               ///< the same at each reading of these bytes, whatever is corrected
    bool isTaken = true;     ///< false: left out of the plan
    std::size_t section = 0; ///< index into Draft::sections
    QString title;
    ItemClass itemClass = ItemClass::Required;
    Priority priority = Priority::Medium;
    std::optional<Role> role;
    State state = State::Todo; ///< to begin with: Todo, Doing, Done or Blocked
    std::optional<minutes> estimate, dueWithin;
    QString acceptance; ///< what "Acción:" says
    QString notes;      ///< the other lines about it: they begin its discussion
    QStringList tags;   ///< names of the further roles
    int depth = 0;      ///< how many items enclose it
    bool isTask = false;
    qsizetype line = 0; ///< from 1, as all lines here
};

struct DraftSection {
    QString id;
    QString title;
    qsizetype line = 0;
};

struct Draft {
    QString title;
    QString date; ///< as written
    std::vector<DraftSection> sections;
    std::vector<DraftItem> items; ///< in the order of the document
    QString recommendation;       ///< the title above the options
    std::vector<GuessedOption> options;
    std::vector<UnplacedLine> unplaced;
};

struct HowToRead {
    Taking taking = Taking::Everything;
    QString fallbackTitle; ///< where the document has none: its file's name
};

/// Invalid: see readBlocks(), or more items than a template holds (kMostItems).
[[nodiscard]] base::Result<Draft> draftOf(const QByteArray& utf8, const HowToRead& how);

/// The ids that draftOf() gives to the tasks, in their order: so the release's items find their boxes
/// in the file again. An id that stands in the file is kept.
[[nodiscard]] std::vector<ItemId> idsOf(const std::vector<MarkdownTask>& tasks);

struct Imported {
    Template plan;
    std::vector<Deed> deeds; ///< what was said of the items, and the states that they begin in
};

/// Empty sections are left out. An item whose parent was left out stands below the next that encloses
/// it; the state of one with children is theirs. \param language "es" or "en"
[[nodiscard]] Imported importedFrom(const Draft& draft, const QString& language);

/// `plan` with the sign-offs, the canary and the rollback of `source`; the sign-offs cover everything,
/// but those of single items, which are left out.
[[nodiscard]] Template withPolicyOf(Template plan, const Template& source);

} // namespace release
