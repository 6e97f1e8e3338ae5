// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/config.h"

#include <QFile>

namespace base {

const char* sourceName(Source source) noexcept
{
    switch (source) {
    case Source::Default: return "default";
    case Source::Settings: return "settings";
    case Source::Environment: return "environment";
    case Source::CommandLine: break;
    }
    return "command line";
}

Config::Config(const std::vector<ConfigKey>& keys)
{
    for (const auto& key : keys) {
        const QString name = key.name;
        m_values[name].insert(Source::Default, key.defaultValue);
        m_keys.insert(name, key);
    }
}

Result<void> Config::readEnvironment(const QProcessEnvironment& environment)
{
    for (const auto& key : std::as_const(m_keys)) {
        for (const auto& variable : key.environment) {
            QString value;
            const QString fileVariable = variable + QStringLiteral("_FILE");
            if (environment.contains(variable)) {
                value = environment.value(variable);
            } else if (key.file && environment.contains(fileVariable)) {
                QFile file(environment.value(fileVariable));
                if (!file.open(QIODevice::ReadOnly) || file.size() > 65'536)
                    return fail(Code::Invalid,
                                fileVariable + QStringLiteral(" names a file that cannot be read"));
                value = QString::fromUtf8(file.readAll()).trimmed();
            } else {
                continue;
            }
            if (key.accepts && !key.accepts(value))
                return fail(Code::Invalid,
                            variable + QStringLiteral(" has a value that cannot be used"));
            m_values[key.name].insert(Source::Environment, value);
            break;
        }
    }
    return {};
}

Result<void> Config::set(Source source, const QString& name, const QString& value)
{
    const auto key = m_keys.constFind(name);
    if (key == m_keys.constEnd() || (key->secret && source == Source::Settings))
        return {};
    if (key->accepts && !key->accepts(value))
        return fail(Code::Invalid, name + QStringLiteral(" has a value that cannot be used"));
    m_values[name].insert(source, value);
    return {};
}

void Config::unset(Source source, const QString& name)
{
    const auto values = m_values.find(name);
    if (values != m_values.end() && source != Source::Default)
        values->remove(source);
}

Config::Value Config::value(const QString& name) const
{
    const auto values = m_values.constFind(name);
    Q_ASSERT_X(values != m_values.constEnd(), "Config::value", qUtf8Printable(name));
    if (values == m_values.constEnd())
        return {};
    const auto newest = std::prev(values->constEnd());
    return {newest.value(), newest.key(), m_keys[name].secret};
}

bool Config::flag(const QString& name) const
{
    static const QStringList kYes{QStringLiteral("1"), QStringLiteral("true"),
                                  QStringLiteral("yes"), QStringLiteral("on")};
    return kYes.contains(text(name).trimmed(), Qt::CaseInsensitive);
}

QMap<QString, Config::Value> Config::effective() const
{
    QMap<QString, Value> all;
    for (auto it = m_keys.constBegin(); it != m_keys.constEnd(); ++it) {
        Value v = value(it.key());
        if (v.secret)
            v.text = v.text.isEmpty() ? QStringLiteral("not set") : QStringLiteral("set");
        all.insert(it.key(), v);
    }
    return all;
}

QSet<QString> Config::secretVariables() const
{
    QSet<QString> names;
    for (const ConfigKey& key : m_keys) {
        for (const QString& name : key.environment) {
            if (key.secret)
                names << name << name + QStringLiteral("_FILE");
        }
    }
    return names;
}

} // namespace base
