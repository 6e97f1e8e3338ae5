// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace e2e {

/// How a program ended, and what it wrote.
struct Ended {
    int exit = -1; ///< -1: it did not end in time, or crashed
    QByteArray out, err;

    /// The only line of the output as JSON.
    [[nodiscard]] QJsonObject json() const;
};

/// Programs of this build as a user starts them, with a home of their own under `home`.
class Processes
{
public:
    explicit Processes(QString home) : m_home(std::move(home)) {}

    /// Started, its output in pipes or a file; the caller waits for it. `language` is "es" or "en".
    [[nodiscard]] std::unique_ptr<QProcess> start(const QString& program,
                                                  const QStringList& arguments,
                                                  const QString& language = QStringLiteral("en"),
                                                  const QString& folder = {},
                                                  const QString& output = {});
    /// Started, fed `input`, and waited for, while this process's event loop goes on.
    [[nodiscard]] Ended run(const QString& program, const QStringList& arguments,
                            const QString& language = QStringLiteral("en"),
                            const QByteArray& input = {}, const QString& folder = {});
    [[nodiscard]] static Ended wait(QProcess& process, int timeoutMs = 30'000);

    /// `relevo` with this data folder and port, once it answers `relevoctl status`; null where it
    /// does not.
    [[nodiscard]] std::unique_ptr<QProcess> startWindow(const QString& data, int port = 0);
    [[nodiscard]] QJsonObject status(const QString& data);

private:
    QString m_home;
    int m_port = 0;
};

} // namespace e2e
