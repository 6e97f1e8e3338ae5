// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/acting.h"

#include "app/service.h"
#include "people/names.h"

#include <algorithm>

namespace app {

base::Result<void> Acting::begin()
{
    auto all = m_context.ask<std::vector<desk::Person>>([&](base::Caller& caller, auto done) {
        m_context.service().desk().everybody(caller, std::move(done));
    });
    if (!all)
        return base::fail(all.error());
    m_everybody = *std::move(all);
    const QString as = m_context.given.options.value(option().name);
    m_isNamed = !as.isEmpty();
    return as.isEmpty() ? base::Result<void>() : signIn(as);
}

void Acting::end()
{
    if (m_badge.isValid())
        m_context.service().desk().signOut(m_badge);
}

base::Result<void> Acting::signIn(const QString& name)
{
    const auto me = named(name);
    if (!me)
        return base::fail(me.error());
    if (me->hasPassphrase) {
        auto line = passphrase(me->name);
        if (!line)
            return base::fail(line.error());
        m_typed = *std::move(line);
    }
    auto badge = m_context.ask<desk::Badge>([&](base::Caller& caller, auto done) {
        m_context.service().desk().signIn(caller, {me->id, m_typed}, std::move(done));
    });
    if (!badge)
        return base::fail(badge.error());
    m_badge = *std::move(badge);
    m_opened = m_context.service().clock().steady();
    return {};
}

base::Result<void> Acting::stay()
{
    constexpr std::chrono::seconds kFresh{30}; // no lock comes so soon
    const auto now = m_context.service().clock().steady();
    if (m_typed.isEmpty() || now - m_opened < kFresh)
        return {};
    auto opened = m_context.ask<void>([&](base::Caller& caller, auto done) {
        m_context.service().desk().unlock(caller, m_badge, m_typed, std::move(done));
    });
    if (opened)
        m_opened = now;
    return opened;
}

base::Result<desk::Person> Acting::named(const QString& name) const
{
    const QString key = people::nameKey(name);
    const auto isNamed = [&key](const desk::Person& person) {
        return people::nameKey(person.name) == key;
    };
    const auto found = std::ranges::find_if(m_everybody, isNamed);
    if (found == m_everybody.end())
        return base::fail(base::Code::NotFound, name);
    if (std::ranges::count_if(m_everybody, isNamed) > 1)
        return base::fail(base::Code::Conflict, name);
    return *found;
}

QString Acting::nameOf(base::PersonId person) const
{
    const auto found = std::ranges::find(m_everybody, person, &desk::Person::id);
    return found == m_everybody.end() ? QString() : found->name;
}

base::Result<QString> Acting::passphrase(const QString& of)
{
    m_context.complain(m_context.translate("relevoctl", "Passphrase of %1, on a line:").arg(of));
    if (const auto opened = openInput(); !opened)
        return base::fail(opened.error());
    const auto line = m_input.next();
    if (!line)
        return base::fail(line.error());
    return QString::fromUtf8(line->value_or(QByteArray()));
}

base::Result<void> Acting::openInput()
{
    if (m_isReading)
        return {};
    m_isReading = true;
    return m_context.io.openInput(QStringLiteral("-"));
}

base::Result<QByteArray> Acting::restOfInput()
{
    if (auto opened = openInput(); !opened)
        return base::fail(opened.error());
    QByteArray rest;
    while (true) {
        const auto line = m_input.next();
        if (!line)
            return base::fail(line.error());
        if (!*line)
            return rest;
        rest += **line + '\n';
    }
}

Exit Acting::fail(const base::Error& error)
{
    if (!m_isNamed && error.code == base::Code::Refused)
        m_context.complain(m_context.translate("relevoctl", "Say who you are, with --as NAME."));
    return m_context.fail(error);
}

} // namespace app
