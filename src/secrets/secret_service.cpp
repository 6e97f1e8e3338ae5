// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret_service.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace secrets {

namespace {

const QString& serviceName()
{
    static const QString name = QStringLiteral("org.freedesktop.secrets");
    return name;
}

/// `done` with the reply, from the event loop.
template <class Reply, class F>
void call(QObject* context, std::chrono::milliseconds patience, const QDBusMessage& message, F done)
{
    const auto pending =
        QDBusConnection::sessionBus().asyncCall(message, static_cast<int>(patience.count()));
    auto* watcher = new QDBusPendingCallWatcher(pending, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [watcher, done = std::move(done)] {
                         watcher->deleteLater();
                         done(Reply(*watcher));
                     });
}

void askLocked(QObject* context, std::chrono::milliseconds patience, const QString& path,
               const std::function<void(Collection)>& done)
{
    auto message = QDBusMessage::createMethodCall(serviceName(), path,
                                                  QStringLiteral("org.freedesktop.DBus.Properties"),
                                                  QStringLiteral("Get"));
    message << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    call<QDBusPendingReply<QDBusVariant>>(
        context, patience, message, [done](const QDBusPendingReply<QDBusVariant>& reply) {
            if (reply.isError())
                done(Collection::Absent);
            else
                done(reply.value().variant().toBool() ? Collection::Locked : Collection::Open);
        });
}

} // namespace

void askCollection(QObject* context, std::chrono::milliseconds patience,
                   std::function<void(Collection)> done)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(Collection::Absent); }, Qt::QueuedConnection);
        return;
    }
    auto message = QDBusMessage::createMethodCall(
        serviceName(), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
    message << QStringLiteral("default");
    call<QDBusPendingReply<QDBusObjectPath>>(
        context, patience, message,
        [context, patience,
         done = std::move(done)](const QDBusPendingReply<QDBusObjectPath>& reply) {
            if (reply.isError())
                done(Collection::Absent);
            else if (reply.value().path() == QLatin1String("/"))
                done(Collection::None);
            else
                askLocked(context, patience, reply.value().path(), done);
        });
}

} // namespace secrets
