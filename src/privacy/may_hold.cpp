// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/find.h"

#include <algorithm>
#include <array>

namespace privacy {

namespace {

constexpr int kLongRun = 16; ///< shorter than any key without digits

/// How the words begin that a secret, an alias, a mail address or a key is told with.
constexpr std::array<std::u16string_view, 18> kBeginnings{
    u"alia", u"arro", u"cont", u"clav", u"pass", u"pwd", u"psw",  u"pin", u"puk",
    u"cvv",  u"cvc",  u"secr", u"toke", u"bear", u"api", u"begi", u"dot", u"punt"};

/// The plain letter of U+00C0 … U+00FF, lower case.
constexpr std::u16string_view kPlainLetters =
    u"aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty";

constexpr char16_t kPastLatin = 0x100;

/// Lower case, without an accent.
constexpr char16_t plainOf(char16_t c) noexcept
{
    if (c >= u'A' && c <= u'Z')
        return static_cast<char16_t>(c + 32);
    return c >= 0xc0 && c < kPastLatin ? kPlainLetters[c - 0xc0U] : c;
}

/// For a first letter, which second ones are worth a closer look: one bit each.
constexpr auto kSecondLetters = [] {
    std::array<quint32, 26> letters{};
    for (const auto beginning : kBeginnings)
        letters[beginning[0] - u'a'] |= 1U << (beginning[1] - u'a');
    return letters;
}();

bool isPlainLetter(char16_t c) noexcept
{
    return c >= u'a' && c <= u'z';
}

/// \pre rest begins with a letter, `first` when plain.
bool beginsSo(QStringView rest, char16_t first) noexcept
{
    const char16_t second = rest.size() > 1 ? plainOf(rest[1].unicode()) : u' ';
    if (!isPlainLetter(second) || !(kSecondLetters[first - u'a'] >> (second - u'a') & 1U))
        return false;
    return std::ranges::any_of(kBeginnings, [rest](std::u16string_view beginning) {
        if (rest.size() < static_cast<qsizetype>(beginning.size()))
            return false;
        for (std::size_t i = 0; i < beginning.size(); ++i) {
            if (plainOf(rest[static_cast<qsizetype>(i)].unicode()) != beginning[i])
                return false;
        }
        return true;
    });
}

/// "(at)", "[arroba]".
bool opensAt(QStringView rest) noexcept
{
    const qsizetype first = rest.size() > 1 && rest[1] == u' ' ? 2 : 1;
    return rest.size() > first && plainOf(rest[first].unicode()) == u'a';
}

/// Signs that people write in Spanish and that fold to nothing of interest: ¡ ¿ « » °.
bool isHarmless(char16_t c) noexcept
{
    return c == 0xa1 || c == 0xbf || c == 0xab || c == 0xbb || c == 0xb0;
}

} // namespace

bool mayHold(QStringView text) noexcept
{
    int run = 0;
    char16_t previous = u' ';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        // What lies beyond Latin letters may be a digit or sign in another form.
        const bool isForeign = c >= kPastLatin || (c >= 0x7f && c < 0xc0 && !isHarmless(c));
        if ((c >= u'0' && c <= u'9') || c == u'@' || c == u'=' || isForeign)
            return true;
        run = c <= u' ' ? 0 : run + 1;
        const char16_t plain = plainOf(c);
        const bool isFirst = isPlainLetter(plain) && !isPlainLetter(previous);
        const bool isWord = isFirst && beginsSo(text.sliced(i), plain);
        const bool isBracket = (c == u'(' || c == u'[') && opensAt(text.sliced(i));
        if (run >= kLongRun || isWord || isBracket)
            return true;
        previous = plain;
    }
    return false;
}

} // namespace privacy
