// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log/log.h"
#include "base/random.h"
#include "base/threads/blocking_home.h"
#include "kill_round.h"
#include "store/store.h"
#include "support/runner.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <set>
#include <thread>

using namespace std::chrono_literals;
using crash::Customer;
using crash::Program;

namespace {

constexpr int kCustomers = 6;

/// The folder as it stands after a kill, opened as the program opens it.
class Found
{
public:
    explicit Found(const QString& folder) : m_log(m_clock, {})
    {
        auto opened =
            store::Store::open({.folder = folder, .dailyBackup = false}, m_clock, m_random, m_log);
        if (opened)
            m_store = std::move(*opened);
        else
            qWarning("%s", qPrintable(opened.error().detail));
    }

    [[nodiscard]] bool isOpen() const { return m_store != nullptr; }
    bool verify(base::ConversationId id)
    {
        const auto verdict =
            m_here.wait<void>([&](auto reply) { m_store->verify(id, std::move(reply)); });
        if (!verdict)
            qWarning("%s", qPrintable(verdict.error().detail));
        return verdict.has_value();
    }
    std::vector<store::EventRow> events(base::ConversationId id)
    {
        auto rows = m_here.wait<std::vector<store::EventRow>>([&](auto reply) {
            m_store->events({.conversation = id, .after = base::Seq{0}, .limit = 10'000},
                            std::move(reply));
        });
        return rows ? std::move(*rows) : std::vector<store::EventRow>();
    }
    std::vector<store::Draft> drafts(base::PersonId person)
    {
        auto rows = m_here.wait<std::vector<store::Draft>>(
            [&](auto reply) { m_store->drafts(person, std::move(reply)); });
        return rows ? std::move(*rows) : std::vector<store::Draft>();
    }
    std::vector<store::BackupInfo> backups()
    {
        auto rows = m_here.wait<std::vector<store::BackupInfo>>(
            [&](auto reply) { m_store->backups(std::move(reply)); });
        return rows ? std::move(*rows) : std::vector<store::BackupInfo>();
    }
    std::vector<base::ConversationId> conversations()
    {
        std::vector<base::ConversationId> ids;
        store::ConversationQuery query{.limit = 500};
        do {
            auto page = m_here.wait<store::ConversationPage>(
                [&](auto reply) { m_store->conversationPage(query, std::move(reply)); });
            if (!page)
                return {};
            for (const auto& row : page->rows)
                ids.push_back(row.id);
            query.after = page->next;
        } while (!query.after.isEmpty());
        return ids;
    }

private:
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    base::Log m_log;
    base::BlockingHome m_here;
    std::unique_ptr<store::Store> m_store;
};

/// Conversation -> what was said there and acknowledged, in order.
using Said = std::map<qint64, std::vector<crash::Acknowledged>>;

Said saidBy(const std::vector<std::unique_ptr<Customer>>& customers)
{
    Said said;
    for (const auto& customer : customers) {
        for (const auto& message : customer->acknowledged()) {
            const auto id = base::conversationOfCode(message.conversation);
            said[id ? id->value : 0].push_back(message);
        }
    }
    return said;
}

/// Empty where every message is there, once, in the order in which it was acknowledged.
QString missingFrom(const std::vector<store::EventRow>& events,
                    const std::vector<crash::Acknowledged>& said)
{
    qint64 last = 0;
    for (const auto& message : said) {
        int times = 0;
        for (const auto& event : events) {
            if (event.clientMessageId != message.clientMessageId)
                continue;
            ++times;
            if (event.text != message.text || event.seq.value <= last)
                return message.clientMessageId + QStringLiteral(": another text or order");
            last = event.seq.value;
        }
        if (times != 1)
            return QStringLiteral("%1 is there %2 times").arg(message.clientMessageId).arg(times);
    }
    return {};
}

/// Empty where the agent's acknowledged replies and newest drafts are there.
QString missingOfAgent(Found& found, const QList<QByteArray>& told)
{
    QMap<qint64, qint64> drafts; // conversation -> number of the newest acknowledged draft
    QByteArray process;
    for (const QByteArray& line : told) {
        const QList<QByteArray> words = line.split(' ');
        const base::ConversationId id{words.value(1).toLongLong()};
        if (words.first() == "draft") {
            drafts[id.value] = words.value(2).split('-').value(1).toLongLong();
            process = words.value(2).split('-').value(0);
        } else if (words.first() == "reply") {
            const auto events = found.events(id);
            const auto here = std::ranges::count_if(events, [&](const store::EventRow& event) {
                return event.kind == engine::EventKind::AgentMessage &&
                       event.text == QString::fromUtf8(words.value(3)) &&
                       event.seq.value == words.value(2).toLongLong();
            });
            if (here != 1)
                return QString::fromUtf8(line);
        }
    }
    const auto kept = found.drafts(base::PersonId{1});
    for (auto it = drafts.begin(); it != drafts.end(); ++it) {
        const bool isKept = std::ranges::any_of(kept, [&](const store::Draft& draft) {
            const QStringList words = draft.text.split(u'-');
            return draft.conversation.value == it.key() && words.value(0).toUtf8() == process &&
                   words.value(1).toLongLong() >= it.value();
        });
        if (!isKept)
            return QStringLiteral("draft %1 of conversation %2").arg(it.value()).arg(it.key());
    }
    return {};
}

QStringList leftovers(const QString& folder)
{
    return QDir(folder).entryList({QStringLiteral("*.part*")}, QDir::Files) +
           QDir(folder + QStringLiteral("/backups")).entryList({QStringLiteral("*.part*")});
}

} // namespace

class CrashTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Scenarios 1 and 16. The agent's half has drafts and backups under way too.
    void killedUnderLoadItLosesNothingThatItAcknowledged()
    {
        bool given = false;
        const int kills = qEnvironmentVariableIntValue("RELEVO_KILLS", &given);
        quint64 seed = qEnvironmentVariable("RELEVO_SEED").toULongLong();
        if (seed == 0)
            seed = QRandomGenerator::global()->generate();
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        base::SeededRandom random(seed);
        QTemporaryDir dir;
        m_folder = dir.filePath(QStringLiteral("data"));
        std::vector<std::unique_ptr<Customer>> customers;
        for (int i = 0; i < kCustomers; ++i)
            customers.push_back(std::make_unique<Customer>(i));
        std::set<qint64> everTouched;
        for (int kill = 0; kill < (given ? kills : 5); ++kill) {
            const auto program = kill % 2 == 0 ? Program::WithAnAgent : Program::Relevoctl;
            const auto told =
                loadAndKill(program, customers, std::chrono::milliseconds(100 + random.below(700)));
            if (QTest::currentTestFailed())
                return;
            const Said said = saidBy(customers);
            check(said, told);
            if (QTest::currentTestFailed())
                return;
            for (const auto& [id, messages] : said)
                everTouched.insert(id);
        }
        checkAll(everTouched);
        qInfo("%d messages acknowledged, %d drafts and replies, %d conversations", m_messages,
              m_agentsWords, static_cast<int>(everTouched.size()));
        QVERIFY(m_messages > 20);
        QVERIFY(m_agentsWords > 0);
    }

private:
    QString m_folder;
    int m_messages = 0, m_agentsWords = 0;

    /// Customers talk until the program is killed, `after` from when the first is answered.
    QList<QByteArray> loadAndKill(Program which,
                                  const std::vector<std::unique_ptr<Customer>>& customers,
                                  std::chrono::milliseconds after)
    {
        const auto program = crash::startProgram(which, m_folder);
        if (!program) {
            QTest::qFail("the program does not start on what the kill left", __FILE__, __LINE__);
            return {};
        }
        if (!leftovers(m_folder).isEmpty() && which == Program::Relevoctl)
            QTest::qFail("unfinished files are left after a start", __FILE__, __LINE__);
        std::vector<std::thread> threads;
        for (const auto& customer : customers) {
            customer->forget();
            threads.emplace_back(
                [&customer, port = crash::portOf(*program)] { customer->talk(port); });
        }
        std::this_thread::sleep_for(after); // the moment of the kill is what is drawn
        program->kill();
        for (std::thread& thread : threads)
            thread.join();
        for (const auto& customer : customers) {
            if (customer->refusal() != 0)
                QTest::qFail(
                    qPrintable(QStringLiteral("answered with %1").arg(customer->refusal())),
                    __FILE__, __LINE__);
        }
        return program->lines();
    }

    void check(const Said& said, const QList<QByteArray>& told)
    {
        Found found(m_folder);
        QVERIFY2(found.isOpen(), "the next start needs no repair by hand");
        QCOMPARE(leftovers(m_folder), QStringList());
        for (const auto& [id, messages] : said) {
            const QString missing = missingFrom(found.events({id}), messages);
            QVERIFY2(missing.isEmpty(), qPrintable(missing));
            QVERIFY(found.verify({id}));
            m_messages += static_cast<int>(messages.size());
        }
        const QString missing = missingOfAgent(found, told);
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        m_agentsWords += static_cast<int>(told.size()) - 1;
        for (const auto& backup : found.backups())
            QVERIFY2(backup.isVerified, qPrintable(backup.path));
    }

    void checkAll(const std::set<qint64>& touched)
    {
        Found found(m_folder);
        QVERIFY(found.isOpen());
        std::set<qint64> present;
        for (const auto id : found.conversations()) {
            present.insert(id.value);
            QVERIFY(found.verify(id));
        }
        QVERIFY(std::ranges::includes(present, touched));
    }
};

RELEVO_TEST(CrashTest)
#include "crash_test.moc"
