// SPDX-License-Identifier: GPL-3.0-or-later
// The use cases of people, asked and waited for.
#pragma once

#include "support/desk_fixture.h"

namespace people_desk {

const inline QString kPassphrase = QStringLiteral("gato sobre el piano");

class Desk : public DeskFixture
{
public:
    base::Result<desk::Person> change(const desk::PersonChange& what, const desk::Badge& badge = {})
    {
        return ask<desk::Person>([&](base::Caller& c, auto done) {
            desk->changePerson(c, badge, what, std::move(done));
        });
    }
    /// Adds somebody; fails the test where it is refused.
    base::PersonId add(const QString& name, std::optional<people::Roles> roles = {},
                       const desk::Badge& badge = {})
    {
        const auto person = change({.name = name, .roles = roles}, badge);
        if (!person)
            qFatal("add: %s", qPrintable(person.error().detail));
        return person->id;
    }
    base::Result<desk::Person> setPassphrase(base::PersonId person, const QString& fresh,
                                             const QString& current = {},
                                             const desk::Badge& badge = {})
    {
        return ask<desk::Person>([&](base::Caller& c, auto done) {
            desk->setPassphrase(c, badge, {person, current, fresh}, std::move(done));
        });
    }
    base::Result<desk::Badge> signIn(base::PersonId person, const QString& passphrase = {})
    {
        return ask<desk::Badge>([&](base::Caller& c, auto done) {
            desk->signIn(c, {person, passphrase}, std::move(done));
        });
    }
    base::Result<desk::WhoAmI> whoAmI(const desk::Badge& badge = {})
    {
        return ask<desk::WhoAmI>(
            [&](base::Caller& c, auto done) { desk->whoAmI(c, badge, std::move(done)); });
    }
    base::Result<void> unlock(const desk::Badge& badge, const QString& passphrase)
    {
        return ask<void>([&](base::Caller& c, auto done) {
            desk->unlock(c, badge, passphrase, std::move(done));
        });
    }
    base::Result<desk::Person> savePerson(base::PersonId id, const QString& name)
    {
        return ask<desk::Person>(
            [&](base::Caller& c, auto done) { desk->savePerson(c, id, name, std::move(done)); });
    }
    std::vector<desk::Person> everybody()
    {
        return ask<std::vector<desk::Person>>(
                   [&](base::Caller& c, auto done) { desk->everybody(c, std::move(done)); })
            .value_or(std::vector<desk::Person>());
    }
    base::Result<std::vector<desk::PeopleAuditEntry>> audit(const desk::Badge& badge = {})
    {
        return ask<std::vector<desk::PeopleAuditEntry>>(
            [&](base::Caller& c, auto done) { desk->peopleAudit(c, badge, {}, std::move(done)); });
    }
};

/// The code of a failure; nothing where it was done.
template <class T>
std::optional<base::Code> codeOf(const base::Result<T>& result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

} // namespace people_desk
