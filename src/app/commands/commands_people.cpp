// SPDX-License-Identifier: GPL-3.0-or-later
// people: who works here, what each may do, who is locked out, passphrases. Who acts is said with --as;
// passphrases come on standard input, a line each, never on the command line.
#include "app/commands/acting.h"
#include "app/commands/command_lists.h"
#include "app/service.h"
#include "base/json.h"
#include "people/permissions.h"

namespace app {

namespace {

const char* titleOf(people::Role role)
{
    switch (role) {
    case people::Role::Agent: return QT_TRANSLATE_NOOP("relevoctl", "agent");
    case people::Role::Lead: return QT_TRANSLATE_NOOP("relevoctl", "lead");
    case people::Role::Reviewer: return QT_TRANSLATE_NOOP("relevoctl", "reviewer");
    case people::Role::DevLead: return QT_TRANSLATE_NOOP("relevoctl", "development lead");
    case people::Role::BackendLead: return QT_TRANSLATE_NOOP("relevoctl", "backend lead");
    case people::Role::Qa: return QT_TRANSLATE_NOOP("relevoctl", "QA");
    case people::Role::Sre: return QT_TRANSLATE_NOOP("relevoctl", "SRE");
    case people::Role::Security: return QT_TRANSLATE_NOOP("relevoctl", "security");
    case people::Role::Product: return QT_TRANSLATE_NOOP("relevoctl", "product");
    case people::Role::Legal: return QT_TRANSLATE_NOOP("relevoctl", "legal");
    case people::Role::Supervisor: return QT_TRANSLATE_NOOP("relevoctl", "supervisor");
    }
    return "";
}

/// One command: who is there, who acts, what is read.
class PeopleCommand
{
public:
    explicit PeopleCommand(CommandContext& context) : acting(context), m_context(context) {}

    /// Tells the outcome, on success who they are now.
    Exit end(const base::Result<desk::Person>& person);
    void tell(const desk::Person& person);
    Exit change(const desk::PersonChange& change);

    Acting acting;

private:
    CommandContext& m_context;
};

void PeopleCommand::tell(const desk::Person& person)
{
    if (m_context.given.json()) {
        base::JsonWriter json;
        json.beginObject().member("id", person.id.value).member("name", person.name);
        json.key("roles").beginArray();
        for (const people::Role role : people::kRoles) {
            if (person.roles.has(role))
                json.value(people::roleName(role));
        }
        json.endArray()
            .member("active", person.isActive)
            .member("passphrase", person.hasPassphrase)
            .endObject();
        m_context.io.out(QByteArray::fromStdString(json.take()) + '\n');
        return;
    }
    QStringList titles;
    for (const people::Role role : people::kRoles) {
        if (person.roles.has(role))
            titles += m_context.translate("relevoctl", titleOf(role));
    }
    QString line = person.name + QStringLiteral(": ") + titles.join(QStringLiteral(", "));
    if (person.hasPassphrase)
        line += u' ' + m_context.translate("relevoctl", "(with a passphrase)");
    if (!person.isActive)
        line += u' ' + m_context.translate("relevoctl", "(locked out)");
    m_context.line(line);
}

Exit PeopleCommand::end(const base::Result<desk::Person>& person)
{
    acting.end();
    if (!person)
        return acting.fail(person.error());
    tell(*person);
    return Exit::Done;
}

Exit PeopleCommand::change(const desk::PersonChange& change)
{
    return end(m_context.ask<desk::Person>([&](base::Caller& caller, auto done) {
        m_context.service().desk().changePerson(caller, acting.badge(), change, std::move(done));
    }));
}

std::optional<people::Roles> rolesGiven(CommandContext& context, const QString& text)
{
    people::Roles roles;
    for (const QString& name : text.split(u',', Qt::SkipEmptyParts)) {
        const auto role = people::roleOfName(name);
        if (!role) {
            QStringList known;
            for (const people::Role each : people::kRoles)
                known += people::roleName(each);
            context.complain(context.translate("relevoctl", "There is no role \"%1\", only: %2")
                                 .arg(name, known.join(QStringLiteral(", "))));
            return std::nullopt;
        }
        roles = roles.with(*role);
    }
    return roles;
}

Exit listPeople(CommandContext& context)
{
    PeopleCommand command(context);
    if (const auto begun = command.acting.begin(); !begun)
        return context.fail(begun.error());
    for (const desk::Person& person : command.acting.everybody())
        command.tell(person);
    return Exit::Done;
}

Exit addPerson(CommandContext& context)
{
    desk::PersonChange change{.name = context.given.words.front()};
    if (context.given.has(QStringLiteral("role"))) {
        change.roles = rolesGiven(context, context.given.options.value(QStringLiteral("role")));
        if (!change.roles)
            return Exit::CouldNot;
    }
    PeopleCommand command(context);
    if (const auto begun = command.acting.begin(); !begun)
        return context.fail(begun.error());
    return command.change(change);
}

/// Changes somebody who is there already.
Exit changeNamed(CommandContext& context, desk::PersonChange change)
{
    PeopleCommand command(context);
    if (const auto begun = command.acting.begin(); !begun)
        return context.fail(begun.error());
    const auto person = command.acting.named(context.given.words.front());
    if (!person)
        return command.end(person);
    change.person = person->id;
    return command.change(change);
}

Exit setRoles(CommandContext& context)
{
    const auto roles = rolesGiven(context, context.given.words.back());
    return roles ? changeNamed(context, {.roles = roles}) : Exit::CouldNot;
}

Exit renamePerson(CommandContext& context)
{
    return changeNamed(context, {.name = context.given.words.back()});
}

Exit lockPerson(CommandContext& context)
{
    return changeNamed(context, {.isActive = false});
}

Exit unlockPerson(CommandContext& context)
{
    return changeNamed(context, {.isActive = true});
}

Exit setPassphrase(CommandContext& context)
{
    PeopleCommand command(context);
    if (const auto begun = command.acting.begin(); !begun)
        return context.fail(begun.error());
    const auto person = command.acting.named(context.given.words.front());
    if (!person)
        return command.end(person);
    desk::PassphraseChange change{.person = person->id, .current = command.acting.typed()};
    if (!context.given.has(QStringLiteral("clear"))) {
        auto fresh = command.acting.passphrase(
            context.translate("relevoctl", "%1, the new one").arg(person->name));
        if (!fresh)
            return context.fail(fresh.error());
        if (fresh->isEmpty())
            return command.end(base::fail(base::Code::Invalid, "the passphrase is empty"));
        change.fresh = *std::move(fresh);
    }
    return command.end(context.ask<desk::Person>([&](base::Caller& caller, auto done) {
        context.service().desk().setPassphrase(caller, command.acting.badge(), change,
                                               std::move(done));
    }));
}

} // namespace

std::vector<Command> peopleCommands()
{
    const OptionSpec as = Acting::option();
    const auto command = [&as](const char* name, const char* arguments, const char* summary,
                               int words, Exit (*run)(CommandContext&),
                               const std::vector<OptionSpec>& more = {}) {
        std::vector<OptionSpec> options{as};
        options.insert(options.end(), more.begin(), more.end());
        return Command{.name = QString::fromLatin1(name),
                       .arguments = QString::fromLatin1(arguments),
                       .summary = summary,
                       .options = std::move(options),
                       .needs = Needs::Data,
                       .fewestWords = words,
                       .mostWords = words,
                       .run = run};
    };
    return {
        command("people list", "", QT_TRANSLATE_NOOP("relevoctl", "Lists who works here"), 0,
                listPeople),
        command("people add", "NAME [--role ROLE,ROLE] [--as NAME]",
                QT_TRANSLATE_NOOP("relevoctl", "Adds somebody, as an agent or with these roles"), 1,
                addPerson, {{QStringLiteral("role"), true}}),
        command("people role", "NAME ROLE,ROLE [--as NAME]",
                QT_TRANSLATE_NOOP("relevoctl", "Gives somebody these roles and no others"), 2,
                setRoles),
        command("people rename", "NAME NEW [--as NAME]",
                QT_TRANSLATE_NOOP("relevoctl", "Changes somebody's name"), 2, renamePerson),
        command("people lock", "NAME [--as NAME]",
                QT_TRANSLATE_NOOP("relevoctl", "Locks somebody out"), 1, lockPerson),
        command("people unlock", "NAME [--as NAME]",
                QT_TRANSLATE_NOOP("relevoctl", "Lets somebody in again"), 1, unlockPerson),
        command(
            "people passphrase", "NAME [--clear] [--as NAME]",
            QT_TRANSLATE_NOOP("relevoctl", "Sets somebody's passphrase, read from standard input"),
            1, setPassphrase, {{QStringLiteral("clear"), false}})};
}

} // namespace app
