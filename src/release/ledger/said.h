// SPDX-License-Identifier: GPL-3.0-or-later
// What a ledger's entries, taken as true, say of a release: the entries played again, one after the
// other. Internal to ledger/.
#pragma once

#include "release/compare/difference.h"
#include "release/ledger/ledger.h"
#include "release/values.h"

#include <map>
#include <set>
#include <vector>

namespace release {

/// Points into the entries that it was made of.
using SaidEntries = std::vector<const LedgerEntry*>;

/// Of one item since it was added last: who removes it and adds another one begins anew.
struct SaidItem {
    QString asked;                     ///< gateText()
    QString plan;                      ///< digestOf(); empty: not said
    std::map<QString, QString> fields; ///< by Field's name: what it became last
    WallTime changedAt;                ///< of its state
    const LedgerEntry* last = nullptr; ///< the newest that has its reason as its text
    SaidEntries evidence, comments;
};

struct Said {
    const LedgerEntry* created = nullptr;
    bool isWhole = false; ///< what the entries say is all that there is; \see kSaysAll
    std::map<QString, SaidItem> items;
    std::map<QString, QString> rules; ///< gateText()
    QString title, planned, frame;    ///< frame: digestOf() the sections, canary and rollback
    WallTime planChangedAt;
    std::map<QString, QString> parameters;
    SaidEntries signatures, rollbacks, steps;
    std::map<QString, SaidEntries> overrides; ///< by id: its approvals
    std::optional<WallTime> rehearsedAt, releasedAt;
    Canary canary;
    std::set<qint64> erased; ///< numbers of entries
    bool isSourceErased = false;
};

[[nodiscard]] Said saidBy(const std::vector<LedgerEntry>& entries);

} // namespace release
