// SPDX-License-Identifier: GPL-3.0-or-later
// Releases as rows: the store knows their ids and their ledger's length, and not what they say.
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace store {

/// The freeze windows are kept as a release is, with a ledger: an item is a window. It is no release,
/// and is listed with none.
inline constexpr char kFreezesUlid[] = "freezes";

/// How far a release's ledger goes.
struct LedgerMark {
    qint64 entries = 0;
    QByteArray head; ///< the newest entry's link; of none: the genesis
    bool operator==(const LedgerMark&) const = default;
};

struct ChecklistItemRow {
    QString item;
    int place = 0;
    QByteArray record;
};
struct ChecklistEntryRow {
    qint64 number = 0;
    QByteArray line;
    QByteArray salt; ///< empty: there is no text, or it was erased
    QString text;
};
/// A release with its ledger, as of one moment.
struct ChecklistRow {
    QString ulid;
    QByteArray frame;                    ///< the release without its items
    std::vector<ChecklistItemRow> items; ///< in the release's order
    LedgerMark ledger;
    std::vector<ChecklistEntryRow> entries;
};
struct ChecklistSource {
    QString name;
    QByteArray bytes;
};

/// What one thing that was said changes; stored as a whole or not at all.
struct ChecklistChange {
    QString ulid;
    std::optional<LedgerMark> before; ///< nothing: a new release
    LedgerMark after;
    QByteArray frame;
    std::vector<ChecklistItemRow> items; ///< new and changed ones
    QStringList removedItems;
    std::vector<ChecklistEntryRow> entries; ///< new ones
    std::vector<qint64> erased;             ///< numbers of those whose texts and salts go
    std::optional<ChecklistSource> source;  ///< of a new one
    bool dropsSource = false;               ///< what it was made from goes
};

/// What became of copies of erased things.
struct ErasedCopies {
    int files = 0;   ///< of evidence beside backups, which are gone
    int backups = 0; ///< older ones, whose databases hold the texts until they are rotated away
};

/// One that a person saved; none is ever changed.
struct ReleaseTemplateRow {
    QString id, language;
    int version = 1;
    QByteArray record;
    base::WallTime savedAt;
    base::PersonId savedBy; ///< none: nobody was there yet
};

} // namespace store
