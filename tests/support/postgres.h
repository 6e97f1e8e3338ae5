// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace support {

/// A PostgreSQL server of the test's own: a fresh cluster in a temporary folder, reached by a socket
/// there and on 127.0.0.1. As root it runs as the user postgres, for the server refuses root.
class Postgres
{
public:
    /// Where the programs stand; empty: not installed.
    [[nodiscard]] static QString programs();

    /// Blocks until the server answers; false: see error().
    [[nodiscard]] bool start();
    ~Postgres();

    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] QString host() const { return m_folder.path(); } ///< the socket's folder
    [[nodiscard]] quint16 port() const noexcept { return m_port; }
    [[nodiscard]] static QString user() { return QStringLiteral("relevo"); }
    [[nodiscard]] static QString database() { return QStringLiteral("postgres"); }

private:
    [[nodiscard]] bool run(const QString& program, const QStringList& arguments);
    [[nodiscard]] bool giveFolder();

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_error;
    quint16 m_port = 0;
};

} // namespace support
