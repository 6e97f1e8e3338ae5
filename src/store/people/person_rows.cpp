// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/people/person_rows.h"

#include <limits>

namespace store {

namespace {

base::Result<void> noteChange(Connection& connection, base::PersonId subject, const AuditNote& note)
{
    return connection.use(Sql::InsertAudit)
        .bindAll(base::toMs(note.time), note.by.value, note.what, subject.value,
                 QString::fromUtf8(note.detail))
        .run();
}

base::Error named(const base::Error& error)
{
    if (error.code != base::Code::Conflict)
        return error;
    return {base::Code::Conflict, QStringLiteral("somebody has that name")};
}

} // namespace

base::Result<Person> writePerson(Connection& connection, Person person, const AuditNote& note)
{
    const bool isNew = !person.id.isValid();
    const QString passphrase = QString::fromLatin1(person.passphraseHash);
    auto done =
        isNew ? connection.use(Sql::InsertPerson)
                    .bindAll(person.name, person.nameKey, person.isActive, person.roles, passphrase)
                    .run()
              : connection.use(Sql::UpdatePerson)
                    .bindAll(person.name, person.nameKey, person.isActive, person.roles, passphrase,
                             person.id.value)
                    .run();
    if (!done)
        return base::fail(named(done.error()));
    if (isNew)
        person.id = {connection.lastInsertId()};
    else if (connection.changes() == 0)
        return base::fail(base::Code::NotFound,
                          QStringLiteral("no person %1").arg(person.id.value));
    if (done = noteChange(connection, person.id, note); !done)
        return base::fail(done.error());
    return person;
}

base::Result<std::vector<Person>> readPeople(Connection& connection)
{
    std::vector<Person> people;
    auto row = connection.use(Sql::People);
    auto more = row.step();
    for (; more && *more; more = row.step())
        people.push_back({.id = {row.number(0)},
                          .name = row.text(1),
                          .nameKey = row.text(2),
                          .isActive = row.truth(3),
                          .roles = row.text(4),
                          .passphraseHash = row.text(5).toLatin1()});
    if (!more)
        return base::fail(more.error());
    return people;
}

base::Result<std::vector<AuditRow>> readAudit(Connection& connection, const AuditQuery& query)
{
    std::vector<AuditRow> rows;
    auto row = connection.use(Sql::Audit);
    row.bindAll(query.before > 0 ? query.before : std::numeric_limits<qint64>::max(), query.limit);
    auto more = row.step();
    for (; more && *more; more = row.step())
        rows.push_back({.id = row.number(0),
                        .subject = row.number(4),
                        .note = {.by = {row.number(2)},
                                 .what = row.text(3),
                                 .detail = row.text(5).toUtf8(),
                                 .time = base::fromMs(row.number(1))}});
    if (!more)
        return base::fail(more.error());
    return rows;
}

} // namespace store
