// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/files/content_files.h"
#include "store/files/opening.h"
#include "store/index/search.h"
#include "store/keep/keeper.h"
#include "store/knowledge/article_reads.h"
#include "store/knowledge/article_writes.h"
#include "store/people/person_rows.h"
#include "store/readers.h"
#include "store/reads.h"
#include "store/releases/checklists.h"
#include "store/training/training.h"
#include "store/turn_writer.h"
#include "store/writer.h"
#include "store/writes.h"

namespace store {

struct Store::Impl {
    Impl(Options given, Opening opening, const base::Clock& time, base::Random& random,
         base::Log& log)
        : options(std::move(given)), clock(time), lock(std::move(opening.lock)),
          readOnly(opening.readOnly), layout(options.folder),
          search(
              {.index = layout.index(),
               .database = layout.database(),
               .reading = opening.reading(),
               .mode = readOnly ? Search::Options::Mode::ReadOnly : Search::Options::Mode::Follows},
              clock, log),
          writer({.database = layout.database(),
                  .role = readOnly ? readOnly->role : Connection::Role::Writer,
                  .commits = layout.commits(),
                  .erasedIds = layout.erasedIds(),
                  .committed = [this](qint64 newest) { search.follow(newest); }},
                 clock, random, log),
          readers(layout.database(), opening.reading(), options.readers, clock),
          keeper({.database = layout.database(),
                  .backups = layout.backups(),
                  .evidence = layout.evidence(),
                  .dailyBackup = options.dailyBackup && !readOnly,
                  .reading = opening.reading(),
                  .checkAtStart = opening.isToBeChecked},
                 writer, clock, log)
    {
    }
    /// The writer last: the one that closes last checkpoints.
    ~Impl()
    {
        keeper.stop();
        readers.stop();
        search.stop();
        writer.stop();
    }
    base::Result<void> start()
    {
        if (auto started = writer.start(); !started)
            return started;
        if (auto started = readers.start(); !started)
            return started;
        search.start();
        keeper.start();
        return {};
    }

    const Options options;
    const base::Clock& clock;
    const std::unique_ptr<LockFile> lock;
    const std::optional<ReadOnly> readOnly;
    const Layout layout;
    Search search;
    Writer writer;
    Readers readers;
    Keeper keeper;
};

base::Result<std::unique_ptr<Store>> Store::open(Options options, const base::Clock& clock,
                                                 base::Random& random, base::Log& log)
{
    auto opening = openFolder(options.folder, options.schema, clock, log);
    if (!opening)
        return base::fail(opening.error());
    auto impl = std::make_unique<Impl>(std::move(options), std::move(*opening), clock, random, log);
    if (auto started = impl->start(); !started)
        return base::fail(started.error());
    return std::unique_ptr<Store>(new Store(std::move(impl)));
}

Store::Store(std::unique_ptr<Impl> impl) : m_impl(std::move(impl))
{
}

Store::~Store() = default;

void Store::commitTurn(TurnCommit turn, base::Reply<Committed> reply)
{
    m_impl->writer.commitTurn(std::move(turn), std::move(reply));
}

void Store::saveSession(SessionRow session, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply), [session = std::move(session)](Connection& c) {
        return writeSession(c, session);
    });
}

void Store::saveCustomer(CustomerRow customer, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply), [customer = std::move(customer)](Connection& c) {
        return writeCustomer(c, customer);
    });
}

void Store::saveDraft(Draft draft, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply), [draft = std::move(draft)](Connection& c) {
        return writeDraft(c, draft);
    });
}

void Store::savePerson(Person person, AuditNote note, base::Reply<Person> reply)
{
    m_impl->writer.write<Person>(
        std::move(reply), [person = std::move(person), note = std::move(note)](Connection& c) {
            return writePerson(c, person, note);
        });
}

void Store::saveSetting(QString key, QString value, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply),
                               [key = std::move(key), value = std::move(value)](Connection& c) {
                                   return writeSetting(c, key, value);
                               });
}

void Store::removeSetting(QString key, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply), [key = std::move(key)](Connection& c) {
        return store::removeSetting(c, key);
    });
}

void Store::saveFlowVersion(FlowVersion flow, base::Reply<FlowVersion> reply)
{
    m_impl->writer.write<FlowVersion>(std::move(reply), [flow = std::move(flow)](Connection& c) {
        return writeFlowVersion(c, flow);
    });
}

void Store::removeDemo(base::Reply<int> reply)
{
    m_impl->writer.removeDemo(std::move(reply));
}

void Store::savePhrase(PhraseRow phrase, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply), [phrase = std::move(phrase)](Connection& c) {
        return writePhrase(c, phrase);
    });
}

void Store::removePhrase(qint64 id, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply),
                               [id](Connection& c) { return store::removePhrase(c, id); });
}

void Store::phrases(base::Reply<std::vector<PhraseRow>> reply)
{
    m_impl->readers.read<std::vector<PhraseRow>>(std::move(reply), readPhrases);
}

void Store::saveHelpRating(HelpRatingRow rating, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply), [rating = std::move(rating)](Connection& c) {
        return writeHelpRating(c, rating);
    });
}

void Store::helpRatings(base::Reply<std::vector<HelpRatingRow>> reply)
{
    m_impl->readers.read<std::vector<HelpRatingRow>>(std::move(reply), readHelpRatings);
}

void Store::saveChecklist(ChecklistChange change, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply), [change = std::move(change)](Connection& c) {
        return writeChecklist(c, change);
    });
}

void Store::checklistIds(base::Reply<QStringList> reply)
{
    m_impl->readers.read<QStringList>(std::move(reply), readChecklistIds);
}

void Store::checklist(QString ulid, base::Reply<ChecklistRow> reply)
{
    m_impl->readers.read<ChecklistRow>(std::move(reply), [ulid = std::move(ulid)](Connection& c) {
        return readChecklist(c, ulid);
    });
}

void Store::checklistEntries(QString ulid, base::Reply<std::vector<ChecklistEntryRow>> reply)
{
    m_impl->readers.read<std::vector<ChecklistEntryRow>>(
        std::move(reply),
        [ulid = std::move(ulid)](Connection& c) { return readChecklistEntries(c, ulid); });
}

void Store::checklistSource(QString ulid, base::Reply<ChecklistSource> reply)
{
    m_impl->readers.read<ChecklistSource>(
        std::move(reply),
        [ulid = std::move(ulid)](Connection& c) { return readChecklistSource(c, ulid); });
}

void Store::saveEvidence(QByteArray bytes, base::Reply<QByteArray> reply)
{
    if (!health().isWritable) {
        reply.answer(base::fail(base::Code::Offline, "nothing can be written"));
        return;
    }
    m_impl->readers.read<QByteArray>(
        std::move(reply), [folder = m_impl->layout.evidence(), bytes = std::move(bytes)](
                              Connection& /*unused*/) { return keepContent(folder, bytes); });
}

void Store::evidence(QByteArray hash, base::Reply<QByteArray> reply)
{
    m_impl->readers.read<QByteArray>(
        std::move(reply), [folder = m_impl->layout.evidence(), hash = std::move(hash)](
                              Connection& /*unused*/) { return contentOf(folder, hash); });
}

void Store::dropEvidence(QList<QByteArray> hashes, base::Reply<int> reply)
{
    m_impl->writer.write<int>(std::move(reply),
                              [folder = m_impl->layout.evidence(),
                               hashes = std::move(hashes)](Connection& c) -> base::Result<int> {
                                  const auto unseen = filesNotShown(c, hashes);
                                  return unseen ? dropContents(folder, *unseen)
                                                : base::fail(unseen.error());
                              });
}

void Store::dropEvidenceCopies(QList<QByteArray> hashes, base::Reply<ErasedCopies> reply)
{
    m_impl->keeper.dropEvidence(std::move(hashes), std::move(reply));
}

void Store::evidenceHashes(QList<QByteArray> hashes,
                           base::Reply<QMap<QByteArray, QByteArray>> reply)
{
    using Hashes = QMap<QByteArray, QByteArray>;
    m_impl->readers.read<Hashes>(std::move(reply),
                                 [folder = m_impl->layout.evidence(), hashes = std::move(hashes)](
                                     Connection& /*unused*/) -> base::Result<Hashes> {
                                     Hashes now;
                                     for (const QByteArray& hash : hashes) {
                                         if (auto found = hashNow(folder, hash))
                                             now[hash] = *std::move(found);
                                     }
                                     return now;
                                 });
}

void Store::saveReleaseTemplates(std::vector<ReleaseTemplateRow> rows, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply),
                               [rows = std::move(rows)](Connection& c) -> base::Result<void> {
                                   for (const ReleaseTemplateRow& row : rows) {
                                       if (auto written = writeReleaseTemplate(c, row); !written)
                                           return written;
                                   }
                                   return {};
                               });
}

void Store::releaseTemplates(QString language, base::Reply<std::vector<ReleaseTemplateRow>> reply)
{
    m_impl->readers.read<std::vector<ReleaseTemplateRow>>(
        std::move(reply), [language = std::move(language)](Connection& c) {
            return readReleaseTemplates(c, language);
        });
}

void Store::saveModel(ModelRow model, base::Reply<ModelRow> reply)
{
    m_impl->writer.write<ModelRow>(std::move(reply), [model = std::move(model)](Connection& c) {
        return writeModel(c, model);
    });
}

void Store::activateModel(qint64 id, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply),
                               [id](Connection& c) { return store::activateModel(c, id); });
}

void Store::models(base::Reply<std::vector<ModelRow>> reply)
{
    m_impl->readers.read<std::vector<ModelRow>>(std::move(reply), readModels);
}

void Store::activeModel(base::Reply<ModelRow> reply)
{
    m_impl->readers.read<ModelRow>(std::move(reply), readActiveModel);
}

// The search follows a little later; one that comes earlier brings itself up to date.
void Store::saveArticle(ArticleSave save, base::Reply<Article> reply)
{
    m_impl->writer.write<Article>(std::move(reply), [this, save = std::move(save)](Connection& c) {
        m_impl->search.follow(0);
        return writeArticle(c, save);
    });
}

void Store::publishArticle(QString slug, bool isPublished, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply),
                               [this, slug = std::move(slug), isPublished](Connection& c) {
                                   m_impl->search.follow(0);
                                   return writePublished(c, slug, isPublished);
                               });
}

void Store::saveShippedArticles(std::vector<ShippedArticle> articles, QString setHash,
                                base::Reply<int> reply)
{
    m_impl->writer.write<int>(std::move(reply),
                              [this, articles = std::move(articles), setHash = std::move(setHash),
                               now = m_impl->clock.wall()](Connection& c) {
                                  m_impl->search.follow(0);
                                  return writeShipped(c, articles, setHash, now);
                              });
}

void Store::conversation(base::ConversationId id, base::Reply<ConversationRow> reply)
{
    m_impl->readers.read<ConversationRow>(std::move(reply),
                                          [id](Connection& c) { return readConversation(c, id); });
}

void Store::turn(base::ConversationId id, QString clientMessageId, base::Reply<Committed> reply)
{
    m_impl->readers.read<Committed>(
        std::move(reply),
        [id,
         clientMessageId = std::move(clientMessageId)](Connection& c) -> base::Result<Committed> {
            auto turn = turnOfClientMessage(c, id, clientMessageId);
            if (!turn)
                return base::fail(turn.error());
            if (!*turn)
                return base::fail(base::Code::NotFound,
                                  QStringLiteral("no turn of that client message id"));
            return **std::move(turn);
        });
}

void Store::conversationPage(ConversationQuery query, base::Reply<ConversationPage> reply)
{
    m_impl->readers.read<ConversationPage>(
        std::move(reply), [query = std::move(query)](Connection& c) { return readPage(c, query); });
}

void Store::viewCounts(base::PersonId person, base::Reply<ViewCounts> reply)
{
    m_impl->readers.read<ViewCounts>(std::move(reply),
                                     [person](Connection& c) { return readCounts(c, person); });
}

void Store::events(EventQuery query, base::Reply<std::vector<EventRow>> reply)
{
    m_impl->readers.read<std::vector<EventRow>>(
        std::move(reply), [query](Connection& c) { return readEvents(c, query); });
}

void Store::turns(base::ConversationId id, base::Reply<std::vector<TurnRow>> reply)
{
    m_impl->readers.read<std::vector<TurnRow>>(std::move(reply),
                                               [id](Connection& c) { return readTurns(c, id); });
}

void Store::session(QByteArray idHash, base::Reply<SessionRow> reply)
{
    m_impl->readers.read<SessionRow>(std::move(reply), [idHash = std::move(idHash)](Connection& c) {
        return readSession(c, idHash);
    });
}

void Store::customer(base::CustomerId id, base::Reply<CustomerRow> reply)
{
    m_impl->readers.read<CustomerRow>(
        std::move(reply), [id = std::move(id)](Connection& c) { return readCustomer(c, id); });
}

void Store::drafts(base::PersonId person, base::Reply<std::vector<Draft>> reply)
{
    m_impl->readers.read<std::vector<Draft>>(
        std::move(reply), [person](Connection& c) { return readDrafts(c, person); });
}

void Store::people(base::Reply<std::vector<Person>> reply)
{
    m_impl->readers.read<std::vector<Person>>(std::move(reply), readPeople);
}

void Store::audit(AuditQuery query, base::Reply<std::vector<AuditRow>> reply)
{
    m_impl->readers.read<std::vector<AuditRow>>(
        std::move(reply), [query](Connection& c) { return readAudit(c, query); });
}

void Store::settings(base::Reply<QMap<QString, QString>> reply)
{
    m_impl->readers.read<QMap<QString, QString>>(std::move(reply), readSettings);
}

void Store::flowVersions(base::Reply<std::vector<FlowVersion>> reply)
{
    m_impl->readers.read<std::vector<FlowVersion>>(std::move(reply), readFlowVersions);
}

void Store::idleConversations(base::WallTime since, int limit,
                              base::Reply<std::vector<base::ConversationId>> reply)
{
    m_impl->readers.read<std::vector<base::ConversationId>>(
        std::move(reply), [since, limit](Connection& c) { return readIdle(c, since, limit); });
}

void Store::search(SearchQuery query, base::Reply<SearchPage> reply)
{
    m_impl->search.find(std::move(query), std::move(reply));
}

void Store::article(QString slug, base::Reply<Article> reply)
{
    m_impl->readers.read<Article>(
        std::move(reply), [slug = std::move(slug)](Connection& c) { return readArticle(c, slug); });
}

void Store::articlePage(ArticleQuery query, base::Reply<ArticlePage> reply)
{
    m_impl->readers.read<ArticlePage>(std::move(reply), [query = std::move(query)](Connection& c) {
        return readArticlePage(c, query);
    });
}

void Store::articlesOf(QStringList slugs, base::Reply<std::vector<Article>> reply)
{
    m_impl->readers.read<std::vector<Article>>(
        std::move(reply),
        [slugs = std::move(slugs)](Connection& c) { return readArticles(c, slugs); });
}

void Store::articleVersions(QString slug, base::Reply<std::vector<ArticleVersion>> reply)
{
    m_impl->readers.read<std::vector<ArticleVersion>>(
        std::move(reply),
        [slug = std::move(slug)](Connection& c) { return readArticleVersions(c, slug); });
}

void Store::articleTags(base::Reply<QMap<QString, int>> reply)
{
    m_impl->readers.read<QMap<QString, int>>(std::move(reply), readArticleTags);
}

void Store::searchArticles(ArticleSearchQuery query, base::Reply<std::vector<ArticleHit>> reply)
{
    m_impl->search.findArticles(std::move(query), std::move(reply));
}

void Store::verify(base::ConversationId id, base::Reply<void> reply)
{
    m_impl->readers.read<void>(std::move(reply),
                               [id](Connection& c) { return verifyChain(c, id); });
}

void Store::backup(QString folder, QString reason, base::Reply<BackupInfo> reply)
{
    m_impl->keeper.backup(std::move(folder), std::move(reason), std::move(reply));
}

void Store::backups(base::Reply<std::vector<BackupInfo>> reply)
{
    m_impl->keeper.list(std::move(reply));
}

Health Store::health() const
{
    Health health = m_impl->writer.health();
    QStringList details;
    if (const auto& readOnly = m_impl->readOnly) {
        health.isReadOnly = true;
        health.mayMissNewest = readOnly->hidesLog;
        details += readOnly->detail();
    } else if (!health.isWritable) {
        details += QStringLiteral("the disk cannot be written");
    }
    if (m_impl->keeper.hasFoundDamage())
        details += QStringLiteral("the database file is damaged");
    if (health.lostGroups > 0 && !health.mayMissNewest)
        details += QStringLiteral("the newest %1 commits were lost; a backup may hold them")
                       .arg(health.lostGroups);
    health.detail = details.join("; ");
    return health;
}

} // namespace store
