// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace store {

/// Holds a data folder for this process: an flock on `relevo.lock`, which the kernel lets go when
/// the process ends in whatever way, so a lock is never stale. The file names the holder's process.
class LockFile
{
public:
    /// Busy: another process, or another store of this one, holds it.
    [[nodiscard]] static base::Result<std::unique_ptr<LockFile>> take(const QString& path);
    /// For a folder that is only read: others may read it too, nobody may write. The file stays as it
    /// is; a null pointer where there is none or it may not be read. Busy: somebody writes.
    [[nodiscard]] static base::Result<std::unique_ptr<LockFile>> share(const QString& path);
    ~LockFile();
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

private:
    [[nodiscard]] base::Error busy() const; ///< names who holds it
    explicit LockFile(int descriptor) : m_descriptor(descriptor) {}
    const int m_descriptor;
};

} // namespace store
