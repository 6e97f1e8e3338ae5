// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/permissions.h"

#include <QStringList>

#include <algorithm>

namespace people {

namespace {

struct Permission {
    Action action;
    Roles allowed;
};

constexpr Roles kReleaseRoles{Role::DevLead,  Role::BackendLead, Role::Qa,    Role::Sre,
                              Role::Security, Role::Product,     Role::Legal, Role::Supervisor};

// Roles x actions. In the order of Action, which the check below holds. A release's duties are these
// too: release/duties.cpp.
constexpr std::array kPermissions{
    Permission{Action::AnswerCustomers, {Role::Agent, Role::Lead}},
    Permission{Action::EraseConversations, {Role::Agent, Role::Lead}},
    Permission{Action::CorrectUnderstanding, {Role::Agent, Role::Lead, Role::Reviewer}},
    Permission{Action::EditKnowledge, {Role::Agent, Role::Lead, Role::Reviewer, Role::Product}},
    Permission{Action::ReviewConversations, {Role::Lead, Role::Reviewer, Role::Product}},
    Permission{Action::ChangeSettings, {Role::Lead}},
    Permission{Action::ManagePeople, {Role::Lead}},
    Permission{Action::SeeAudit, {Role::Lead, Role::Security, Role::Legal, Role::Supervisor}},
    Permission{Action::EditReleases, {Role::Lead, Role::DevLead, Role::Supervisor}},
    Permission{Action::EditTemplates, {Role::Lead, Role::DevLead, Role::Supervisor}},
    Permission{Action::WorkOnItems, kReleaseRoles.with(Role::Lead)},
    Permission{Action::VerifyItems, kReleaseRoles.with(Role::Lead)},
    Permission{Action::WaiveItems, {Role::Lead, Role::DevLead, Role::Security, Role::Supervisor}},
    Permission{Action::RunCommands,
               {Role::Lead, Role::DevLead, Role::BackendLead, Role::Qa, Role::Sre, Role::Security}},
    Permission{Action::SignOff, kReleaseRoles},
    Permission{Action::DecideRelease, {Role::Lead, Role::DevLead, Role::Supervisor}},
    Permission{
        Action::OverrideGate,
        {Role::Lead, Role::DevLead, Role::Sre, Role::Security, Role::Product, Role::Supervisor}},
    Permission{Action::SteerCanary, {Role::Lead, Role::DevLead, Role::Sre, Role::Supervisor}},
    Permission{Action::RollBack,
               {Role::Lead, Role::DevLead, Role::Sre, Role::Security, Role::Supervisor}},
    Permission{Action::EditFreezes, {Role::Lead, Role::Sre, Role::Supervisor}},
    Permission{Action::EraseReleaseTexts,
               {Role::Lead, Role::Security, Role::Legal, Role::Supervisor}},
};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < kPermissions.size(); ++i) {
        if (kPermissions.at(i).action != kActions.at(i) ||
            static_cast<std::size_t>(kActions.at(i)) != i)
            return false;
    }
    return kPermissions.size() == kActions.size();
}
static_assert(isInOrder());

struct RoleText {
    Role role;
    const char* name;
};

constexpr std::array kRoleTexts{RoleText{Role::Agent, "agent"},
                                RoleText{Role::Lead, "lead"},
                                RoleText{Role::Reviewer, "reviewer"},
                                RoleText{Role::DevLead, "dev_lead"},
                                RoleText{Role::BackendLead, "backend_lead"},
                                RoleText{Role::Qa, "qa"},
                                RoleText{Role::Sre, "sre"},
                                RoleText{Role::Security, "security"},
                                RoleText{Role::Product, "product"},
                                RoleText{Role::Legal, "legal"},
                                RoleText{Role::Supervisor, "supervisor"}};
static_assert(kRoleTexts.size() == kRoles.size());

} // namespace

bool may(Roles roles, Action action) noexcept
{
    const auto index = static_cast<std::size_t>(action);
    return index < kPermissions.size() && roles.hasAny(kPermissions[index].allowed);
}

QString roleName(Role role)
{
    const auto* const found = std::ranges::find(kRoleTexts, role, &RoleText::role);
    return found == kRoleTexts.end() ? QString() : QString::fromLatin1(found->name);
}

std::optional<Role> roleOfName(QStringView name)
{
    const QString wanted = name.trimmed().toString().toLower().replace(u'-', u'_');
    for (const auto& [role, text] : kRoleTexts) {
        if (wanted == QLatin1StringView(text))
            return role;
    }
    return std::nullopt;
}

QString rolesToText(Roles roles)
{
    QStringList names;
    for (const Role role : kRoles) {
        if (roles.has(role))
            names += roleName(role);
    }
    return names.join(u' ');
}

Roles rolesOfText(QStringView text)
{
    Roles roles;
    for (const auto name : text.split(u' ', Qt::SkipEmptyParts)) {
        if (const auto role = roleOfName(name))
            roles = roles.with(*role);
    }
    return roles;
}

} // namespace people
