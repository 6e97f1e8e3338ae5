// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/markdown/line_index.h"

#include <algorithm>

namespace release {

namespace {
constexpr qsizetype kEvery = 64;
}

qsizetype nextLine(QByteArrayView bytes, qsizetype at) noexcept
{
    const char* const end = bytes.data() + bytes.size();
    const char* const found =
        std::find_if(bytes.data() + at, end, [](char c) { return c == '\n' || c == '\r'; });
    if (found == end)
        return bytes.size();
    const bool isPair = *found == '\r' && found + 1 != end && found[1] == '\n';
    return found - bytes.data() + (isPair ? 2 : 1);
}

LineIndex::LineIndex(QByteArrayView bytes) : m_bytes(bytes)
{
    qsizetype lines = 0;
    for (qsizetype at = 0; at < bytes.size(); ++lines) {
        if (lines % kEvery == 0)
            m_starts.push_back(at);
        const qsizetype next = nextLine(bytes, at);
        m_longest = std::max(m_longest, next - at);
        at = next;
    }
}

qsizetype LineIndex::startOf(qsizetype line) const
{
    const auto known = static_cast<std::size_t>((line - 1) / kEvery);
    if (line < 1 || known >= m_starts.size())
        return line < 1 ? 0 : m_bytes.size();
    qsizetype at = m_starts[known];
    for (qsizetype left = (line - 1) % kEvery; left > 0; --left)
        at = nextLine(m_bytes, at);
    return at;
}

qsizetype LineIndex::lineAt(qsizetype at) const
{
    const auto after = std::ranges::upper_bound(m_starts, at);
    if (after == m_starts.begin())
        return 1;
    const auto known = after - m_starts.begin() - 1;
    qsizetype line = known * kEvery + 1;
    qsizetype start = *(after - 1);
    for (qsizetype next = nextLine(m_bytes, start); next <= at && next < m_bytes.size();
         next = nextLine(m_bytes, next))
        ++line;
    return line;
}

} // namespace release
