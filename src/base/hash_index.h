// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <ranges>
#include <vector>

namespace base {

/// Where the entries of a hash stand in a list that is sorted by it. Hashes are spread evenly, so
/// their first bits alone lead to a place with a few entries: two cache lines a look, where a binary
/// search reads one a step. A quarter of the list's own size; immutable once built.
class HashIndex
{
public:
    HashIndex() = default;
    /// \pre `entries` is sorted by `hashOf(entry)`, which is std::uint32_t
    template <std::ranges::random_access_range Entries, class HashOf>
    HashIndex(const Entries& entries, const HashOf& hashOf)
    {
        constexpr std::size_t kEntriesInBucket = 2;
        const auto count = static_cast<std::size_t>(std::ranges::size(entries));
        const std::size_t buckets = std::bit_ceil(count / kEntriesInBucket + 2);
        m_shift = 32U - static_cast<std::uint32_t>(std::countr_zero(buckets));
        m_starts.reserve(buckets + 1);
        std::uint32_t at = 0;
        for (const auto& entry : entries) {
            for (const std::size_t bucket = hashOf(entry) >> m_shift; m_starts.size() <= bucket;)
                m_starts.push_back(at);
            ++at;
        }
        m_starts.resize(buckets + 1, at);
    }

    struct Places {
        std::uint32_t begin = 0, end = 0;
    };
    /// Among these the entries of `hash` are, and a few others.
    [[nodiscard]] Places around(std::uint32_t hash) const noexcept
    {
        if (m_starts.empty())
            return {};
        const std::size_t bucket = hash >> m_shift;
        return {m_starts[bucket], m_starts[bucket + 1]};
    }

private:
    std::vector<std::uint32_t> m_starts; ///< of each bucket, and the end of the last
    std::uint32_t m_shift = 31;
};

} // namespace base
