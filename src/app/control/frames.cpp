// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/frames.h"

#include <QtEndian>

namespace app {

namespace {
constexpr qsizetype kHead = 5;
}

QByteArray encodeFrame(FrameKind kind, const QByteArray& payload)
{
    QByteArray frame(kHead, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(payload.size()), frame.data());
    frame[4] = static_cast<char>(kind);
    return frame + payload;
}

std::optional<Frame> FrameReader::next()
{
    if (m_isBroken || m_bytes.size() < kHead)
        return std::nullopt;
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(m_bytes.constData()));
    if (length > kLongestFrame) {
        m_isBroken = true;
        return std::nullopt;
    }
    if (m_bytes.size() < kHead + length)
        return std::nullopt;
    Frame frame{static_cast<FrameKind>(m_bytes[4]), m_bytes.mid(kHead, length)};
    m_bytes.remove(0, kHead + length);
    return frame;
}

} // namespace app
