// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/knowledge/article_file.h"

#include "markdown/markdown.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <map>

namespace desk {

namespace {

constexpr int kHeadLines = 4;

base::Result<QStringList> codesOf(const QString& value)
{
    static const QRegularExpression code(QStringLiteral("^[a-z0-9_]+$"));
    QStringList codes;
    for (const QString& part : value.split(u',', Qt::SkipEmptyParts)) {
        const QString word = part.trimmed();
        if (!code.match(word).hasMatch())
            return base::fail(base::Code::Invalid, u'"' + word + "\" is no code");
        codes += word;
    }
    return codes;
}

/// One line of the head into its place.
base::Result<void> readLine(const QString& line, ParsedArticle& article, QString& title)
{
    const auto colon = line.indexOf(u':');
    const QString key = line.left(colon).trimmed();
    const QString value = colon < 0 ? QString() : line.mid(colon + 1).trimmed();
    if (key == QLatin1String("title")) {
        title = value;
        return {};
    }
    if (key == QLatin1String("tags")) {
        for (const QString& tag : value.split(u',', Qt::SkipEmptyParts))
            article.content.tags += tag.simplified().toLower();
        return {};
    }
    if (key != QLatin1String("problems") && key != QLatin1String("devices"))
        return base::fail(base::Code::Invalid, "unknown line \"" + line.left(40) + u'"');
    auto codes = codesOf(value);
    if (!codes)
        return base::fail(codes.error());
    (key == QLatin1String("problems") ? article.content.problems : article.content.devices) =
        *std::move(codes);
    return {};
}

base::Error faultAt(const ShippedFile& file, int line, const QString& what)
{
    return {base::Code::Invalid,
            QStringLiteral("%1: line %2: %3").arg(file.name).arg(line).arg(what)};
}

void addMissing(QStringList& list, const QStringList& more)
{
    list += more;
    list.removeDuplicates();
}

} // namespace

QString articleHtml(const QString& markdown)
{
    return markdown::toHtml(markdown);
}

store::ArticleText madeText(const QString& language, const QString& title, const QString& markdown)
{
    return {language, title, markdown, markdown::toPlainText(markdown),
            markdown::excerpt(markdown)};
}

base::Result<ParsedArticle> parseArticle(const ShippedFile& file)
{
    static const QRegularExpression named(QStringLiteral("^([a-z0-9_]+)\\.(es-AR|es|en)\\.md$"));
    const auto name = named.match(file.name);
    if (!name.hasMatch())
        return base::fail(faultAt(file, 0, "a name is <slug>.<es-AR|es|en>.md"));
    QString text = QString::fromUtf8(file.bytes);
    text.remove(u'\r');
    const QStringList lines = text.split(u'\n');
    if (lines.value(0) != QLatin1String("---"))
        return base::fail(faultAt(file, 1, "the head begins with ---"));
    const auto end = lines.indexOf(QStringLiteral("---"), 1);
    if (end < 0 || end > kHeadLines + 1)
        return base::fail(faultAt(file, kHeadLines + 2, "the head ends with ---"));
    ParsedArticle article{.slug = name.captured(1)};
    QString title;
    for (int i = 1; i < static_cast<int>(end); ++i) {
        if (auto read = readLine(lines[i], article, title); !read)
            return base::fail(faultAt(file, i + 1, read.error().detail));
    }
    if (title.isEmpty() || title.size() > kLongestTitle)
        return base::fail(faultAt(file, 2, "a title has 1 to 120 characters"));
    const QString body = lines.mid(end + 1).join(u'\n').trimmed();
    if (body.isEmpty() || body.size() > kLongestArticle)
        return base::fail(
            faultAt(file, static_cast<int>(end) + 2, "a text has 1 to 60,000 characters"));
    article.content.texts.append(madeText(name.captured(2), title, body));
    return article;
}

std::vector<store::ShippedArticle> shippedArticles(const std::vector<ShippedFile>& files,
                                                   QStringList& faults)
{
    std::map<QString, store::ShippedArticle> bySlug;
    std::map<QString, QCryptographicHash> hashes;
    for (const ShippedFile& file : files) {
        auto parsed = parseArticle(file);
        if (!parsed) {
            faults += parsed.error().detail;
            continue;
        }
        store::ShippedArticle& article = bySlug[parsed->slug];
        article.slug = parsed->slug;
        QCryptographicHash& hash =
            hashes.try_emplace(parsed->slug, QCryptographicHash::Sha256).first->second;
        hash.addData(file.name.toUtf8());
        hash.addData(file.bytes);
        store::ArticleContent& content = article.content;
        const bool isMain = parsed->content.texts[0].language == QLatin1String("es-AR");
        if (isMain) { // its tags and codes first
            std::swap(content.tags, parsed->content.tags);
            std::swap(content.problems, parsed->content.problems);
            std::swap(content.devices, parsed->content.devices);
        }
        addMissing(content.tags, parsed->content.tags);
        addMissing(content.problems, parsed->content.problems);
        addMissing(content.devices, parsed->content.devices);
        content.texts.insert(isMain ? 0 : content.texts.size(), parsed->content.texts[0]);
    }
    std::vector<store::ShippedArticle> articles;
    for (auto& [slug, article] : bySlug) {
        article.hash = hashes.at(slug).result();
        articles.push_back(std::move(article));
    }
    return articles;
}

QString hashOfSet(const std::vector<ShippedFile>& files)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const ShippedFile& file : files) {
        hash.addData(file.name.toUtf8());
        hash.addData(QByteArray::number(file.bytes.size()));
        hash.addData(file.bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace desk
