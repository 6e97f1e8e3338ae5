// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ai_server/fault.h"

#include <QByteArray>
#include <QJsonObject>

#include <chrono>
#include <vector>

namespace aiserver {

/// What a connection does next: wait, send, and perhaps end.
struct Step {
    enum class Then {
        GoOn,
        Done,  ///< the answer is whole; the connection waits for the next request
        Close, ///< FIN
        Reset, ///< RST
        Hang,  ///< silent for ever
    };
    std::chrono::milliseconds after{0};
    QByteArray bytes;
    Then then = Then::GoOn;
};
using Plan = std::vector<Step>;

/// What a request asks, as far as an answer depends on it.
struct Asked {
    QJsonObject body;
    QString authority; ///< Host, for redirects to ourselves
    [[nodiscard]] bool isStreamed() const;
};

/// The answer to a request that meets `fault`; see main.cpp for what there is.
[[nodiscard]] Plan planOf(const Fault& fault, const Asked& asked);

/// The words of a normal answer: the last question is repeated, or JSON by the schema asked for. The
/// same question gives the same answer.
[[nodiscard]] QString answerTo(const QJsonObject& body);

/// A value that keeps to a schema.
[[nodiscard]] QJsonValue exampleOf(const QJsonObject& schema);

/// gzip (RFC 1952) in stored blocks (RFC 1951, section 3.2.4), one a piece, so that each can be read at
/// once.
class StoredGzip
{
public:
    [[nodiscard]] static QByteArray begin();
    [[nodiscard]] QByteArray piece(const QByteArray& bytes);
    [[nodiscard]] QByteArray end() const;

private:
    quint32 m_crc = 0xFFFFFFFF;
    quint32 m_size = 0;
};

} // namespace aiserver
