// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/words/text.h"

#include <QJsonObject>

namespace engine {

namespace {

constexpr std::array kBlanks{
    "name", "shop",    "email",    "whatsapp",  "address",     "hours",   "privacy",  "retention",
    "wait", "problem", "device",   "system",    "topic",       "contact", "queued",   "step",
    "help", "number",  "total",    "minutes",   "prompt",      "choices", "article",  "excerpt",
    "link", "later",   "now_open", "all_steps", "all_minutes", "details", "candidate"};

std::optional<Blank> blankOf(QStringView name)
{
    for (std::size_t i = 0; i < kBlanks.size(); ++i) {
        if (name == QLatin1StringView(kBlanks[i]))
            return static_cast<Blank>(i);
    }
    return std::nullopt;
}

} // namespace

const QString& languageCode(Language language) noexcept
{
    static const std::array<QString, kLanguages> codes{QStringLiteral("es-AR"),
                                                       QStringLiteral("es"), QStringLiteral("en")};
    return codes[static_cast<std::size_t>(language)];
}

Language languageOf(QStringView code) noexcept
{
    if (code.startsWith(u"en", Qt::CaseInsensitive))
        return Language::En;
    const bool isSpanish = code.startsWith(u"es", Qt::CaseInsensitive);
    const QStringView region = code.size() > 3 ? code.mid(3) : QStringView();
    if (!isSpanish || region.compare(u"ar", Qt::CaseInsensitive) == 0 ||
        region.compare(u"uy", Qt::CaseInsensitive) == 0)
        return Language::EsAr;
    return Language::Es;
}

base::Result<Template> Template::compile(const QString& source)
{
    Template made;
    made.m_source = source;
    made.m_isPlain = !source.contains(u'{') && !source.contains(QStringView(u"[["));
    const QStringView all(source);
    qsizetype at = 0;
    while (!made.m_isPlain && at < all.size()) {
        const qsizetype open = all.indexOf(QStringView(u"[["), at);
        const qsizetype end = open < 0 ? all.size() : open;
        auto plain = compileGroup(all.mid(at, end - at), false);
        if (!plain)
            return base::fail(plain.error());
        made.m_groups.push_back(std::move(*plain));
        if (open < 0)
            break;
        const qsizetype close = all.indexOf(QStringView(u"]]"), open);
        if (close < 0)
            return base::fail(base::Code::Invalid,
                              QStringLiteral("[[ without ]] in: ") + source.left(80));
        auto optional = compileGroup(all.mid(open + 2, close - open - 2), true);
        if (!optional)
            return base::fail(optional.error());
        made.m_groups.push_back(std::move(*optional));
        at = close + 2;
    }
    return made;
}

base::Result<Template::Group> Template::compileGroup(QStringView source, bool isOptional)
{
    Group group{.parts = {}, .isOptional = isOptional};
    qsizetype at = 0;
    while (at < source.size()) {
        const qsizetype open = source.indexOf(u'{', at);
        const qsizetype end = open < 0 ? source.size() : open;
        if (end > at)
            group.parts.push_back({.literal = source.mid(at, end - at).toString()});
        if (open < 0)
            break;
        const qsizetype close = source.indexOf(u'}', open);
        const auto blank =
            close < 0 ? std::nullopt : blankOf(source.mid(open + 1, close - open - 1));
        if (!blank)
            return base::fail(base::Code::Invalid,
                              QStringLiteral("unknown blank in: ") + source.left(80).toString());
        group.parts.push_back({.literal = {}, .blank = *blank, .isBlank = true});
        at = close + 1;
    }
    return group;
}

QString Template::tidied(const QString& text)
{
    QString out;
    out.reserve(text.size());
    int lineBreaks = 0;
    for (const QChar c : text) {
        if (c == u'\n') {
            while (out.endsWith(u' '))
                out.chop(1);
            if (out.isEmpty() || ++lineBreaks > 2)
                continue;
        } else if (c == u' ' && (lineBreaks > 0 || out.isEmpty() || out.endsWith(u' '))) {
            continue;
        } else {
            lineBreaks = 0;
        }
        out += c;
    }
    while (!out.isEmpty() && out.back().isSpace())
        out.chop(1);
    return out;
}

base::Result<Text> Text::load(const QJsonValue& json)
{
    const auto object = json.toObject();
    Text text;
    for (std::size_t i = 0; i < kLanguages; ++i) {
        const auto language = static_cast<Language>(i);
        QString source = object.value(languageCode(language)).toString();
        if (source.isEmpty() && language == Language::Es)
            source = object.value(languageCode(Language::EsAr)).toString();
        if (source.isEmpty())
            return base::fail(base::Code::Invalid,
                              QStringLiteral("no text in ") + languageCode(language));
        auto made = Template::compile(source);
        if (!made)
            return base::fail(made.error());
        text.m_templates[i] = std::move(*made);
    }
    return text;
}

} // namespace engine
