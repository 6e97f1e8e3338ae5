// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index/index_file.h"

#include "store/files/database_file.h"
#include "store/files/durable.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace store {

namespace {

constexpr int kFormat = 2; ///< user_version of search.db; another one is made anew
constexpr int kRowsAMillisecond = 1 << 20;

qint64 firstRowAt(base::WallTime time)
{
    return std::max<qint64>(base::toMs(time), 0) * kRowsAMillisecond;
}

const char* whoSaid(const IndexFile::Message& message)
{
    if (message.kind == engine::EventKind::Note || message.kind == engine::EventKind::Transferred)
        return "note";
    switch (message.actor) {
    case engine::Actor::Customer: return "customer";
    case engine::Actor::Agent: return "agent";
    case engine::Actor::Bot:
    case engine::Actor::System: return "bot";
    }
    return "bot";
}

void removeIndexFile(const QString& path)
{
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QString::fromUtf8(suffix));
}

} // namespace

base::Result<std::unique_ptr<IndexFile>> IndexFile::open(const QString& path, qint64 identity,
                                                         qint64 newestEvent)
{
    base::Error error;
    removeProtectedIndex(path);
    for (const QString& file : {path, path + "-wal"}) {
        if (QFile::exists(file) && !checkWritable(file))
            removeIndexFile(path); // only a copy: sooner made anew than left behind
    }
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (auto made = makePrivateFile(path); !made)
            return base::fail(made.error());
        auto connection = Connection::open(path, Connection::Role::Index);
        if (connection) {
            std::unique_ptr<IndexFile> file(new IndexFile(std::move(*connection)));
            auto ready = file->makeTables(identity);
            if (ready)
                ready = file->readMarks();
            const Marks& marks = file->m_marks;
            if (ready && marks.identity == identity && marks.event <= newestEvent)
                return file;
            error = ready ? base::Error{base::Code::Corrupt, "search.db follows another database"}
                          : ready.error();
        } else {
            error = connection.error();
        }
        if (error.code == base::Code::Offline)
            break;
        removeIndexFile(path);
    }
    return base::fail(error);
}

base::Result<std::unique_ptr<IndexFile>> IndexFile::openToRead(const QString& path, qint64 identity,
                                                               qint64 newestEvent)
{
    const bool hasLog = QFileInfo(path + "-wal").size() > 0;
    auto connection =
        Connection::open(path, hasLog ? Connection::Role::Reader : Connection::Role::Snapshot);
    if (!connection)
        return base::fail(connection.error());
    std::unique_ptr<IndexFile> file(new IndexFile(std::move(*connection)));
    const auto format = file->m_connection->number("PRAGMA user_version");
    const bool isOurs = format && *format == kFormat && file->readMarks() &&
                        file->m_marks.identity == identity && file->m_marks.event <= newestEvent;
    if (!isOurs)
        return base::fail(base::Code::Offline, "search.db is none of this database");
    return file;
}

base::Result<void> IndexFile::makeTables(qint64 identity)
{
    const auto format = m_connection->number("PRAGMA user_version");
    if (!format)
        return base::fail(format.error());
    if (*format == kFormat)
        return {};
    const QString message = "CREATE TABLE message (id INTEGER PRIMARY KEY, "
                            "conversation INTEGER NOT NULL, seq INTEGER NOT NULL, "
                            "actor INTEGER NOT NULL, who TEXT NOT NULL, text TEXT NOT NULL)";
    const QString word = "CREATE VIRTUAL TABLE word USING fts5 (text, who, content='message', "
                         "content_rowid='id', tokenize='unicode61 remove_diacritics 2')";
    QStringList statements{
        "BEGIN IMMEDIATE",
        "CREATE TABLE mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL)",
        message,
        "CREATE UNIQUE INDEX message_place ON message (conversation, seq)",
        word,
        QStringLiteral("INSERT INTO mark VALUES ('identity', %1), ('event', 0), ('erasure', 0)")
            .arg(identity),
    };
    statements += ArticleIndex::tables();
    statements += {"PRAGMA user_version=" + QString::number(kFormat), "COMMIT"};
    for (const QString& statement : statements) {
        if (auto done = m_connection->execute(statement); !done)
            return base::fail(base::Code::Corrupt, done.error().detail);
    }
    return {};
}

base::Result<void> IndexFile::readMarks()
{
    const std::pair<const char*, qint64*> all[] = {
        {"identity", &m_marks.identity}, {"event", &m_marks.event}, {"erasure", &m_marks.erasure}};
    for (const auto& [name, value] : all) {
        const auto found =
            m_connection->number(QStringLiteral("SELECT value FROM mark WHERE name = '%1'")
                                     .arg(QString::fromUtf8(name)));
        if (!found)
            return base::fail(found.error());
        *value = *found;
    }
    return {};
}

base::Result<void> IndexFile::writeMarks(const Marks& marks)
{
    static constexpr const char* kWrite = "UPDATE mark SET value = ? WHERE name = ?";
    if (auto done = m_connection->use(kWrite).bindAll(marks.event, QStringLiteral("event")).run();
        !done)
        return done;
    return m_connection->use(kWrite).bindAll(marks.erasure, QStringLiteral("erasure")).run();
}

base::Result<void> IndexFile::forget(base::ConversationId conversation)
{
    if (auto done = m_connection
                        ->use("INSERT INTO word (word, rowid, text, who) "
                              "SELECT 'delete', id, text, who FROM message WHERE conversation = ?")
                        .bind(conversation.value)
                        .run();
        !done)
        return done;
    return m_connection->use("DELETE FROM message WHERE conversation = ?")
        .bind(conversation.value)
        .run();
}

base::Result<void> IndexFile::add(const Message& message)
{
    const qint64 first = firstRowAt(message.time);
    qint64 id = first;
    {
        auto row = m_connection->use(
            "SELECT id FROM message WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT 1");
        const auto taken = row.bindAll(first, first + kRowsAMillisecond).step();
        if (!taken)
            return base::fail(taken.error());
        if (*taken)
            id = row.number(0) + 1;
    }
    QString text = message.text;
    text.remove(QChar(u'\2')).remove(QChar(u'\3'));
    const QString who = QString::fromUtf8(whoSaid(message));
    if (auto done = m_connection
                        ->use("INSERT INTO message (id, conversation, seq, actor, who, text) "
                              "VALUES (?, ?, ?, ?, ?, ?)")
                        .bindAll(id, message.conversation.value, message.seq.value,
                                 static_cast<int>(message.actor), who, text)
                        .run();
        !done)
        return done;
    return m_connection->use("INSERT INTO word (rowid, text, who) VALUES (?, ?, ?)")
        .bindAll(id, text, who)
        .run();
}

base::Result<void> IndexFile::apply(const std::vector<base::ConversationId>& gone,
                                    std::vector<Message> messages, const Marks& marks)
{
    // FTS5 flushes its buffer whenever a row number falls.
    std::stable_sort(messages.begin(), messages.end(),
                     [](const Message& a, const Message& b) { return a.time < b.time; });
    auto done = m_connection->use("BEGIN IMMEDIATE").run();
    for (auto it = gone.begin(); done && it != gone.end(); ++it)
        done = forget(*it);
    for (auto it = messages.begin(); done && it != messages.end(); ++it)
        done = add(*it);
    if (done)
        done = writeMarks(marks);
    if (done)
        done = m_connection->use("COMMIT").run();
    if (done)
        m_marks = marks;
    else if (m_connection->isInTransaction())
        std::ignore = m_connection->use("ROLLBACK").run();
    return done;
}

base::Result<bool> IndexFile::mergeSlice(Merge merge)
{
    // https://www.sqlite.org/fts5.html#the_merge_command: a negative number begins a merge of all
    // segments into one, as 'optimize' does at once; fewer than two changes mean it is done.
    constexpr int kPages = 256;
    const qint64 before = m_connection->totalChanges();
    if (auto done = m_connection->use("INSERT INTO word (word, rank) VALUES ('merge', ?)")
                        .bind(merge == Merge::Begin ? -kPages : kPages)
                        .run();
        !done)
        return base::fail(done.error());
    return m_connection->totalChanges() - before < 2;
}

bool IndexFile::truncateLog()
{
    return sqlite3_wal_checkpoint_v2(m_connection->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE,
                                     nullptr, nullptr) == SQLITE_OK;
}

base::Result<SearchPage> IndexFile::find(const QString& expression, const SearchQuery& query)
{
    constexpr int kMostHits = 500;
    qint64 below = std::numeric_limits<qint64>::max();
    if (query.before)
        below = firstRowAt(*query.before);
    if (!query.after.isEmpty()) {
        bool isNumber = false;
        below = std::min(below, query.after.toLongLong(&isNumber));
        if (!isNumber)
            return base::fail(base::Code::Invalid, "no cursor of a search");
    }
    const int limit = std::clamp(query.limit, 1, kMostHits);
    auto row =
        m_connection->use("SELECT m.id, m.conversation, m.seq, m.actor, "
                          "snippet(word, 0, char(2), char(3), '…', 24) FROM word "
                          "JOIN message m ON m.id = word.rowid "
                          "WHERE word MATCH ? AND word.rowid < ? ORDER BY word.rowid DESC LIMIT ?");
    row.bindAll(expression, below, limit + 1);
    SearchPage page;
    qint64 last = 0;
    auto more = row.step();
    for (; more && *more && static_cast<int>(page.hits.size()) < limit; more = row.step()) {
        last = row.number(0);
        SearchHit& hit = page.hits.emplace_back();
        hit.conversation = {row.number(1)};
        hit.seq = {row.number(2)};
        hit.time = base::fromMs(last / kRowsAMillisecond);
        hit.actor = static_cast<engine::Actor>(row.small(3));
        hit.snippet = row.text(4);
    }
    if (!more)
        return base::fail(more.error());
    if (*more)
        page.next = QByteArray::number(last);
    return page;
}

} // namespace store
