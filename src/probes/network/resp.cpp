// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/network/resp.h"

namespace probes {

namespace {
constexpr qsizetype kLongestLine = 4096;
} // namespace

QByteArray respCommand(const QList<QByteArray>& words)
{
    QByteArray bytes = '*' + QByteArray::number(words.size()) + "\r\n";
    for (const QByteArray& word : words)
        bytes += '$' + QByteArray::number(word.size()) + "\r\n" + word + "\r\n";
    return bytes;
}

std::optional<RespLine> takeRespLine(QByteArray& bytes)
{
    if (bytes.isEmpty())
        return std::nullopt;
    const char mark = bytes.front();
    const qsizetype end = bytes.indexOf("\r\n");
    if ((mark != '+' && mark != '-') || end > kLongestLine ||
        (end < 0 && bytes.size() > kLongestLine))
        return RespLine{};
    if (end < 0)
        return std::nullopt;
    RespLine line{mark == '+' ? RespLine::Kind::Status : RespLine::Kind::Refusal,
                  bytes.mid(1, end - 1)};
    bytes.remove(0, end + 2);
    return line;
}

} // namespace probes
