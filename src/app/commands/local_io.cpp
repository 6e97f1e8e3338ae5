// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/local_io.h"

#include "app/checks/checks_here.h"
#include "app/unix_signals.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace app {

namespace {
constexpr qint64 kPiece = qint64{256} * 1024;
constexpr qsizetype kWrittenAtOnce = 4096; ///< what a pipe that polls as writable takes for sure
constexpr int kStreamPollMs = 200;

/// As poll(2), for one descriptor.
int waitFor(int descriptor, short events)
{
    pollfd waits{descriptor, events, 0};
    return ::poll(&waits, 1, kStreamPollMs);
}

/// Until Ctrl-C: a reader that does not read must not hold us. False where it cannot be written.
bool writeAll(int descriptor, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size() && !wasInterrupted()) {
        if (waitFor(descriptor, POLLOUT) <= 0)
            continue;
        const auto size = std::min(bytes.size() - done, kWrittenAtOnce);
        const auto count =
            ::write(descriptor, bytes.constData() + done, static_cast<std::size_t>(size));
        if (count < 0 && errno != EINTR && errno != EAGAIN)
            return false;
        done += std::max<qsizetype>(count, 0);
    }
    return true;
}
} // namespace

void keepStreamsApart()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) < 0)
            std::ignore = ::open("/dev/null", O_RDONLY); // takes the lowest, which is this one
    }
}

base::Result<void> LocalIo::redirectOutput(const QString& path)
{
    m_output = std::make_unique<QSaveFile>(path);
    if (!m_output->open(QIODevice::WriteOnly))
        return base::fail(base::Code::Offline,
                          path + QStringLiteral(": ") + m_output->errorString());
    return {};
}

base::Result<void> LocalIo::finishOutput()
{
    if (m_output && (m_isOutputBroken || !m_output->commit()))
        return base::fail(base::Code::Offline,
                          m_output->fileName() + QStringLiteral(": ") + m_output->errorString());
    if (!m_output && m_isOutputBroken)
        return base::fail(base::Code::Offline, QStringLiteral("the output cannot be written"));
    return {};
}

void LocalIo::out(const QByteArray& bytes)
{
    if (m_output) {
        m_isOutputBroken = m_isOutputBroken || m_output->write(bytes) != bytes.size();
        return;
    }
    m_isOutputBroken = m_isOutputBroken || !writeAll(STDOUT_FILENO, bytes);
}

void LocalIo::err(const QByteArray& bytes)
{
    std::ignore = writeAll(STDERR_FILENO, bytes);
}

base::Result<void> LocalIo::openInput(const QString& path)
{
    m_input.close();
    bool isOpen = false;
    if (path == QLatin1String("-")) {
        isOpen = m_input.open(STDIN_FILENO, QIODevice::ReadOnly | QIODevice::Unbuffered);
    } else {
        return openFile(path);
    }
    if (!isOpen)
        return base::fail(base::Code::NotFound,
                          path + QStringLiteral(": ") + m_input.errorString());
    return {};
}

// A pipe that nobody writes to opens at once, and is waited for like everything else.
base::Result<void> LocalIo::openFile(const QString& path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    struct stat what {
    };
    int error = descriptor < 0 || ::fstat(descriptor, &what) != 0 ? errno : 0;
    if (error == 0 && S_ISDIR(what.st_mode))
        error = EISDIR;
    if (error == 0 && m_input.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered,
                                   QFileDevice::AutoCloseHandle))
        return {};
    if (descriptor >= 0)
        ::close(descriptor);
    const auto code = error == ENOENT   ? base::Code::NotFound
                      : error == EACCES ? base::Code::Refused
                                        : base::Code::Invalid;
    return base::fail(code,
                      path + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(error)));
}

base::Result<QByteArray> LocalIo::read()
{
    return readUnless([] { return false; });
}

// Straight from the descriptor: QFile would wait until a whole piece is there, and go on waiting
// when Ctrl-C comes.
base::Result<QByteArray> LocalIo::readUnless(const std::function<bool()>& isOver)
{
    const int descriptor = m_input.handle();
    while (!isCancelled() && !isOver()) {
        const int ready = waitFor(descriptor, POLLIN);
        if (ready == 0)
            continue;
        QByteArray piece(kPiece, Qt::Uninitialized);
        const auto count =
            ready < 0 ? -1 : ::read(descriptor, piece.data(), static_cast<std::size_t>(kPiece));
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count < 0)
            return base::fail(base::Code::Offline, QString::fromLocal8Bit(std::strerror(errno)));
        piece.truncate(count);
        return piece;
    }
    return base::fail(base::Code::Cancelled);
}

base::Result<std::vector<probes::Finding>> LocalIo::runChecks(const ChecksAsked& asked)
{
    return runChecksUnless(asked, [] { return false; });
}

std::vector<probes::Finding> LocalIo::runChecksUnless(const ChecksAsked& asked,
                                                      const std::function<bool()>& isOver)
{
    return runChecksHere(
        asked, {}, [this](const QString& text) { out(text.toUtf8()); },
        [&] { return isCancelled() || isOver(); });
}

bool LocalIo::isCancelled() const
{
    return wasInterrupted();
}

} // namespace app
