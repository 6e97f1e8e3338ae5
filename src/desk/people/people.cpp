// SPDX-License-Identifier: GPL-3.0-or-later
// Who the people are, and changing them. passphrases.cpp: how they prove it.
#include "desk/people/people.h"

#include "base/json.h"
#include "desk/people/allowed.h"
#include "people/names.h"
#include "people/permissions.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr std::size_t kMostChangesWaiting = 256;

Person personOf(const store::Person& row, Duty duty)
{
    return {.id = row.id,
            .name = row.name,
            .duty = duty,
            .roles = people::rolesOfText(row.roles),
            .isActive = row.isActive,
            .hasPassphrase = !row.passphraseHash.isEmpty()};
}

/// What a change changed, for the audit.
QByteArray detailOf(const store::Person& before, const store::Person& after)
{
    base::JsonWriter json;
    json.beginObject();
    const auto member = [&json](std::string_view name, const auto& from, const auto& to) {
        if (from != to)
            json.key(name).beginArray().value(from).value(to).endArray();
    };
    member("name", before.name, after.name);
    member("roles", before.roles, after.roles);
    if (before.id.isValid())
        member("active", before.isActive, after.isActive);
    json.endObject();
    return QByteArray::fromStdString(json.take());
}

bool isLead(const store::Person& row)
{
    return row.isActive && people::rolesOfText(row.roles).has(people::Role::Lead);
}

} // namespace

People::People(Context& context, Hub& hub, Agents& agents)
    : m_context(context), m_hub(hub), m_agents(agents),
      m_worker(context.clock, {.name = "passphrases", .bound = 16})
{
}

void People::load(const std::vector<store::Person>& rows)
{
    for (const auto& row : rows) {
        m_rows[row.id] = row;
        m_context.people[row.id] = personOf(row, Duty::Off);
    }
}

void People::list(Which which, const SharedReply<std::vector<Person>>& reply) const
{
    std::vector<Person> people;
    for (const auto& [id, person] : m_context.people) {
        if (person.isActive || which == Which::All)
            people.push_back(person);
    }
    reply->answer(std::move(people));
}

void People::audit(const Badge& badge, const PeopleAuditQuery& query,
                   const SharedReply<std::vector<PeopleAuditEntry>>& reply)
{
    constexpr int kMostAtOnce = 500;
    if (const auto by = whoMay(badge, people::Action::SeeAudit); !by) {
        reply->answer(base::fail(by.error()));
        return;
    }
    using Rows = std::vector<store::AuditRow>;
    m_context.store.audit(
        {.before = query.before, .limit = std::clamp(query.limit, 1, kMostAtOnce)},
        m_context.caller.expect<Rows>([this, reply](const base::Result<Rows>& rows) {
            if (!rows) {
                reply->answer(base::fail(rows.error()));
                return;
            }
            std::vector<PeopleAuditEntry> entries;
            entries.reserve(rows->size());
            for (const auto& [id, subject, note] : *rows)
                entries.push_back({.id = id,
                                   .time = note.time,
                                   .byName = m_context.nameOf(note.by),
                                   .subjectName = m_context.nameOf({subject}),
                                   .what = note.what,
                                   .detail = note.detail});
            reply->answer(std::move(entries));
        }));
}

base::Result<base::PersonId> People::actor(const Badge& badge)
{
    lockIdle();
    if (badge.isValid())
        return m_badges.use(badge, m_context.clock.steady());
    if (isOpenHouse(m_context.people))
        return whoIsAlone(m_context.people);
    return base::fail(base::Code::Refused, QStringLiteral("say first who you are"));
}

base::Result<base::PersonId> People::whoMay(const Badge& badge, people::Action action)
{
    auto by = actor(badge);
    if (!by)
        return by;
    if (const auto allowed = mayDo(m_context.people, *by, action); !allowed)
        return base::fail(allowed.error());
    return by;
}

store::AuditNote People::note(base::PersonId by, const char* what, const QByteArray& detail) const
{
    return {.by = by,
            .what = QString::fromLatin1(what),
            .detail = detail,
            .time = m_context.clock.wall()};
}

// ---- Rules ----

base::Result<void> People::mayChange(base::PersonId by, const PersonChange& change) const
{
    const bool isOwnName =
        change.person.isValid() && change.person == by && !change.roles && !change.isActive;
    return isOwnName ? base::Result<void>()
                     : mayDo(m_context.people, by, people::Action::ManagePeople);
}

base::Result<store::Person> People::changed(const PersonChange& change) const
{
    store::Person row;
    if (change.person.isValid()) {
        const auto it = m_rows.find(change.person);
        if (it == m_rows.end())
            return base::fail(base::Code::NotFound, QStringLiteral("no such person"));
        row = it->second;
    }
    const bool isNew = !row.id.isValid();
    const bool isFirst = std::ranges::none_of(
        m_context.people, [](const auto& entry) { return entry.second.isActive; });
    if (isNew || change.name) {
        auto name = people::cleanName(change.name.value_or(QString()));
        if (!name)
            return base::fail(name.error());
        row.name = *std::move(name);
        row.nameKey = people::nameKey(row.name);
    }
    if (isNew || change.roles) {
        const people::Roles roles = change.roles.value_or(people::Roles{people::Role::Agent});
        if (roles.isEmpty())
            return base::fail(base::Code::Invalid, QStringLiteral("a person has a role at least"));
        row.roles =
            people::rolesToText(isNew && isFirst ? roles | people::kEveryRoleOfTheShop : roles);
    }
    row.isActive = isNew || change.isActive.value_or(row.isActive);
    return row;
}

base::Result<void> People::isFree(const store::Person& row) const
{
    const bool isTaken = std::ranges::any_of(m_rows, [&row](const auto& entry) {
        return entry.first != row.id &&
               people::nameKey(entry.second.name) == people::nameKey(row.name);
    });
    if (isTaken)
        return base::fail(base::Code::Conflict, QStringLiteral("somebody has that name"));
    return {};
}

base::Result<void> People::staysLed(const store::Person& row) const
{
    const auto it = m_rows.find(row.id);
    const bool wasLead = it != m_rows.end() && isLead(it->second);
    const bool isAnotherLead = std::ranges::any_of(m_rows, [&row](const auto& entry) {
        return entry.first != row.id && isLead(entry.second);
    });
    if (wasLead && !isLead(row) && !isAnotherLead)
        return base::fail(base::Code::Refused, QStringLiteral("the last lead stays one"));
    return {};
}

// ---- Changing ----

void People::change(const Badge& badge, const PersonChange& change,
                    const SharedReply<Person>& reply)
{
    inTurn(reply, [this, badge, change, reply] {
        const auto by = actor(badge);
        if (!by)
            refuse(reply, by.error());
        else if (const auto allowed = mayChange(*by, change); !allowed)
            refuse(reply, allowed.error());
        else
            make(*by, change, reply);
    });
}

void People::save(base::PersonId id, const QString& name, const SharedReply<Person>& reply)
{
    inTurn(reply, [this, id, name, reply] {
        const bool areInUse = std::ranges::any_of(m_context.people, [id](const auto& entry) {
            return entry.second.hasPassphrase && (!id.isValid() || id == entry.first);
        });
        if (areInUse)
            refuse(reply, {base::Code::Refused, QStringLiteral("passphrases are in use")});
        else
            make(id, {.person = id, .name = name}, reply);
    });
}

void People::make(base::PersonId by, const PersonChange& change, const SharedReply<Person>& reply)
{
    const auto row = changed(change);
    if (!row) {
        refuse(reply, row.error());
        return;
    }
    for (const auto rule : {&People::isFree, &People::staysLed}) {
        if (const auto kept = (this->*rule)(*row); !kept) {
            refuse(reply, kept.error());
            return;
        }
    }
    const bool isNew = !change.person.isValid();
    const QByteArray detail = detailOf(isNew ? store::Person() : m_rows.at(row->id), *row);
    store(*row, note(by, isNew ? "person.added" : "person.changed", detail), reply);
}

void People::inTurn(const SharedReply<Person>& reply, base::Task work)
{
    if (m_waiting.size() >= kMostChangesWaiting) {
        reply->answer(base::fail(base::Code::Busy, QStringLiteral("too many changes wait")));
        return;
    }
    m_waiting.push_back(std::move(work));
    if (!m_isChanging)
        next();
}

void People::next()
{
    m_isChanging = !m_waiting.empty();
    if (!m_isChanging)
        return;
    auto work = std::move(m_waiting.front());
    m_waiting.pop_front();
    work();
}

void People::refuse(const SharedReply<Person>& reply, const base::Error& error)
{
    reply->answer(base::fail(error));
    next();
}

void People::store(const store::Person& row, const store::AuditNote& note,
                   const SharedReply<Person>& reply)
{
    m_context.store.savePerson(
        row, note,
        m_context.caller.expect<store::Person>([this, reply](base::Result<store::Person> saved) {
            if (!saved) {
                refuse(reply, saved.error());
                return;
            }
            reply->answer(take(*saved));
            next();
        }));
}

Person People::take(const store::Person& row)
{
    store::Person& kept = m_rows[row.id];
    const bool isNewPassphrase = kept.passphraseHash != row.passphraseHash;
    kept = row;
    Person& person = m_context.people[row.id];
    person = personOf(row, person.duty);
    if (isNewPassphrase)
        m_attempts.erase(row.id);
    if (!row.isActive) {
        m_badges.takeBackAll(row.id);
        m_agents.setDuty(row.id, Duty::Off);
    }
    m_hub.changed({.lists = true, .people = true});
    return person;
}

} // namespace desk
