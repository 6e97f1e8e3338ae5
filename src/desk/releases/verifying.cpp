// SPDX-License-Identifier: GPL-3.0-or-later
// Is what is stored what was said?
#include "desk/releases/releases.h"

#include <memory>

namespace desk {

void Releases::judgeAnew(const QString& id, const std::optional<release::LedgerHead>& known,
                         Judged done)
{
    withFreezes([this, id, known, done = std::move(done)](const base::Result<Freezes>& freezes) {
        if (!freezes) {
            done(base::fail(freezes.error()));
            return;
        }
        using Row = store::ChecklistRow;
        m_context.store.checklist(
            id, m_context.caller.expect<Row>(
                    [this, known, freezes = *freezes, done](const base::Result<Row>& row) {
                        if (row)
                            judge(storedOf(*row), freezes, known, done);
                        else
                            done(base::fail(row.error()));
                    }));
    });
}

void Releases::judge(StoredRelease read, const Freezes& freezes,
                     const std::optional<release::LedgerHead>& known, const Judged& done)
{
    const auto stored = std::make_shared<StoredRelease>(std::move(read));
    m_context.store.evidenceHashes(
        stored->ledger.files(),
        m_context.caller.expect<FileHashes>(
            [this, stored, freezes, known, done](const base::Result<FileHashes>& files) {
                if (!files) {
                    done(base::fail(files.error()));
                    return;
                }
                LedgerReport report = judged(*stored, *freezes, m_ledger, *files, known);
                report.isKeyed = m_isKeyed;
                Held& place = m_held[stored->release.id];
                hold(place, std::move(*stored), report);
                for (const auto& each : freezes->found)
                    report.unattested.push_back(each);
                done(std::move(report));
            }));
}

// In its turn: a deed between two readings would look like damage.
void Releases::verify(const QString& id, const std::optional<release::LedgerHead>& known,
                      const SharedReply<LedgerReport>& reply)
{
    inTurn(id, [this, id, known, reply] {
        forgetFreezes();
        judgeAnew(id, known, [this, id, reply](base::Result<LedgerReport> report) {
            m_hub.changed({.releases = true});
            reply->answer(std::move(report));
            next(id);
        });
    });
}

} // namespace desk
