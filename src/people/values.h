// SPDX-License-Identifier: GPL-3.0-or-later
// people: who works here. Roles, what each may do, names, passphrases. Pure; knows base and libsodium.
// Any thread. Time comes in as a value; hashing a passphrase takes long, see passphrase.h.
//
//   values.h       roles and actions;  permissions.h  who may do what
//   names.h        what stands as a name;  passphrase.h  hashing and checking
//   attempts.h     how wrong passphrases are slowed down
//
//   if (!people::may(person.roles, people::Action::EraseConversations)) return Refused;
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>

namespace people {

/// What somebody is here; a person has several. The last eight are the roles of a release.
enum class Role {
    Agent,
    Lead,
    Reviewer,
    DevLead,
    BackendLead,
    Qa,
    Sre,
    Security,
    Product,
    Legal,
    Supervisor,
};

inline constexpr std::array kRoles{Role::Agent,       Role::Lead,  Role::Reviewer,  Role::DevLead,
                                   Role::BackendLead, Role::Qa,    Role::Sre,       Role::Security,
                                   Role::Product,     Role::Legal, Role::Supervisor};

/// A set of roles.
class Roles
{
public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles)
    {
        for (const Role role : roles)
            m_bits |= bit(role);
    }

    [[nodiscard]] constexpr bool has(Role role) const { return (m_bits & bit(role)) != 0; }
    [[nodiscard]] constexpr bool hasAny(Roles of) const { return (m_bits & of.m_bits) != 0; }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] constexpr Roles with(Role role) const { return Roles(m_bits | bit(role)); }
    [[nodiscard]] constexpr Roles operator|(Roles other) const
    {
        return Roles(m_bits | other.m_bits);
    }
    [[nodiscard]] constexpr Roles without(Role role) const { return Roles(m_bits & ~bit(role)); }
    constexpr bool operator==(const Roles&) const = default;

private:
    constexpr explicit Roles(std::uint32_t bits) : m_bits(bits) {}
    static constexpr std::uint32_t bit(Role role) { return 1U << static_cast<unsigned>(role); }

    std::uint32_t m_bits = 0;
};

/// Of somebody who is alone, or was there before there were roles: whatever the shop does.
inline constexpr Roles kEveryRoleOfTheShop{Role::Agent, Role::Lead, Role::Reviewer};

/// What may be allowed or not; permissions.h says to whom.
enum class Action {
    AnswerCustomers,    ///< take over, write, note, transfer, give back, close
    EraseConversations, ///< a customer's texts, for ever
    CorrectUnderstanding,
    EditKnowledge,
    ReviewConversations,
    ChangeSettings,
    ManagePeople, ///< add, roles, lock out, another's name and passphrase
    SeeAudit,     ///< who changed what of the people
    EditReleases, ///< create, import, change items, owners and dates
    EditTemplates,
    WorkOnItems,   ///< say doing, done, failed; discuss; add evidence
    VerifyItems,   ///< of another's work
    WaiveItems,    ///< with a reason and an expiry
    RunCommands,   ///< checks that run a command on this machine
    SignOff,       ///< for one's own role, never one's own work
    DecideRelease, ///< go or no-go
    OverrideGate,  ///< two roles are needed
    SteerCanary,   ///< promote, hold, abort
    RollBack,
    EditFreezes,
    EraseReleaseTexts, ///< comments, reasons, evidence: for ever
};

inline constexpr std::array kActions{Action::AnswerCustomers,
                                     Action::EraseConversations,
                                     Action::CorrectUnderstanding,
                                     Action::EditKnowledge,
                                     Action::ReviewConversations,
                                     Action::ChangeSettings,
                                     Action::ManagePeople,
                                     Action::SeeAudit,
                                     Action::EditReleases,
                                     Action::EditTemplates,
                                     Action::WorkOnItems,
                                     Action::VerifyItems,
                                     Action::WaiveItems,
                                     Action::RunCommands,
                                     Action::SignOff,
                                     Action::DecideRelease,
                                     Action::OverrideGate,
                                     Action::SteerCanary,
                                     Action::RollBack,
                                     Action::EditFreezes,
                                     Action::EraseReleaseTexts};

} // namespace people
