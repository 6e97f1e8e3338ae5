// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgres.h"

#include <QDir>
#include <QFile>

#include <arpa/inet.h>
#include <csignal>
#include <fcntl.h>
#include <netinet/in.h>
#include <pwd.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

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
    const bool bound =
        ::bind(descriptor, raw, size) == 0 && ::getsockname(descriptor, raw, &size) == 0;
    ::close(descriptor);
    return bound ? ntohs(address.sin_port) : quint16(0);
}

/// The command line that runs a program as a user that may run a server.
QStringList asServerUser(const QString& program, const QStringList& arguments)
{
    QStringList command = QStringList{program} + arguments;
    if (::geteuid() != 0)
        return command;
    return QStringList{"setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"} +
           command;
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

// posix_spawn and not QProcess: the thread sanitizer mistakes the latter's fork for one of its own
// and then allows no more threads.
pid_t Postgres::spawn(const QString& program, const QStringList& arguments) const
{
    const QStringList command = asServerUser(programs() + u'/' + program, arguments);
    std::vector<QByteArray> words;
    words.reserve(static_cast<std::size_t>(command.size()));
    for (const QString& word : command)
        words.push_back(word.toUtf8());
    std::vector<char*> raw;
    raw.reserve(words.size() + 1);
    for (QByteArray& word : words)
        raw.push_back(word.data());
    raw.push_back(nullptr);
    const QByteArray log = QFile::encodeName(m_folder.filePath("log"));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.constData(),
                                     O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
    pid_t child = -1;
    const int code = ::posix_spawnp(&child, raw.front(), &actions, nullptr, raw.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return code == 0 ? child : -1;
}

bool Postgres::run(const QString& program, const QStringList& arguments)
{
    const pid_t child = spawn(program, arguments);
    int status = -1;
    return child > 0 && ::waitpid(child, &status, 0) == child && status == 0;
}

bool Postgres::hasEnded()
{
    if (m_server > 0 && ::waitpid(m_server, nullptr, WNOHANG) == 0)
        return false;
    m_server = -1;
    return true;
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
    if (programs().isEmpty() || m_port == 0 || !giveFolder())
        return false;
    if (!run("initdb",
             {"-D", data, "-U", user(), "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"}))
        return false;
    const QString port = QString::number(m_port);
    m_server = spawn("postgres", {"-D", data, "-k", m_folder.path(), "-p", port, "-c",
                                  "listen_addresses=127.0.0.1", "-c", "fsync=off"});
    for (int i = 0; i < 200 && !hasEnded(); ++i) {
        if (run("pg_isready", {"-h", m_folder.path(), "-p", port}))
            return true;
        ::usleep(50'000);
    }
    return false;
}

QString Postgres::error() const
{
    QFile log(m_folder.filePath("log"));
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll())
                                         : QStringLiteral("no PostgreSQL");
}

Postgres::~Postgres()
{
    if (hasEnded())
        return;
    // SIGINT: fast shutdown, https://www.postgresql.org/docs/15/server-shutdown.html
    ::kill(m_server, SIGINT);
    for (int i = 0; i < 200; ++i) {
        if (hasEnded())
            return;
        ::usleep(50'000);
    }
    ::kill(m_server, SIGKILL);
    ::waitpid(m_server, nullptr, 0);
}

} // namespace support
