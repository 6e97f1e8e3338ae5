// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chain.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace store {

namespace {

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

QByteArray sha256(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
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
