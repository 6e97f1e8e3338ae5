// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/releases.h"

#include "desk/releases/actors.h"
#include "release/ledger/ledger_file.h"
#include "release/record/record.h"
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

base::Result<Releases::Held> Releases::heldOf(const store::ChecklistRow& row) const
{
    auto release = release::releaseOf(row.frame);
    if (!release)
        return base::fail(release.error());
    release->items.reserve(row.items.size());
    for (const QByteArray& record : row.items) {
        auto item = release::itemOf(record);
        if (!item)
            return base::fail(item.error());
        release->items.push_back(*std::move(item));
    }
    Held held;
    held.release = std::make_shared<const release::Release>(*std::move(release));
    held.head = {.count = row.ledger.entries, .link = row.ledger.head};
    return held;
}

void Releases::load(const QString& id, Loaded done)
{
    const auto it = m_held.find(id);
    if (it != m_held.end() && it->second.release) {
        done(&it->second);
        return;
    }
    m_context.store.checklist(
        id, m_context.caller.expect<store::ChecklistRow>(
                [this, id, done = std::move(done)](const base::Result<store::ChecklistRow>& row) {
                    auto held = row ? heldOf(*row) : base::Result<Held>(base::fail(row.error()));
                    if (!held) {
                        done(base::fail(held.error()));
                        return;
                    }
                    Held& place = m_held[id];
                    if (!place.release) { // else somebody was faster, and may have gone on
                        place.release = std::move(held->release);
                        place.head = std::move(held->head);
                    }
                    done(&place);
                }));
}

void Releases::withFreezes(std::function<void(const base::Result<void>&)> done)
{
    if (m_freezes) {
        done({});
        return;
    }
    using Rows = std::vector<store::FreezeRow>;
    m_context.store.freezes(m_context.caller.expect<Rows>(
        [this, done = std::move(done)](const base::Result<Rows>& rows) {
            if (!rows) {
                done(base::fail(rows.error()));
                return;
            }
            std::vector<release::FreezeWindow> freezes;
            for (const auto& row : *rows) {
                auto window = release::freezeOf(row.record);
                if (!window) {
                    done(base::fail(window.error()));
                    return;
                }
                freezes.push_back(*std::move(window));
            }
            m_freezes = std::move(freezes);
            done({});
        }));
}

ReleaseView Releases::view(const Held& held, base::PersonId who) const
{
    const auto freezes = m_freezes.value_or(std::vector<release::FreezeWindow>());
    return {.release = held.release,
            .freezes = freezes,
            .ledger = held.head,
            .ledgerWord = held.word,
            .gate = release::gateOf(
                release::Outline::of(*held.release), *held.release,
                {.now = m_context.clock.wall(), .freezes = freezes, .ledger = held.word}),
            .me = who.isValid() ? actorOf(m_context.people, who) : release::Actor(),
            .mayRunCommands =
                mayDo(m_context.people, who, people::Action::RunCommands).has_value()};
}

void Releases::open(const Badge& badge, const QString& id, const SharedReply<ReleaseView>& reply)
{
    const base::PersonId who = m_people.who(badge);
    withFreezes([this, who, id, reply](const base::Result<void>& known) {
        if (!known) {
            reply->answer(base::fail(known.error()));
            return;
        }
        load(id, [this, who, reply](const base::Result<Held*>& held) {
            if (held)
                reply->answer(view(**held, who));
            else
                reply->answer(base::fail(held.error()));
        });
    });
}

const ReleaseSummary& Releases::listed(Held& held) const
{
    constexpr std::chrono::minutes kFresh{1};
    const base::WallTime now = m_context.clock.wall();
    const auto freezes = m_freezes.value_or(std::vector<release::FreezeWindow>());
    const Listed* const last = held.listed.get();
    const bool isFresh = last && last->of == held.release && last->word == held.word &&
                         last->freezes == freezes && last->at <= now && now < last->at + kFresh;
    if (!isFresh)
        held.listed = std::make_shared<const Listed>(
            Listed{held.release, held.word, freezes, now, summary(*held.release, now)});
    return held.listed->summary;
}

ReleaseSummary Releases::summary(const release::Release& release, base::WallTime now) const
{
    ReleaseSummary summary{.id = release.id,
                           .title = release.title,
                           .templateId = release.templateId,
                           .canary = release.canary.status,
                           .createdAt = release.createdAt,
                           .plannedFor = release.plannedFor,
                           .releasedAt = release.releasedAt};
    const auto outline = release::Outline::of(release);
    summary.verdict =
        release::gateOf(outline, release,
                        {.now = now,
                         .freezes = m_freezes.value_or(std::vector<release::FreezeWindow>()),
                         .ledger = m_held.at(release.id).word})
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

// Each is read once and stays; they are few.
void Releases::loadEach(EachLoaded each, std::function<void(const base::Result<void>&)> done)
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
    walk->goOn = [this, walk, each = std::move(each), end] {
        if (walk->at == walk->ids.size()) {
            end({});
            return;
        }
        load(walk->ids[walk->at++], [walk, each, end](const base::Result<Held*>& held) {
            if (const auto taken = each(held); !taken) {
                end(taken);
                return;
            }
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
    const auto summaries = std::make_shared<std::vector<ReleaseSummary>>();
    const auto tell = [summaries, reply](const base::Result<void>& all) {
        if (all)
            reply->answer(std::move(*summaries));
        else
            reply->answer(base::fail(all.error()));
    };
    withFreezes([this, summaries, tell](const base::Result<void>& known) {
        if (!known) {
            tell(known);
            return;
        }
        loadEach(
            [this, summaries](const base::Result<Held*>& held) -> base::Result<void> {
                if (!held)
                    return base::fail(held.error());
                summaries->push_back(listed(**held));
                return {};
            },
            tell);
    });
}

void Releases::out(base::WallTime since, const SharedReply<OutReleases>& reply)
{
    const auto tell = [this, since, reply] {
        OutReleases found;
        for (const auto& [id, held] : m_held) {
            if (held.release && held.release->releasedAt && *held.release->releasedAt >= since)
                found.push_back(held.release);
        }
        reply->answer(std::move(found));
    };
    if (m_isAllRead) {
        tell();
        return;
    }
    // One that is damaged is told of where releases are listed; the others are looked after.
    loadEach([](const base::Result<Held*>& /*held*/) { return base::Result<void>(); },
             [this, tell, reply](const base::Result<void>& read) {
                 if (!read) {
                     reply->answer(base::fail(read.error()));
                     return;
                 }
                 m_isAllRead = true;
                 tell();
             });
}

void Releases::history(const QString& id, const SharedReply<std::vector<LedgerLine>>& reply)
{
    using Rows = std::vector<store::ChecklistEntryRow>;
    m_context.store.checklistEntries(
        id, m_context.caller.expect<Rows>([this, reply](const base::Result<Rows>& rows) {
            if (!rows) {
                reply->answer(base::fail(rows.error()));
                return;
            }
            std::vector<LedgerLine> lines;
            for (const auto& row : *rows) {
                auto entry = release::readEntry(row.line);
                if (!entry) {
                    reply->answer(base::fail(entry.error()));
                    return;
                }
                const QString name = m_context.nameOf(entry->by);
                lines.push_back({.entry = *std::move(entry), .byName = name, .text = row.text});
            }
            reply->answer(std::move(lines));
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

void Releases::freezes(const SharedReply<std::vector<release::FreezeWindow>>& reply)
{
    withFreezes([this, reply](const base::Result<void>& known) {
        if (known)
            reply->answer(*m_freezes);
        else
            reply->answer(base::fail(known.error()));
    });
}

} // namespace desk
