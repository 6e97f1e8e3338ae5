// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <compare>
#include <functional>
#include <optional>

namespace base {

class Random;

/// A number that cannot be mistaken for another kind of number. Rests on qint64 so that it can
/// travel in a QDataStream. 0 means "none".
template <class Tag>
struct StrongNumber {
    qint64 value = 0;

    [[nodiscard]] bool isValid() const noexcept { return value > 0; }
    auto operator<=>(const StrongNumber&) const = default; // NOLINT(modernize-use-nullptr)
    friend size_t qHash(StrongNumber n, size_t seed = 0) noexcept { return ::qHash(n.value, seed); }
};

/// A text that cannot be mistaken for another kind of text. Empty means "none".
template <class Tag>
struct StrongText {
    QString value;

    [[nodiscard]] bool isValid() const noexcept { return !value.isEmpty(); }
    bool operator==(const StrongText&) const = default;
    friend bool operator<(const StrongText& a, const StrongText& b) { return a.value < b.value; }
    friend size_t qHash(const StrongText& t, size_t seed = 0) noexcept
    {
        return ::qHash(t.value, seed);
    }
};

using ConversationId = StrongNumber<struct ConversationTag>;
using PersonId = StrongNumber<struct PersonTag>;

/// The place of an event in its conversation: 1, 2, 3 … without gaps.
using Seq = StrongNumber<struct SeqTag>;

/// The place among the events that the customer may see: 1, 2, 3 … without gaps.
using CustomerSeq = StrongNumber<struct CustomerSeqTag>;

/// 128 random bits as 32 lower-case hexadecimal digits; kept by the customer's browser.
using CustomerId = StrongText<struct CustomerTag>;

/// 128 random bits as 32 lower-case hexadecimal digits; a credential, never logged or stored as is.
using SessionId = StrongText<struct SessionTag>;

/// What people read for a conversation: `AA-0000` … `ZZ-9999`, three letters after 6,760,000
/// conversations. A fixed bijection of the id, so it needs no column and cannot collide; the order
/// of arrival does not show. \pre id.isValid()
[[nodiscard]] QString conversationCode(ConversationId id);

/// The inverse; case does not matter. Nothing where the text is no code.
[[nodiscard]] std::optional<ConversationId> conversationOfCode(QStringView code);

/// A ULID (github.com/ulid/spec): 48 bits of UTC milliseconds, 80 random bits, 26 characters of
/// Crockford's base 32.
[[nodiscard]] QString makeUlid(WallTime now, Random& random);

/// `bytes` random bytes as lower-case hexadecimal digits.
[[nodiscard]] QString randomHex(Random& random, int bytes = 16);

/// True for exactly 32 lower-case hexadecimal digits.
[[nodiscard]] bool isHexId(QStringView text) noexcept;

} // namespace base

template <class Tag>
struct std::hash<base::StrongNumber<Tag>> {
    std::size_t operator()(base::StrongNumber<Tag> n) const noexcept
    {
        return std::hash<qint64>{}(n.value);
    }
};
template <class Tag>
struct std::hash<base::StrongText<Tag>> {
    std::size_t operator()(const base::StrongText<Tag>& t) const noexcept { return qHash(t.value); }
};
