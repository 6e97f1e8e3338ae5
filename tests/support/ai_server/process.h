// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/child_process.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>

namespace support {

/// relevo-ai-server as a process, see ai_server/main.cpp. One thread. It is ended with this object.
class AiServer
{
public:
    explicit AiServer(const QString& fault = QStringLiteral("normal"));

    /// A base address whose requests meet the fault.
    [[nodiscard]] std::string url(const std::string& fault = {}) const;
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] int silentPort() const { return m_silentPort; }
    [[nodiscard]] int blackholePort() const { return m_blackholePort; }

    /// Waits for the answer.
    [[nodiscard]] QJsonObject stats() const;
    [[nodiscard]] QJsonArray requests() const;
    void reset() const;
    /// True once the statistics satisfy; false when they did not within ten seconds.
    [[nodiscard]] bool waitFor(const std::function<bool(const QJsonObject&)>& fits) const;

private:
    [[nodiscard]] QByteArray get(const QByteArray& path) const;

    ChildProcess m_process;
    int m_port = 0;
    int m_silentPort = 0;
    int m_blackholePort = 0;
};

} // namespace support
