// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_server.h"

#include "app/checks/check_frames.h"
#include "app/commands/command.h"
#include "app/commands/command_lists.h"
#include "app/control/data_folder.h"
#include "app/control/frames.h"
#include "app/service.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QMetaObject>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace app {

/// One connection: the socket lives on the main thread, the command on its own. The mutex guards
/// what both touch.
struct ControlServer::Session final : Io, std::enable_shared_from_this<Session> {
    explicit Session(QLocalSocket* s) : socket(s) {}

    void out(const QByteArray& bytes) override { send(FrameKind::Out, bytes); }
    void err(const QByteArray& bytes) override { send(FrameKind::Err, bytes); }

    base::Result<void> openInput(const QString& path) override
    {
        send(FrameKind::Open, path.toUtf8());
        return await().map([](const QByteArray&) {});
    }
    base::Result<QByteArray> read() override
    {
        send(FrameKind::Read, {});
        return await();
    }
    base::Result<std::vector<probes::Finding>> runChecks(const ChecksAsked& asked) override
    {
        send(FrameKind::Checks, bytesOf(asked));
        std::vector<probes::Finding> findings;
        while (true) {
            const auto bytes = await();
            if (!bytes)
                return base::fail(bytes.error());
            if (bytes->isEmpty())
                return findings;
            auto finding = findingOf(*bytes);
            if (!finding)
                return base::fail(finding.error());
            findings.push_back(*std::move(finding));
        }
    }
    bool isCancelled() const override { return cancelled; }

    // Command thread. The reader's slowness is felt here: at most 8 MB wait for it.
    void send(FrameKind kind, const QByteArray& payload)
    {
        constexpr qint64 kMostWaiting = qint64{8} * 1024 * 1024;
        const QByteArray frame = encodeFrame(kind, payload);
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return waiting < kMostWaiting || cancelled; });
        if (cancelled && kind != FrameKind::Exit) // what it came to is told all the same
            return;
        waiting += frame.size();
        lock.unlock();
        QMetaObject::invokeMethod(
            socket,
            [self = shared_from_this(), frame] {
                if (self->socket->state() == QLocalSocket::ConnectedState)
                    self->socket->write(frame);
            },
            Qt::QueuedConnection);
    }
    base::Result<QByteArray> await()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return !answers.empty() || cancelled; });
        if (answers.empty())
            return base::fail(base::Code::Cancelled);
        base::Result<QByteArray> answer = std::move(answers.front());
        answers.pop_front();
        return answer;
    }

    // Main thread.
    void give(base::Result<QByteArray> value)
    {
        const std::scoped_lock lock(mutex);
        answers.push_back(std::move(value));
        changed.notify_all();
    }
    void written(qint64 bytes)
    {
        const std::scoped_lock lock(mutex);
        waiting -= bytes;
        changed.notify_all();
    }
    void cancel()
    {
        const std::scoped_lock lock(mutex);
        cancelled = true;
        changed.notify_all();
    }

    QLocalSocket* socket;
    FrameReader frames;
    std::thread thread;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<base::Result<QByteArray>> answers;
    qint64 waiting = 0;
    std::atomic<bool> cancelled{false};
    std::atomic<bool> finished{false};
};

ControlServer::ControlServer(Service& service, QString folder)
    : m_service(service), m_folder(std::move(folder))
{
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::accept);
}

ControlServer::~ControlServer()
{
    m_server.close();
    for (const auto& session : m_sessions) {
        session->cancel();
        if (session->thread.joinable())
            session->thread.join();
        session->socket->disconnect(this);
        delete session->socket;
    }
}

base::Result<void> ControlServer::listen()
{
    const auto path = makeControlPath(m_folder);
    if (!path)
        return base::fail(path.error());
    // We hold the folder's lock, so a socket that is there is a dead one.
    QLocalServer::removeServer(*path);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(*path))
        return base::fail(base::Code::Offline,
                          QStringLiteral("control socket: ") + m_server.errorString());
    return {};
}

namespace {

base::Error readFailure(const QByteArray& payload)
{
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    return {base::Code::NotFound, object.value(u"detail").toString()};
}

Exit runCommand(Service& service, const QStringList& arguments, const QString& folder,
                const QString& language, Io& io)
{
    auto parsed = parseCommand(arguments);
    if (!parsed) {
        CommandContext context({.language = language}, io, nullptr);
        context.complain(
            context.translate("relevoctl", "Cannot be understood: %1").arg(parsed.error().detail));
        return Exit::CouldNot;
    }
    auto& [command, given] = *parsed;
    given.folder = folder;
    given.language = language;
    CommandContext context(given, io, &service);
    if (!command || command->needs == Needs::ClosedData) {
        context.complain(
            context.translate("relevoctl", "Relevo is running with this data. Close it first."));
        return Exit::CouldNot;
    }
    return command->run(context);
}

} // namespace

void ControlServer::accept()
{
    forgetFinished();
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        auto session = std::make_shared<Session>(socket);
        socket->setParent(nullptr);
        m_sessions.push_back(session);
        connect(socket, &QLocalSocket::disconnected, this, [session] { session->cancel(); });
        connect(socket, &QLocalSocket::bytesWritten, this,
                [session](qint64 n) { session->written(n); });
        connect(socket, &QLocalSocket::readyRead, this, [this, session] {
            session->frames.add(session->socket->readAll());
            while (const auto frame = session->frames.next()) {
                switch (frame->kind) {
                case FrameKind::Command: begin(session, frame->payload); break;
                case FrameKind::Data: session->give(frame->payload); break;
                case FrameKind::Fail: session->give(base::fail(readFailure(frame->payload))); break;
                case FrameKind::Cancel: session->cancel(); break;
                default: session->socket->abort(); return;
                }
            }
            if (session->frames.isBroken())
                session->socket->abort();
        });
    }
}

void ControlServer::begin(const std::shared_ptr<Session>& session, const QByteArray& command)
{
    const QJsonObject object = QJsonDocument::fromJson(command).object();
    QStringList arguments;
    for (const auto& argument : object.value(u"arguments").toArray())
        arguments += argument.toString();
    if (session->thread.joinable()) {
        session->socket->abort();
        return;
    }
    if (arguments == QStringList{QStringLiteral("raise")}) {
        if (onRaise)
            onRaise();
        session->socket->write(encodeFrame(FrameKind::Exit, QByteArray(1, onRaise ? 0 : 1)));
        session->socket->disconnectFromServer();
        return;
    }
    const QString folder = object.value(u"folder").toString();
    const QString language = object.value(u"language").toString();
    session->thread = std::thread([this, session, arguments, folder, language] {
        const Exit exit = runCommand(m_service, arguments, folder, language, *session);
        session->send(FrameKind::Exit, QByteArray(1, static_cast<char>(exit)));
        session->finished = true;
        QMetaObject::invokeMethod(
            this, [this] { forgetFinished(); }, Qt::QueuedConnection);
    });
}

void ControlServer::forgetFinished()
{
    std::erase_if(m_sessions, [](const std::shared_ptr<Session>& session) {
        const bool isOver =
            session->finished || (!session->thread.joinable() &&
                                  session->socket->state() == QLocalSocket::UnconnectedState);
        if (!isOver)
            return false;
        if (session->thread.joinable())
            session->thread.join();
        // What is written but not yet taken must still reach the other side.
        QLocalSocket* const socket = session->socket;
        QObject::connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (socket->state() == QLocalSocket::UnconnectedState)
            socket->deleteLater();
        else
            socket->disconnectFromServer();
        return true;
    });
}

} // namespace app
