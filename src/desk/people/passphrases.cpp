// SPDX-License-Identifier: GPL-3.0-or-later
// How the people prove who they are: badges, passphrases, the lock after a while.
#include "desk/people/allowed.h"
#include "desk/people/people.h"
#include "people/passphrase.h"

#include <algorithm>

namespace desk {

using namespace std::chrono_literals;

namespace {

/// How often the desk looks for who has been silent too long, where anybody can be locked.
constexpr base::milliseconds kLockLook = 15s;
constexpr std::size_t kMostWaiting = 64; ///< for one person's passphrase to be checked

} // namespace

void People::signIn(const SignIn& who, const SharedReply<Badge>& reply)
{
    const base::PersonId person = who.person.isValid() ? who.person : whoIsAlone(m_context.people);
    const auto it = m_rows.find(person);
    if (it == m_rows.end()) {
        reply->answer(base::fail(base::Code::NotFound, QStringLiteral("no such person")));
        return;
    }
    check(person, who.passphrase, [this, person, reply](const base::Result<void>& checked) {
        if (!checked) {
            reply->answer(base::fail(checked.error()));
            return;
        }
        reply->answer(m_badges.give(person, m_context.clock.steady(), m_context.random));
        armLock();
    });
}

void People::unlock(const Badge& badge, const QString& passphrase, const SharedReply<void>& reply)
{
    const auto person = m_badges.holder(badge);
    if (!person) {
        reply->answer(base::fail(base::Code::Refused, QStringLiteral("say first who you are")));
        return;
    }
    check(*person, passphrase, [this, badge, reply](const base::Result<void>& checked) {
        if (checked) {
            m_badges.unlock(badge, m_context.clock.steady());
            m_hub.changed({.people = true});
            armLock();
        }
        reply->answer(checked);
    });
}

void People::whoAmI(const Badge& badge, const SharedReply<WhoAmI>& reply)
{
    lockIdle();
    const bool isOpen = !badge.isValid() && isOpenHouse(m_context.people);
    const auto holder =
        isOpen ? std::optional(whoIsAlone(m_context.people)) : m_badges.holder(badge);
    if (!holder) {
        reply->answer(base::fail(base::Code::Refused, QStringLiteral("say first who you are")));
        return;
    }
    const auto it = m_context.people.find(*holder);
    reply->answer(it == m_context.people.end() ? WhoAmI()
                                               : WhoAmI{.person = it->first,
                                                        .name = it->second.name,
                                                        .roles = it->second.roles,
                                                        .isLocked = m_badges.isLocked(badge)});
}

void People::stayAwake(const Badge& badge)
{
    std::ignore = actor(badge);
}

// ---- Passphrases ----

void People::prove(base::PersonId person, const QString& passphrase, Checked done)
{
    if (m_rows.contains(person))
        check(person, passphrase, std::move(done));
    else
        done({}); // nobody is there yet, and nothing is in the way
}

void People::check(base::PersonId person, const QString& passphrase, Checked done)
{
    const store::Person& row = m_rows.at(person);
    if (!row.isActive || row.passphraseHash.isEmpty()) {
        done(row.isActive
                 ? base::Result<void>()
                 : base::fail(base::Code::Refused, QStringLiteral("this person is locked out")));
        return;
    }
    if (const auto underWay = m_checking.find(person); underWay != m_checking.end()) {
        if (underWay->second.size() >= kMostWaiting)
            done(base::fail(base::Code::Busy, QStringLiteral("too many passphrases to check")));
        else // one after the other, so that what one finds counts for the next
            underWay->second.emplace_back(
                [this, person, passphrase, done = std::move(done)]() mutable {
                    check(person, passphrase, std::move(done));
                });
        return;
    }
    const auto wait = m_attempts[person].wait(m_context.clock.steady());
    if (wait > 0ms) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait);
        done(base::fail(base::Code::RateLimited,
                        QStringLiteral("wait %1 s for the next passphrase").arg(seconds.count())));
        return;
    }
    m_checking[person];
    auto verdict = m_context.caller.expect<Verdict>(
        [this, person, hash = row.passphraseHash,
         done = std::move(done)](const base::Result<Verdict>& found) {
            auto waiting = endChecking(person);
            if (found)
                wasChecked(person, hash, *found, done);
            else
                done(base::fail(found.error()));
            for (base::Task& next : waiting)
                next();
        });
    verdict.setWhenDropped(base::Code::Busy);
    std::ignore = m_worker.post(
        [hash = row.passphraseHash, passphrase, verdict = std::move(verdict)]() mutable {
            Verdict found{.isRight = people::isPassphrase(hash, passphrase)};
            if (found.isRight && people::needsRehash(hash))
                found.rehashed = people::hashPassphrase(passphrase).value_or(QByteArray());
            verdict.answer(std::move(found));
        });
}

std::deque<base::Task> People::endChecking(base::PersonId person)
{
    const auto underWay = m_checking.find(person);
    auto waiting = std::move(underWay->second);
    m_checking.erase(underWay);
    return waiting;
}

void People::wasChecked(base::PersonId person, const QByteArray& hash, const Verdict& verdict,
                        const Checked& done)
{
    const store::Person& row = m_rows.at(person);
    if (!row.isActive || row.passphraseHash != hash) {
        done(base::fail(base::Code::Refused, QStringLiteral("this person was changed meanwhile")));
        return;
    }
    if (!verdict.isRight) {
        m_attempts[person].wasWrong(m_context.clock.steady());
        done(base::fail(base::Code::Refused, QStringLiteral("this is not the passphrase")));
        return;
    }
    m_attempts.erase(person);
    if (verdict.rehashed.isEmpty()) {
        done({});
        return;
    }
    // Whoever signs in next meets the new one. Where it cannot be kept, the old one still fits.
    m_checking[person];
    auto kept = m_context.caller.expect<Person>([this, person, done](const base::Result<Person>&) {
        auto waiting = endChecking(person);
        done({});
        for (base::Task& next : waiting)
            next();
    });
    keepPassphrase(person, {person, hash, verdict.rehashed}, "person.passphrase_rehashed",
                   std::make_shared<base::Reply<Person>>(std::move(kept)));
}

void People::setPassphrase(const Badge& badge, const PassphraseChange& change,
                           const SharedReply<Person>& reply)
{
    const auto by = actor(badge);
    const auto refuseNow = [&reply](const base::Error& error) { reply->answer(base::fail(error)); };
    if (!by)
        return refuseNow(by.error());
    const auto it = m_rows.find(change.person);
    if (it == m_rows.end())
        return refuseNow({base::Code::NotFound, QStringLiteral("no such person")});
    const bool isOwn = change.person == *by;
    if (const auto allowed = mayDo(m_context.people, *by, people::Action::ManagePeople);
        !isOwn && !allowed)
        return refuseNow(allowed.error());
    if (const auto stands = people::checkPassphrase(change.fresh);
        !change.fresh.isEmpty() && !stands)
        return refuseNow(stands.error());
    Checked go = [this, by = *by, badge, change, reply](const base::Result<void>& checked) {
        if (checked)
            changePassphrase(by, badge, change, reply);
        else
            reply->answer(base::fail(checked.error()));
    };
    if (isOwn)
        check(change.person, change.current, std::move(go));
    else
        go({});
}

void People::changePassphrase(base::PersonId by, const Badge& badge, const PassphraseChange& change,
                              const SharedReply<Person>& reply)
{
    const NewHash cleared{.person = change.person, .from = m_rows.at(change.person).passphraseHash};
    if (change.fresh.isEmpty()) {
        keepPassphrase(by, cleared, "person.passphrase_cleared", reply);
        return;
    }
    auto hashed = m_context.caller.expect<QByteArray>([this, by, badge, cleared, reply](
                                                          const base::Result<QByteArray>& hash) {
        if (!hash) {
            reply->answer(base::fail(hash.error()));
            return;
        }
        m_badges.takeBackAll(cleared.person, badge);
        keepPassphrase(by, {cleared.person, cleared.from, *hash}, "person.passphrase_set", reply);
    });
    hashed.setWhenDropped(base::Code::Busy);
    std::ignore = m_worker.post([passphrase = change.fresh, hashed = std::move(hashed)]() mutable {
        hashed.answer(people::hashPassphrase(passphrase));
    });
}

void People::keepPassphrase(base::PersonId by, const NewHash& hash, const char* what,
                            const SharedReply<Person>& reply)
{
    inTurn(reply, [this, by, hash, what, reply] {
        store::Person row = m_rows.at(hash.person);
        if (row.passphraseHash != hash.from) {
            refuse(reply, {base::Code::Conflict, QStringLiteral("it was changed meanwhile")});
            return;
        }
        row.passphraseHash = hash.to;
        store(row, note(by, what), reply);
    });
}

// ---- The lock ----

std::optional<base::milliseconds> People::idleTime() const
{
    constexpr int kLongest = 24 * 60;
    bool isNumber = false;
    const int minutes =
        m_context.settings.value(QString::fromUtf16(kLockMinutesSetting)).toInt(&isNumber);
    if (!isNumber || minutes < 0 || minutes > kLongest)
        return std::chrono::minutes(kLockMinutes);
    return minutes == 0 ? std::nullopt : std::optional(base::milliseconds(minutes * 1min));
}

void People::lockIdle()
{
    const auto idle = idleTime();
    const auto mayLock = [this](base::PersonId person) {
        const auto it = m_rows.find(person);
        return it != m_rows.end() && !it->second.passphraseHash.isEmpty();
    };
    if (idle && m_badges.lockIdle(m_context.clock.steady(), *idle, mayLock))
        m_hub.changed({.people = true});
}

void People::armLock()
{
    if (m_isLockArmed || m_badges.isEmpty())
        return;
    m_isLockArmed = true;
    m_context.timers().after(kLockLook, [this] {
        m_isLockArmed = false;
        lockIdle();
        armLock();
    });
}

} // namespace desk
