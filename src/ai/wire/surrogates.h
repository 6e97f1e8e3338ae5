// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ai {

/// JSON writes a character beyond U+FFFF as two escapes (RFC 8259, section 7), and servers that cut text
/// at UTF-16 units send one of them in this delta and the other in the next. simdjson refuses such a
/// half, so it is first written as a mark: U+100000 for D800 up to U+1007FF for DFFF.
[[nodiscard]] std::string markHalves(std::string_view json);

/// Puts halves that were marked together again over deltas. A half that stays alone becomes U+FFFD.
class HalfJoiner
{
public:
    /// The text with what was pending before it; a high half at its end is kept for the next call.
    /// `hasMarks`: the text comes from markHalves(). `room` is the room for the result where it
    /// differs from the text.
    [[nodiscard]] std::string_view join(std::string_view text, bool hasMarks, std::string& room);
    [[nodiscard]] bool isPending() const noexcept { return m_high != 0; }

private:
    void take(char16_t half, std::string& out);

    char16_t m_high = 0;
};

} // namespace ai
