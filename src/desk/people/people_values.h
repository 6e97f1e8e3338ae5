// SPDX-License-Identifier: GPL-3.0-or-later
// What the facade gives and takes of the people of the shop.
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "people/values.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace desk {

/// Proof of who acts, until it is taken back; empty: nobody said who. 128 random bits, never logged
/// or stored. Empty it counts while nothing is in the way: nobody is there, or one alone without a
/// passphrase, who then acts.
using Badge = base::StrongText<struct BadgeTag>;

struct SignIn {
    base::PersonId person; ///< none: the one who is alone
    QString passphrase;    ///< where one is set
};

/// Who holds a badge.
struct WhoAmI {
    base::PersonId person;
    QString name;
    people::Roles roles;
    bool isLocked = false; ///< idle for too long: unlock() goes on
};

/// What is to become of somebody; what is not named stays.
struct PersonChange {
    base::PersonId person; ///< none: a new one, with a name
    std::optional<QString> name;
    std::optional<people::Roles> roles;
    std::optional<bool> isActive; ///< false: locked out
};

struct PassphraseChange {
    base::PersonId person;
    QString current; ///< one's own, where it is set
    QString fresh;   ///< empty: none from now on
};

struct PeopleAuditQuery {
    qint64 before = 0; ///< only what is older than this entry; 0: from the newest
    int limit = 128;
};

/// A change of the people: who, when, what.
struct PeopleAuditEntry {
    qint64 id = 0;
    base::WallTime time;
    QString byName, subjectName; ///< as they are called now; empty: nobody was there yet
    /// person.added, person.changed, person.passphrase_set, person.passphrase_cleared,
    /// person.passphrase_rehashed
    QString what;
    QByteArray detail; ///< JSON {"name":[from,to],"roles":[from,to],"active":[from,to]}
};

/// Minutes without a sign of life after which a badge is locked where its holder has a passphrase;
/// 0: never.
inline constexpr char16_t kLockMinutesSetting[] = u"people.lock_minutes";
inline constexpr int kLockMinutes = 15;

} // namespace desk
