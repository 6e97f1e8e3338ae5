// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/understanding/corpus.h"

#include "unit/engine/talk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace understanding {

namespace {

/// The list where there is one, else the single value.
QStringList listOf(const QJsonObject& object, QLatin1StringView list, QLatin1StringView single)
{
    QStringList values;
    const auto array = object.value(list).toArray();
    for (const auto& item : array)
        values.append(item.toString());
    const QString one = object.value(single).toString();
    if (values.isEmpty() && !one.isEmpty())
        values.append(one);
    return values;
}

} // namespace

bool Message::isWithoutProblem() const
{
    static const QStringList kinds{
        QStringLiteral("greeting_thanks"), QStringLiteral("yes"),        QStringLiteral("no"),
        QStringLiteral("close"),           QStringLiteral("erase_data"), QStringLiteral("person"),
        QStringLiteral("out_of_scope"),    QStringLiteral("frustration")};
    return problems.isEmpty() && kinds.contains(intents.front());
}

std::vector<Message> readCorpus(const QString& name)
{
    std::vector<Message> messages;
    const auto lines = engine_test::bytesOf(QStringLiteral("tests/corpora/") + name).split('\n');
    int number = 0;
    for (const auto& line : lines) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto object = QJsonDocument::fromJson(line).object();
        const auto text = [&object](QLatin1StringView key) { return object.value(key).toString(); };
        Message message{
            .text = text(QLatin1StringView("text")),
            .language = text(QLatin1StringView("language")),
            .intents = listOf(object, QLatin1StringView("intents"), QLatin1StringView("intent")),
            .problems = listOf(object, QLatin1StringView("problems"), QLatin1StringView("problem")),
            .device = text(QLatin1StringView("device")),
            .system = text(QLatin1StringView("system")),
            .brand = text(QLatin1StringView("brand")),
            .code = text(QLatin1StringView("code")),
            .line = number};
        if (message.text.isEmpty() || message.language.isEmpty() || message.intents.isEmpty())
            qFatal("%s, line %d: text, language or intent is missing", qPrintable(name), number);
        messages.push_back(std::move(message));
    }
    return messages;
}

} // namespace understanding
