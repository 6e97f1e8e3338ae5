// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/command/supervised.h"

#include <QFile>
#include <QStandardPaths>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace probes {

namespace {

QString systemWords(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

/// As execve(2) wants them.
class Words
{
public:
    explicit Words(const QStringList& words)
    {
        for (const QString& word : words)
            m_bytes.push_back(QFile::encodeName(word));
        for (QByteArray& bytes : m_bytes)
            m_pointers.push_back(bytes.data());
        m_pointers.push_back(nullptr);
    }
    [[nodiscard]] char* const* data() const { return m_pointers.data(); }

private:
    std::vector<QByteArray> m_bytes;
    std::vector<char*> m_pointers;
};

/// Where PATH says; empty: nowhere.
QByteArray fileOf(const QString& program, const QProcessEnvironment& environment)
{
    if (program.contains(u'/'))
        return QFile::encodeName(program);
    const QString path = environment.value(QStringLiteral("PATH"));
    return QFile::encodeName(QStandardPaths::findExecutable(
        program, path.isEmpty() ? QStringList() : path.split(u':', Qt::SkipEmptyParts)));
}

/// The new process' number; 0 never comes back.
pid_t startSupervisor(const ProgramStart& start)
{
    // No signal is handled by our handlers over there.
    sigset_t all, before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    const pid_t pid = ::_Fork();
    if (pid == 0)
        supervise(start);
    const int error = errno;
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    errno = error;
    return pid;
}

void reapSupervisor(pid_t pid)
{
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

} // namespace

void Supervised::File::take(int number)
{
    close();
    m_number = number;
}

void Supervised::File::close()
{
    if (m_number >= 0)
        ::close(m_number);
    m_number = -1;
}

void Supervised::finish()
{
    m_outputReady.reset();
    m_reportReady.reset();
    if (!isRunning())
        return;
    killAll();
    reapSupervisor(std::exchange(m_supervisor, 0));
}

void Supervised::start(const CommandLine& line, const QProcessEnvironment& environment)
{
    const QByteArray program = fileOf(line.program, environment);
    const QByteArray folder = QFile::encodeName(line.folder);
    const Words arguments(QStringList{line.program} + line.arguments);
    const Words variables(environment.toStringList());
    std::array<int, 2> output{-1, -1}, report{-1, -1};
    const File input(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    const bool isOpen =
        ::pipe2(output.data(), O_CLOEXEC) == 0 && ::pipe2(report.data(), O_CLOEXEC) == 0;
    const File outputEnd(output[1]), reportEnd(report[1]);
    m_output.take(output[0]);
    m_report.take(report[0]);
    if (program.isEmpty() || !isOpen) {
        m_tell.notStarted(systemWords(program.isEmpty() ? ENOENT : errno));
        return;
    }
    const pid_t pid = startSupervisor({.program = program.constData(),
                                       .arguments = arguments.data(),
                                       .environment = variables.data(),
                                       .folder = folder.constData(),
                                       .input = input.number(),
                                       .output = outputEnd.number(),
                                       .report = reportEnd.number()});
    if (pid < 0) {
        m_tell.notStarted(systemWords(errno));
        return;
    }
    m_supervisor = pid;
    listen();
}

void Supervised::listen()
{
    const auto notifier = [](const File& file, auto ready) {
        ::fcntl(file.number(), F_SETFL, O_NONBLOCK);
        auto made = std::make_unique<QSocketNotifier>(file.number(), QSocketNotifier::Read);
        QObject::connect(made.get(), &QSocketNotifier::activated, made.get(), ready);
        return made;
    };
    m_outputReady = notifier(m_output, [this] { readOutput(); });
    m_reportReady = notifier(m_report, [this] { readReport(); });
}

void Supervised::readOutput()
{
    constexpr qsizetype kPiece = 65'536;
    QByteArray piece(kPiece, Qt::Uninitialized);
    const auto size =
        ::read(m_output.number(), piece.data(), static_cast<std::size_t>(piece.size()));
    if (size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR))
        m_outputReady->setEnabled(false);
    if (size <= 0)
        return;
    piece.truncate(size);
    m_tell.printed(piece);
}

void Supervised::readReport()
{
    SupervisorReport said;
    const auto size = ::read(m_report.number(), &said, sizeof said);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (size != sizeof said)
        end();
    else if (said.kind == SupervisorReport::Kind::NotStarted)
        m_startError = said.number;
    else
        m_status = said.number;
}

// Its end of the pipe is closed: it has ended, or is about to.
void Supervised::end()
{
    m_reportReady->setEnabled(false);
    reapSupervisor(std::exchange(m_supervisor, 0));
    // What is left in the pipe fits into it; of one that escaped nothing more is awaited.
    constexpr int kMostPieces = 64;
    for (int i = 0; i < kMostPieces && m_outputReady->isEnabled(); ++i)
        readOutput();
    m_outputReady->setEnabled(false);
    if (m_startError)
        m_tell.notStarted(systemWords(*m_startError));
    else
        m_tell.ended(m_status);
}

void Supervised::askToEnd()
{
    if (isRunning())
        ::kill(m_supervisor, SIGTERM);
}

void Supervised::killAll()
{
    if (!isRunning())
        return;
    ::kill(m_supervisor, kKillAllSignal);
    ::kill(m_supervisor, SIGCONT); // where the command stopped it
}

} // namespace probes
