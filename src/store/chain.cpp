// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chain.h"

#include <QtEndian>

#include <openssl/evp.h>

#include <memory>

namespace store {

namespace {

constexpr qsizetype kSumBytes = 32;

void addNumber(QByteArray& to, qint64 number)
{
    const auto bytes = qToBigEndian(number);
    to.append(reinterpret_cast<const char*>(&bytes), sizeof bytes);
}

void addBytes(QByteArray& to, const QByteArray& bytes)
{
    addNumber(to, bytes.size());
    to.append(bytes);
}

/// By OpenSSL, which uses the processor's own instructions: Qt's took a tenth of a turn's writing.
QByteArray sha256(const QByteArray& bytes)
{
    static EVP_MD* const kind = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(
        EVP_MD_CTX_new(), EVP_MD_CTX_free);
    QByteArray sum(kSumBytes, Qt::Uninitialized);
    const bool isDone =
        EVP_DigestInit_ex2(context.get(), kind, nullptr) == 1 &&
        EVP_DigestUpdate(context.get(), bytes.constData(),
                         static_cast<std::size_t>(bytes.size())) == 1 &&
        EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char*>(sum.data()), nullptr) ==
            1;
    if (!isDone)
        qFatal("OpenSSL has no SHA-256");
    return sum;
}

} // namespace

QByteArray chainGenesis(const QString& ulid)
{
    return sha256("relevo chain 1\n" + ulid.toUtf8());
}

QByteArray chainLink(const QByteArray& previous, const ChainRow& row)
{
    QByteArray bytes;
    bytes.reserve(previous.size() + row.payload.size() + row.textHash.size() + qsizetype(7 * 8));
    bytes.append(previous);
    for (const qint64 number : {row.seq, row.customerSeq, row.time, row.kind, row.actor})
        addNumber(bytes, number);
    addBytes(bytes, row.payload);
    addBytes(bytes, row.textHash);
    return sha256(bytes);
}

QByteArray saltedHash(const QByteArray& salt, const QString& text, const QByteArray& personal)
{
    QByteArray bytes = salt;
    addBytes(bytes, text.toUtf8());
    addBytes(bytes, personal);
    return sha256(bytes);
}

} // namespace store
