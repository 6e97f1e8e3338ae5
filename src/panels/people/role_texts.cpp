// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/people/role_texts.h"

#include <QCoreApplication>
#include <QStringList>

namespace panels {

QString roleText(people::Role role)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("Roles", text); };
    switch (role) {
    case people::Role::Agent: return say(QT_TRANSLATE_NOOP("Roles", "Agent"));
    case people::Role::Lead: return say(QT_TRANSLATE_NOOP("Roles", "Lead"));
    case people::Role::Reviewer: return say(QT_TRANSLATE_NOOP("Roles", "Reviewer"));
    case people::Role::DevLead: return say(QT_TRANSLATE_NOOP("Roles", "Development lead"));
    case people::Role::BackendLead: return say(QT_TRANSLATE_NOOP("Roles", "Backend lead"));
    case people::Role::Qa: return say(QT_TRANSLATE_NOOP("Roles", "QA"));
    case people::Role::Sre: return say(QT_TRANSLATE_NOOP("Roles", "SRE"));
    case people::Role::Security: return say(QT_TRANSLATE_NOOP("Roles", "Security"));
    case people::Role::Product: return say(QT_TRANSLATE_NOOP("Roles", "Product"));
    case people::Role::Legal: return say(QT_TRANSLATE_NOOP("Roles", "Legal"));
    case people::Role::Supervisor: return say(QT_TRANSLATE_NOOP("Roles", "Supervisor"));
    }
    return {};
}

QString rolesText(people::Roles roles)
{
    QStringList texts;
    for (const people::Role role : people::kRoles) {
        if (roles.has(role))
            texts += roleText(role);
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace panels
