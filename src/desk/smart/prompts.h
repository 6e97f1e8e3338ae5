// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace desk {

/// What AI is told of a task, before what it is about: one file of resources/prompts (schema:
/// prompt.schema.json there). Whoever changes a text raises its version, which every call records.
struct Prompt {
    QString id;
    int version = 1;
    QMap<QString, QString> texts; ///< by language; {name} is a blank
    QByteArray answer;            ///< the JSON schema of its answer; empty: plain words
    int maxTokens = 1024;         ///< of the answer
    std::optional<double> temperature;

    /// As it is recorded: "understand/1".
    [[nodiscard]] QString name() const { return id + u'/' + QString::number(version); }
    /// es is es-AR where it has none of its own; another language is en.
    [[nodiscard]] QString text(const QString& language,
                               const QMap<QString, QString>& blanks = {}) const;
};

/// Any thread, once loaded.
class Prompts
{
public:
    /// Invalid: a file that is not of its schema, an id twice, a blank that another language has not.
    [[nodiscard]] static base::Result<Prompts> load(const std::vector<QByteArray>& files);
    /// Null: none of that id.
    [[nodiscard]] const Prompt* promptFor(const QString& id) const;

private:
    std::map<QString, Prompt> m_prompts;
};

} // namespace desk
