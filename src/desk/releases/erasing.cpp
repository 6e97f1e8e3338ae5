// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back what was said: the text, its salt, its copies and the file go; that somebody did it stays.
#include "desk/releases/releases.h"
#include "release/ledger/ledger_check.h"
#include "release/states.h"

namespace desk {

void Releases::erase(const Badge& badge, const ReleaseErasure& erasure,
                     const SharedReply<EraseAnswer>& reply)
{
    const auto by = m_people.whoMay(badge, people::Action::EraseReleaseTexts);
    if (!by || erasure.what.reason.size() > kLongestReleaseText) {
        reply->answer(
            base::fail(by ? base::Error{base::Code::Invalid, QStringLiteral("a text is too long")}
                          : by.error()));
        return;
    }
    inTurn(erasure.release, [this, by = *by, erasure, reply] {
        using Row = store::ChecklistRow;
        m_context.store.checklist(
            erasure.release,
            m_context.caller.expect<Row>([this, by, erasure, reply](const base::Result<Row>& row) {
                auto stored = row ? storedOf(*row) : StoredRelease();
                if (row && stored.unreadable.isEmpty() && erasure.what.isSource) {
                    eraseSource(stored, by, erasure, reply);
                    return;
                }
                if (row && stored.unreadable.isEmpty()) {
                    eraseOf(std::move(stored), by, erasure, reply);
                    return;
                }
                reply->answer(
                    base::fail(row ? base::Error{base::Code::Corrupt,
                                                 stored.unreadable.join(QStringLiteral(", "))}
                                   : row.error()));
                next(erasure.release);
            }));
    });
}

void Releases::eraseSource(const StoredRelease& stored, base::PersonId by,
                           const ReleaseErasure& erasure, const SharedReply<EraseAnswer>& reply)
{
    using Source = store::ChecklistSource;
    m_context.store.checklistSource(
        erasure.release, m_context.caller.expect<Source>([this, stored, by, erasure, reply](
                                                             const base::Result<Source>& source) {
            if (source) {
                eraseOf(stored, by, erasure, reply);
                return;
            }
            if (source.error().code == base::Code::NotFound)
                reply->answer(EraseAnswer(
                    tl::unexpected(release::Refusal{.why = release::Why::NothingToErase})));
            else
                reply->answer(base::fail(source.error()));
            next(erasure.release);
        }));
}

void Releases::eraseOf(StoredRelease stored, base::PersonId by, const ReleaseErasure& erasure,
                       const SharedReply<EraseAnswer>& reply)
{
    const QString& id = erasure.release;
    const release::Release& before = stored.release;
    if (release::checked(m_ledger, id, stored.ledger.entries, {}).isOfOtherKey) {
        reply->answer(base::fail(base::Code::NoSecret,
                                 QStringLiteral("the ledger was written with another key")));
        next(id);
        return;
    }
    auto erased = release::erased(before, stored.ledger.entries, erasure.what, by,
                                  release::recordedTime(before, m_context.clock.wall()), salt());
    if (!erased) {
        auto files = release::filesMeantBy(erasure.what, stored.ledger.entries);
        if (erased.error().why == release::Why::NothingToErase && !files.isEmpty()) {
            dropFiles({.release = id, .files = std::move(files), .isAgain = true}, reply);
            return;
        }
        reply->answer(EraseAnswer(tl::unexpected(std::move(erased.error()))));
        next(id);
        return;
    }
    release::Deeds deeds{std::move(erased->after), {std::move(erased->said)}};
    auto change = changeOf(before, stored.ledger.head, deeds, m_ledger);
    change.erased = std::move(erased->entries);
    change.dropsSource = erasure.what.isSource;
    Dropping left{.release = id,
                  .files = std::move(erased->files),
                  .erased = {.entries = static_cast<int>(change.erased.size()),
                             .files = change.dropsSource ? 1 : 0}};
    m_context.store.saveChecklist(
        std::move(change), m_context.caller.expect<void>([this, left = std::move(left),
                                                          reply](const base::Result<void>& saved) {
            m_held[left.release].release.reset(); // read again what is there
            if (saved) {
                m_hub.changed({.releases = true});
                dropFiles(left, reply);
                return;
            }
            reply->answer(base::fail(saved.error()));
            next(left.release);
        }));
}

void Releases::dropFiles(Dropping what, const SharedReply<EraseAnswer>& reply)
{
    const auto files = what.files;
    m_context.store.dropEvidence(
        files, m_context.caller.expect<int>(
                   [this, what = std::move(what), reply](const base::Result<int>& dropped) mutable {
                       if (dropped)
                           what.erased.files += *dropped;
                       else
                           what.fault = dropped.error();
                       dropCopies(std::move(what), reply);
                   }));
}

void Releases::dropCopies(Dropping what, const SharedReply<EraseAnswer>& reply)
{
    using Copies = store::ErasedCopies;
    const auto files = what.files;
    m_context.store.dropEvidenceCopies(
        files, m_context.caller.expect<Copies>(
                   [this, what = std::move(what), reply](const base::Result<Copies>& gone) mutable {
                       if (gone) {
                           what.erased.copies = gone->files;
                           what.erased.backups = gone->backups;
                       } else if (!what.fault) {
                           what.fault = gone.error();
                       }
                       endDropping(what, reply);
                   }));
}

void Releases::endDropping(const Dropping& what, const SharedReply<EraseAnswer>& reply)
{
    if (what.fault)
        reply->answer(base::fail(*what.fault));
    else if (what.isAgain && what.erased.files + what.erased.copies == 0)
        reply->answer(
            EraseAnswer(tl::unexpected(release::Refusal{.why = release::Why::NothingToErase})));
    else
        reply->answer(EraseAnswer(what.erased));
    next(what.release);
}

} // namespace desk
