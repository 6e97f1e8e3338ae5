// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/files/database_file.h"
#include "store/files/durable.h"
#include "store/files/layout.h"
#include "store/files/lock_file.h"
#include "store/index/search.h"
#include "store/keep/keeper.h"
#include "store/knowledge/article_reads.h"
#include "store/knowledge/article_writes.h"
#include "store/readers.h"
#include "store/reads.h"
#include "store/training/training.h"
#include "store/turn_writer.h"
#include "store/writer.h"
#include "store/writes.h"

#include <QFile>

namespace store {

namespace {

/// A write-ahead log whose database has gone, or which is another database's, may hold the only copy
/// of something: never applied to this one, never thrown away.
base::Result<void> keepOrphanedLog(const Layout& layout, const base::Clock& clock, base::Log& log)
{
    const QString side = layout.database() + "-wal";
    QFile::remove(layout.database() + "-shm");
    if (!QFile::exists(side))
        return {};
    log.warning("store", "orphaned_log_kept");
    return renameDurably(side, side + ".orphan-" + QString::number(base::toMs(clock.wall())));
}

base::Result<void> migrateFile(const Layout& layout, const std::vector<Migration>& migrations,
                               int from, const base::Clock& clock, base::Log& log)
{
    auto connection = Connection::open(layout.database(), Connection::Role::Writer);
    if (!connection)
        return base::fail(connection.error());
    auto saved =
        backupNow(**connection, layout.backups(), QStringLiteral("migration"), clock.wall());
    if (!saved)
        return base::fail(saved.error().code,
                          "no migration without a backup: " + saved.error().detail);
    if (auto done = migrate(**connection, migrations, clock.wall()); !done)
        return done;
    log.info("store", "migrated", {{"from", from}, {"to", migrations.back().number}});
    return (*connection)->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// Brings the folder to a database that can be opened; answers what stood there before.
base::Result<DatabaseFile> prepareFolder(const Layout& layout, const QString& schema,
                                         const base::Clock& clock, base::Log& log)
{
    const auto migrations = readMigrations(schema);
    if (!migrations)
        return base::fail(migrations.error());
    removeLeftovers(QFileInfo(layout.database()).path());
    removeLeftovers(layout.backups());
    if (hasForeignLog(layout.database())) {
        if (auto kept = keepOrphanedLog(layout, clock, log); !kept)
            return base::fail(kept.error());
    }
    auto file = examineDatabaseFile(layout.database(), migrations->back().number);
    if (!file)
        return file;
    base::Result<void> done;
    if (!file->exists) {
        done = keepOrphanedLog(layout, clock, log);
        if (done)
            done = createDatabase(layout.database(), *migrations, clock.wall());
    } else if (file->version < migrations->back().number) {
        done = migrateFile(layout, *migrations, file->version, clock, log);
    }
    if (!done)
        return base::fail(done.error());
    return file;
}

} // namespace

struct Store::Impl {
    Impl(Options given, std::unique_ptr<LockFile> held, const DatabaseFile& file,
         const base::Clock& time, base::Random& random, base::Log& log)
        : options(std::move(given)), clock(time), lock(std::move(held)), layout(options.folder),
          search({.index = layout.index(), .database = layout.database()}, clock, log),
          writer({.database = layout.database(),
                  .commits = layout.commits(),
                  .erasedIds = layout.erasedIds(),
                  .committed = [this](qint64 newest) { search.follow(newest); }},
                 clock, random, log),
          readers(layout.database(), options.readers, clock),
          keeper({.database = layout.database(),
                  .backups = layout.backups(),
                  .dailyBackup = options.dailyBackup,
                  .checkAtStart = file.endedUncleanly},
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
    const Layout layout;
    Search search;
    Writer writer;
    Readers readers;
    Keeper keeper;
};

base::Result<std::unique_ptr<Store>> Store::open(Options options, const base::Clock& clock,
                                                 base::Random& random, base::Log& log)
{
    const Layout layout(options.folder);
    if (auto made = makePrivateFolder(options.folder); !made)
        return base::fail(made.error());
    auto lock = LockFile::take(layout.lock());
    if (!lock)
        return base::fail(lock.error());
    const auto file = prepareFolder(layout, options.schema, clock, log);
    if (!file)
        return base::fail(file.error());
    auto impl =
        std::make_unique<Impl>(std::move(options), std::move(*lock), *file, clock, random, log);
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

void Store::savePerson(Person person, base::Reply<Person> reply)
{
    m_impl->writer.write<Person>(std::move(reply), [person = std::move(person)](Connection& c) {
        return writePerson(c, person);
    });
}

void Store::saveSetting(QString key, QString value, base::Reply<void> reply)
{
    m_impl->writer.write<void>(std::move(reply),
                               [key = std::move(key), value = std::move(value)](Connection& c) {
                                   return writeSetting(c, key, value);
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
    if (!health.isWritable)
        health.detail = QStringLiteral("the disk cannot be written");
    else if (m_impl->keeper.hasFoundDamage())
        health.detail = QStringLiteral("the database file is damaged");
    else if (health.lostGroups > 0)
        health.detail = QStringLiteral("the newest %1 commits were lost; a backup may hold them")
                            .arg(health.lostGroups);
    return health;
}

} // namespace store
