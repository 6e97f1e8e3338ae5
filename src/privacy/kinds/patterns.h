// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <re2/re2.h>
#include <string_view>

namespace privacy {

/// Over normalised bytes; a broken pattern ends the program in the first test.
class Pattern
{
public:
    enum class Case { Exact, Ignored };
    Pattern(const char* pattern, Case letters);

    struct Span {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// Calls `take(whole, group)` for each match from the left on, where group is the first
    /// parenthesis (the whole without one). It returns where to go on, at least one byte further.
    template <class F>
    void each(std::string_view bytes, F take) const
    {
        each(bytes, {0, bytes.size()}, std::move(take));
    }
    /// Only those within a part of it.
    template <class F>
    void each(std::string_view bytes, Span part, F take) const
    {
        re2::StringPiece parts[2];
        for (std::size_t from = part.begin; from < part.end;) {
            if (!m_re.Match({bytes.data(), bytes.size()}, from, part.end, RE2::UNANCHORED, parts,
                            m_groups))
                return;
            const Span whole = spanOf(bytes, parts[0]);
            const std::size_t next = take(whole, m_groups > 1 ? spanOf(bytes, parts[1]) : whole);
            from = next > whole.begin ? next : whole.begin + 1;
        }
    }
    [[nodiscard]] bool isIn(std::string_view bytes) const;

private:
    static Span spanOf(std::string_view bytes, const re2::StringPiece& part)
    {
        if (!part.data())
            return {};
        const auto begin = static_cast<std::size_t>(part.data() - bytes.data());
        return {begin, begin + part.size()};
    }

    RE2 m_re;
    int m_groups;
};

} // namespace privacy
