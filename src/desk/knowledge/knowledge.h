// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/context.h"
#include "desk/hub.h"
#include "desk/knowledge/article_values.h"
#include "engine/values.h"

#include <functional>

namespace desk {

/// The knowledge base's use cases, and what a turn asks of it. Lives on the desk thread.
class Knowledge
{
public:
    Knowledge(Context& context, Hub& hub) : m_context(context), m_hub(hub) {}

    /// Adds and updates the articles that the program brings, where they have changed since the
    /// last start.
    void seed();
    /// Where customers reach the gateway, with a slash at the end; empty: nowhere.
    void setWebAddress(const QString& address) { m_webAddress = address; }

    void page(const ArticleQuery& query, const SharedReply<ArticlePage>& reply);
    void article(const QString& slug, const SharedReply<Article>& reply);
    void tags(const SharedReply<QMap<QString, int>>& reply);
    void versions(const QString& slug, const SharedReply<std::vector<ArticleVersion>>& reply);
    void save(base::PersonId me, const ArticleSave& save, const SharedReply<Article>& reply);
    void publish(const QString& slug, bool isPublished, const SharedReply<Article>& reply);
    void restore(base::PersonId me, const QString& slug, int version, int expectedVersion,
                 const SharedReply<Article>& reply);
    void suggest(const engine::ArticleSearch& search,
                 const SharedReply<QList<engine::FoundArticle>>& reply);
    void published(const QString& slug, const QStringList& languages,
                   const SharedReply<PublishedArticle>& reply);

    /// Searches for a turn; `done` runs once, later, with what was found: nothing where the search
    /// fails or takes more than 200 ms. Calling what is returned ends the search at once.
    using Found = std::function<void(QList<engine::FoundArticle>)>;
    [[nodiscard]] std::function<void()> find(const engine::ArticleSearch& search, Found done);

private:
    void write(base::PersonId me, const ArticleSave& save, const SharedReply<Article>& reply);
    [[nodiscard]] Article articleOf(const store::Article& row) const;
    [[nodiscard]] QList<engine::FoundArticle>
    foundOf(const std::vector<store::ArticleHit>& hits) const;

    Context& m_context;
    Hub& m_hub;
    QString m_webAddress;
};

/// What a turn's events say about articles: a bot message that quotes one has the payload member
/// "article"; what the customer said of it "articleHelped". `lastQuoted` is the conversation's
/// newest quoted article before and, afterwards, with these events.
[[nodiscard]] std::vector<store::ArticleNote> articleNotes(const std::vector<engine::Event>& events,
                                                           QString& lastQuoted);

} // namespace desk
