// SPDX-License-Identifier: GPL-3.0-or-later
// The checksum chain of a conversation. All numbers are 8 bytes, big-endian; "bytes(x)" is the
// number of bytes of x, then x. Texts are UTF-8.
//
//   text hash  empty where the event has neither text nor personal record, else
//              SHA-256( salt[16] bytes(text) bytes(personal) )
//   genesis    SHA-256( "relevo chain 1\n" ulid )
//   link n     SHA-256( link n-1 [32], seq, customer seq, time in UTC ms, kind, actor,
//              bytes(payload) bytes(text hash) )       kind and actor: codes of 0001_initial.sql
//
// Erasing removes text, personal record and salt, never the hash: the chain still verifies, and
// without the salt the hash tells nothing of a text that could be guessed.
#pragma once

#include "base/ids.h"

#include <QByteArray>
#include <QString>

namespace store {

inline constexpr int kSaltBytes = 16;

/// What a link covers besides its predecessor.
struct ChainRow {
    qint64 seq = 0, customerSeq = 0, time = 0, kind = 0, actor = 0;
    QByteArray payload, textHash;
};

[[nodiscard]] QByteArray chainGenesis(const QString& ulid);
[[nodiscard]] QByteArray chainLink(const QByteArray& previous, const ChainRow& row);
[[nodiscard]] QByteArray saltedHash(const QByteArray& salt, const QString& text,
                                    const QByteArray& personal);

} // namespace store
