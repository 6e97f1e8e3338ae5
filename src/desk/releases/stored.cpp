// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/stored.h"

#include "release/ledger/ledger_file.h"
#include "release/record/record.h"

#include <QSet>

namespace desk {

namespace {

store::LedgerMark markOf(const release::LedgerHead& head)
{
    return {.entries = head.count, .head = head.link};
}

/// New and changed items with their places, and those that are gone.
void addItems(const release::Release& before, const release::Release& after,
              store::ChecklistChange& to)
{
    const auto isSame = [&](std::size_t i) {
        return i < before.items.size() && before.items[i] == after.items[i];
    };
    for (std::size_t i = 0; i < after.items.size(); ++i) {
        if (!isSame(i))
            to.items.push_back({.item = after.items[i].plan.id.value,
                                .place = static_cast<int>(i),
                                .record = release::recordOf(after.items[i])});
    }
    if (before.items.size() <= after.items.size())
        return;
    QSet<QString> left;
    for (const release::Item& item : after.items)
        left.insert(item.plan.id.value);
    for (const release::Item& item : before.items) {
        if (!left.contains(item.plan.id.value))
            to.removedItems += item.plan.id.value;
    }
}

} // namespace

store::ChecklistChange changeOf(const release::Release& before, const release::LedgerHead& head,
                                const release::Deeds& deeds, const release::Ledger& ledger)
{
    store::ChecklistChange change{
        .ulid = deeds.after.id, .before = markOf(head), .frame = release::recordOf(deeds.after)};
    addItems(before, deeds.after, change);
    release::LedgerHead end = head;
    for (const release::Attestation& said : deeds.said) {
        const auto entry = ledger.append(end, said.entry);
        end = release::headOf(entry);
        const auto text = said.text.value_or(release::SaltedText());
        change.entries.push_back({.number = entry.number,
                                  .line = release::writtenEntry(entry),
                                  .salt = text.salt,
                                  .text = text.text});
    }
    change.after = markOf(end);
    return change;
}

} // namespace desk
