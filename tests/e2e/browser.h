// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>

namespace e2e {

/// A real Chromium at the other end of driver.mjs. Calls run the Qt event loop while they wait, so
/// the window goes on living. A command that fails fails the test through QFAIL at the caller, with
/// lastError().
class Browser
{
public:
    Browser();
    /// Ends the browser it started.
    ~Browser();

    [[nodiscard]] bool start();
    /// The driver's answer; "ok" is false where it failed.
    QJsonObject run(QJsonObject command, int timeoutMs = 30'000);
    [[nodiscard]] const QString& lastError() const noexcept { return m_lastError; }

    bool open(const QString& page, const QString& url, QJsonObject more = {});
    bool launch(const QString& page);
    bool say(const QString& page, const QString& text);
    bool tap(const QString& page, const QString& value);
    bool waitText(const QString& page, const QString& text);
    /// What the customer sees, in order: {"from","seq","status","text"}.
    QJsonArray log(const QString& page);

private:
    bool ok(const QJsonObject& answer);

    QProcess m_driver;
    QByteArray m_rest;
    QString m_lastError;
};

} // namespace e2e
