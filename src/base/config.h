// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QHash>
#include <QMap>
#include <QProcessEnvironment>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace base {

/// Where an effective value comes from; a later one wins.
enum class Source { Default, Settings, Environment, CommandLine };
[[nodiscard]] const char* sourceName(Source source) noexcept;

/// One thing that can be configured.
struct ConfigKey {
    QString name; ///< as in settings and `relevoctl config`, for instance "gateway.port"
    QString defaultValue;
    QStringList environment; ///< names, the first that is set wins, for instance RELEVO_PORT, PORT
    bool secret = false;     ///< shown as "set" or "not set"; never read from settings
    bool file = false;       ///< NAME_FILE may name a file that holds the value
    std::function<bool(const QString&)> accepts; ///< empty: anything
};

/// The layered configuration: defaults < settings < environment < command line. A value, made at the
/// start and copied where needed; not shared between threads.
class Config
{
public:
    struct Value {
        QString text;
        Source source = Source::Default;
        bool secret = false;
    };

    explicit Config(const std::vector<ConfigKey>& keys);

    /// Invalid names the variable whose value or file cannot be used.
    [[nodiscard]] Result<void> readEnvironment(const QProcessEnvironment& environment);
    /// Unknown names and secrets are ignored, so a newer program's settings do no harm; a value that
    /// the key does not accept is Invalid and leaves the old one.
    [[nodiscard]] Result<void> set(Source source, const QString& name, const QString& value);
    void unset(Source source, const QString& name);

    [[nodiscard]] Value value(const QString& name) const;
    [[nodiscard]] QString text(const QString& name) const { return value(name).text; }
    [[nodiscard]] int number(const QString& name) const { return value(name).text.toInt(); }
    /// "1", "true", "yes", "on" in any case.
    [[nodiscard]] bool flag(const QString& name) const;
    /// Every key in order of name, secrets as "set" or "not set".
    [[nodiscard]] QMap<QString, Value> effective() const;
    /// The environment variables that secrets are read from, and those that name their files.
    [[nodiscard]] QSet<QString> secretVariables() const;
    [[nodiscard]] bool knows(const QString& name) const { return m_keys.contains(name); }

private:
    QHash<QString, ConfigKey> m_keys;
    QHash<QString, QMap<Source, QString>> m_values;
};

} // namespace base
