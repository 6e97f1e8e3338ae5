// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/child_process.h"

#include <QFile>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace support {

ChildProcess::ChildProcess(const QString& program, const QStringList& arguments,
                           const QMap<QByteArray, QByteArray>& environment)
{
    // Everything that allocates happens before the fork: other threads may hold the heap's lock.
    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString& argument : arguments)
        words.push_back(argument.toUtf8());
    std::vector<char*> argv;
    for (QByteArray& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    std::vector<QByteArray> settings;
    for (auto it = environment.begin(); it != environment.end(); ++it)
        settings.push_back(it.key() + '=' + it.value());
    std::vector<char*> envp;
    for (QByteArray& setting : settings)
        envp.push_back(setting.data());
    for (char** inherited = environ; *inherited; ++inherited) {
        const QByteArray name = QByteArray(*inherited).split('=').first();
        if (!environment.contains(name))
            envp.push_back(*inherited);
    }
    envp.push_back(nullptr);
    int pipe[2] = {-1, -1};
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        qFatal("pipe");
    m_pid = ::fork();
    if (m_pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that is ended leaves no server behind
        ::dup2(pipe[1], STDOUT_FILENO);
        ::execve(argv[0], argv.data(), envp.data());
        ::_exit(127);
    }
    ::close(pipe[1]);
    m_output = pipe[0];
}

ChildProcess::~ChildProcess()
{
    kill();
    ::close(m_output);
}

bool ChildProcess::readSome(std::chrono::milliseconds atMost)
{
    pollfd ready{.fd = m_output, .events = POLLIN, .revents = 0};
    if (::poll(&ready, 1, static_cast<int>(atMost.count())) <= 0)
        return false;
    char buffer[16 * 1024];
    const auto n = ::read(m_output, buffer, sizeof buffer);
    if (n <= 0)
        return false;
    m_rest.append(buffer, n);
    QList<QByteArray> parts = m_rest.split('\n');
    m_rest = parts.takeLast();
    m_lines += parts;
    return true;
}

std::optional<QByteArray>
ChildProcess::waitForLine(const std::function<bool(const QByteArray&)>& fits,
                          std::chrono::milliseconds atMost)
{
    const auto end = std::chrono::steady_clock::now() + atMost;
    qsizetype seen = 0;
    while (true) {
        for (; seen < m_lines.size(); ++seen) {
            if (fits(m_lines[seen]))
                return m_lines[seen];
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        if (left.count() <= 0 || !readSome(left))
            return std::nullopt;
    }
}

void ChildProcess::signal(int number) const
{
    if (m_pid > 0)
        ::kill(m_pid, number);
}

int ChildProcess::wait()
{
    while (readSome(std::chrono::minutes(2)))
        continue;
    if (m_pid <= 0)
        return 0;
    int status = 0;
    ::waitpid(m_pid, &status, 0);
    m_pid = -1;
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

void ChildProcess::kill()
{
    if (m_pid <= 0)
        return;
    signal(SIGKILL);
    wait();
}

} // namespace support
