// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/failing_disk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <vector>

namespace support {

namespace failing_disk {

constexpr qint64 kSector = 512;

/// One recorded call.
struct Call {
    enum class Kind { Open, Write, Truncate, Sync, FailedSync, Delete, Mark };
    Kind kind = Kind::Mark;
    QString path;
    qint64 offset = 0; ///< of a write; the new size of a truncation; the number of a mark
    QByteArray bytes;  ///< of a write; what an opened file held
};

struct Fault {
    QString pathEnd;
    int code = SQLITE_IOERR;
    FailingDisk::When when;
    FailingDisk::Extent extent = FailingDisk::Extent::Nothing;

    /// Counts the call; true where it shall fail.
    bool strikes(const QString& path)
    {
        if (!path.endsWith(pathEnd) || when.times == 0)
            return false;
        if (when.after > 0) {
            --when.after;
            return false;
        }
        when.times -= when.times > 0 ? 1 : 0;
        return true;
    }
};

/// A file as the disk has it, and what the system has not written yet.
class DiskFile
{
public:
    void open(const QByteArray& content)
    {
        if (!m_isThere)
            *this = DiskFile();
        if (!m_isKnown)
            m_durable = content;
        m_isKnown = m_isThere = true;
    }
    void remove() { m_isThere = false; }
    void add(const Call& call) { m_pending.push_back(&call); }
    void sync()
    {
        for (const Call* call : std::exchange(m_pending, {}))
            apply(*call, nullptr);
    }
    /// A failed sync: chance decides what is there, and nobody will write it again.
    void draw(base::Random& random)
    {
        for (const Call* call : std::exchange(m_pending, {}))
            apply(*call, &random);
    }
    /// Nothing where the file is gone. A removal that was not synced may not have happened.
    [[nodiscard]] std::optional<QByteArray> afterCut(base::Random& random)
    {
        if (!m_isThere && random.below(2) == 0)
            return std::nullopt;
        draw(random);
        return m_durable;
    }

private:
    void apply(const Call& call, base::Random* random)
    {
        const auto fate = random ? random->below(3) : 0; // 0 there, 1 not, 2 some sectors
        if (fate == 1)
            return;
        if (call.kind == Call::Kind::Truncate) {
            m_durable.resize(std::min<qsizetype>(m_durable.size(), call.offset));
            return;
        }
        const qsizetype end = call.offset + call.bytes.size();
        if (m_durable.size() < end)
            m_durable.append(end - m_durable.size(), '\0');
        for (qsizetype at = 0; at < call.bytes.size();) {
            const qint64 sectorEnd = ((call.offset + at) / kSector + 1) * kSector - call.offset;
            const qsizetype next = std::min<qsizetype>(call.bytes.size(), sectorEnd);
            if (fate == 0 || random->below(2) == 0)
                std::memcpy(m_durable.data() + call.offset + at, call.bytes.constData() + at,
                            static_cast<std::size_t>(next - at));
            at = next;
        }
    }

    QByteArray m_durable;
    std::vector<const Call*> m_pending;
    bool m_isKnown = false, m_isThere = false;
};

/// SQLite's file: ours, and right behind it the real one.
struct File {
    sqlite3_file base;
    FailingDisk::Impl* disk;
    QString* path;
    sqlite3_file* real;
};

File* ours(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file);
}

sqlite3_file* real(sqlite3_file* file)
{
    return ours(file)->real;
}

} // namespace failing_disk

using namespace failing_disk;

struct FailingDisk::Impl {
    Impl();
    ~Impl() { sqlite3_vfs_unregister(&vfs); }

    void add(Call call)
    {
        const std::scoped_lock lock(mutex);
        if (isRecording)
            log.push_back(std::move(call));
    }
    /// The code with which this call shall fail; SQLITE_OK: it may go on.
    std::pair<int, Extent> strike(std::vector<Fault>& faults, const QString& path)
    {
        const std::scoped_lock lock(mutex);
        for (Fault& fault : faults) {
            if (fault.strikes(path)) {
                ++failures;
                return {fault.code, fault.extent};
            }
        }
        return {SQLITE_OK, Extent::Nothing};
    }

    int write(File& file, const void* bytes, int amount, sqlite3_int64 offset);
    int sync(File& file, int flags);

    sqlite3_vfs vfs{};
    sqlite3_vfs* below = nullptr;
    sqlite3_io_methods methods{};
    mutable std::mutex mutex;
    std::vector<Fault> writeFaults, syncFaults;
    int failures = 0;
    bool isRecording = false;
    std::vector<Call> log;
};

int FailingDisk::Impl::write(File& file, const void* bytes, int amount, sqlite3_int64 offset)
{
    const auto [code, extent] = strike(writeFaults, *file.path);
    const int taken = code == SQLITE_OK ? amount : extent == Extent::Half ? amount / 2 : 0;
    if (taken > 0) {
        const int written = file.real->pMethods->xWrite(file.real, bytes, taken, offset);
        if (written != SQLITE_OK)
            return written;
        add({.kind = Call::Kind::Write,
             .path = *file.path,
             .offset = offset,
             .bytes = QByteArray(static_cast<const char*>(bytes), taken)});
    }
    return code;
}

int FailingDisk::Impl::sync(File& file, int flags)
{
    const int code = strike(syncFaults, *file.path).first;
    if (code != SQLITE_OK) {
        add({.kind = Call::Kind::FailedSync, .path = *file.path});
        return code;
    }
    const int synced = file.real->pMethods->xSync(file.real, flags);
    if (synced == SQLITE_OK)
        add({.kind = Call::Kind::Sync, .path = *file.path});
    return synced;
}

namespace {

FailingDisk::Impl* diskOf(sqlite3_vfs* vfs)
{
    return static_cast<FailingDisk::Impl*>(vfs->pAppData);
}

/// Through SQLite's own descriptor: closing another one would let go of the process's locks.
QByteArray contentOf(sqlite3_file* file)
{
    sqlite3_int64 size = 0;
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return {};
    QByteArray content(size, '\0');
    const int read = file->pMethods->xRead(file, content.data(), static_cast<int>(size), 0);
    return read == SQLITE_OK ? content : QByteArray();
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    FailingDisk::Impl* const disk = diskOf(vfs);
    auto* const mine = ours(file);
    mine->base.pMethods = nullptr;
    mine->disk = disk;
    mine->real = reinterpret_cast<sqlite3_file*>(mine + 1);
    const QString path = QString::fromUtf8(name);
    const int opened = disk->below->xOpen(disk->below, name, mine->real, flags, outFlags);
    if (opened != SQLITE_OK)
        return opened;
    mine->path = new QString(path);
    mine->base.pMethods = &disk->methods;
    disk->add({.kind = Call::Kind::Open, .path = path, .bytes = contentOf(mine->real)});
    return SQLITE_OK;
}

int closeFile(sqlite3_file* file)
{
    delete ours(file)->path;
    return real(file)->pMethods->xClose(real(file));
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    ours(file)->disk->add(
        {.kind = Call::Kind::Truncate, .path = *ours(file)->path, .offset = size});
    return real(file)->pMethods->xTruncate(real(file), size);
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder)
{
    diskOf(vfs)->add({.kind = Call::Kind::Delete, .path = QString::fromUtf8(name)});
    return diskOf(vfs)->below->xDelete(diskOf(vfs)->below, name, syncFolder);
}

sqlite3_io_methods methodsOfOurs()
{
    sqlite3_io_methods m{};
    m.iVersion = 2;
    m.xClose = closeFile;
    m.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
        return real(f)->pMethods->xRead(real(f), to, n, at);
    };
    m.xWrite = [](sqlite3_file* f, const void* from, int n, sqlite3_int64 at) {
        return ours(f)->disk->write(*ours(f), from, n, at);
    };
    m.xTruncate = truncateFile;
    m.xSync = [](sqlite3_file* f, int flags) { return ours(f)->disk->sync(*ours(f), flags); };
    m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) {
        return real(f)->pMethods->xFileSize(real(f), size);
    };
    m.xLock = [](sqlite3_file* f, int kind) { return real(f)->pMethods->xLock(real(f), kind); };
    m.xUnlock = [](sqlite3_file* f, int kind) { return real(f)->pMethods->xUnlock(real(f), kind); };
    m.xCheckReservedLock = [](sqlite3_file* f, int* out) {
        return real(f)->pMethods->xCheckReservedLock(real(f), out);
    };
    m.xFileControl = [](sqlite3_file* f, int what, void* argument) {
        return real(f)->pMethods->xFileControl(real(f), what, argument);
    };
    m.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
    m.xDeviceCharacteristics = [](sqlite3_file* f) {
        return real(f)->pMethods->xDeviceCharacteristics(real(f));
    };
    m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, volatile void** out) {
        return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
    };
    m.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) {
        return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
    };
    m.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
    m.xShmUnmap = [](sqlite3_file* f, int remove) {
        return real(f)->pMethods->xShmUnmap(real(f), remove);
    };
    return m;
}

} // namespace

FailingDisk::Impl::Impl() : below(sqlite3_vfs_find(nullptr)), methods(methodsOfOurs())
{
    vfs = *below; // what is not ours goes to the real one, which only needs its own pAppData
    vfs.pNext = nullptr;
    vfs.zName = "failing-disk";
    vfs.szOsFile = static_cast<int>(sizeof(File)) + below->szOsFile;
    vfs.pAppData = this;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = [](sqlite3_vfs* v, const char* name, int flags, int* out) {
        return diskOf(v)->below->xAccess(diskOf(v)->below, name, flags, out);
    };
    vfs.xFullPathname = [](sqlite3_vfs* v, const char* name, int size, char* out) {
        return diskOf(v)->below->xFullPathname(diskOf(v)->below, name, size, out);
    };
    sqlite3_vfs_register(&vfs, 1);
}

FailingDisk::FailingDisk() : m_impl(std::make_unique<Impl>())
{
}

FailingDisk::~FailingDisk() = default;

void FailingDisk::failWrites(const QString& pathEnd, int code, When when, Extent extent)
{
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->failures = 0;
    m_impl->writeFaults.push_back({pathEnd, code, when, extent});
}

void FailingDisk::failSyncs(const QString& pathEnd, int code, When when)
{
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->failures = 0;
    m_impl->syncFaults.push_back({pathEnd, code, when});
}

void FailingDisk::heal()
{
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->writeFaults.clear();
    m_impl->syncFaults.clear();
}

int FailingDisk::failed() const
{
    const std::scoped_lock lock(m_impl->mutex);
    return m_impl->failures;
}

void FailingDisk::record()
{
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->log.clear();
    m_impl->isRecording = true;
}

void FailingDisk::stopRecording()
{
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->isRecording = false;
}

void FailingDisk::mark(int number)
{
    m_impl->add({.kind = Call::Kind::Mark, .offset = number});
}

std::size_t FailingDisk::calls() const
{
    const std::scoped_lock lock(m_impl->mutex);
    return m_impl->log.size();
}

int FailingDisk::markBefore(std::size_t call) const
{
    const std::scoped_lock lock(m_impl->mutex);
    for (std::size_t i = std::min(call, m_impl->log.size()); i > 0; --i) {
        if (m_impl->log[i - 1].kind == Call::Kind::Mark)
            return static_cast<int>(m_impl->log[i - 1].offset);
    }
    return 0;
}

void FailingDisk::writeImage(std::size_t call, const QString& folder, base::Random& random) const
{
    const std::scoped_lock lock(m_impl->mutex);
    std::map<QString, DiskFile> files;
    for (std::size_t i = 0; i < std::min(call, m_impl->log.size()); ++i) {
        const Call& each = m_impl->log[i];
        switch (each.kind) {
        case Call::Kind::Open: files[each.path].open(each.bytes); break;
        case Call::Kind::Write:
        case Call::Kind::Truncate: files[each.path].add(each); break;
        case Call::Kind::Sync: files[each.path].sync(); break;
        case Call::Kind::FailedSync: files[each.path].draw(random); break;
        case Call::Kind::Delete: files[each.path].remove(); break;
        case Call::Kind::Mark: break;
        }
    }
    QDir().mkpath(folder);
    for (auto& [path, file] : files) {
        const auto content = path.isEmpty() ? std::nullopt : file.afterCut(random);
        QFile copy(QDir(folder).filePath(QFileInfo(path).fileName()));
        if (content && copy.open(QIODevice::WriteOnly))
            copy.write(*content);
    }
}

} // namespace support
