// SPDX-License-Identifier: GPL-3.0-or-later
// A release as a Markdown document (CommonMark with GitHub's tables): the decision with its reasons,
// items, times, signatures, canary, rollbacks, the days after, and the ledger's head. What people wrote stands in it as
// text: it cannot add structure, links or HTML.
#pragma once

#include "release/gate.h"
#include "release/ledger/ledger.h"
#include "release/report/report_words.h"
#include "release/schedule.h"

#include <QHash>

namespace release {

/// What somebody decided about the canary, and why: the ledger has it, the release only what came of it.
struct CanaryDecision {
    WallTime at;
    PersonId by;
    CanaryStatus status = CanaryStatus::NotStarted; ///< from then on
    int percent = 0;
    QString reason; ///< empty: none was needed, or it was erased
    bool operator==(const CanaryDecision&) const = default;
};
/// Nothing: the entry is about something else. \param text the entry's, as it stands beside it
[[nodiscard]] std::optional<CanaryDecision> canaryDecisionIn(const LedgerEntry& entry,
                                                             const QString& text);

struct ReportFacts {
    WallTime now;
    QHash<PersonId, QString> names; ///< of persons; others are told by their number
    std::vector<FreezeWindow> freezes;
    LedgerHead ledger;
    LedgerWord ledgerWord = LedgerWord::NotAsked;
    std::vector<CanaryDecision> canary = {}; ///< in their order
};

[[nodiscard]] QString reportOf(const Release& release, const ReportFacts& facts,
                               const ReportWords& words);

/// The titles of a release's items, found by their ids.
class ItemTitles
{
public:
    explicit ItemTitles(const Release& release);
    /// Its id where the release does not have it.
    [[nodiscard]] QString of(const ItemId& id) const { return m_titles.value(id, id.value); }

private:
    QHash<ItemId, QString> m_titles;
};

/// One of the gate's reasons, and what would turn it, as plain text.
[[nodiscard]] QString reasonText(const Reason& reason, const Release& release,
                                 const std::vector<FreezeWindow>& freezes,
                                 const ReportWords& words);
/// The same for whoever tells many of them.
[[nodiscard]] QString reasonText(const Reason& reason, const Release& release,
                                 const ItemTitles& titles, const std::vector<FreezeWindow>& freezes,
                                 const ReportWords& words);
[[nodiscard]] QString remedyText(const Reason& reason, const ReportWords& words);

/// For a place inside a paragraph, a list item or a table cell; lines become spaces.
[[nodiscard]] QString markdownText(const QString& plain);

} // namespace release
