// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files/log_vfs.h"

#include <sqlite3.h>

#include <cstddef>
#include <new>
#include <vector>

namespace store {

namespace {

constexpr char kName[] = "relevo-log";
constexpr int kRoomForFile = 1024; ///< for the file of the VFS below
/// SQLite's VFS for Unix takes 17 bits of a size, and drops the rest.
constexpr sqlite3_int64 kMostGathered = 0x1ffff;

/// The log as SQLite holds it; the file of the VFS below stands right behind.
struct LogFile {
    sqlite3_file base;
    std::vector<std::byte>* gathered;
    sqlite3_int64 begin; ///< where the gathered bytes belong
};

sqlite3_file* below(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<LogFile*>(file) + 1);
}

sqlite3_vfs* vfsBelow()
{
    return sqlite3_vfs_find(nullptr);
}

int flush(sqlite3_file* file)
{
    auto& log = *reinterpret_cast<LogFile*>(file);
    if (log.gathered->empty())
        return SQLITE_OK;
    const int code = below(file)->pMethods->xWrite(
        below(file), log.gathered->data(), static_cast<int>(log.gathered->size()), log.begin);
    // After a failure too: SQLite takes the transaction back and writes it anew.
    log.gathered->clear();
    return code;
}

int write(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset)
{
    auto& log = *reinterpret_cast<LogFile*>(file);
    const auto size = static_cast<sqlite3_int64>(log.gathered->size());
    if (size > 0 && (offset != log.begin + size || size + amount > kMostGathered)) {
        if (const int code = flush(file); code != SQLITE_OK)
            return code;
    }
    if (log.gathered->empty())
        log.begin = offset;
    const auto* const from = static_cast<const std::byte*>(bytes);
    try {
        log.gathered->insert(log.gathered->end(), from, from + amount);
    } catch (const std::bad_alloc&) {
        return SQLITE_IOERR_NOMEM;
    }
    return SQLITE_OK;
}

int close(sqlite3_file* file)
{
    const int flushed = flush(file);
    delete reinterpret_cast<LogFile*>(file)->gathered;
    const int closed = below(file)->pMethods->xClose(below(file));
    return flushed == SQLITE_OK ? closed : flushed;
}

/// `then` on the file below, once it holds everything.
template <class Then>
int flushed(sqlite3_file* file, const Then& then)
{
    const int code = flush(file);
    return code == SQLITE_OK ? then(below(file)) : code;
}

const sqlite3_io_methods& logMethods()
{
    static const sqlite3_io_methods methods = [] {
        sqlite3_io_methods m{};
        m.iVersion = 1;
        m.xClose = close;
        m.xWrite = write;
        m.xRead = [](sqlite3_file* f, void* to, int amount, sqlite3_int64 offset) {
            return flushed(
                f, [&](sqlite3_file* b) { return b->pMethods->xRead(b, to, amount, offset); });
        };
        m.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) {
            return flushed(f, [&](sqlite3_file* b) { return b->pMethods->xTruncate(b, size); });
        };
        m.xSync = [](sqlite3_file* f, int flags) {
            return flushed(f, [&](sqlite3_file* b) { return b->pMethods->xSync(b, flags); });
        };
        m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) {
            return flushed(f, [&](sqlite3_file* b) { return b->pMethods->xFileSize(b, size); });
        };
        m.xLock = [](sqlite3_file* f, int lock) {
            return below(f)->pMethods->xLock(below(f), lock);
        };
        m.xUnlock = [](sqlite3_file* f, int lock) {
            return below(f)->pMethods->xUnlock(below(f), lock);
        };
        m.xCheckReservedLock = [](sqlite3_file* f, int* isReserved) {
            return below(f)->pMethods->xCheckReservedLock(below(f), isReserved);
        };
        m.xFileControl = [](sqlite3_file* f, int what, void* argument) {
            return below(f)->pMethods->xFileControl(below(f), what, argument);
        };
        m.xSectorSize = [](sqlite3_file* f) { return below(f)->pMethods->xSectorSize(below(f)); };
        m.xDeviceCharacteristics = [](sqlite3_file* f) {
            return below(f)->pMethods->xDeviceCharacteristics(below(f));
        };
        return m;
    }();
    return methods;
}

int open(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    sqlite3_vfs* const real = vfsBelow();
    file->pMethods = nullptr;
    if (real->szOsFile > kRoomForFile)
        return SQLITE_CANTOPEN;
    if ((flags & SQLITE_OPEN_WAL) == 0)
        return real->xOpen(real, name, file, flags, outFlags);
    auto& log = *reinterpret_cast<LogFile*>(file);
    log.gathered = new (std::nothrow) std::vector<std::byte>();
    if (!log.gathered)
        return SQLITE_NOMEM;
    const int opened = real->xOpen(real, name, below(file), flags, outFlags);
    if (opened == SQLITE_OK)
        log.base.pMethods = &logMethods();
    else
        delete log.gathered;
    return opened;
}

sqlite3_vfs vfsOfOurs()
{
    sqlite3_vfs vfs{};
    vfs.iVersion = 1;
    vfs.szOsFile = static_cast<int>(sizeof(LogFile)) + kRoomForFile;
    vfs.mxPathname = vfsBelow()->mxPathname;
    vfs.zName = kName;
    vfs.xOpen = open;
    vfs.xDelete = [](sqlite3_vfs*, const char* name, int syncFolder) {
        return vfsBelow()->xDelete(vfsBelow(), name, syncFolder);
    };
    vfs.xAccess = [](sqlite3_vfs*, const char* name, int flags, int* out) {
        return vfsBelow()->xAccess(vfsBelow(), name, flags, out);
    };
    vfs.xFullPathname = [](sqlite3_vfs*, const char* name, int size, char* out) {
        return vfsBelow()->xFullPathname(vfsBelow(), name, size, out);
    };
    vfs.xRandomness = [](sqlite3_vfs*, int size, char* out) {
        return vfsBelow()->xRandomness(vfsBelow(), size, out);
    };
    vfs.xSleep = [](sqlite3_vfs*, int micros) { return vfsBelow()->xSleep(vfsBelow(), micros); };
    vfs.xCurrentTime = [](sqlite3_vfs*, double* out) {
        return vfsBelow()->xCurrentTime(vfsBelow(), out);
    };
    vfs.xGetLastError = [](sqlite3_vfs*, int size, char* out) {
        return vfsBelow()->xGetLastError(vfsBelow(), size, out);
    };
    return vfs;
}

} // namespace

const char* logVfs()
{
    static sqlite3_vfs vfs = vfsOfOurs();
    static const int registered = sqlite3_vfs_register(&vfs, 0);
    return registered == SQLITE_OK ? kName : vfsBelow()->zName;
}

} // namespace store
