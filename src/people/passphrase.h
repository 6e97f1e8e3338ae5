// SPDX-License-Identifier: GPL-3.0-or-later
// Passphrases are kept as Argon2id strings (RFC 9106, libsodium's crypto_pwhash_str), never as they
// are. Hashing and checking take about a tenth of a second and 64 MB: never on the desk thread.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <cstddef>

namespace people {

inline constexpr int kShortestPassphrase = 8;    ///< code points
inline constexpr int kLongestPassphrase = 1'024; ///< bytes of UTF-8

/// What one hash costs. The defaults are libsodium's "interactive".
struct HashCost {
    unsigned long long operations = 2;
    std::size_t memory = 64UL * 1024 * 1024; ///< bytes
};

/// Invalid names what is wrong: empty, shorter than kShortestPassphrase, longer than
/// kLongestPassphrase. Quick.
[[nodiscard]] base::Result<void> checkPassphrase(const QString& passphrase);

/// A salted hash, ASCII, at most 127 bytes. Invalid as checkPassphrase(); Busy: the memory is not to
/// be had now. Composed and decomposed accents are the same passphrase.
[[nodiscard]] base::Result<QByteArray> hashPassphrase(const QString& passphrase,
                                                      const HashCost& cost = {});

/// False where it is another one, or the hash is none of ours.
[[nodiscard]] bool isPassphrase(const QByteArray& hash, const QString& passphrase);

/// True where the hash was made at another cost: to be made again when its passphrase is next told.
[[nodiscard]] bool needsRehash(const QByteArray& hash, const HashCost& cost = {});

} // namespace people
