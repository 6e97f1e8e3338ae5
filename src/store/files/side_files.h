// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept beside the database because the database itself could lose it.
#pragma once

#include "base/result.h"

#include <QSet>
#include <QString>

#include <vector>

namespace store {

/// The file `commits`: the number of the newest committed group, 8 bytes, big-endian, written
/// without fsync. Greater than the database's own count: the database has lost commits.
class CommitCount
{
public:
    enum class Access { Write, Read }; ///< Read: makes no file, write() does nothing
    explicit CommitCount(const QString& path, Access access = Access::Write);
    ~CommitCount();
    CommitCount(const CommitCount&) = delete;
    CommitCount& operator=(const CommitCount&) = delete;

    [[nodiscard]] qint64 read() const; ///< 0 where there is none
    void write(qint64 groups) const;

private:
    const int m_descriptor;
};

/// The file `erased.ids`: one line "number ulid" for each erasure, oldest first.
class ErasedIds
{
public:
    struct Line {
        qint64 number = 0;
        QString ulid;
    };
    explicit ErasedIds(QString path) : m_path(std::move(path)) {}
    [[nodiscard]] qint64 lastNumber() const; ///< 0 where there is none
    [[nodiscard]] QSet<QString> ulids() const;
    [[nodiscard]] base::Result<void> append(const std::vector<Line>& lines) const;
    [[nodiscard]] base::Result<void> replace(const std::vector<Line>& lines) const;

private:
    const QString m_path;
};

} // namespace store
