// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privacy/values.h"

#include <QStringView>

#include <string>
#include <string_view>
#include <vector>

namespace privacy {

/// Bytes that stand for what is not ASCII.
inline constexpr char kForeignLetter = '\x80'; ///< a letter that has no plain Latin one
inline constexpr char kSymbol = '\x81';        ///< emoji, ° …: ends what stands beside it
inline constexpr char kToken = '\x82';         ///< a whole pseudonym such as [EMAIL-1]

/// A text made ready to be searched: one byte a character, so that patterns stay small and offsets
/// simple. Compatibility forms go (NFKC, Unicode Standard Annex 15: full-width, superscript …), then
/// accents; every dash is '-', every space ' ', every dot in the middle '.'; digits of any script
/// are 0 … 9; zero-width characters, soft hyphens, direction marks and variation selectors vanish.
/// Pseudonyms that stand there already are one kToken each, so that masking finds nothing in them.
class Normalised
{
public:
    explicit Normalised(QStringView original);

    [[nodiscard]] std::string_view bytes() const noexcept { return m_bytes; }
    [[nodiscard]] std::size_t size() const noexcept { return m_bytes.size(); }
    /// Where in the original the character of a byte begins and ends, in UTF-16 units.
    [[nodiscard]] qsizetype begin(std::size_t byte) const { return m_begin[byte]; }
    [[nodiscard]] qsizetype end(std::size_t byte) const { return m_end[byte]; }

    /// The same with those places (ordered, apart, in units of the original) as one kToken each:
    /// what the masked text would be.
    [[nodiscard]] Normalised without(const std::vector<Entity>& entities) const;

private:
    Normalised() = default;
    void append(char byte, qsizetype begin, qsizetype end);
    void appendFolded(char32_t character, qsizetype begin, qsizetype end);
    void collapseTokens();

    std::string m_bytes;
    std::vector<qint32> m_begin;
    std::vector<qint32> m_end;
};

[[nodiscard]] constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool isLetter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == kForeignLetter;
}
/// Of a word, a key, a number: what may not stand beside a whole one.
[[nodiscard]] constexpr bool isTokenCharacter(char c) noexcept
{
    return isDigit(c) || isLetter(c) || c == '_';
}
[[nodiscard]] constexpr bool isSpace(char c) noexcept
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
[[nodiscard]] constexpr char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
[[nodiscard]] constexpr char upper(char c) noexcept
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}
/// The byte there; 0 outside.
[[nodiscard]] constexpr char at(std::string_view bytes, std::size_t i) noexcept
{
    return i < bytes.size() ? bytes[i] : '\0';
}
/// The byte before `i`; 0 at the beginning.
[[nodiscard]] constexpr char before(std::string_view bytes, std::size_t i) noexcept
{
    return i > 0 ? bytes[i - 1] : '\0';
}
[[nodiscard]] std::string lowered(std::string_view bytes);
/// Letters (upper case) and digits only.
[[nodiscard]] std::string compact(std::string_view bytes);

} // namespace privacy
