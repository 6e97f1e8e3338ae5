// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/ledger/ledger.h"

#include <QtEndian>

#include <sodium/crypto_auth_hmacsha256.h>
#include <sodium/crypto_hash_sha256.h>

namespace release {

namespace {

constexpr qsizetype kNumberBytes = 8;

void addNumber(QByteArray& to, qint64 number)
{
    const auto bytes = qToBigEndian(number);
    to.append(reinterpret_cast<const char*>(&bytes), kNumberBytes);
}

void addBytes(QByteArray& to, const QByteArray& bytes)
{
    addNumber(to, bytes.size());
    to.append(bytes);
}

const unsigned char* octets(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

QByteArray encodingOf(const LedgerEntry& entry)
{
    QByteArray bytes;
    for (const qint64 number : {entry.number, base::toMs(entry.at), entry.by.value})
        addNumber(bytes, number);
    addBytes(bytes, entry.role ? QByteArray(nameOf(*entry.role)) : QByteArray());
    addBytes(bytes, entry.kind.toUtf8());
    addBytes(bytes, entry.subject.toUtf8());
    addNumber(bytes, static_cast<qint64>(entry.fields.size()));
    for (const auto& [name, value] : entry.fields) {
        addBytes(bytes, name.toUtf8());
        addBytes(bytes, value.toUtf8());
    }
    addBytes(bytes, entry.textHash);
    addBytes(bytes, entry.fileHash);
    return bytes;
}

} // namespace

QByteArray hashOf(const SaltedText& text)
{
    QByteArray bytes = text.salt;
    addBytes(bytes, text.text.toUtf8());
    QByteArray hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), octets(bytes),
                       static_cast<unsigned long long>(bytes.size()));
    return hash;
}

base::Result<Ledger> Ledger::withKey(QByteArray key)
{
    if (key.size() < kLedgerKeyBytes)
        return base::fail(
            base::Code::Invalid,
            QStringLiteral("a ledger key has at least 32 bytes, not %1").arg(key.size()));
    return Ledger(std::move(key));
}

QByteArray Ledger::sum(const QByteArray& bytes) const
{
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, octets(m_key), static_cast<std::size_t>(m_key.size()));
    crypto_auth_hmacsha256_update(&state, octets(bytes),
                                  static_cast<unsigned long long>(bytes.size()));
    QByteArray result(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(result.data()));
    return result;
}

LedgerHead Ledger::genesis(const QString& release) const
{
    return {0, sum("relevo ledger 1\n" + release.toUtf8())};
}

LedgerEntry Ledger::append(const LedgerHead& head, LedgerEntry entry) const
{
    entry.number = head.count + 1;
    entry.link = linkOf(head.link, entry);
    return entry;
}

QByteArray Ledger::linkOf(const QByteArray& previous, const LedgerEntry& entry) const
{
    return sum(previous + encodingOf(entry));
}

LedgerHead headOf(const LedgerEntry& entry)
{
    return {entry.number, entry.link};
}

} // namespace release
