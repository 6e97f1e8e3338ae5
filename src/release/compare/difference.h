// SPDX-License-Identifier: GPL-3.0-or-later
// What is different: between two releases, two versions of a template, an item before and after.
#pragma once

#include "release/values.h"

#include <vector>

namespace release {

enum class Field {
    Section,
    Parent,
    Title,
    Acceptance,
    Class,
    Priority,
    Role,
    Estimate,
    DueWithin,
    After,
    Tags,
    EvidenceKind,
    EvidenceValidity,
    Checks,
    AfterGo,
    State, ///< from here on: of an item at work
    Owner,
    Due,
    Actual,
    Doers,
    Verifier,
    Reason, ///< may be personal
    Waiver,
    Evidence,
};
template <>
struct Names<Field> {
    static constexpr std::array kAll{"section",
                                     "parent",
                                     "title",
                                     "acceptance",
                                     "class",
                                     "priority",
                                     "role",
                                     "estimate",
                                     "due_within",
                                     "after",
                                     "tags",
                                     "evidence_kind",
                                     "evidence_validity",
                                     "checks",
                                     "after_go",
                                     "state",
                                     "owner",
                                     "due",
                                     "actual",
                                     "doers",
                                     "verifier",
                                     "reason",
                                     "waiver",
                                     "evidence"};
};

/// Values as in the ledger: names of enumerators, minutes, ISO times, numbers of persons.
struct FieldChange {
    Field field = Field::Title;
    QString before, after;
    bool operator==(const FieldChange&) const = default;
};
[[nodiscard]] std::vector<FieldChange> changesOf(const ItemPlan& before, const ItemPlan& after);
/// A field as it stands in a FieldChange; of a plan those before State.
[[nodiscard]] QString shownField(const ItemPlan& plan, Field field);
[[nodiscard]] QString shownField(const Item& item, Field field);
/// Of the plan too.
[[nodiscard]] std::vector<FieldChange> changesOf(const Item& before, const Item& after);

struct ItemDifference {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    ItemId item;
    QString title;                    ///< the newer
    std::vector<FieldChange> changes; ///< of Changed
    bool operator==(const ItemDifference&) const = default;
};

template <>
struct Names<ItemDifference::Kind> {
    static constexpr std::array kAll{"added", "removed", "changed"};
};

/// Those removed where they stood, then by the order of the newer. Items are the same by their id.
[[nodiscard]] std::vector<ItemDifference> differences(const Release& before, const Release& after);
[[nodiscard]] std::vector<ItemDifference> differences(const Template& before,
                                                      const Template& after);
/// What has changed in the template since the release was made from it.
[[nodiscard]] std::vector<ItemDifference> changedSince(const Release& release, const Template& now);

} // namespace release
