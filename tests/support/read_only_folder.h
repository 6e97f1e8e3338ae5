// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <sys/types.h>

namespace support {

/// While it lives, a folder or files of it cannot be written by this thread and the threads it
/// starts: by permission bits, which then count for root too (it lays down the capability to pass
/// over them). What is open already stays so. Everything is given back at the end.
class ReadOnlyFolder
{
public:
    /// \param names files of the folder; empty: the folder and every file in it
    explicit ReadOnlyFolder(const QString& folder, const QStringList& names = {});
    ~ReadOnlyFolder();
    ReadOnlyFolder(const ReadOnlyFolder&) = delete;
    ReadOnlyFolder& operator=(const ReadOnlyFolder&) = delete;

private:
    void protect(const QString& path);
    QMap<QString, mode_t> m_modes; ///< as they were
};

/// Between fork and exec: permission bits count for the new program, whoever runs it. False: they
/// cannot be made to.
[[nodiscard]] bool obeyPermissionBitsAfterExec();

/// In a process without threads yet: mounts the folder to be read only, for this process and its
/// children. False: this system does not permit it.
[[nodiscard]] bool mountReadOnly(const char* folder);

} // namespace support
