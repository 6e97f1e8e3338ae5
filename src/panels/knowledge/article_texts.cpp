// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/knowledge/article_texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace panels {

namespace {

struct ArticleTexts {
    Q_DECLARE_TR_FUNCTIONS(ArticleTexts)
};

const desk::ArticleText* textIn(const desk::Article& article, const QString& language)
{
    const auto& texts = article.content.texts;
    const auto it = std::ranges::find(texts, language, &desk::ArticleText::language);
    return it == texts.end() ? nullptr : &*it;
}

} // namespace

const QStringList& editorLanguages()
{
    static const QStringList languages{QStringLiteral("es-AR"), QStringLiteral("en"),
                                       QStringLiteral("es")};
    return languages;
}

QString languageTitle(const QString& language)
{
    if (language == QLatin1String("en"))
        return QStringLiteral("English");
    return language == QLatin1String("es") ? QStringLiteral("Español neutro")
                                           : QStringLiteral("Español (Argentina)");
}

desk::ArticleContent inOrder(const desk::ArticleContent& content)
{
    desk::ArticleContent ordered = content;
    ordered.texts.clear();
    for (const QString& language : editorLanguages()) {
        for (const auto& text : content.texts) {
            if (text.language == language)
                ordered.texts.append(text);
        }
    }
    return ordered;
}

QString articleTitle(const desk::Article& article)
{
    QStringList wanted = editorLanguages();
    if (QLocale().language() == QLocale::English)
        wanted.prepend(QStringLiteral("en"));
    for (const QString& language : wanted) {
        if (const auto* text = textIn(article, language))
            return text->title;
    }
    return article.slug;
}

QString languagesText(const desk::Article& article)
{
    QStringList languages;
    for (const QString& language : editorLanguages()) {
        if (textIn(article, language))
            languages += language;
    }
    return languages.join(QStringLiteral(" · "));
}

QString usageText(const desk::Article& article)
{
    if (article.used == 0)
        return ArticleTexts::tr("not quoted yet");
    QString text = ArticleTexts::tr("quoted %n time(s)", nullptr, static_cast<int>(article.used));
    if (const int percent = article.answeredPercent(); percent >= 0)
        text += QStringLiteral(" · ") +
                ArticleTexts::tr("helped %1 %").arg(QLocale().toString(percent));
    return text;
}

QString whoText(const QString& name)
{
    return name.isEmpty() ? QStringLiteral("Relevo") : name;
}

} // namespace panels
