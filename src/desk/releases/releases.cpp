// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/releases.h"

#include "desk/releases/actors.h"
#include "release/ledger/ledger_file.h"
#include "release/rollout/rollback.h"
#include "release/schedule.h"
#include "release/states.h"

#include <algorithm>

namespace desk {

namespace {

/// Without a key the chain is one that everybody can compute: it shows mistakes, not malice.
release::Ledger ledgerWith(const QByteArray& key)
{
    auto keyed = release::Ledger::withKey(key);
    return keyed ? *std::move(keyed)
                 : *release::Ledger::withKey(QByteArray(release::kLedgerKeyBytes, '\0'));
}

} // namespace

Releases::Releases(Context& context, Hub& hub, People& people, Masking& masking)
    : m_context(context), m_hub(hub), m_people(people), m_masking(masking),
      m_ledger(ledgerWith(context.options.ledgerKey)),
      m_isKeyed(context.options.ledgerKey.size() >= release::kLedgerKeyBytes)
{
}

QByteArray Releases::salt() const
{
    return QByteArray::fromHex(
        base::randomHex(m_context.random, static_cast<int>(release::kLedgerSaltBytes)).toLatin1());
}

// ---- Reading ----

void Releases::hold(Held& place, StoredRelease stored, const LedgerReport& report)
{
    place.release = stored.unreadable.isEmpty()
                        ? std::make_shared<const release::Release>(std::move(stored.release))
                        : nullptr;
    place.outline = place.release ? release::outlineAfter({}, {}, *place.release) : nullptr;
    place.head = std::move(stored.ledger.head);
    place.isOfOtherKey = report.verdict.isOfOtherKey;
    place.word = report.isSound() ? release::LedgerWord::Sound : release::LedgerWord::Damaged;
}

void Releases::load(const QString& id, const Freezes& freezes, Loaded done)
{
    const auto it = m_held.find(id);
    if (it != m_held.end() && it->second.release) {
        done(&it->second);
        return;
    }
    m_context.store.checklist(
        id, m_context.caller.expect<store::ChecklistRow>(
                [this, id, freezes,
                 done = std::move(done)](const base::Result<store::ChecklistRow>& row) {
                    if (!row) {
                        done(base::fail(row.error()));
                        return;
                    }
                    auto stored = storedOf(*row);
                    if (!stored.unreadable.isEmpty()) {
                        done(base::fail(base::Code::Corrupt,
                                        stored.unreadable.join(QStringLiteral(", "))));
                        return;
                    }
                    Held& place = m_held[id];
                    if (!place.release) { // else somebody was faster, and may have gone on
                        const auto report = judged(stored, *freezes, m_ledger, {}, {});
                        hold(place, std::move(stored), report);
                    }
                    done(&place);
                }));
}

ReleaseView Releases::view(const Held& held, const StoredFreezes& freezes, base::PersonId who) const
{
    const release::LedgerWord word = std::max(held.word, freezes.word());
    return {.release = held.release,
            .outline = held.outline,
            .freezes = freezes.windows,
            .ledger = held.head,
            .ledgerWord = word,
            .gate = release::gateOf(
                *held.outline, *held.release,
                {.now = m_context.clock.wall(), .freezes = freezes.windows, .ledger = word}),
            .me = who.isValid() ? actorOf(m_context.people, who) : release::Actor(),
            .mayRunCommands = mayDo(m_context.people, who, people::Action::RunCommands).has_value(),
            .mayErase =
                mayDo(m_context.people, who, people::Action::EraseReleaseTexts).has_value()};
}

void Releases::open(const Badge& badge, const QString& id, const SharedReply<ReleaseView>& reply)
{
    const base::PersonId who = m_people.who(badge);
    withFreezes([this, who, id, reply](const base::Result<Freezes>& freezes) {
        if (!freezes) {
            reply->answer(base::fail(freezes.error()));
            return;
        }
        load(id, *freezes, [this, who, freezes = *freezes, reply](const base::Result<Held*>& held) {
            if (held)
                reply->answer(view(**held, *freezes, who));
            else
                reply->answer(base::fail(held.error()));
        });
    });
}

const ReleaseSummary& Releases::listed(Held& held, const Freezes& freezes) const
{
    constexpr std::chrono::minutes kFresh{1};
    const base::WallTime now = m_context.clock.wall();
    const Listed* const last = held.listed.get();
    const bool isFresh = last && last->of == held.release && last->word == held.word &&
                         last->freezes == freezes && last->at <= now && now < last->at + kFresh;
    if (!isFresh)
        held.listed = std::make_shared<const Listed>(
            Listed{held.release, held.word, freezes, now, summary(held, *freezes, now)});
    return held.listed->summary;
}

ReleaseSummary Releases::summary(const Held& held, const StoredFreezes& freezes,
                                 base::WallTime now) const
{
    const release::Release& release = *held.release;
    const auto& outline = *held.outline;
    ReleaseSummary summary{.id = release.id,
                           .title = release.title,
                           .templateId = release.templateId,
                           .canary = release.canary.status,
                           .createdAt = release.createdAt,
                           .plannedFor = release.plannedFor,
                           .releasedAt = release.releasedAt};
    summary.verdict =
        release::gateOf(
            outline, release,
            {.now = now, .freezes = freezes.windows, .ledger = std::max(held.word, freezes.word())})
            .verdict;
    if (!outline)
        return summary;
    const auto states = release::statesAt(*outline, release, now);
    for (std::size_t i = 0; i < states.size(); ++i) {
        const int item = static_cast<int>(i);
        const auto itemClass = outline->itemClass(item);
        if (!outline->isLeaf(item) || outline->isAfterGo(item) ||
            itemClass == release::ItemClass::Optional)
            continue;
        const bool isBlocker = itemClass == release::ItemClass::Blocker;
        const bool isOver =
            isBlocker ? release::isConfirmed(states[i]) : release::isSettled(states[i]);
        ++summary.items;
        summary.settled += isOver ? 1 : 0;
        summary.openBlockers += isBlocker && !isOver ? 1 : 0;
    }
    summary.late = static_cast<int>(release::scheduleOf(*outline, release, now).late.size());
    return summary;
}

// Each is read once and stays; they are few. One that cannot be read hides no other.
void Releases::loadEach(const Freezes& freezes, EachLoaded each,
                        std::function<void(const base::Result<void>&)> done)
{
    struct Walk {
        QStringList ids;
        qsizetype at = 0;
        std::function<void()> goOn;
    };
    const auto walk = std::make_shared<Walk>();
    const auto end = [walk, done = std::move(done)](const base::Result<void>& result) {
        walk->goOn = nullptr;
        done(result);
    };
    walk->goOn = [this, walk, freezes, each = std::move(each), end] {
        if (walk->at == walk->ids.size()) {
            end({});
            return;
        }
        const QString id = walk->ids[walk->at++];
        load(id, freezes, [walk, id, each](const base::Result<Held*>& held) {
            each(id, held);
            const auto goOn = walk->goOn;
            goOn();
        });
    };
    m_context.store.checklistIds(
        m_context.caller.expect<QStringList>([walk, end](const base::Result<QStringList>& ids) {
            if (!ids) {
                end(base::fail(ids.error()));
                return;
            }
            walk->ids = *ids;
            const auto goOn = walk->goOn;
            goOn();
        }));
}

void Releases::list(const SharedReply<std::vector<ReleaseSummary>>& reply)
{
    withFreezes([this, reply](const base::Result<Freezes>& freezes) {
        if (!freezes) {
            reply->answer(base::fail(freezes.error()));
            return;
        }
        const auto summaries = std::make_shared<std::vector<ReleaseSummary>>();
        loadEach(
            *freezes,
            [this, summaries, freezes = *freezes](const QString& id,
                                                  const base::Result<Held*>& held) {
                summaries->push_back(
                    held ? listed(**held, freezes)
                         : ReleaseSummary{.id = id, .title = id, .fault = held.error().detail});
            },
            [summaries, reply](const base::Result<void>& all) {
                if (all)
                    reply->answer(std::move(*summaries));
                else
                    reply->answer(base::fail(all.error()));
            });
    });
}

void Releases::out(base::WallTime since, const SharedReply<OutReleases>& reply)
{
    const auto tell = [this, since, reply] {
        OutReleases found;
        for (const auto& [id, held] : m_held) {
            const auto from = held.release ? release::lookedAfterFrom(*held.release) : std::nullopt;
            if (from && *from >= since)
                found.push_back(held.release);
        }
        reply->answer(std::move(found));
    };
    if (m_isAllRead) {
        tell();
        return;
    }
    withFreezes([this, tell, reply](const base::Result<Freezes>& freezes) {
        if (!freezes) {
            reply->answer(base::fail(freezes.error()));
            return;
        }
        // One that is damaged is told of where releases are listed; the others are looked after.
        loadEach(
            *freezes, [](const QString& /*id*/, const base::Result<Held*>& /*held*/) {},
            [this, tell, reply](const base::Result<void>& read) {
                if (!read) {
                    reply->answer(base::fail(read.error()));
                    return;
                }
                m_isAllRead = true;
                tell();
            });
    });
}

base::Result<std::vector<LedgerLine>>
Releases::linesOf(const std::vector<store::ChecklistEntryRow>& rows) const
{
    std::vector<LedgerLine> lines;
    for (const auto& row : rows) {
        auto entry = release::readEntry(row.line);
        if (!entry)
            return base::fail(entry.error());
        const QString name = m_context.nameOf(entry->by);
        lines.push_back({.entry = *std::move(entry), .byName = name, .text = row.text});
    }
    return lines;
}

void Releases::history(const QString& id, const SharedReply<std::vector<LedgerLine>>& reply)
{
    using Rows = std::vector<store::ChecklistEntryRow>;
    m_context.store.checklistEntries(
        id, m_context.caller.expect<Rows>([this, reply](const base::Result<Rows>& rows) {
            reply->answer(rows ? linesOf(*rows)
                               : base::Result<std::vector<LedgerLine>>(base::fail(rows.error())));
        }));
}

void Releases::source(const QString& id, const SharedReply<ReleaseSource>& reply)
{
    m_context.store.checklistSource(
        id, m_context.caller.expect<store::ChecklistSource>(
                [reply](const base::Result<store::ChecklistSource>& source) {
                    if (source)
                        reply->answer(ReleaseSource{source->name, source->bytes});
                    else
                        reply->answer(base::fail(source.error()));
                }));
}

void Releases::evidence(const QByteArray& hash, const SharedReply<QByteArray>& reply)
{
    m_context.store.evidence(
        hash, m_context.caller.expect<QByteArray>(
                  [reply](base::Result<QByteArray> bytes) { reply->answer(std::move(bytes)); }));
}

} // namespace desk
