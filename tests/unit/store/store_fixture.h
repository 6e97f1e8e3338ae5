// SPDX-License-Identifier: GPL-3.0-or-later
// A store in a folder of its own, asked and answered in one go.
#pragma once

#include "base/log/log.h"
#include "base/manual_clock.h"
#include "base/random.h"
#include "base/threads/caller.h"
#include "store/store.h"
#include "support/manual_home.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

namespace store_test {

class StoreFixture
{
public:
    explicit StoreFixture(store::Store::Options options = {});

    [[nodiscard]] base::Result<void> open();
    void close() { m_store.reset(); }
    [[nodiscard]] base::Result<void> reopen()
    {
        close();
        return open();
    }
    [[nodiscard]] bool isOpen() const { return m_store != nullptr; }

    /// Asks and waits for the answer.
    template <class T>
    [[nodiscard]] base::Result<T>
    ask(const std::function<void(store::Store&, base::Reply<T>)>& question)
    {
        std::optional<base::Result<T>> answer;
        question(*m_store, m_caller.expect<T>([&](base::Result<T> r) { answer = std::move(r); }));
        const bool came =
            m_home.runUntil([&] { return answer.has_value(); }, std::chrono::seconds(60));
        return came ? std::move(*answer) : base::fail(base::Code::Timeout);
    }
    [[nodiscard]] base::Result<store::Committed> commit(store::TurnCommit turn);
    [[nodiscard]] base::Result<store::ConversationRow> conversation(base::ConversationId id);
    [[nodiscard]] base::Result<std::vector<store::EventRow>> events(store::EventQuery query);
    [[nodiscard]] base::Result<store::ConversationPage> page(store::ConversationQuery query);
    [[nodiscard]] base::Result<store::SearchPage> search(store::SearchQuery query);
    [[nodiscard]] base::Result<store::BackupInfo> backup(const QString& folder = {},
                                                         const QString& reason = "manual");
    [[nodiscard]] base::Result<void> verify(base::ConversationId id);
    /// Waits until the search index has seen everything.
    [[nodiscard]] bool waitForIndex();

    [[nodiscard]] store::Store& store() { return *m_store; }
    [[nodiscard]] base::Caller& caller() { return m_caller; }
    [[nodiscard]] support::ManualHome& home() { return m_home; }
    [[nodiscard]] base::Log& log() { return m_log; }
    [[nodiscard]] const base::Clock& clock() const { return m_clock; }
    [[nodiscard]] QString folder() const { return m_options.folder; }
    [[nodiscard]] QString path(const QString& name) const { return m_options.folder + u'/' + name; }
    [[nodiscard]] std::vector<std::string> logged() const;

private:
    QTemporaryDir m_dir;
    store::Store::Options m_options;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    std::shared_ptr<base::LogRing::Lines> m_lines = std::make_shared<base::LogRing::Lines>();
    base::Log m_log;
    support::ManualHome m_home;
    base::Caller m_caller;
    std::unique_ptr<store::Store> m_store;
};

/// Turns that keep coming, each conversation's next one after its answer, until stop().
class Load
{
public:
    Load(StoreFixture& fixture, int inFlight);
    /// Waits for the answers that are still out.
    void stop();
    [[nodiscard]] int done() const { return m_done; }

private:
    void send(store::TurnCommit turn);

    StoreFixture& m_fixture;
    bool m_stopped = false;
    int m_waiting = 0;
    int m_done = 0;
};

[[nodiscard]] engine::Event event(engine::EventKind kind, engine::Actor actor, const QString& text,
                                  bool customerSees = true);
/// A customer's message and the bot's answer; a new conversation.
[[nodiscard]] store::TurnCommit newTurn(const QString& ulid, const QString& text = "hola",
                                        base::WallTime time = base::fromMs(1'764'000'000'000));
/// The same for a conversation that is there.
[[nodiscard]] store::TurnCommit nextTurn(const store::Committed& last,
                                         const QString& text = "sigue igual");
[[nodiscard]] QString ulid(int n);

/// The newest migration that the program ships.
[[nodiscard]] int shippedSchema();
/// A folder with the shipped migrations and one more, which is compatible with itself only.
[[nodiscard]] QString schemaWithNext(const QString& folder, const QByteArray& statements);

[[nodiscard]] QByteArray fileBytes(const QString& path);

} // namespace store_test
