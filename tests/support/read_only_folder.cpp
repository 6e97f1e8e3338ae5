// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/read_only_folder.h"

#include <QDir>
#include <QFile>

#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace support {

namespace {

constexpr unsigned kPassesOverBits =
    (1U << CAP_DAC_OVERRIDE) | (1U << CAP_DAC_READ_SEARCH) | (1U << CAP_FOWNER);

/// This thread's capabilities in force: all that it may have, with or without those.
void setInForce(bool passesOverBits)
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3] = {};
    if (::syscall(SYS_capget, &header, data) != 0)
        qFatal("capabilities cannot be read");
    data[0].effective = passesOverBits ? data[0].effective | (data[0].permitted & kPassesOverBits)
                                       : data[0].effective & ~kPassesOverBits;
    if (::syscall(SYS_capset, &header, data) != 0)
        qFatal("capabilities cannot be laid down");
}

} // namespace

ReadOnlyFolder::ReadOnlyFolder(const QString& folder, const QStringList& names)
{
    const QDir dir(folder);
    for (const QString& name : names.isEmpty() ? dir.entryList(QDir::Files) : names)
        protect(dir.filePath(name));
    if (names.isEmpty())
        protect(folder);
    setInForce(false);
}

ReadOnlyFolder::~ReadOnlyFolder()
{
    setInForce(true);
    for (auto it = m_modes.begin(); it != m_modes.end(); ++it)
        ::chmod(QFile::encodeName(it.key()).constData(), it.value());
}

void ReadOnlyFolder::protect(const QString& path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status = {};
    if (::stat(name.constData(), &status) != 0)
        qFatal("%s is not there", name.constData());
    m_modes.insert(path, status.st_mode & 0777);
    ::chmod(name.constData(), status.st_mode & 0555);
}

bool obeyPermissionBitsAfterExec()
{
    if (::geteuid() != 0)
        return true;
    for (const unsigned long capability : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER}) {
        const bool isThere = ::prctl(PR_CAPBSET_READ, capability, 0, 0, 0) == 1;
        if (isThere && ::prctl(PR_CAPBSET_DROP, capability, 0, 0, 0) != 0)
            return false;
    }
    return true;
}

bool mountReadOnly(const char* folder)
{
    const int spaces = ::geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
    return ::unshare(spaces) == 0 &&
           ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount(folder, folder, nullptr, MS_BIND, nullptr) == 0 &&
           ::mount(nullptr, folder, nullptr,
                   MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV, nullptr) == 0;
}

} // namespace support
