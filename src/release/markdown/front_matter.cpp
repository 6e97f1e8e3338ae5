// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/markdown/front_matter.h"

#include "release/markdown/line_index.h"

namespace release {

namespace {

bool namesAKey(QByteArrayView line) noexcept
{
    const char first = line.front();
    const bool isName = first == '"' || first == '\'' || first == '_' ||
                        (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    const qsizetype colon = line.indexOf(':');
    return isName && colon > 0 && (colon + 1 == line.size() || line[colon + 1] == ' ');
}

} // namespace

qsizetype markdownStart(QByteArrayView source) noexcept
{
    constexpr QByteArrayView kByteOrderMark("\xEF\xBB\xBF", 3);
    const qsizetype start = source.startsWith(kByteOrderMark) ? kByteOrderMark.size() : 0;
    qsizetype at = nextLine(source, start);
    if (source.sliced(start, at - start).trimmed() != "---" || source[start] != '-')
        return start;
    bool hasKey = false;
    while (at < source.size()) {
        const qsizetype next = nextLine(source, at);
        const QByteArrayView line = source.sliced(at, next - at);
        const QByteArrayView words = line.trimmed();
        at = next;
        if ((words == "---" || words == "...") && line.front() == words.front())
            return hasKey ? at : start;
        if (hasKey || words.isEmpty() || words.front() == '#')
            continue;
        hasKey = line.front() == words.front() && namesAKey(words);
        if (!hasKey)
            return start;
    }
    return start;
}

} // namespace release
