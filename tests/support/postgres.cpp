// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgres.h"

#include <QDir>
#include <QFile>

#include <csignal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

namespace {

/// A port that nobody has right now.
quint16 freePort()
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const raw = reinterpret_cast<sockaddr*>(&address);
    const bool bound = ::bind(descriptor, raw, size) == 0 && ::getsockname(descriptor, raw, &size) == 0;
    ::close(descriptor);
    return bound ? ntohs(address.sin_port) : quint16(0);
}

/// The command line that runs a program as a user that may run a server.
QStringList asServerUser(const QString& program, const QStringList& arguments)
{
    const QStringList command = QStringList{program} + arguments;
    if (::geteuid() != 0)
        return command;
    return QStringList{"setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"} + command;
}

} // namespace

QString Postgres::programs()
{
    const QDir root("/usr/lib/postgresql");
    QString newest;
    int version = 0;
    for (const QString& name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString bin = root.filePath(name + "/bin");
        if (name.toInt() > version && QFile::exists(bin + "/initdb")) {
            version = name.toInt();
            newest = bin;
        }
    }
    return newest;
}

bool Postgres::run(const QString& program, const QStringList& arguments)
{
    QStringList command = asServerUser(programs() + u'/' + program, arguments);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(m_folder.path());
    process.start(command.takeFirst(), command);
    const bool done = process.waitForFinished(60'000) && process.exitCode() == 0;
    if (!done)
        m_error = program + ": " + QString::fromUtf8(process.readAll());
    return done;
}

bool Postgres::giveFolder()
{
    if (::geteuid() != 0)
        return true;
    const passwd* const user = ::getpwnam("postgres");
    const QByteArray folder = QFile::encodeName(m_folder.path());
    return user && ::chown(folder.constData(), user->pw_uid, user->pw_gid) == 0;
}

bool Postgres::start()
{
    const QString data = m_folder.filePath("data");
    m_port = freePort();
    if (programs().isEmpty() || m_port == 0 || !giveFolder()) {
        m_error = "no PostgreSQL, no port, or no user postgres";
        return false;
    }
    if (!run("initdb", {"-D", data, "-U", user(), "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"}))
        return false;
    QStringList command = asServerUser(programs() + "/postgres",
                                       {"-D", data, "-k", m_folder.path(), "-p", QString::number(m_port), "-c",
                                        "listen_addresses=127.0.0.1", "-c", "fsync=off"});
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(command.takeFirst(), command);
    for (int i = 0; i < 200; ++i) {
        if (run("pg_isready", {"-h", m_folder.path(), "-p", QString::number(m_port)}))
            return true;
        if (m_server.waitForFinished(100))
            break;
    }
    m_error += QString::fromUtf8(m_server.readAll());
    return false;
}

Postgres::~Postgres()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    // SIGINT: fast shutdown, https://www.postgresql.org/docs/15/server-shutdown.html
    ::kill(static_cast<pid_t>(m_server.processId()), SIGINT);
    if (!m_server.waitForFinished(20'000))
        m_server.kill();
    m_server.waitForFinished();
}

} // namespace support
