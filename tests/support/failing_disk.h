// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"

#include <QString>

#include <cstddef>
#include <memory>

namespace support {

/// The disk below SQLite, while this object lives: the default VFS of the process, which passes
/// everything on to the real one, fails where it is told to, and records what was written and
/// synced, so that what a power cut at any call would have left can be made afterwards.
/// At most one at a time. Any thread.
///
///   FailingDisk disk;
///   disk.failSyncs("relevo.db-wal", SQLITE_IOERR_FSYNC, {.times = 1});
class FailingDisk
{
public:
    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;

    struct When {
        int after = 0;  ///< calls that still succeed
        int times = -1; ///< calls that then fail; -1: until heal()
    };
    enum class Extent { Nothing, Half }; ///< what of a failed write reaches the disk
    /// Writes to files whose path ends so answer an SQLite result code.
    void failWrites(const QString& pathEnd, int code, When when, Extent extent = Extent::Nothing);
    void failSyncs(const QString& pathEnd, int code, When when);
    void heal();
    /// How many calls failed since the last fail…().
    [[nodiscard]] int failed() const;

    /// Forgets, and records from now on. Files count as synced when they are opened, so record
    /// before they are.
    void record();
    void stopRecording();
    /// Something that happened by now, for instance the number of acknowledged turns.
    void mark(int number);
    [[nodiscard]] std::size_t calls() const;
    /// The newest mark before a call; 0 where there was none.
    [[nodiscard]] int markBefore(std::size_t call) const;

    /// Writes into `folder` the files as they may stand after a power cut before that call. What
    /// was synced is there; of each write that was not, chance decides whether it is there, is not,
    /// or only some of its sectors are.
    void writeImage(std::size_t call, const QString& folder, base::Random& random) const;

    struct Impl;

private:
    std::unique_ptr<Impl> m_impl;
};

} // namespace support
