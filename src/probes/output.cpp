// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/output.h"

#include <algorithm>

namespace probes {

namespace {

/// Of the last `most` bytes, from the first whole line or at least whole character on.
QByteArrayView wholeTail(QByteArrayView bytes, qsizetype most)
{
    if (bytes.size() <= most)
        return bytes;
    const QByteArrayView tail = bytes.last(most);
    if (const qsizetype line = tail.indexOf('\n'); line >= 0 && line + 1 < tail.size())
        return tail.sliced(line + 1);
    constexpr qsizetype kLongestCharacter = 4;
    qsizetype at = 0;
    while (at < std::min(kLongestCharacter, tail.size()) && (tail[at] & 0xC0) == 0x80)
        ++at;
    return tail.sliced(at);
}

} // namespace

void Output::append(QByteArrayView bytes)
{
    m_tail.append(bytes);
    if (m_tail.size() > 2 * m_options.most) {
        const qsizetype gone = m_tail.size() - m_options.most - 1; // one more: see text()
        m_cut += gone;
        m_tail.remove(0, gone);
    }
    m_live.append(bytes.last(std::min(bytes.size(), 2 * m_options.livePiece)));
    if (m_live.size() > 2 * m_options.livePiece || bytes.size() > 2 * m_options.livePiece) {
        m_live.remove(0, m_live.size() - 2 * m_options.livePiece);
        m_isBroken = true;
    }
}

QString Output::shown(QByteArrayView bytes) const
{
    const QString text = m_options.redact(QString::fromUtf8(bytes));
    return m_options.mask ? m_options.mask(text) : text;
}

// Half a line may hold half of what must not be shown.
void Output::dropBrokenLine()
{
    const qsizetype end = m_live.indexOf('\n');
    if (!m_isBroken || end < 0)
        return;
    m_live.remove(0, end + 1);
    m_isBroken = false;
}

QString Output::takeLive()
{
    dropBrokenLine();
    if (m_isBroken)
        return {};
    const qsizetype end = m_live.lastIndexOf('\n') + 1;
    const QByteArray lines = m_live.left(end);
    m_live.remove(0, end);
    const QByteArrayView newest = wholeTail(lines, m_options.livePiece);
    return newest.isEmpty() ? QString() : shown(newest);
}

QString Output::takeRest()
{
    dropBrokenLine();
    if (m_isBroken)
        return {};
    const QByteArray rest = std::exchange(m_live, {});
    const QByteArrayView newest = wholeTail(rest, m_options.livePiece);
    return newest.isEmpty() ? QString() : shown(newest);
}

QString Output::text() const
{
    const QString text = shown(wholeTail(m_tail, m_options.most));
    // A mask may be longer than what it hides.
    const QByteArray utf8 = text.toUtf8();
    return utf8.size() <= m_options.most ? text
                                         : QString::fromUtf8(wholeTail(utf8, m_options.most));
}

} // namespace probes
