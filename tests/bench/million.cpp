// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/million.h"

#include "base/random.h"
#include "bench/talk.h"
#include "desk/turn_commit.h"
#include "store/files/layout.h"
#include "store/index/index_file.h"
#include "store/rows.h"
#include "store/store.h"
#include "store/turn_writer.h"

#include <algorithm>
#include <cmath>

namespace bench {

namespace {

constexpr std::size_t kWords = 20'000;
constexpr std::uint64_t kBotAnswersAnAgentAnswer = 100;
constexpr int kTurnsACommit = 20'000;
constexpr int kIndexedAtOnce = 50'000;

template <class T>
T must(base::Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// A new database in the folder, open for writing without syncing.
std::unique_ptr<store::Connection> newDatabase(const QString& folder)
{
    const base::SystemClock clock;
    base::SystemRandom random;
    base::Log log(clock, {.level = base::Level::Error});
    must(store::Store::open({.folder = folder, .dailyBackup = false}, clock, random, log)).reset();
    auto connection = must(
        store::Connection::open(store::Layout(folder).database(), store::Connection::Role::Writer));
    must(connection->execute("PRAGMA synchronous=OFF"));
    must(connection->execute("PRAGMA wal_autocheckpoint=50000"));
    must(connection->execute("PRAGMA cache_size=-200000"));
    return connection;
}

/// Commits turns in large groups.
class BulkWriter
{
public:
    explicit BulkWriter(store::Connection& connection) : m_connection(connection)
    {
        must(m_connection.use("BEGIN IMMEDIATE").run());
    }
    ~BulkWriter() { must(m_connection.use("COMMIT").run()); }
    store::Committed write(const store::TurnCommit& turn)
    {
        if (++m_turns % kTurnsACommit == 0) {
            must(m_connection.use("COMMIT").run());
            must(m_connection.use("BEGIN IMMEDIATE").run());
        }
        return must(store::writeTurn(m_connection, turn, m_random)).committed;
    }
    [[nodiscard]] base::SystemRandom& random() noexcept { return m_random; }

private:
    store::Connection& m_connection;
    base::SystemRandom m_random;
    qint64 m_turns = 0;
};

/// The script, ended by silence: so the lists show it as closed and the start has nothing to close.
std::vector<store::TurnCommit> closedScript()
{
    const engine::Flow flow = builtInFlow();
    auto turns = scriptedTurns(flow);
    const engine::State last = *engine::stateFromJson(turns.back().state);
    const engine::Input idle{.kind = engine::Input::Kind::Idle};
    const auto decision = must(engine::step(flow, last, idle, {}));
    store::ConversationRow row;
    for (const auto& turn : turns)
        row.lastSeq.value += static_cast<qint64>(turn.events.size());
    row.summary = turns.back().summary;
    turns.push_back(desk::makeCommit(row, last, idle, {.now = turns.back().time}, decision));
    return turns;
}

void speakDifferently(store::TurnCommit& turn, const Vocabulary& vocabulary,
                      std::mt19937_64& random)
{
    for (auto& event : turn.events) {
        if (event.kind == engine::EventKind::CustomerMessage)
            event.text += u' ' + vocabulary.sentence(random, 8);
        if (event.kind == engine::EventKind::BotMessage &&
            random() % kBotAnswersAnAgentAnswer == 0) {
            event.kind = engine::EventKind::AgentMessage;
            event.actor = engine::Actor::Agent;
            event.text = vocabulary.sentence(random, 12);
        }
    }
}

void fillIndex(const QString& folder, store::Connection& connection)
{
    const qint64 identity =
        must(connection.number("SELECT value FROM counter WHERE name = 'created'"));
    const qint64 newest = must(connection.number("SELECT max(id) FROM event"));
    auto index = must(store::IndexFile::open(store::Layout(folder).index(), identity, newest));
    store::IndexFile::Marks marks = index->marks();
    while (marks.event < newest) {
        std::vector<store::IndexFile::Message> messages;
        auto row = connection.use(store::Sql::TextsAfter);
        row.bindAll(marks.event, kIndexedAtOnce);
        while (must(row.step())) {
            marks.event = row.number(0);
            if (const QString text = row.text(6); !text.isEmpty())
                messages.push_back({{row.number(1)},
                                    {row.number(2)},
                                    base::fromMs(row.number(3)),
                                    static_cast<engine::EventKind>(row.small(4)),
                                    static_cast<engine::Actor>(row.small(5)),
                                    text});
        }
        must(index->apply({}, std::move(messages), marks));
    }
}

} // namespace

Vocabulary::Vocabulary(std::uint64_t seed)
{
    static constexpr std::array kSyllables{"ca", "me",  "ri",  "to",  "lu", "pan", "ser", "di",
                                           "vo", "gra", "mis", "ten", "ol", "ba",  "qui", "zo"};
    std::mt19937_64 random(seed);
    double sum = 0;
    for (std::size_t i = 0; i < kWords; ++i) {
        QString word;
        for (std::size_t left = 2 + random() % 4; left > 0; --left)
            word += QLatin1String(kSyllables[random() % kSyllables.size()]);
        m_words.push_back(word);
        m_sums.push_back(sum += 1.0 / static_cast<double>(i + 1));
    }
}

QString Vocabulary::sentence(std::mt19937_64& random, int words) const
{
    QStringList said;
    std::uniform_real_distribution<double> place(0, m_sums.back());
    for (int i = 0; i < words; ++i) {
        const auto at = std::lower_bound(m_sums.begin(), m_sums.end(), place(random));
        said += m_words[static_cast<std::size_t>(at - m_sums.begin())];
    }
    return said.join(u' ');
}

qint64 fillWithMessages(const QString& folder, qint64 messages, const Vocabulary& vocabulary)
{
    auto connection = newDatabase(folder);
    const auto script = closedScript();
    std::mt19937_64 random(20260301);
    qint64 made = 0;
    {
        BulkWriter writer(*connection);
        base::WallTime time = base::SystemClock().wall() - std::chrono::hours(24 * 365);
        while (made < messages) {
            base::ConversationId id;
            const QString ulid = base::makeUlid(time, writer.random());
            for (store::TurnCommit turn : script) {
                turn.conversation = id;
                turn.ulid = ulid;
                turn.customer = {ulid};
                turn.time = turn.summary.lastTime = time;
                if (turn.summary.closedTime)
                    turn.summary.closedTime = time;
                speakDifferently(turn, vocabulary, random);
                const auto committed = writer.write(turn);
                id = committed.conversation;
                made +=
                    std::count_if(committed.events.begin(), committed.events.end(),
                                  [](const auto& event) { return store::isMessage(event.kind); });
                time += std::chrono::seconds(20);
            }
        }
    }
    fillIndex(folder, *connection);
    return made;
}

base::ConversationId fillWithLongConversation(const QString& folder, int messages,
                                              const Vocabulary& vocabulary)
{
    auto connection = newDatabase(folder);
    const auto script = scriptedTurns(builtInFlow());
    std::mt19937_64 random(7);
    BulkWriter writer(*connection);
    store::TurnCommit turn = script.front();
    turn.ulid = base::makeUlid(turn.time, writer.random());
    turn.customer = {turn.ulid};
    auto committed = writer.write(turn);
    for (int i = 1; i < messages; i += 2) {
        turn = script[4];
        turn.conversation = committed.conversation;
        turn.expectedSeq = committed.last;
        turn.events = {{.kind = engine::EventKind::CustomerMessage,
                        .actor = engine::Actor::Customer,
                        .customerSees = true,
                        .payload = "{}",
                        .text = vocabulary.sentence(random, 12)},
                       {.kind = engine::EventKind::BotMessage,
                        .actor = engine::Actor::Bot,
                        .customerSees = true,
                        .payload = "{}",
                        .text = vocabulary.sentence(random, 30)}};
        turn.time += std::chrono::minutes(i);
        committed = writer.write(turn);
    }
    return committed.conversation;
}

void fillWithConversations(const QString& folder, int conversations)
{
    auto connection = newDatabase(folder);
    must(connection->execute(
        QStringLiteral(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
            "INSERT INTO conversation (ulid, customer, created, flow_version, last_seq, "
            "last_customer_seq, control_seq, customer_time, is_demo, is_erased, chain, state, "
            "mode, "
            "owner, stage, language, name, last_text, last_time, turn_of, wait_from, mood, "
            "priority, "
            "closed_time, outcome) SELECT 'L' || (1000000000 + i), 'c' || i, "
            "1700000000000 + i * 1000, 1, 12, 10, 12, 1700000000000 + i * 1000, 0, 0, "
            "zeroblob(32), "
            "x'7b7d', 3, 0, 'closed', 'es-AR', 'Cliente ' || i, 'gracias, quedó andando ' || i, "
            "1700000000000 + i * 1000, 1, 1700000000000 + i * 1000, i % 4, i % 2, "
            "1700000000000 + i * 1000, 'resolved' FROM n")
            .arg(conversations)));
}

} // namespace bench
