// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/knowledge/knowledge.h"

#include "desk/knowledge/article_file.h"
#include "desk/people/allowed.h"
#include "engine/recording.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace desk {

using namespace std::chrono_literals;

namespace {

constexpr auto kSearchTime = 200ms; ///< a customer waits no longer for it
constexpr int kMostFound = 3;
constexpr int kMostSuggested = 8;
constexpr const char* kLanguages[] = {"es-AR", "es", "en"};

ArticleContent contentOf(const store::ArticleContent& stored)
{
    ArticleContent content{
        .tags = stored.tags, .problems = stored.problems, .devices = stored.devices};
    for (const store::ArticleText& text : stored.texts)
        content.texts.append({text.language, text.title, text.markdown});
    return content;
}

bool areCodes(const QStringList& codes)
{
    static const QRegularExpression code(QStringLiteral("^[a-z0-9_]{1,40}$"));
    return std::ranges::all_of(codes, [](const QString& c) { return code.match(c).hasMatch(); });
}

QString faultOf(const ArticleText& text)
{
    const bool isKnown = std::ranges::any_of(
        kLanguages, [&](const char* known) { return text.language == QLatin1String(known); });
    if (!isKnown)
        return QStringLiteral("no language of ours");
    if (text.title.isEmpty() || text.title.size() > kLongestTitle)
        return QStringLiteral("a title has 1 to 120 characters");
    if (text.markdown.trimmed().isEmpty() || text.markdown.size() > kLongestArticle)
        return QStringLiteral("a text has 1 to 60,000 characters");
    return {};
}

/// What can be stored, tidied; Invalid says what is wrong.
base::Result<store::ArticleContent> storedContent(const ArticleContent& content)
{
    store::ArticleContent stored;
    for (const QString& tag : content.tags) {
        const QString tidy = tag.simplified().toLower();
        if (!tidy.isEmpty())
            stored.tags += tidy;
    }
    stored.tags.removeDuplicates();
    const bool hasBadTag = std::ranges::any_of(
        stored.tags, [](const QString& tag) { return tag.contains(u',') || tag.size() > 40; });
    if (hasBadTag || stored.tags.size() > kMostTags)
        return base::fail(base::Code::Invalid,
                          QStringLiteral("at most 20 tags of 40 characters, without commas"));
    if (!areCodes(content.problems) || !areCodes(content.devices))
        return base::fail(base::Code::Invalid, QStringLiteral("codes are of a-z, 0-9 and _"));
    stored.problems = content.problems;
    stored.devices = content.devices;
    if (content.texts.isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("an article needs a text"));
    for (const ArticleText& given : content.texts) {
        const ArticleText text{given.language, given.title.simplified(), given.markdown};
        if (const QString fault = faultOf(text); !fault.isEmpty())
            return base::fail(base::Code::Invalid, fault);
        if (std::ranges::find(stored.texts, text.language, &store::ArticleText::language) !=
            stored.texts.end())
            return base::fail(base::Code::Invalid, QStringLiteral("one text a language"));
        stored.texts.append(madeText(text.language, text.title, text.markdown));
    }
    return stored;
}

const store::ArticleText* textIn(const store::ArticleContent& content, const QString& language)
{
    for (const QString& wanted :
         {language, language == QLatin1String("es") ? QStringLiteral("es-AR") : language}) {
        const auto it = std::ranges::find(content.texts, wanted, &store::ArticleText::language);
        if (it != content.texts.end())
            return &*it;
    }
    return nullptr;
}

} // namespace

void Knowledge::seed()
{
    if (!m_context.options.shippedArticles)
        return;
    const auto files = m_context.options.shippedArticles();
    const QString hash = hashOfSet(files);
    if (files.empty() || m_context.settings.value(QStringLiteral("knowledge.shipped")) == hash)
        return;
    QStringList faults;
    auto articles = shippedArticles(files, faults);
    for (const QString& fault : faults)
        m_context.log.error("desk", "article_unreadable", {{"detail", fault}});
    m_context.store.saveShippedArticles(
        std::move(articles), hash,
        m_context.caller.expect<int>([this, hash](const base::Result<int>& written) {
            if (!written) {
                m_context.log.error("desk", "articles_not_added",
                                    {{"detail", written.error().detail}});
                return;
            }
            m_context.settings[QStringLiteral("knowledge.shipped")] = hash;
            m_context.log.info("desk", "articles_added", {{"count", *written}});
            m_hub.changed({.knowledge = true});
        }));
}

Article Knowledge::articleOf(const store::Article& row) const
{
    return {.slug = row.slug,
            .content = contentOf(row.content),
            .isPublished = row.isPublished,
            .isShipped = row.origin == store::ArticleOrigin::Shipped,
            .isEdited = row.isEdited,
            .version = row.version,
            .saved = row.saved,
            .savedBy = m_context.nameOf(row.savedBy),
            .used = row.used,
            .answered = row.answered,
            .notAnswered = row.notAnswered};
}

void Knowledge::page(const ArticleQuery& query, const SharedReply<ArticlePage>& reply)
{
    if (query.text.trimmed().isEmpty()) {
        m_context.store.articlePage({.tag = query.tag, .after = query.after, .limit = query.limit},
                                    m_context.caller.expect<store::ArticlePage>(
                                        [this, reply](base::Result<store::ArticlePage> found) {
                                            if (!found) {
                                                reply->answer(base::fail(found.error()));
                                                return;
                                            }
                                            ArticlePage page{.next = found->next};
                                            for (store::Article& row : found->rows)
                                                page.rows.push_back(articleOf(std::move(row)));
                                            reply->answer(std::move(page));
                                        }));
        return;
    }
    m_context.store.searchArticles(
        {.text = query.text,
         .words = store::ArticleSearchQuery::Words::Typed,
         .onlyPublished = false,
         .limit = query.limit},
        m_context.caller.expect<std::vector<store::ArticleHit>>(
            [this, tag = query.tag, reply](base::Result<std::vector<store::ArticleHit>> hits) {
                if (!hits) {
                    reply->answer(base::fail(hits.error()));
                    return;
                }
                QStringList slugs;
                for (const store::ArticleHit& hit : *hits)
                    slugs += hit.slug;
                m_context.store.articlesOf(
                    slugs, m_context.caller.expect<std::vector<store::Article>>(
                               [this, tag, reply](base::Result<std::vector<store::Article>> rows) {
                                   if (!rows) {
                                       reply->answer(base::fail(rows.error()));
                                       return;
                                   }
                                   ArticlePage page;
                                   for (store::Article& row : *rows) {
                                       if (tag.isEmpty() || row.content.tags.contains(tag))
                                           page.rows.push_back(articleOf(std::move(row)));
                                   }
                                   reply->answer(std::move(page));
                               }));
            }));
}

void Knowledge::article(const QString& slug, const SharedReply<Article>& reply)
{
    m_context.store.article(
        slug,
        m_context.caller.expect<store::Article>([this, reply](base::Result<store::Article> row) {
            reply->answer(row ? base::Result<Article>(articleOf(*std::move(row)))
                              : base::fail(row.error()));
        }));
}

void Knowledge::tags(const SharedReply<QMap<QString, int>>& reply)
{
    m_context.store.articleTags(m_context.caller.expect<QMap<QString, int>>(
        [reply](base::Result<QMap<QString, int>> tags) { reply->answer(std::move(tags)); }));
}

void Knowledge::versions(const QString& slug, const SharedReply<std::vector<ArticleVersion>>& reply)
{
    m_context.store.articleVersions(
        slug, m_context.caller.expect<std::vector<store::ArticleVersion>>(
                  [this, reply](base::Result<std::vector<store::ArticleVersion>> rows) {
                      if (!rows) {
                          reply->answer(base::fail(rows.error()));
                          return;
                      }
                      std::vector<ArticleVersion> versions;
                      for (const store::ArticleVersion& row : *rows)
                          versions.push_back({row.version, row.saved, m_context.nameOf(row.savedBy),
                                              contentOf(row.content)});
                      reply->answer(std::move(versions));
                  }));
}

void Knowledge::save(base::PersonId me, const ArticleSave& save, const SharedReply<Article>& reply)
{
    if (const auto allowed = mayDo(m_context.people, me, people::Action::EditKnowledge); !allowed) {
        reply->answer(base::fail(allowed.error()));
        return;
    }
    auto content = storedContent(save.content);
    if (!content) {
        reply->answer(base::fail(content.error()));
        return;
    }
    m_context.store.saveArticle(
        {.slug = save.slug,
         .content = *std::move(content),
         .expectedVersion = save.expectedVersion,
         .person = me,
         .time = m_context.clock.wall()},
        m_context.caller.expect<store::Article>([this, reply](base::Result<store::Article> saved) {
            if (!saved) {
                reply->answer(base::fail(saved.error()));
                return;
            }
            m_hub.changed({.knowledge = true});
            reply->answer(articleOf(*std::move(saved)));
        }));
}

void Knowledge::publish(const QString& slug, bool isPublished, const SharedReply<Article>& reply)
{
    m_context.store.publishArticle(
        slug, isPublished,
        m_context.caller.expect<void>([this, slug, reply](const base::Result<void>& done) {
            if (!done) {
                reply->answer(base::fail(done.error()));
                return;
            }
            m_hub.changed({.knowledge = true});
            article(slug, reply);
        }));
}

void Knowledge::restore(base::PersonId me, const QString& slug, int version, int expectedVersion,
                        const SharedReply<Article>& reply)
{
    if (const auto allowed = mayDo(m_context.people, me, people::Action::EditKnowledge); !allowed) {
        reply->answer(base::fail(allowed.error()));
        return;
    }
    m_context.store.articleVersions(
        slug, m_context.caller.expect<std::vector<store::ArticleVersion>>(
                  [this, me, slug, version, expectedVersion,
                   reply](const base::Result<std::vector<store::ArticleVersion>>& rows) {
                      if (!rows) {
                          reply->answer(base::fail(rows.error()));
                          return;
                      }
                      const auto old =
                          std::ranges::find(*rows, version, &store::ArticleVersion::version);
                      if (old == rows->end()) {
                          reply->answer(
                              base::fail(base::Code::NotFound, QStringLiteral("no such version")));
                          return;
                      }
                      save(me,
                           {.slug = slug,
                            .content = contentOf(old->content),
                            .expectedVersion = expectedVersion},
                           reply);
                  }));
}

QList<engine::FoundArticle> Knowledge::foundOf(const std::vector<store::ArticleHit>& hits) const
{
    QList<engine::FoundArticle> found;
    for (const store::ArticleHit& hit : hits) {
        QString link;
        if (!m_webAddress.isEmpty())
            link = m_webAddress + QStringLiteral("articles/%1?lang=%2").arg(hit.slug, hit.language);
        found.append({hit.slug, hit.title, hit.excerpt, link});
    }
    return found;
}

void Knowledge::suggest(const engine::ArticleSearch& search,
                        const SharedReply<QList<engine::FoundArticle>>& reply)
{
    m_context.store.searchArticles(
        {.text = search.words,
         .words = store::ArticleSearchQuery::Words::Related,
         .language = search.language,
         .limit = kMostSuggested},
        m_context.caller.expect<std::vector<store::ArticleHit>>(
            [this, reply](const base::Result<std::vector<store::ArticleHit>>& hits) {
                reply->answer(hits ? base::Result<QList<engine::FoundArticle>>(foundOf(*hits))
                                   : base::fail(hits.error()));
            }));
}

void Knowledge::published(const QString& slug, const QStringList& languages,
                          const SharedReply<PublishedArticle>& reply)
{
    m_context.store.article(
        slug, m_context.caller.expect<store::Article>([this, languages, reply](
                                                          const base::Result<store::Article>& row) {
            const store::ArticleText* text = nullptr;
            for (const QString& language : languages)
                text = row && row->isPublished && !text ? textIn(row->content, language) : text;
            if (!text) {
                reply->answer(base::fail(row || row.error().code == base::Code::NotFound
                                             ? base::Code::NotFound
                                             : row.error().code,
                                         QStringLiteral("no such published article")));
                return;
            }
            reply->answer(PublishedArticle{
                .slug = row->slug,
                .language = text->language,
                .title = text->title,
                .html = articleHtml(text->markdown),
                .shopName = m_context.settings.value(QStringLiteral("shop.name")).trimmed(),
                .version = row->version});
        }));
}

std::function<void()> Knowledge::find(const engine::ArticleSearch& search, Found done)
{
    auto waiting = std::make_shared<Found>(std::move(done));
    const auto give = [waiting](QList<engine::FoundArticle> found) {
        if (const Found answer = std::exchange(*waiting, nullptr))
            answer(std::move(found));
    };
    const auto timer = m_context.timers().after(kSearchTime, [this, give] {
        m_context.log.warning("desk", "article_search_late", {});
        give({});
    });
    m_context.store.searchArticles(
        {.text = search.words, .language = search.language, .limit = kMostFound},
        m_context.caller.expect<std::vector<store::ArticleHit>>(
            [this, give, timer](const base::Result<std::vector<store::ArticleHit>>& hits) {
                m_context.timers().cancel(timer);
                if (!hits)
                    m_context.log.warning("desk", "article_search_failed",
                                          {{"detail", hits.error().detail}});
                give(hits ? foundOf(*hits) : QList<engine::FoundArticle>());
            }));
    return [this, give, timer] {
        m_context.timers().cancel(timer);
        give({});
    };
}

std::vector<store::ArticleNote> articleNotes(const std::vector<engine::Event>& events,
                                             QString& lastQuoted)
{
    using Kind = store::ArticleNote::Kind;
    std::vector<store::ArticleNote> notes;
    for (const engine::Event& event : events) {
        if (!event.payload.contains("\"article"))
            continue;
        const QJsonObject payload = QJsonDocument::fromJson(event.payload).object();
        const QString slug = payload.value(QLatin1String("article")).toString();
        const auto helped = payload.value(QLatin1String("articleHelped"));
        if (helped.isBool()) {
            const QString about = slug.isEmpty() ? lastQuoted : slug;
            if (!about.isEmpty())
                notes.push_back({about, helped.toBool() ? Kind::Answered : Kind::NotAnswered});
        } else if (!slug.isEmpty()) {
            notes.push_back({slug, Kind::Used});
            lastQuoted = slug;
        }
    }
    return notes;
}

} // namespace desk
