// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/text/words.h"

#include <algorithm>

namespace privacy {

namespace {

constexpr int kWordsBefore = 5;
constexpr int kWordsAfter = 3;
constexpr int kMostFillers = 4;
constexpr std::size_t kLongestContextWord = 24;

bool joinsDigits(char c)
{
    return c == '.' || c == '-' || c == '/' || c == ' ' || c == '(' || c == ')';
}

/// Digits with single signs between them count as one word, however they are grouped: so masking
/// them brings no word nearer to another.
std::size_t endOfNumber(std::string_view bytes, std::size_t i)
{
    while (isDigit(at(bytes, i)) || (joinsDigits(at(bytes, i)) && isDigit(at(bytes, i + 1))))
        ++i;
    return i;
}

/// Letters; "D.N.I." is one word, of single letters with points.
std::size_t endOfLetters(std::string_view bytes, std::size_t i)
{
    const auto isInitial = [&](std::size_t k) {
        return isLetter(at(bytes, k)) && at(bytes, k + 1) == '.';
    };
    if (isInitial(i) &&
        (isInitial(i + 2) || (isLetter(at(bytes, i + 2)) && !isTokenCharacter(at(bytes, i + 3))))) {
        while (isInitial(i))
            i += 2;
        return isLetter(at(bytes, i)) && !isTokenCharacter(at(bytes, i + 1)) ? i + 1 : i;
    }
    while (isLetter(at(bytes, i)))
        ++i;
    return i;
}

std::string plain(std::string_view bytes)
{
    std::string word = lowered(bytes);
    std::erase(word, '.');
    return word;
}

} // namespace

Words::Words(std::string_view bytes)
{
    std::string previous;
    for (std::size_t i = 0; i < bytes.size();) {
        const char c = bytes[i];
        Word word{i, i + 1, 0};
        if (isLetter(c)) {
            word.end = endOfLetters(bytes, i);
            std::string text = word.end - i <= kLongestContextWord
                                   ? plain(bytes.substr(i, word.end - i))
                                   : std::string();
            word.marks = marksOf(text, previous);
            previous = std::move(text);
        } else if (isDigit(c)) {
            word.end = endOfNumber(bytes, i);
            previous.clear();
        } else if (c == kToken) {
            previous.clear();
        } else {
            ++i;
            continue;
        }
        m_words.push_back(word);
        i = word.end;
    }
}

std::size_t Words::firstFrom(std::size_t byte) const
{
    const auto it = std::ranges::lower_bound(m_words, byte, {}, &Word::begin);
    return static_cast<std::size_t>(it - m_words.begin());
}

Marks Words::marksNear(std::size_t begin, std::size_t end) const
{
    Marks marks = 0;
    const std::size_t here = firstFrom(begin), next = firstFrom(end);
    for (std::size_t i = here - std::min<std::size_t>(here, kWordsBefore); i < here; ++i)
        marks |= m_words[i].marks;
    for (std::size_t i = next; i < std::min(m_words.size(), next + kWordsAfter); ++i)
        marks |= m_words[i].marks;
    return marks;
}

std::optional<Words::Near> Words::contextOf(Kind kind, std::size_t begin, std::size_t end) const
{
    const Marks mark = markOf(kind);
    std::optional<Near> nearest;
    const std::size_t here = firstFrom(begin);
    for (int i = 1; i <= kWordsBefore && here >= static_cast<std::size_t>(i); ++i) {
        const Word& word = m_words[here - static_cast<std::size_t>(i)];
        if (word.end <= begin && (word.marks & mark)) {
            nearest = Near{word, i};
            break;
        }
    }
    const std::size_t next = firstFrom(end);
    for (int i = 1; i <= kWordsAfter && next + static_cast<std::size_t>(i) <= m_words.size(); ++i) {
        const Word& word = m_words[next + static_cast<std::size_t>(i) - 1];
        if (word.marks & mark) {
            if (!nearest || i < nearest->distance)
                nearest = Near{word, i};
            break;
        }
    }
    return nearest;
}

std::optional<Word> Words::productOf(std::size_t begin, std::size_t end) const
{
    std::size_t here = firstFrom(begin);
    for (int i = 0; i < kMostFillers && here > 0; ++i) {
        const Word& word = m_words[--here];
        if (word.end > begin)
            continue;
        if (word.marks & (kProduct | kInvoice))
            return word;
        if (!(word.marks & kFiller))
            break;
    }
    const std::size_t next = firstFrom(end);
    if (next < m_words.size() && (m_words[next].marks & kUnit))
        return m_words[next];
    return std::nullopt;
}

} // namespace privacy
