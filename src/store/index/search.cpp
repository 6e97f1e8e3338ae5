// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index/search.h"

#include "store/erasure.h"
#include "store/index/search_query.h"
#include "store/knowledge/article_content.h"
#include "store/knowledge/article_reads.h"

using namespace std::chrono_literals;

namespace store {

namespace {
constexpr int kFeedBatch = 500;
constexpr auto kGather = 100ms; ///< between the first news and the feed
constexpr auto kRetryPause = 2s;
constexpr auto kPurgePause = 100ms;
} // namespace

Search::Search(Options options, const base::Clock& clock, base::Log& log)
    : m_options(std::move(options)), m_clock(clock), m_log(log),
      m_worker(clock, {.name = "search", .bound = kBound, .atEnd = [this] {
                           m_file.reset();
                           m_source.reset();
                       }})
{
}

Search::~Search()
{
    stop();
}

void Search::start()
{
    m_worker.home()->mailbox().deliver([this] {
        if (ensureOpen())
            feedAfter(0ms);
    });
    m_worker.start();
}

void Search::stop()
{
    m_worker.stop();
}

base::Result<void> Search::open()
{
    auto source = Connection::open(m_options.database, m_options.reading);
    if (!source)
        return base::fail(source.error());
    m_source = std::move(*source);
    const auto identity = m_source->number("SELECT value FROM counter WHERE name = 'created'");
    const auto newest = m_source->number("SELECT coalesce(max(id), 0) FROM event");
    if (!identity || !newest)
        return base::fail(identity ? newest.error() : identity.error());
    if (m_newest < *newest)
        m_newest = *newest;
    auto file = openIndex(*identity, *newest);
    if (!file)
        return base::fail(file.error());
    m_file = std::move(*file);
    return {};
}

base::Result<std::unique_ptr<IndexFile>> Search::openIndex(qint64 identity, qint64 newestEvent)
{
    if (!isReadOnly())
        return IndexFile::open(m_options.index, identity, newestEvent);
    auto file = IndexFile::openToRead(m_options.index, identity, newestEvent);
    if (!file)
        return file;
    // What was erased since is still in the index, and cannot be taken out of it.
    const auto erasures = erasuresAfter(*m_source, (*file)->marks().erasure, 1);
    if (!erasures)
        return base::fail(erasures.error());
    if (!erasures->empty())
        return base::fail(base::Code::Offline, "search.db still holds what was erased");
    return file;
}

bool Search::ensureOpen()
{
    if (m_file)
        return true;
    if (m_hasGivenUp)
        return false;
    const auto opened = open();
    if (!opened) {
        m_log.error("store", "search_index_unavailable", {{"detail", opened.error().detail}});
        tryAgainLater();
    }
    return opened.has_value();
}

void Search::dropOn(const base::Error& error)
{
    // A damaged index is made anew by the next open(); it is only a copy.
    m_log.error("store", "search_index_failed", {{"detail", error.detail}});
    m_file.reset();
    m_source.reset();
    tryAgainLater();
}

void Search::tryAgainLater()
{
    m_hasGivenUp = isReadOnly();
    feedAfter(kRetryPause);
}

void Search::follow(qint64 newestEvent)
{
    if (newestEvent > 0)
        m_newest = newestEvent;
    if (!m_isPoked.exchange(true))
        m_worker.home()->mailbox().deliver([this] { feedAfter(kGather); });
}

void Search::feedAfter(base::milliseconds pause)
{
    if (isReadOnly() || std::exchange(m_isFeeding, true))
        return;
    m_worker.timers().after(pause, [this] { feed(); });
}

void Search::feed()
{
    m_isFeeding = false;
    m_isPoked = false;
    if (!ensureOpen())
        return;
    const auto begun = m_clock.steady();
    const auto articles = feedArticles();
    if (!articles) {
        dropOn(articles.error());
        return;
    }
    const auto more = feedBatch();
    if (!more) {
        dropOn(more.error());
        return;
    }
    // Rests as long as it worked: turns come first.
    if (*more) {
        feedAfter(std::chrono::ceil<base::milliseconds>(m_clock.steady() - begun));
        return;
    }
    m_source->releasePages(); // of what it reads nothing is read again
    if (*articles)
        m_file->releasePages(); // the shipped ones are many, and come once
}

base::Result<bool> Search::feedBatch()
{
    IndexFile::Marks marks = m_file->marks();
    std::vector<base::ConversationId> gone;
    std::vector<IndexFile::Message> messages;
    int rows = 0;
    {
        // Both in one snapshot: what an erasure removed is then not among the texts any more.
        const Snapshot snapshot(*m_source);
        const auto erasures = erasuresAfter(*m_source, marks.erasure, kFeedBatch);
        if (!erasures)
            return base::fail(erasures.error());
        for (const Erasure& erasure : *erasures) {
            gone.push_back(erasure.conversation);
            marks.erasure = erasure.number;
        }
        auto row = m_source->use(Sql::TextsAfter);
        row.bindAll(marks.event, erasures->size() < kFeedBatch ? kFeedBatch : 0);
        auto more = row.step();
        for (; more && *more; more = row.step(), ++rows) {
            marks.event = row.number(0);
            QString text = row.text(6);
            if (!text.isEmpty())
                messages.push_back({{row.number(1)},
                                    {row.number(2)},
                                    base::fromMs(row.number(3)),
                                    static_cast<engine::EventKind>(row.small(4)),
                                    static_cast<engine::Actor>(row.small(5)),
                                    std::move(text)});
        }
        if (!more)
            return base::fail(more.error());
    }
    const bool hasMore = rows == kFeedBatch || gone.size() == kFeedBatch;
    if (rows == 0 && gone.empty())
        return hasMore;
    if (auto done = m_file->apply(gone, std::move(messages), marks); !done)
        return base::fail(done.error());
    if (!gone.empty() && !std::exchange(m_isPurging, true))
        purge(IndexFile::Merge::Begin);
    return hasMore;
}

base::Result<bool> Search::feedArticles()
{
    const auto mark = m_file->articles().mark();
    if (!mark)
        return base::fail(mark.error());
    std::vector<ArticleIndex::Entry> entries;
    qint64 newest = *mark;
    {
        const Snapshot snapshot(*m_source);
        {
            auto row = m_source->use(Sql::ArticlesChangedAfter);
            row.bind(*mark);
            auto more = row.step();
            for (; more && *more; more = row.step()) {
                entries.push_back({.article = row.number(0),
                                   .slug = row.text(1),
                                   .isPublished = row.truth(5),
                                   .tags = splitWords(row.text(2))});
                newest = row.number(16);
            }
            if (!more)
                return base::fail(more.error());
        }
        for (ArticleIndex::Entry& entry : entries) {
            auto texts = readArticleTexts(*m_source, entry.article);
            if (!texts)
                return base::fail(texts.error());
            entry.texts = *std::move(texts);
        }
    }
    if (entries.empty())
        return false;
    if (auto done = m_file->articles().apply(entries, newest); !done)
        return base::fail(done.error());
    return true;
}

void Search::purge(IndexFile::Merge merge)
{
    m_worker.timers().after(0ms, [this, merge] {
        if (!m_file) {
            m_isPurging = false;
            return;
        }
        const auto isDone = m_file->mergeSlice(merge);
        if (!isDone) {
            m_isPurging = false;
            dropOn(isDone.error());
        } else if (*isDone) {
            purgeLog();
        } else {
            purge(IndexFile::Merge::GoOn);
        }
    });
}

void Search::purgeLog()
{
    m_isPurging = false;
    if (m_file && !m_file->truncateLog()) {
        m_isPurging = true;
        m_worker.timers().after(kPurgePause, [this] { purgeLog(); });
    }
}

void Search::find(SearchQuery query, base::Reply<SearchPage> reply)
{
    if (m_worker.home()->mailbox().depth() >= kBound) {
        reply.answer(base::fail(base::Code::Busy, "the search's queue is full"));
        return;
    }
    m_worker.home()->mailbox().deliver(
        [this, query = std::move(query), reply = std::move(reply)]() mutable {
            reply.answer(findNow(query));
        });
}

void Search::findArticles(ArticleSearchQuery query, base::Reply<std::vector<ArticleHit>> reply)
{
    if (m_worker.home()->mailbox().depth() >= kBound) {
        reply.answer(base::fail(base::Code::Busy, "the search's queue is full"));
        return;
    }
    m_worker.home()->mailbox().deliver(
        [this, query = std::move(query), reply = std::move(reply)]() mutable {
            reply.answer(findArticlesNow(query));
        });
}

base::Result<std::vector<ArticleHit>> Search::findArticlesNow(const ArticleSearchQuery& query)
{
    if (!ensureOpen())
        return base::fail(base::Code::Offline, "the search index cannot be opened");
    base::Result<std::vector<ArticleHit>> hits;
    if (const auto fed = isReadOnly() ? base::Result<bool>(false) : feedArticles(); fed)
        hits = m_file->articles().find(query);
    else
        hits = base::fail(fed.error());
    if (!hits && hits.error().code == base::Code::Corrupt)
        dropOn(hits.error());
    return hits;
}

base::Result<SearchPage> Search::findNow(const SearchQuery& query)
{
    const auto expression = matchExpression(query.words, query.from);
    if (!expression)
        return base::fail(expression.error());
    if (expression->isEmpty())
        return SearchPage{};
    if (!ensureOpen())
        return base::fail(base::Code::Offline, "the search index cannot be opened");
    auto page = m_file->find(*expression, query);
    if (!page) {
        if (page.error().code == base::Code::Corrupt)
            dropOn(page.error());
        return page;
    }
    page->isBehind = m_file->marks().event < m_newest;
    for (SearchHit& hit : page->hits) {
        auto row = m_source->use(Sql::NameOfConversation);
        const auto found = row.bind(hit.conversation.value).step();
        if (found && *found)
            hit.name = row.text(0);
    }
    return page;
}

} // namespace store
