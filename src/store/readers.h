// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "base/threads/worker.h"
#include "store/sql/connection.h"

#include <functional>
#include <memory>
#include <vector>

namespace store {

/// A few threads, each with a connection that only reads. Any thread may ask.
class Readers
{
public:
    /// \param role Reader or Snapshot; \param count at least 1
    Readers(QString database, Connection::Role role, int count, const base::Clock& clock);
    ~Readers();

    /// Opens every connection; blocks until they are open.
    [[nodiscard]] base::Result<void> start();
    void stop();

    /// Runs `work` on the reader with the least to do. Busy: all have too much.
    template <class T>
    void read(base::Reply<T> reply, std::function<base::Result<T>(Connection&)> work)
    {
        Reader& reader = leastBusy();
        if (reader.worker.home()->mailbox().depth() >= kBound) {
            reply.answer(base::fail(base::Code::Busy, "the readers' queues are full"));
            return;
        }
        reader.worker.home()->mailbox().deliver(
            [&reader, reply = std::move(reply), work = std::move(work)]() mutable {
                reply.answer(work(*reader.connection));
            });
    }

private:
    static constexpr std::size_t kBound = 4096;
    struct Reader {
        Reader(const base::Clock& clock, std::size_t number);
        std::unique_ptr<Connection> connection;
        base::Worker worker;
    };
    [[nodiscard]] Reader& leastBusy();

    const QString m_database;
    const Connection::Role m_role;
    std::vector<std::unique_ptr<Reader>> m_readers;
    std::atomic<std::size_t> m_turn{0};
};

} // namespace store
