// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>

namespace probes {

/// A command as Redis reads it: an array of bulk strings (redis.io, "Redis serialization protocol").
[[nodiscard]] QByteArray respCommand(const QList<QByteArray>& words);

/// The answers that are one line: what PING, AUTH and every refusal get.
struct RespLine {
    enum class Kind { Status, Refusal, NotRedis };
    Kind kind = Kind::NotRedis;
    QByteArray text; ///< without its mark and its end
    bool operator==(const RespLine&) const = default;
};
/// The first line, taken out of the bytes; nothing until it is whole. A line of another kind, or of
/// more than 4096 bytes, is none of Redis'.
[[nodiscard]] std::optional<RespLine> takeRespLine(QByteArray& bytes);

} // namespace probes
