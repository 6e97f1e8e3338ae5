// SPDX-License-Identifier: GPL-3.0-or-later
// Files that must be there after the power went: write, fsync, rename, fsync of the folder.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace store {

/// Offline where the disk says no; `detail` names the file without its folder.
[[nodiscard]] base::Result<void> syncFile(const QString& path);
[[nodiscard]] base::Result<void> syncFolder(const QString& folder);
/// Replaces `to`, durably.
[[nodiscard]] base::Result<void> renameDurably(const QString& from, const QString& to);
/// A new or replaced file, 0600: all of it or none. What was written so far is removed when it fails.
[[nodiscard]] base::Result<void> writeDurably(const QString& path, const QByteArray& bytes);
/// Appends to a file of mode 0600 and syncs it.
[[nodiscard]] base::Result<void> appendDurably(const QString& path, const QByteArray& bytes);
/// Copies into a new file of mode 0600 and syncs it.
[[nodiscard]] base::Result<void> copyDurably(const QString& from, const QString& to);
/// Whether it was there; a folder is no file.
[[nodiscard]] base::Result<bool> removeFile(const QString& path);
/// Makes the folder with mode 0700 where it is missing.
[[nodiscard]] base::Result<void> makePrivateFolder(const QString& folder);
/// Whether an existing file or folder can be written by this user, now.
[[nodiscard]] base::Result<void> checkWritable(const QString& path);
/// Room left on the disk of an existing file or folder, in bytes; nothing where it cannot be known.
[[nodiscard]] std::optional<qint64> freeBytes(const QString& path);

} // namespace store
