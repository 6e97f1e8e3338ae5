// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/task.h"
#include "desk/agents.h"
#include "desk/people/badges.h"
#include "people/attempts.h"

#include <deque>
#include <functional>
#include <map>

namespace desk {

/// The people of the shop: who they are, what they may do, how they prove it. Lives on the desk
/// thread; passphrases are hashed on a thread of their own. Changes are made one after the other, so
/// that two that are right alone never take away the last lead together.
class People
{
public:
    People(Context& context, Hub& hub, Agents& agents);

    /// Before the threads start.
    void load(const std::vector<store::Person>& rows);
    void start() { m_worker.start(); }
    /// Before the desk thread ends. Waits for the passphrase under way.
    void stop() { m_worker.stop(); }

    enum class Which { Active, All };
    void list(Which which, const SharedReply<std::vector<Person>>& reply) const;
    void audit(const Badge& badge, const PeopleAuditQuery& query,
               const SharedReply<std::vector<PeopleAuditEntry>>& reply);

    /// Who holds the badge; nobody, where it is locked or none's.
    [[nodiscard]] base::PersonId who(const Badge& badge)
    {
        return actor(badge).value_or(base::PersonId());
    }
    /// Who acts, if they may. Refused: nobody said so, the badge is locked, no role allows it.
    [[nodiscard]] base::Result<base::PersonId> whoMay(const Badge& badge, people::Action action);
    using Checked = std::function<void(const base::Result<void>&)>;
    /// That it is still this person, where a passphrase is set. Refused, RateLimited, Busy.
    void prove(base::PersonId person, const QString& passphrase, Checked done);

    void signIn(const SignIn& who, const SharedReply<Badge>& reply);
    void signOut(const Badge& badge) { m_badges.takeBack(badge); }
    void whoAmI(const Badge& badge, const SharedReply<WhoAmI>& reply);
    void stayAwake(const Badge& badge);
    void unlock(const Badge& badge, const QString& passphrase, const SharedReply<void>& reply);

    void change(const Badge& badge, const PersonChange& change, const SharedReply<Person>& reply);
    void setPassphrase(const Badge& badge, const PassphraseChange& change,
                       const SharedReply<Person>& reply);
    /// The short way while passphrases are not in use: somebody new who adds themselves, or a name.
    void save(base::PersonId id, const QString& name, const SharedReply<Person>& reply);

private:
    struct Verdict {
        bool isRight = false;
        QByteArray rehashed; ///< the same passphrase at today's cost; empty: it is
    };
    /// Who acts. Refused: nobody said so, or the badge is locked.
    [[nodiscard]] base::Result<base::PersonId> actor(const Badge& badge);
    [[nodiscard]] store::AuditNote note(base::PersonId by, const char* what,
                                        const QByteArray& detail = "{}") const;

    [[nodiscard]] base::Result<void> mayChange(base::PersonId by, const PersonChange& change) const;
    /// The row as it would be. Invalid: a name or roles that cannot stand. NotFound.
    [[nodiscard]] base::Result<store::Person> changed(const PersonChange& change) const;
    [[nodiscard]] base::Result<void> isFree(const store::Person& row) const;
    [[nodiscard]] base::Result<void> staysLed(const store::Person& row) const;

    /// Runs when what was queued before is stored, or not; it ends in refuse() or store().
    void inTurn(const SharedReply<Person>& reply, base::Task work);
    void make(base::PersonId by, const PersonChange& change, const SharedReply<Person>& reply);
    void refuse(const SharedReply<Person>& reply, const base::Error& error);
    void store(const store::Person& row, const store::AuditNote& note,
               const SharedReply<Person>& reply);
    Person take(const store::Person& row);
    void next();

    /// Nothing to check where none is set. Refused: another one, or locked out. RateLimited: too many
    /// wrong ones, or one is being looked at. Busy.
    void check(base::PersonId person, const QString& passphrase, Checked done);
    /// Those that wait for it; they are to be run when the one before was answered.
    [[nodiscard]] std::deque<base::Task> endChecking(base::PersonId person);
    void wasChecked(base::PersonId person, const QByteArray& hash, const Verdict& verdict,
                    const Checked& done);
    void changePassphrase(base::PersonId by, const Badge& badge, const PassphraseChange& change,
                          const SharedReply<Person>& reply);
    struct NewHash {
        base::PersonId person;
        QByteArray from, to;
    };
    /// Conflict: it is not `from` any more.
    void keepPassphrase(base::PersonId by, const NewHash& hash, const char* what,
                        const SharedReply<Person>& reply);

    [[nodiscard]] std::optional<base::milliseconds> idleTime() const;
    void lockIdle();
    void armLock();

    Context& m_context;
    Hub& m_hub;
    Agents& m_agents;
    std::map<base::PersonId, store::Person> m_rows;
    Badges m_badges;
    std::map<base::PersonId, people::Attempts> m_attempts;
    /// Of each person, those that wait while one is checked.
    std::map<base::PersonId, std::deque<base::Task>> m_checking;
    std::deque<base::Task> m_waiting;
    bool m_isChanging = false, m_isLockArmed = false;
    base::Worker m_worker;
};

} // namespace desk
