// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "privacy/text/normalised.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace privacy {

/// A set of what a word can speak for: one bit a Kind, and these.
using Marks = std::uint64_t;
[[nodiscard]] constexpr Marks markOf(Kind kind) noexcept
{
    return Marks{1} << static_cast<unsigned>(kind);
}
inline constexpr Marks kVersion = Marks{1} << 58; ///< "firmware": no address of a network follows
inline constexpr Marks kInvoice = Marks{1}
                                  << 59; ///< "factura": its number or whom it is made out to
inline constexpr Marks kProduct = Marks{1}
                                  << 60;       ///< "pedido", "version": no personal number follows
inline constexpr Marks kUnit = Marks{1} << 61; ///< "pesos", "pages": none stands before
inline constexpr Marks kFiller = Marks{1} << 62; ///< "nro", "es": says nothing by itself
inline constexpr Marks kKindMarks = kVersion - 1;

/// What the word says (lower case, no accents), in Spanish or English: the tables of
/// context_words.cpp. `previous` makes "mi numero" of "numero".
[[nodiscard]] Marks marksOf(std::string_view word, std::string_view previous = {});

/// A run of letters, of digits with what joins them, or a pseudonym.
struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    Marks marks = 0;
};

/// The words of a text, and what stands near a place in it.
class Words
{
public:
    explicit Words(std::string_view bytes);

    struct Near {
        Word word;
        int distance = 0; ///< 1: the very next
    };
    /// The nearest word that speaks for `kind`, within five before or three after.
    [[nodiscard]] std::optional<Near> contextOf(Kind kind, std::size_t begin,
                                                std::size_t end) const;
    /// All that the words within five before or three after say.
    [[nodiscard]] Marks marksNear(std::size_t begin, std::size_t end) const;
    /// The word that makes a number here one of the product: before it with at most fillers between,
    /// or a unit right behind.
    [[nodiscard]] std::optional<Word> productOf(std::size_t begin, std::size_t end) const;
    [[nodiscard]] const std::vector<Word>& all() const noexcept { return m_words; }

private:
    [[nodiscard]] std::size_t firstFrom(std::size_t byte) const;

    std::vector<Word> m_words;
};

} // namespace privacy
