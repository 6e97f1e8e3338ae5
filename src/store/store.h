// SPDX-License-Identifier: GPL-3.0-or-later
// store: one SQLite file, one writing connection on its own thread, a few reading ones. It knows
// the value types of pure modules and nothing of who uses it. Every call below may come from any
// thread and returns at once; answers come through the Reply. A turn is answered after the commit
// and its fsync: acknowledged means durable.
//
//   records.h    the rows;  reads.h, writes.h, turn_writer.h, erasure.h  what is done with them
//   chain.h      the checksums of a conversation, byte by byte
//   writer.h     the writing connection and its group commit;  readers.h  the pool
//   sql/         every statement, the connection, migrations, the two databases' differences
//   files/       what stands in the data folder: database, lock, commit count, erased ids
//   people/      the people of the shop, and who changed what
//   training/    phrases that agents corrected, models learnt from them
//   knowledge/   the articles: rows, reading, writing
//   index/       search.db;  keep/  online backup, verified; restore
//
//   auto store = store::Store::open({.folder = dir}, clock, random, log);
//   (*store)->commitTurn(std::move(turn), caller.expect<store::Committed>([](auto r) { … }));
#pragma once

#include "base/clock.h"
#include "base/log/log.h"
#include "base/threads/caller.h"
#include "store/knowledge/articles.h"
#include "store/records.h"
#include "store/releases/checklist_records.h"

#include <QMap>
#include <QString>

#include <memory>

namespace base {
class Random;
}

namespace store {

class Store final
{
public:
    struct Options {
        QString folder; ///< the data folder: relevo.db, search.db, backups/, relevo.lock
        int readers = 2;
        bool dailyBackup = true;
        QString schema = ":/schema"; ///< folder of the migrations; tests bring their own
    };

    /// Opens, locks, checks and migrates (with a verified backup first). Blocks; call it before the
    /// event loop runs. Busy: another process holds the folder. Refused: the file is newer than
    /// this program. Corrupt: damaged, or no database of ours; the file is left untouched. Offline:
    /// the disk cannot be read, or there is no database yet and the disk cannot be written.
    ///
    /// A database that is there but cannot be written (the folder, the file or one beside it, the
    /// file system) is opened to be read: nothing in the folder is touched, every writing is answered
    /// Offline at once, health() says why, search() finds what the index holds or answers Offline.
    /// backup() works to another folder. It stays so until the store is opened again. Offline: its
    /// schema is an older one, which would have to be migrated.
    [[nodiscard]] static base::Result<std::unique_ptr<Store>>
    open(Options options, const base::Clock& clock, base::Random& random, base::Log& log);
    ~Store(); ///< commits what waits, checkpoints, ends the threads

    // Writing
    void commitTurn(TurnCommit turn, base::Reply<Committed> reply);
    void saveSession(SessionRow session, base::Reply<void> reply);
    void saveCustomer(CustomerRow customer, base::Reply<void> reply);
    void saveDraft(Draft draft, base::Reply<void> reply); ///< an empty text removes it
    /// No id: a new one. The note is kept with the change. Conflict: another one's name key.
    void savePerson(Person person, AuditNote note, base::Reply<Person> reply);
    void saveSetting(QString key, QString value, base::Reply<void> reply);
    void removeSetting(QString key, base::Reply<void> reply); ///< done, too, where there is none
    void saveFlowVersion(FlowVersion flow,
                         base::Reply<FlowVersion> reply); ///< same sha256: the row there is
    void removeDemo(base::Reply<int> reply);              ///< how many conversations went
    /// Conflict: somebody saved since expectedVersion. NotFound: no such article.
    void saveArticle(ArticleSave save, base::Reply<Article> reply);
    void publishArticle(QString slug, bool isPublished, base::Reply<void> reply);
    /// What the program brings; see writeShipped().
    void saveShippedArticles(std::vector<ShippedArticle> articles, QString setHash,
                             base::Reply<int> reply);

    // Training from use; what they do stands in training/training.h
    void savePhrase(PhraseRow phrase, base::Reply<void> reply);
    void removePhrase(qint64 id, base::Reply<void> reply);
    void phrases(base::Reply<std::vector<PhraseRow>> reply);
    void saveModel(ModelRow model, base::Reply<ModelRow> reply);
    void activateModel(qint64 id, base::Reply<void> reply);
    void models(base::Reply<std::vector<ModelRow>> reply);
    void activeModel(base::Reply<ModelRow> reply);

    // Releases; what they do stands in releases/checklists.h
    void saveChecklist(ChecklistChange change, base::Reply<void> reply);
    void checklistIds(base::Reply<QStringList> reply);
    void checklist(QString ulid, base::Reply<ChecklistRow> reply);
    void checklistEntries(QString ulid, base::Reply<std::vector<ChecklistEntryRow>> reply);
    void checklistSource(QString ulid, base::Reply<ChecklistSource> reply);
    /// A file of evidence under the hash of its bytes, which is answered.
    void saveEvidence(QByteArray bytes, base::Reply<QByteArray> reply);
    void evidence(QByteArray hash, base::Reply<QByteArray> reply);
    /// What the files of these hashes hash to now; those that are not there are left out.
    void evidenceHashes(QList<QByteArray> hashes, base::Reply<QMap<QByteArray, QByteArray>> reply);
    /// Those of these files that no release shows any more are gone; answers how many. Offline: one at
    /// least is not; the others are.
    void dropEvidence(QList<QByteArray> hashes, base::Reply<int> reply);
    /// The same beside the backups of the data folder, which then name them no more. Before or after a
    /// backup under way takes its files, never amid them: it takes none that dropEvidence() removed.
    void dropEvidenceCopies(QList<QByteArray> hashes, base::Reply<ErasedCopies> reply);
    /// All of them or none. Conflict: there is one of these versions.
    void saveReleaseTemplates(std::vector<ReleaseTemplateRow> rows, base::Reply<void> reply);
    void releaseTemplates(QString language, base::Reply<std::vector<ReleaseTemplateRow>> reply);

    /// What agents thought of AI's help; one an answer and person.
    void saveHelpRating(HelpRatingRow rating, base::Reply<void> reply);
    void helpRatings(base::Reply<std::vector<HelpRatingRow>> reply);

    // Reading
    void conversation(base::ConversationId id, base::Reply<ConversationRow> reply);
    /// The turn that this client message id made, with its events (isRepeat is true). NotFound.
    void turn(base::ConversationId id, QString clientMessageId, base::Reply<Committed> reply);
    void conversationPage(ConversationQuery query, base::Reply<ConversationPage> reply);
    void viewCounts(base::PersonId person, base::Reply<ViewCounts> reply);
    void events(EventQuery query, base::Reply<std::vector<EventRow>> reply);
    /// Every turn of the conversation as it was recorded, in order.
    void turns(base::ConversationId id, base::Reply<std::vector<TurnRow>> reply);
    void session(QByteArray idHash, base::Reply<SessionRow> reply);
    void customer(base::CustomerId id, base::Reply<CustomerRow> reply);
    void drafts(base::PersonId person, base::Reply<std::vector<Draft>> reply);
    void people(base::Reply<std::vector<Person>> reply); ///< also those who are locked out
    void audit(AuditQuery query, base::Reply<std::vector<AuditRow>> reply); ///< newest first
    void settings(base::Reply<QMap<QString, QString>> reply);
    void flowVersions(base::Reply<std::vector<FlowVersion>> reply);
    /// Conversations whose customer has been silent since before `since`, not closed, whose turn it
    /// is the customer's; at most `limit`.
    void idleConversations(base::WallTime since, int limit,
                           base::Reply<std::vector<base::ConversationId>> reply);
    void search(SearchQuery query, base::Reply<SearchPage> reply);
    void article(QString slug, base::Reply<Article> reply);
    void articlePage(ArticleQuery query, base::Reply<ArticlePage> reply);
    void articlesOf(QStringList slugs, base::Reply<std::vector<Article>> reply);
    void articleVersions(QString slug, base::Reply<std::vector<ArticleVersion>> reply);
    void articleTags(base::Reply<QMap<QString, int>> reply);
    void searchArticles(ArticleSearchQuery query, base::Reply<std::vector<ArticleHit>> reply);
    /// Recomputes the checksum chain. Corrupt names the first row that does not fit.
    void verify(base::ConversationId id, base::Reply<void> reply);

    // Keeping
    void backup(QString folder, QString reason,
                base::Reply<BackupInfo> reply); ///< empty folder: backups/
    void backups(base::Reply<std::vector<BackupInfo>> reply);
    [[nodiscard]] Health health() const; ///< from atomics; never waits

private:
    struct Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Compares a backup with its manifest, whole: rows, content, every byte. Blocks, and needs no open
/// store. NotFound: no such file. Corrupt: it does not verify, and why.
[[nodiscard]] base::Result<void> verifyBackup(const QString& backupFile);

struct Restored {
    int evidenceMissing = 0; ///< files
};

/// Replaces the data of a closed folder by a verified backup; the old file is kept beside it as
/// relevo.db.before-restore-<time>. Evidence files are written where they are missing; those that the
/// backup lost too are counted, for the data is worth having without them. Blocks. Busy: a process holds
/// the folder. Corrupt: the backup does not verify (nothing was changed).
[[nodiscard]] base::Result<Restored> restore(const QString& folder, const QString& backupFile,
                                             const base::Clock& clock, base::Log& log);

} // namespace store
