// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

#include <cstdint>

namespace bench {

/// `relevoctl serve` on a free port, without limits of rate or connections, once it understands by its
/// model. Ended with SIGTERM.
class Served
{
public:
    explicit Served(const QString& folder);
    ~Served();

    /// 0: it did not start.
    [[nodiscard]] std::uint16_t port() const noexcept { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    /// From the start of the process until it answers on its port.
    [[nodiscard]] double startMs() const noexcept { return m_startMs; }

private:
    QProcess m_process;
    std::uint16_t m_port = 0;
    double m_startMs = 0;
};

/// Where the programs are that were built with this one.
[[nodiscard]] QString programPath(const QString& name);

} // namespace bench
