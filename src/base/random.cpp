// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <algorithm>
#include <cstring>
#include <unistd.h>

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
    // The kernel's generator: QRandomGenerator::system() asks the processor, word by word, which
    // took longer than everything else that is done for a turn's salts.
    constexpr std::size_t kMostAtOnce = 256;
    for (; !bytes.empty(); bytes = bytes.subspan(std::min(kMostAtOnce, bytes.size()))) {
        if (::getentropy(bytes.data(), std::min(kMostAtOnce, bytes.size())) != 0)
            qFatal("the system has no random numbers");
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
