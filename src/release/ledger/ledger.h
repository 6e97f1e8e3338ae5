// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of a release: what was said, by whom and when, in a chain that nobody without the key can
// change unseen. All numbers are 8 bytes, big-endian; "bytes(x)" is the number of bytes of x, then x.
// Texts are UTF-8.
//
//   text hash  empty where the entry has no personal text, else SHA-256( salt[16] bytes(text) )
//   genesis    HMAC( "relevo ledger 1\n" release id )
//   link n     HMAC( link n-1 [32], number, time in UTC ms, person, bytes(role) bytes(kind)
//              bytes(subject), number of fields, bytes(name) bytes(value) … in the order of names,
//              bytes(text hash) bytes(file hash) )
//
// HMAC is HMAC-SHA-256 (RFC 2104, FIPS 180-4) by libsodium. Personal text (reasons, comments, pasted
// output) stands outside with its salt; erasing both leaves the chain whole and nothing to guess from.
//
// Readable in the chain itself, and never erased, for it is what was asked for and decided: the title,
// date and parameters of a release; ids of items, sections, checks, sign-offs and persons; of an item
// whose plan was changed its old and new title, acceptance criterion and checks with their parameters
// (attestItem()); the host that a check ran on. As hashes without a salt, which whoever guesses a text
// can confirm: the plans of all items and what the gate asks (digestOf(), gateText()). Nobody's data
// belongs into any of these: names stand in the owner, said as a number.
//
// The chain alone cannot show that its tail was cut: head and count are given away (in reports and
// exports), and whoever holds them asks with them.
#pragma once

#include "base/result.h"
#include "release/values.h"

#include <map>

namespace release {

inline constexpr qsizetype kLedgerKeyBytes = 32; ///< at least
inline constexpr qsizetype kLedgerSaltBytes = 16;

/// One thing that was said. \see ledger/attest.h for those that are written.
struct LedgerEntry {
    qint64 number = 0; ///< 1, 2, 3 … in its release
    WallTime at;
    PersonId by; ///< none: the program
    std::optional<Role> role;
    QString kind;                      ///< "item", "evidence", "signature" …
    QString subject;                   ///< id of what it is about
    std::map<QString, QString> fields; ///< what is attested; no personal data
    QByteArray textHash;               ///< 32 bytes or empty
    QByteArray fileHash;               ///< SHA-256 of an evidence file, or empty
    QByteArray link;
    bool operator==(const LedgerEntry&) const = default;
};

/// Where the chain ends. Of an empty one: 0 and the genesis.
struct LedgerHead {
    qint64 count = 0;
    QByteArray link;
    bool operator==(const LedgerHead&) const = default;
};

/// A personal text with its salt, as kept outside the chain.
struct SaltedText {
    QByteArray salt;
    QString text;
    bool operator==(const SaltedText&) const = default;
};
[[nodiscard]] QByteArray hashOf(const SaltedText& text);

/// Writes and checks chains with one key. Immutable; any thread.
class Ledger
{
public:
    /// Invalid: the key is shorter than kLedgerKeyBytes.
    [[nodiscard]] static base::Result<Ledger> withKey(QByteArray key);

    /// The head of the empty chain of a release.
    [[nodiscard]] LedgerHead genesis(const QString& release) const;
    /// Fills in the entry's number and link.
    [[nodiscard]] LedgerEntry append(const LedgerHead& head, LedgerEntry entry) const;
    [[nodiscard]] QByteArray linkOf(const QByteArray& previous, const LedgerEntry& entry) const;

private:
    explicit Ledger(QByteArray key) : m_key(std::move(key)) {}

    [[nodiscard]] QByteArray sum(const QByteArray& bytes) const;

    QByteArray m_key;
};

[[nodiscard]] LedgerHead headOf(const LedgerEntry& entry);

} // namespace release
