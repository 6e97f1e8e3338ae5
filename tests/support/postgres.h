// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <sys/types.h>

namespace support {

/// A PostgreSQL server of the test's own: a fresh cluster in a temporary folder, reached by a
/// socket there and on 127.0.0.1. As root it runs as the user postgres, for the server refuses
/// root.
class Postgres
{
public:
    /// Where the programs stand; empty: not installed.
    [[nodiscard]] static QString programs();

    /// Blocks until the server answers; false: see error().
    [[nodiscard]] bool start();
    ~Postgres();

    /// What its programs wrote.
    [[nodiscard]] QString error() const;
    [[nodiscard]] QString host() const { return m_folder.path(); } ///< the socket's folder
    [[nodiscard]] quint16 port() const noexcept { return m_port; }
    [[nodiscard]] static QString user() { return QStringLiteral("relevo"); }
    [[nodiscard]] static QString database() { return QStringLiteral("postgres"); }

private:
    /// Begins a program as the server's user, its output in the folder's log; -1: it did not start.
    [[nodiscard]] pid_t spawn(const QString& program, const QStringList& arguments) const;
    [[nodiscard]] bool run(const QString& program, const QStringList& arguments);
    [[nodiscard]] bool hasEnded();
    [[nodiscard]] bool giveFolder();

    QTemporaryDir m_folder;
    pid_t m_server = -1;
    quint16 m_port = 0;
};

} // namespace support
