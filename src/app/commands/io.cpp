// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/io.h"

namespace app {

namespace {
constexpr qsizetype kLongestLine = qsizetype{64} * 1024 * 1024;
}

base::Result<std::optional<QByteArray>> LineReader::next()
{
    while (true) {
        const qsizetype end = m_rest.indexOf('\n', m_from);
        if (end >= 0) {
            QByteArray line = m_rest.mid(m_from, end - m_from);
            m_from = end + 1;
            if (line.endsWith('\r'))
                line.chop(1);
            return line;
        }
        m_rest.remove(0, m_from);
        m_from = 0;
        if (m_isAtEnd) {
            if (m_rest.isEmpty())
                return std::nullopt;
            return std::exchange(m_rest, {});
        }
        if (m_rest.size() > kLongestLine)
            return base::fail(base::Code::Invalid, QStringLiteral("a line is longer than 64 MB"));
        auto piece = m_io.read();
        if (!piece)
            return base::fail(piece.error());
        m_isAtEnd = piece->isEmpty();
        m_rest += *piece;
    }
}

} // namespace app
