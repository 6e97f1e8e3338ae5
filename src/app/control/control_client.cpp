// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_client.h"

#include "app/checks/check_frames.h"
#include "app/control/data_folder.h"
#include "app/control/frames.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

namespace app {

namespace {

constexpr int kConnectMs = 2000;
constexpr int kPollMs = 200;

QByteArray failure(const base::Error& error)
{
    return QJsonDocument(
               QJsonObject{{QStringLiteral("code"), QLatin1String(base::codeName(error.code))},
                           {QStringLiteral("detail"), error.detail}})
        .toJson(QJsonDocument::Compact);
}

void answerRead(QLocalSocket& socket, LocalIo& io)
{
    const auto piece = io.readUnless([&socket] {
        socket.waitForReadyRead(0);
        return socket.state() != QLocalSocket::ConnectedState;
    });
    if (piece)
        socket.write(encodeFrame(FrameKind::Data, *piece));
    else if (piece.error().code != base::Code::Cancelled)
        socket.write(encodeFrame(FrameKind::Fail, failure(piece.error())));
}

void answerOpen(QLocalSocket& socket, LocalIo& io, const QByteArray& path)
{
    const auto opened = io.openInput(QString::fromUtf8(path));
    if (opened)
        socket.write(encodeFrame(FrameKind::Data, {}));
    else
        socket.write(encodeFrame(FrameKind::Fail, failure(opened.error())));
}

void answerChecks(QLocalSocket& socket, LocalIo& io, const QByteArray& bytes)
{
    const auto asked = checksAskedOf(bytes);
    if (!asked) {
        socket.write(encodeFrame(FrameKind::Fail, failure(asked.error())));
        return;
    }
    const auto findings = io.runChecksUnless(*asked, [&socket] {
        socket.waitForReadyRead(0);
        return socket.state() != QLocalSocket::ConnectedState;
    });
    for (const probes::Finding& finding : findings)
        socket.write(encodeFrame(FrameKind::Data, bytesOf(finding)));
    socket.write(encodeFrame(FrameKind::Data, {}));
}

/// The exit code, once it came.
std::optional<Exit> handle(QLocalSocket& socket, LocalIo& io, const Frame& frame)
{
    switch (frame.kind) {
    case FrameKind::Out: io.out(frame.payload); break;
    case FrameKind::Err: io.err(frame.payload); break;
    case FrameKind::Open: answerOpen(socket, io, frame.payload); break;
    case FrameKind::Read: answerRead(socket, io); break;
    case FrameKind::Checks: answerChecks(socket, io, frame.payload); break;
    case FrameKind::Exit: return static_cast<Exit>(frame.payload.isEmpty() ? 2 : frame.payload[0]);
    default: return Exit::CouldNot;
    }
    return std::nullopt;
}

} // namespace

std::optional<Exit> runThere(const QString& dataFolder, const QStringList& arguments,
                             const QString& language, LocalIo& io)
{
    const QString path = readControlPath(dataFolder);
    if (path.isEmpty())
        return std::nullopt;
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(kConnectMs))
        return std::nullopt;
    const QJsonObject command{{QStringLiteral("arguments"), QJsonArray::fromStringList(arguments)},
                              {QStringLiteral("folder"), QDir::currentPath()},
                              {QStringLiteral("language"), language}};
    socket.write(
        encodeFrame(FrameKind::Command, QJsonDocument(command).toJson(QJsonDocument::Compact)));
    FrameReader frames;
    bool isCancelSent = false;
    while (true) {
        while (const auto frame = frames.next()) {
            if (const auto exit = handle(socket, io, *frame))
                return exit;
        }
        if (io.isCancelled() && !std::exchange(isCancelSent, true))
            socket.write(encodeFrame(FrameKind::Cancel, {}));
        socket.flush();
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(kPollMs) &&
            socket.state() != QLocalSocket::ConnectedState && socket.bytesAvailable() == 0)
            return Exit::CouldNot; // the other side ended without a word
        frames.add(socket.readAll());
    }
}

} // namespace app
