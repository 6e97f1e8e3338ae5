// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/impl.h"

namespace desk {

void Desk::people(base::Caller& caller, Done<std::vector<Person>> done)
{
    using List = std::vector<Person>;
    m_impl->ask<List>(caller, std::move(done), [](Impl& d, const SharedReply<List>& reply) {
        d.people.list(People::Which::Active, reply);
    });
}

void Desk::everybody(base::Caller& caller, Done<std::vector<Person>> done)
{
    using List = std::vector<Person>;
    m_impl->ask<List>(caller, std::move(done), [](Impl& d, const SharedReply<List>& reply) {
        d.people.list(People::Which::All, reply);
    });
}

void Desk::signIn(base::Caller& caller, const SignIn& who, Done<Badge> done)
{
    m_impl->ask<Badge>(caller, std::move(done), [who](Impl& d, const SharedReply<Badge>& reply) {
        d.people.signIn(who, reply);
    });
}

void Desk::signOut(const Badge& badge)
{
    m_impl->tell([badge](Impl& d) { d.people.signOut(badge); });
}

void Desk::stayAwake(const Badge& badge)
{
    m_impl->tell([badge](Impl& d) { d.people.stayAwake(badge); });
}

void Desk::whoAmI(base::Caller& caller, const Badge& badge, Done<WhoAmI> done)
{
    m_impl->ask<WhoAmI>(
        caller, std::move(done),
        [badge](Impl& d, const SharedReply<WhoAmI>& reply) { d.people.whoAmI(badge, reply); });
}

void Desk::unlock(base::Caller& caller, const Badge& badge, const QString& passphrase,
                  Done<void> done)
{
    m_impl->ask<void>(caller, std::move(done),
                      [badge, passphrase](Impl& d, const SharedReply<void>& reply) {
                          d.people.unlock(badge, passphrase, reply);
                      });
}

void Desk::changePerson(base::Caller& caller, const Badge& badge, const PersonChange& change,
                        Done<Person> done)
{
    m_impl->ask<Person>(caller, std::move(done),
                        [badge, change](Impl& d, const SharedReply<Person>& reply) {
                            d.people.change(badge, change, reply);
                        });
}

void Desk::setPassphrase(base::Caller& caller, const Badge& badge, const PassphraseChange& change,
                         Done<Person> done)
{
    m_impl->ask<Person>(caller, std::move(done),
                        [badge, change](Impl& d, const SharedReply<Person>& reply) {
                            d.people.setPassphrase(badge, change, reply);
                        });
}

void Desk::savePerson(base::Caller& caller, base::PersonId id, const QString& name,
                      Done<Person> done)
{
    m_impl->ask<Person>(
        caller, std::move(done),
        [id, name](Impl& d, const SharedReply<Person>& reply) { d.people.save(id, name, reply); });
}

void Desk::peopleAudit(base::Caller& caller, const Badge& badge, const PeopleAuditQuery& query,
                       Done<std::vector<PeopleAuditEntry>> done)
{
    using Entries = std::vector<PeopleAuditEntry>;
    m_impl->ask<Entries>(caller, std::move(done),
                         [badge, query](Impl& d, const SharedReply<Entries>& reply) {
                             d.people.audit(badge, query, reply);
                         });
}

} // namespace desk
