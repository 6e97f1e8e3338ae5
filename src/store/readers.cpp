// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/readers.h"

#include <future>

namespace store {

Readers::Reader::Reader(const base::Clock& clock, std::size_t number)
    : worker(clock,
             {.name = "reader" + std::to_string(number), .atEnd = [this] { connection.reset(); }})
{
}

Readers::Readers(QString database, Connection::Role role, int count, const base::Clock& clock)
    : m_database(std::move(database)), m_role(role)
{
    for (int i = 0; i < std::max(count, 1); ++i)
        m_readers.push_back(std::make_unique<Reader>(clock, m_readers.size() + 1));
}

Readers::~Readers()
{
    stop();
}

base::Result<void> Readers::start()
{
    for (const auto& reader : m_readers) {
        std::promise<base::Result<void>> opened;
        auto result = opened.get_future();
        reader->worker.home()->mailbox().deliver([this, &reader = *reader,
                                                  opened = std::move(opened)]() mutable {
            auto connection = Connection::open(m_database, m_role);
            if (connection)
                reader.connection = std::move(*connection);
            opened.set_value(connection ? base::Result<void>() : base::fail(connection.error()));
        });
        reader->worker.start();
        if (auto done = result.get(); !done)
            return done;
    }
    return {};
}

void Readers::stop()
{
    for (const auto& reader : m_readers)
        reader->worker.stop();
}

Readers::Reader& Readers::leastBusy()
{
    // Equals take turns.
    const std::size_t first = m_turn.fetch_add(1, std::memory_order_relaxed);
    Reader* best = m_readers[first % m_readers.size()].get();
    for (const auto& reader : m_readers) {
        if (reader->worker.home()->mailbox().depth() < best->worker.home()->mailbox().depth())
            best = reader.get();
    }
    return *best;
}

} // namespace store
