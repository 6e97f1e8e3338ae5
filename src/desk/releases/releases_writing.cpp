// SPDX-License-Identifier: GPL-3.0-or-later
// What people do to releases: one after the other, written down, stored as one.
#include "base/ids.h"
#include "desk/releases/actors.h"
#include "desk/releases/evidence.h"
#include "desk/releases/releases.h"
#include "desk/releases/stored.h"
#include "desk/smart/smart_mode.h"
#include "release/record/record.h"
#include "release/rollout/canary.h"
#include "release/template_loader.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

/// What a deed says in somebody's words, for all to read.
QStringList saidIn(const release::Deed& deed)
{
    return std::visit(
        [](const auto& each) -> QStringList {
            using T = std::remove_cvref_t<decltype(each)>;
            if constexpr (std::is_same_v<T, release::Say>)
                return {each.text};
            else if constexpr (std::is_same_v<T, release::Sign>)
                return {each.comment};
            else if constexpr (std::is_same_v<T, release::PlanItem>)
                return {each.plan.title, each.plan.acceptance};
            else if constexpr (std::is_same_v<T, release::Reschedule>)
                return {each.title.value_or(QString())};
            else if constexpr (std::is_same_v<T, release::PlanRule>)
                return textsOf(each.rule);
            else if constexpr (std::is_same_v<T, release::PlanRollout>)
                return textsOf(each.canary, each.rollback);
            else if constexpr (requires { each.reason; })
                return {each.reason};
            else
                return {};
        },
        deed);
}

/// Whether it changes something else than what the person saw.
bool isOutdated(const release::Deed& deed, const release::Release& now)
{
    const auto* plan = std::get_if<release::PlanRollout>(&deed);
    return plan && (plan->canarySeen.value_or(now.canaryPlan) != now.canaryPlan ||
                    plan->rollbackSeen.value_or(now.rollbackPlan) != now.rollbackPlan);
}

bool isTooLong(const QString& text)
{
    return text.size() > kLongestReleaseText;
}

/// On one line, without what a terminal would obey.
QString titleOf(QString said)
{
    for (QChar& c : said) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return said.simplified();
}

/// With its title as one line.
release::Deed tidied(release::Deed deed)
{
    if (auto* plan = std::get_if<release::PlanItem>(&deed))
        plan->plan.title = titleOf(plan->plan.title);
    if (auto* reschedule = std::get_if<release::Reschedule>(&deed); reschedule && reschedule->title)
        reschedule->title = titleOf(*reschedule->title);
    return deed;
}

} // namespace

void Releases::inTurn(const QString& id, base::Task work)
{
    auto& waiting = m_waiting[id];
    waiting.push_back(std::move(work));
    if (waiting.size() == 1)
        waiting.front()();
}

void Releases::next(const QString& id)
{
    auto& waiting = m_waiting[id];
    waiting.pop_front();
    if (waiting.empty())
        m_waiting.erase(id);
    else
        waiting.front()();
}

void Releases::act(const Badge& badge, ReleaseDeed wanted, const SharedReply<DeedAnswer>& reply)
{
    const auto by = m_people.whoMay(badge, actionOf(wanted.deed));
    if (!by) {
        reply->answer(base::fail(by.error()));
        return;
    }
    if (std::holds_alternative<release::Found>(wanted.deed)) {
        reply->answer(
            base::fail(base::Code::Refused, QStringLiteral("nobody says what was found")));
        return;
    }
    const QString id = wanted.release;
    inTurn(id, [this, by = *by, wanted = std::move(wanted), reply] {
        const auto goOn = [this, id = wanted.release, by,
                           reply](const base::Result<release::Deed>& deed) {
            performTaken(id, by, deed, reply);
        };
        if (!needsPassphrase(wanted.deed)) {
            take(wanted, goOn);
            return;
        }
        m_people.prove(by, wanted.passphrase,
                       [this, wanted, goOn](const base::Result<void>& proved) {
                           if (proved)
                               take(wanted, goOn);
                           else
                               goOn(base::fail(proved.error()));
                       });
    });
}

void Releases::record(ReleaseDeed finding, const SharedReply<DeedAnswer>& reply)
{
    const QString id = finding.release;
    inTurn(id, [this, id, finding = std::move(finding), reply] {
        take(finding, [this, id, reply](const base::Result<release::Deed>& deed) {
            performTaken(id, {}, deed, reply);
        });
    });
}

void Releases::performTaken(const QString& id, base::PersonId by,
                            const base::Result<release::Deed>& deed,
                            const SharedReply<DeedAnswer>& reply)
{
    if (!deed) {
        reply->answer(base::fail(deed.error()));
        next(id);
    } else if (restsOnTheGate(*deed)) {
        performVerified(id, by, *deed, reply);
    } else {
        perform(id, by, *deed, reply);
    }
}

void Releases::take(ReleaseDeed wanted, Taken done)
{
    wanted.deed = tidied(std::move(wanted.deed));
    const QStringList texts = saidIn(wanted.deed);
    const bool isLong = std::ranges::any_of(texts, isTooLong);
    if (isLong || holdsSecret(texts.join(u'\n'))) {
        done(isLong ? base::fail(base::Code::Invalid, QStringLiteral("a text is too long"))
                    : base::fail(base::Code::Refused,
                                 QStringLiteral("a secret is not for all to read")));
        return;
    }
    if (const auto* parameter = std::get_if<release::SetParameter>(&wanted.deed);
        parameter && holdsSecret(parameter->name + QStringLiteral(": ") + parameter->value)) {
        done(base::fail(base::Code::Refused, QStringLiteral("a secret is no parameter")));
        return;
    }
    if (const auto* plan = std::get_if<release::PlanItem>(&wanted.deed);
        plan && holdsSecret(plan->plan)) {
        done(base::fail(base::Code::Refused, QStringLiteral("a secret is no part of a plan")));
        return;
    }
    auto* show = std::get_if<release::Show>(&wanted.deed);
    auto* found = std::get_if<release::Found>(&wanted.deed);
    if (!show && !found) {
        done(std::move(wanted.deed));
        return;
    }
    release::Evidence& evidence = show ? show->evidence : found->evidence;
    using Kept = release::Evidence;
    auto kept = m_context.caller.expect<Kept>(
        [this, isShown = show != nullptr, item = show ? show->item : found->item,
         file = wanted.file, done = std::move(done)](const base::Result<Kept>& result) {
            if (!result)
                done(base::fail(result.error()));
            else if (isShown)
                keepFile({.item = item, .evidence = *result}, file, done);
            else
                done(release::Deed(release::Found{item, *result}));
        });
    kept.setWhenDropped(base::Code::Busy);
    m_masking.later(
        [evidence = std::move(evidence), file = std::move(wanted.file),
         kept = std::move(kept)]() mutable { kept.answer(keepable(std::move(evidence), file)); });
}

void Releases::keepFile(release::Show show, QByteArray file, Taken done)
{
    if (file.isEmpty()) {
        done(release::Deed(std::move(show)));
        return;
    }
    m_context.store.saveEvidence(
        std::move(file),
        m_context.caller.expect<QByteArray>([show = std::move(show), done = std::move(done)](
                                                const base::Result<QByteArray>& hash) mutable {
            if (!hash) {
                done(base::fail(hash.error()));
                return;
            }
            show.evidence.fileHash = *hash;
            done(release::Deed(std::move(show)));
        }));
}

// In its turn: ends in next(), like all that it goes on with.
void Releases::performVerified(const QString& id, base::PersonId by, const release::Deed& deed,
                               const SharedReply<DeedAnswer>& reply)
{
    forgetFreezes();
    judgeAnew(id, {}, [this, id, by, deed, reply](const base::Result<LedgerReport>& report) {
        if (report) {
            perform(id, by, deed, reply);
            return;
        }
        reply->answer(base::fail(report.error()));
        next(id);
    });
}

void Releases::perform(const QString& id, base::PersonId by, const release::Deed& deed,
                       const SharedReply<DeedAnswer>& reply)
{
    const auto refuse = [this, id, reply](const base::Error& error) {
        reply->answer(base::fail(error));
        next(id);
    };
    withFreezes([this, id, by, deed, reply, refuse](const base::Result<Freezes>& freezes) {
        if (!freezes) {
            refuse(freezes.error());
            return;
        }
        load(id, *freezes,
             [this, by, deed, freezes = *freezes, reply, refuse](const base::Result<Held*>& held) {
                 if (held)
                     performOn(**held, freezes, by, deed, reply);
                 else
                     refuse(held.error());
             });
    });
}

void Releases::performOn(const Held& held, const Freezes& freezes, base::PersonId by,
                         const release::Deed& deed, const SharedReply<DeedAnswer>& reply)
{
    const release::Release& before = *held.release;
    const QString id = before.id;
    if (held.isOfOtherKey) {
        reply->answer(base::fail(base::Code::NoSecret,
                                 QStringLiteral("the ledger was written with another key")));
        next(id);
        return;
    }
    if (isOutdated(deed, before)) {
        reply->answer(base::fail(base::Code::Conflict, QStringLiteral("it was changed meanwhile")));
        next(id);
        return;
    }
    auto deeds = release::done(
        *held.outline, before, deed,
        {.actor = actorOf(m_context.people, by),
         .now = m_context.clock.wall(),
         .freezes = freezes->windows,
         .ledger = std::max(held.word, freezes->word()),
         .isProved = needsPassphrase(deed) && hasPassphrase(m_context.people, by),
         .freezeLedger = freezes->ledger.head,
         .salt = [this] { return salt(); },
         .id = [this] { return base::makeUlid(m_context.clock.wall(), m_context.random); }});
    if (!deeds) {
        reply->answer(DeedAnswer(tl::unexpected(std::move(deeds.error()))));
        next(id);
        return;
    }
    if (deeds->said.empty()) { // it is so already
        reply->answer(DeedAnswer(view(m_held[id], *freezes, by)));
        next(id);
        return;
    }
    store(id, freezes, by, *std::move(deeds), reply);
}

void Releases::store(const QString& id, const Freezes& freezes, base::PersonId by,
                     release::Deeds deeds, const SharedReply<DeedAnswer>& reply)
{
    Held& held = m_held[id];
    auto change = changeOf(*held.release, held.head, deeds, m_ledger);
    const release::LedgerHead head{.count = change.after.entries, .link = change.after.head};
    auto after = std::make_shared<const release::Release>(std::move(deeds.after));
    m_context.store.saveChecklist(
        std::move(change),
        m_context.caller.expect<void>([this, id, freezes, by, after = std::move(after), head,
                                       reply](const base::Result<void>& saved) {
            Held& now = m_held[id];
            if (!saved) {
                now.release.reset(); // read again what is there
                m_isAllRead = false;
                reply->answer(base::fail(saved.error()));
                next(id);
                return;
            }
            const auto before = std::exchange(now.release, after);
            now.outline = release::outlineAfter(now.outline, *before, *after);
            now.head = head;
            rollOut(*before, *after, [this, id, freezes, by, reply] {
                m_hub.changed({.releases = true});
                reply->answer(DeedAnswer(view(m_held[id], *freezes, by)));
                next(id);
            });
        }));
}

// Where the stages say so. What cannot be stored does not take back what was decided: it is told, and
// the window shows what counts.
void Releases::rollOut(const release::Release& before, const release::Release& after,
                       const std::function<void()>& done)
{
    const int share = release::shareOf(after.canaryPlan, after.canary);
    if (!release::rollsOutSmartMode(after) ||
        share == release::shareOf(before.canaryPlan, before.canary)) {
        done();
        return;
    }
    const QString value = smartShareText(share);
    m_context.store.saveSetting(
        kSmartModeSetting, value,
        m_context.caller.expect<void>([this, value, done](const base::Result<void>& saved) {
            if (saved) {
                m_context.settings[kSmartModeSetting] = value;
                m_hub.changed({.settings = true});
            } else {
                m_context.log.error("releases", "smart_mode_not_set",
                                    {{"detail", saved.error().detail}});
            }
            done();
        }));
}

void Releases::create(const Badge& badge, NewRelease wanted, const SharedReply<ReleaseView>& reply)
{
    const auto by = m_people.whoMay(badge, people::Action::EditReleases);
    const QString title = titleOf(wanted.title);
    const bool isTooLarge = title.size() > kLongestReleaseText ||
                            wanted.plan.items.size() > release::kMostItems ||
                            (wanted.source && wanted.source->bytes.size() > kLongestReleaseSource);
    const auto outline = release::Outline::of(wanted.plan);
    if (!by || title.isEmpty() || isTooLarge || !outline) {
        reply->answer(base::fail(
            !by ? by.error()
                : base::Error{
                      base::Code::Invalid,
                      QStringLiteral("a title, items that fit together, and not too many")}));
        return;
    }
    if (const auto& isOffered = m_context.options.offersCheck)
        release::leaveOut(wanted.plan.items, isOffered);
    const base::WallTime now = m_context.clock.wall();
    release::Release made =
        release::releaseOf(wanted.plan, base::makeUlid(now, m_context.random), title, now);
    made.plannedFor = wanted.plannedFor;
    release::Deeds deeds{made, {release::attestCreation(made, actorOf(m_context.people, *by))}};
    Held held{.release = std::make_shared<const release::Release>(made),
              .outline = release::outlineAfter({}, {}, made),
              .head = m_ledger.genesis(made.id),
              .word = release::LedgerWord::Sound};
    auto change = changeOf({}, held.head, deeds, m_ledger);
    change.before.reset();
    change.ulid = made.id;
    if (wanted.source)
        change.source = store::ChecklistSource{wanted.source->name, wanted.source->bytes};
    held.head = {.count = change.after.entries, .link = change.after.head};
    m_context.store.saveChecklist(
        std::move(change),
        m_context.caller.expect<void>([this, badge, id = made.id, held = std::move(held),
                                       reply](const base::Result<void>& saved) mutable {
            if (!saved) {
                reply->answer(base::fail(saved.error()));
                return;
            }
            m_held[id] = std::move(held);
            m_hub.changed({.releases = true});
            open(badge, id, reply);
        }));
}

} // namespace desk
