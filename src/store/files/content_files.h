// SPDX-License-Identifier: GPL-3.0-or-later
// Files named by what is in them: the SHA-256 of their bytes, in hexadecimal digits. The same bytes are
// kept once. Written so that a power cut leaves all of a file or none; the row that names it is written
// afterwards.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace store {

/// The hash, 32 bytes. Offline where the disk says no.
[[nodiscard]] base::Result<QByteArray> keepContent(const QString& folder, const QByteArray& bytes);
/// NotFound. Corrupt: other bytes than those of that name.
[[nodiscard]] base::Result<QByteArray> contentOf(const QString& folder, const QByteArray& hash);
/// How many of them were there, and are not any more. Offline: one at least could not be removed; the
/// others have gone all the same.
[[nodiscard]] base::Result<int> dropContents(const QString& folder,
                                             const QList<QByteArray>& hashes);
/// Removes what was being written when a program ended. \pre nobody writes there now
void sweepContent(const QString& folder);
/// Of the bytes as they are now; nothing: no such file, or it cannot be read.
[[nodiscard]] std::optional<QByteArray> hashNow(const QString& folder, const QByteArray& hash);

} // namespace store
