// SPDX-License-Identifier: GPL-3.0-or-later
// The times in which nothing is released: who may say so, and that it is written down.
#include "release/ledger/freezes.h"

#include "desk/releases/releases.h"

#include <algorithm>

namespace desk {

void Releases::forgetFreezes()
{
    ++m_freezeGeneration;
    m_freezes.reset();
}

void Releases::withFreezes(std::function<void(const base::Result<Freezes>&)> done)
{
    if (m_freezes) {
        done(m_freezes);
        return;
    }
    using Row = store::ChecklistRow;
    m_context.store.checklist(
        QString::fromLatin1(store::kFreezesUlid),
        m_context.caller.expect<Row>([this, generation = m_freezeGeneration,
                                      done = std::move(done)](const base::Result<Row>& row) {
            if (generation != m_freezeGeneration) {
                withFreezes(done); // what was read is older than what somebody did
                return;
            }
            if (!row && row.error().code != base::Code::NotFound) {
                done(base::fail(row.error()));
                return;
            }
            m_freezes = std::make_shared<const StoredFreezes>(
                freezesOf(row ? std::optional(*row) : std::nullopt, m_ledger));
            done(m_freezes);
        }));
}

void Releases::freezes(const SharedReply<std::vector<release::FreezeWindow>>& reply)
{
    withFreezes([reply](const base::Result<Freezes>& freezes) {
        if (freezes)
            reply->answer((*freezes)->windows);
        else
            reply->answer(base::fail(freezes.error()));
    });
}

void Releases::freezeHistory(const SharedReply<std::vector<LedgerLine>>& reply)
{
    using Rows = std::vector<store::ChecklistEntryRow>;
    m_context.store.checklistEntries(
        QString::fromLatin1(store::kFreezesUlid),
        m_context.caller.expect<Rows>([this, reply](const base::Result<Rows>& rows) {
            if (!rows && rows.error().code == base::Code::NotFound)
                reply->answer(std::vector<LedgerLine>());
            else
                reply->answer(
                    rows ? linesOf(*rows)
                         : base::Result<std::vector<LedgerLine>>(base::fail(rows.error())));
        }));
}

void Releases::setFreeze(const Badge& badge, const release::FreezeWindow& window,
                         const SharedReply<void>& reply)
{
    const auto by = m_people.whoMay(badge, people::Action::EditFreezes);
    const bool stands = !window.id.isEmpty() && !window.title.trimmed().isEmpty() &&
                        window.title.size() <= kLongestReleaseText && window.from < window.until;
    if (!by || !stands) {
        reply->answer(base::fail(
            !by ? by.error()
                : base::Error{
                      base::Code::Invalid,
                      QStringLiteral("a window needs a title and an end after its start")}));
        return;
    }
    inTurn(QString::fromLatin1(store::kFreezesUlid),
           [this, by = *by, window, reply] { keepFreeze(by, window.id, window, reply); });
}

void Releases::removeFreeze(const Badge& badge, const QString& id, const SharedReply<void>& reply)
{
    const auto by = m_people.whoMay(badge, people::Action::EditFreezes);
    if (!by) {
        reply->answer(base::fail(by.error()));
        return;
    }
    inTurn(QString::fromLatin1(store::kFreezesUlid),
           [this, by = *by, id, reply] { keepFreeze(by, id, std::nullopt, reply); });
}

void Releases::keepFreeze(base::PersonId by, const QString& id,
                          const std::optional<release::FreezeWindow>& window,
                          const SharedReply<void>& reply)
{
    const auto end = [this, reply](base::Result<void> result) {
        forgetFreezes();
        if (result)
            m_hub.changed({.releases = true});
        reply->answer(std::move(result));
        next(QString::fromLatin1(store::kFreezesUlid));
    };
    withFreezes([this, by, id, window, end](const base::Result<Freezes>& freezes) {
        if (!freezes) {
            end(base::fail(freezes.error()));
            return;
        }
        const StoredFreezes& before = **freezes;
        if (!window && std::ranges::none_of(before.windows,
                                            [&id](const auto& each) { return each.id == id; })) {
            end(base::fail(base::Code::NotFound, QStringLiteral("no such freeze window")));
            return;
        }
        const auto& entries = before.ledger.entries;
        const base::WallTime now = m_context.clock.wall();
        const auto at = entries.empty() ? now : std::max(now, entries.back().at);
        const auto said = window ? release::attestFreeze(*window, by, at, salt())
                                 : release::attestThaw(id, by, at);
        m_context.store.saveChecklist(changeOf(before, id, window, said, m_ledger),
                                      m_context.caller.expect<void>(end));
    });
}

} // namespace desk
