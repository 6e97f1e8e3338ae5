// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/smart/prompts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace desk {

namespace {

const QRegularExpression& blankPattern()
{
    static const QRegularExpression pattern(QStringLiteral("\\{([a-z_]+)\\}"));
    return pattern;
}

QSet<QString> blanksIn(const QString& text)
{
    QSet<QString> names;
    for (auto it = blankPattern().globalMatch(text); it.hasNext();)
        names.insert(it.next().captured(1));
    return names;
}

QString linesOf(const QJsonValue& json)
{
    QStringList lines;
    const auto array = json.toArray();
    for (const auto& line : array)
        lines.append(line.toString());
    return lines.join(u'\n');
}

base::Result<Prompt> promptOf(const QByteArray& file)
{
    const auto root = QJsonDocument::fromJson(file).object();
    const auto invalid = [&root](const char* what) {
        return base::fail(base::Code::Invalid,
                          QStringLiteral("prompt '%1': %2")
                              .arg(root.value(u"id").toString(), QLatin1String(what)));
    };
    if (root.value(u"schema").toString() != u"relevo.prompt/1")
        return invalid("not of schema relevo.prompt/1");
    Prompt prompt{.id = root.value(u"id").toString(), .version = root.value(u"version").toInt()};
    if (prompt.id.isEmpty() || prompt.version < 1)
        return invalid("needs an id and a version from 1 on");
    prompt.maxTokens = root.value(u"maxTokens").toInt();
    if (prompt.maxTokens < 1)
        return invalid("needs maxTokens from 1 on");
    if (root.contains(u"temperature"))
        prompt.temperature = root.value(u"temperature").toDouble();
    if (root.contains(u"answer"))
        prompt.answer =
            QJsonDocument(root.value(u"answer").toObject()).toJson(QJsonDocument::Compact);
    const auto texts = root.value(u"texts").toObject();
    for (auto it = texts.begin(); it != texts.end(); ++it)
        prompt.texts.insert(it.key(), linesOf(it.value()));
    if (prompt.texts.value(QStringLiteral("es-AR")).isEmpty() ||
        prompt.texts.value(QStringLiteral("en")).isEmpty())
        return invalid("needs a text in es-AR and in en");
    const auto blanks = blanksIn(prompt.texts.first());
    for (const auto& text : std::as_const(prompt.texts)) {
        if (blanksIn(text) != blanks)
            return invalid("has other blanks in another language");
    }
    return prompt;
}

} // namespace

QString Prompt::text(const QString& language, const QMap<QString, QString>& blanks) const
{
    const QString found = texts.contains(language)                   ? language
                          : language.startsWith(QLatin1String("es")) ? QStringLiteral("es-AR")
                                                                     : QStringLiteral("en");
    const QString pattern = texts.value(found);
    QString filled;
    qsizetype from = 0;
    for (auto it = blankPattern().globalMatch(pattern); it.hasNext();) {
        const auto match = it.next();
        filled += QStringView(pattern).mid(from, match.capturedStart() - from);
        filled += blanks.value(match.captured(1));
        from = match.capturedEnd();
    }
    filled += QStringView(pattern).mid(from);
    return filled;
}

base::Result<Prompts> Prompts::load(const std::vector<QByteArray>& files)
{
    Prompts prompts;
    for (const auto& file : files) {
        auto prompt = promptOf(file);
        if (!prompt)
            return base::fail(prompt.error());
        const QString id = prompt->id;
        if (!prompts.m_prompts.emplace(id, *std::move(prompt)).second)
            return base::fail(base::Code::Invalid,
                              QStringLiteral("prompt '%1' stands twice").arg(id));
    }
    return prompts;
}

const Prompt* Prompts::promptFor(const QString& id) const
{
    const auto it = m_prompts.find(id);
    return it == m_prompts.end() ? nullptr : &it->second;
}

} // namespace desk
