// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <QRandomGenerator>

#include <cstring>

namespace base {

quint64 Random::below(quint64 bound)
{
    Q_ASSERT(bound > 0);
    // Rejection keeps it uniform.
    const quint64 limit = UINT64_MAX - UINT64_MAX % bound;
    quint64 n = 0;
    do {
        fill(std::as_writable_bytes(std::span(&n, 1)));
    } while (n >= limit);
    return n % bound;
}

void SystemRandom::fill(std::span<std::byte> bytes)
{
    for (std::size_t i = 0; i < bytes.size(); i += sizeof(quint64)) {
        const quint64 word = QRandomGenerator::system()->generate64();
        std::memcpy(bytes.data() + i, &word, std::min(sizeof word, bytes.size() - i));
    }
}

void SeededRandom::fill(std::span<std::byte> bytes)
{
    const std::scoped_lock lock(m_mutex);
    for (std::size_t i = 0; i < bytes.size(); i += sizeof(quint64)) {
        const quint64 word = m_engine();
        std::memcpy(bytes.data() + i, &word, std::min(sizeof word, bytes.size() - i));
    }
}

} // namespace base
