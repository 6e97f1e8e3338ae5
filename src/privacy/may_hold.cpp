// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/find.h"

#include <algorithm>
#include <array>

namespace privacy {

namespace {

constexpr int kLongRun = 16; ///< shorter than any key

/// How the words begin that a secret, an alias, a mail address or a street is told with.
constexpr std::array<QStringView, 16> kBeginnings{
    u"alia", u"arro", u"cont", u"clav", u"pass", u"pwd",  u"psw", u"pin",
    u"cvv",  u"cvc",  u"secr", u"toke", u"bear", u"basi", u"api", u"dot"};

constexpr auto kFirstLetters = [] {
    std::array<bool, 128> letters{};
    for (const QStringView beginning : kBeginnings)
        letters[static_cast<std::size_t>(beginning[0].unicode())] = true;
    return letters;
}();

bool isLetter(char16_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool beginsSo(QStringView rest)
{
    return std::ranges::any_of(kBeginnings, [rest](QStringView beginning) {
        return rest.size() >= beginning.size() &&
               std::ranges::equal(rest.first(beginning.size()), beginning, {}, [](QChar c) {
                   return QChar(static_cast<char16_t>(c.unicode() | 0x20));
               });
    });
}

} // namespace

bool mayHold(QStringView text) noexcept
{
    int run = 0;
    char16_t previous = u' ';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        // Letters beyond ASCII may be digits or signs of another form; accents of Spanish are not.
        const bool isForeign = c >= 0x100 || (c >= 0x80 && c < 0xbf);
        if ((c >= u'0' && c <= u'9') || c == u'@' || isForeign)
            return true;
        run = c <= u' ' ? 0 : run + 1;
        if (run >= kLongRun)
            return true;
        const bool isFirst = isLetter(c) && !isLetter(previous);
        if (isFirst && kFirstLetters[c | 0x20U] && beginsSo(text.mid(i)))
            return true;
        previous = c;
    }
    return false;
}

} // namespace privacy
