// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/privacy/corpus.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace privacy_test {

namespace {

QString textOf(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString().remove(QChar(0xa6));
}

Line lineOf(const QJsonObject& object, int number)
{
    Line line{.number = number,
              .text = textOf(object, "text"),
              .language = textOf(object, "language"),
              .about = textOf(object, "about"),
              .isMistyped = object.value(QLatin1String("mistyped")).toBool()};
    const auto names = object.value(QLatin1String("names")).toArray();
    for (const auto& name : names)
        line.names += name.toString();
    const auto entities = object.value(QLatin1String("entities")).toArray();
    for (const auto& entity : entities)
        line.entities.push_back(
            {textOf(entity.toObject(), "kind"), textOf(entity.toObject(), "text")});
    return line;
}

} // namespace

std::vector<Line> readLines(const char* name)
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/tests/corpora/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", name);
    std::vector<Line> lines;
    for (int number = 1; !file.atEnd(); ++number) {
        const auto object = QJsonDocument::fromJson(file.readLine()).object();
        Line line = lineOf(object, number);
        if (line.text.isEmpty() || line.language.isEmpty() ||
            line.about.isEmpty() == line.entities.empty())
            qFatal("%s, line %d: text, language, entities or about is missing", name, number);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace privacy_test
