// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/local_io.h"

#include "app/unix_signals.h"

#include <cstdio>

namespace app {

namespace {
constexpr qint64 kPiece = qint64{256} * 1024;
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
    return {};
}

void LocalIo::out(const QByteArray& bytes)
{
    if (m_output) {
        m_isOutputBroken = m_isOutputBroken || m_output->write(bytes) != bytes.size();
        return;
    }
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void LocalIo::err(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

base::Result<void> LocalIo::openInput(const QString& path)
{
    m_input.close();
    bool isOpen = false;
    if (path == QLatin1String("-")) {
        isOpen = m_input.open(stdin, QIODevice::ReadOnly);
    } else {
        m_input.setFileName(path);
        isOpen = m_input.open(QIODevice::ReadOnly);
    }
    if (!isOpen)
        return base::fail(base::Code::NotFound,
                          path + QStringLiteral(": ") + m_input.errorString());
    return {};
}

base::Result<QByteArray> LocalIo::read()
{
    QByteArray piece = m_input.read(kPiece);
    if (piece.isEmpty() && m_input.error() != QFile::NoError)
        return base::fail(base::Code::Offline, m_input.errorString());
    return piece;
}

bool LocalIo::isCancelled() const
{
    return wasInterrupted();
}

} // namespace app
