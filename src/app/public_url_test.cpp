// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/public_url_test.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

namespace app {

void testPublicUrl(const QString& url, std::function<void(bool isOk, QString detail)> done)
{
    constexpr int kTimeoutMs = 10'000;
    constexpr qint64 kLongestAnswer = qint64{64} * 1024;
    auto* manager = new QNetworkAccessManager(QCoreApplication::instance());
    QUrl health(url);
    QString path = health.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    health.setPath(path + QStringLiteral("/api/health"));
    QNetworkRequest request(health);
    request.setTransferTimeout(kTimeoutMs);
    QNetworkReply* reply = manager->get(request);
    QObject::connect(
        reply, &QNetworkReply::finished, manager, [reply, manager, done = std::move(done)] {
            const QJsonObject answer =
                QJsonDocument::fromJson(reply->read(kLongestAnswer)).object();
            const bool isOurs =
                reply->error() == QNetworkReply::NoError && answer.value(u"services").isObject();
            done(isOurs,
                 reply->error() == QNetworkReply::NoError
                     ? QStringLiteral("HTTP %1").arg(
                           reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt())
                     : reply->errorString());
            reply->deleteLater();
            manager->deleteLater();
        });
}

} // namespace app
