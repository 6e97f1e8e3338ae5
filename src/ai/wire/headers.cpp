// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/headers.h"

#include <algorithm>

namespace ai {

namespace {
char lowered(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
} // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view b) noexcept
{
    return std::ranges::equal(a, b, {}, lowered, lowered);
}

std::optional<std::string_view> headerValue(const Headers& headers, std::string_view name)
{
    std::optional<std::string_view> found;
    for (const Header& header : headers) {
        if (!equalsIgnoringCase(header.name, name))
            continue;
        if (found)
            return std::nullopt;
        found = header.value;
    }
    return found;
}

} // namespace ai
