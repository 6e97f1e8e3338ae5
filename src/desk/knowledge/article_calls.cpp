// SPDX-License-Identifier: GPL-3.0-or-later
// The facade's calls of the knowledge base, which only pass on.
#include "desk/impl.h"

#include <utility>

namespace desk {

void Desk::articlePage(base::Caller& caller, const ArticleQuery& query, Done<ArticlePage> done)
{
    m_impl->ask<ArticlePage>(
        caller, std::move(done),
        [query](Impl& d, const SharedReply<ArticlePage>& reply) { d.knowledge.page(query, reply); },
        "articlePage");
}

void Desk::article(base::Caller& caller, const QString& slug, Done<Article> done)
{
    m_impl->ask<Article>(
        caller, std::move(done),
        [slug](Impl& d, const SharedReply<Article>& reply) { d.knowledge.article(slug, reply); });
}

void Desk::articleTags(base::Caller& caller, Done<QMap<QString, int>> done)
{
    m_impl->ask<QMap<QString, int>>(
        caller, std::move(done),
        [](Impl& d, const SharedReply<QMap<QString, int>>& reply) { d.knowledge.tags(reply); });
}

void Desk::catalogueTerms(base::Caller& caller, const QString& language, Done<CatalogueTerms> done)
{
    m_impl->ask<CatalogueTerms>(
        caller, std::move(done), [language](Impl& d, const SharedReply<CatalogueTerms>& reply) {
            const engine::Flow& flow = d.context.flows.current();
            const auto optionsOf = [&](engine::TermKind kind) {
                QList<engine::Option> options;
                for (const auto& term : flow.catalogue().terms(kind))
                    options.append(
                        {term.code, flow.slotText(engine::slotOfTerm(kind), term.code, language)});
                return options;
            };
            reply->answer(CatalogueTerms{.problems = optionsOf(engine::TermKind::Problem),
                                         .devices = optionsOf(engine::TermKind::Device)});
        });
}

void Desk::articleVersions(base::Caller& caller, const QString& slug,
                           Done<std::vector<ArticleVersion>> done)
{
    m_impl->ask<std::vector<ArticleVersion>>(
        caller, std::move(done),
        [slug](Impl& d, const SharedReply<std::vector<ArticleVersion>>& reply) {
            d.knowledge.versions(slug, reply);
        });
}

void Desk::saveArticle(base::Caller& caller, base::PersonId me, const ArticleSave& save,
                       Done<Article> done)
{
    m_impl->ask<Article>(caller, std::move(done),
                         [me, save](Impl& d, const SharedReply<Article>& reply) {
                             d.knowledge.save(me, save, reply);
                         });
}

void Desk::publishArticle(base::Caller& caller, const QString& slug, bool isPublished,
                          Done<Article> done)
{
    m_impl->ask<Article>(caller, std::move(done),
                         [slug, isPublished](Impl& d, const SharedReply<Article>& reply) {
                             d.knowledge.publish(slug, isPublished, reply);
                         });
}

void Desk::restoreArticle(base::Caller& caller, base::PersonId me, const QString& slug, int version,
                          int expectedVersion, Done<Article> done)
{
    m_impl->ask<Article>(
        caller, std::move(done),
        [me, slug, version, expectedVersion](Impl& d, const SharedReply<Article>& reply) {
            d.knowledge.restore(me, slug, version, expectedVersion, reply);
        });
}

void Desk::suggestArticles(base::Caller& caller, const engine::ArticleSearch& search,
                           Done<QList<engine::FoundArticle>> done)
{
    m_impl->ask<QList<engine::FoundArticle>>(
        caller, std::move(done),
        [search](Impl& d, const SharedReply<QList<engine::FoundArticle>>& reply) {
            d.knowledge.suggest(search, reply);
        },
        "suggestArticles");
}

void Desk::publishedArticle(base::Caller& caller, const QString& slug, const QStringList& languages,
                            Done<PublishedArticle> done)
{
    m_impl->ask<PublishedArticle>(
        caller, std::move(done),
        [slug, languages](Impl& d, const SharedReply<PublishedArticle>& reply) {
            d.knowledge.published(slug, languages, reply);
        });
}

void Desk::setWebAddress(const QString& address)
{
    m_impl->tell([address](Impl& d) { d.knowledge.setWebAddress(address); });
}

} // namespace desk
