// SPDX-License-Identifier: GPL-3.0-or-later
// A hash that is the same in every run and on every machine, so that files may hold it; of texts
// whose pieces follow one another, without making the whole text. Not against an adversary.
#pragma once

#include <QStringView>

#include <cstdint>

namespace base {

/// FNV-1a over 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), a UTF-16 unit a step.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t hash, char16_t unit) noexcept
{
    return (hash ^ unit) * 0x100000001B3ULL;
}
[[nodiscard]] inline std::uint64_t mixed(std::uint64_t hash, QStringView text) noexcept
{
    for (const QChar unit : text)
        hash = mixed(hash, unit.unicode());
    return hash;
}
/// The 32 bits that are kept, spread evenly by the first step of splitmix64's last part.
[[nodiscard]] constexpr std::uint32_t folded(std::uint64_t hash) noexcept
{
    hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    return static_cast<std::uint32_t>(hash >> 32U);
}

} // namespace base
