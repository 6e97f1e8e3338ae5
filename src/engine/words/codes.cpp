// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/words/codes.h"

#include "engine/words/normalise.h"

#include <QList>

#include <algorithm>
#include <array>

namespace engine {

namespace {

constexpr qsizetype kLongestMessage = 4000;
constexpr qsizetype kLongestCode = 60;
constexpr qsizetype kFewestHex = 3, kMostHex = 16;
constexpr qsizetype kFewestNameLetters = 8;
constexpr qsizetype kLongestNumber = 6;
constexpr qsizetype kShortCode = 2, kLongShortCode = 6;
constexpr std::array kCodeWords{u"error", u"codigo", u"code", u"errorcode",
                                u"stop",  u"err",    u"cod"};
constexpr std::array kLinks{u"numero", u"nro",    u"n",  u"no", u"number",
                            u"code",   u"codigo", u"el", u"de", u"es"};
constexpr std::array kPrinters{u"impresora", u"printer", u"epson",   u"canon",
                               u"brother",   u"hp",      u"lexmark", u"multifuncion"};

bool isAscii(QChar c, char from, char to)
{
    return c >= QLatin1Char(from) && c <= QLatin1Char(to);
}
bool isDigit(QChar c)
{
    return isAscii(c, '0', '9');
}
bool isLetter(QChar c)
{
    return isAscii(c, 'a', 'z') || isAscii(c, 'A', 'Z');
}

/// Letters, digits, low lines and dashes belong together; the rest parts.
QList<QStringView> tokensOf(QStringView message)
{
    QList<QStringView> tokens;
    const auto isOfToken = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-'; };
    for (qsizetype at = 0; at < message.size();) {
        while (at < message.size() && !isOfToken(message[at]))
            ++at;
        const qsizetype begin = at;
        while (at < message.size() && isOfToken(message[at]))
            ++at;
        if (at > begin)
            tokens.append(message.mid(begin, at - begin));
    }
    return tokens;
}

std::optional<QString> hexadecimal(QStringView token)
{
    const qsizetype digits = token.size() - 2;
    const bool isMarked = token.startsWith(u"0x", Qt::CaseInsensitive);
    const bool isHex = isMarked && digits >= kFewestHex && digits <= kMostHex &&
                       std::all_of(token.begin() + 2, token.end(), [](QChar c) {
                           return isDigit(c) || isAscii(c, 'a', 'f') || isAscii(c, 'A', 'F');
                       });
    if (!isHex)
        return std::nullopt;
    return QStringLiteral("0x") + token.mid(2).toString().toUpper();
}

std::optional<QString> symbolic(QStringView token)
{
    const auto lines = token.count(u'_');
    const bool isPlain = std::all_of(
        token.begin(), token.end(), [](QChar c) { return isLetter(c) || isDigit(c) || c == u'_'; });
    const bool isShouted =
        std::none_of(token.begin(), token.end(), [](QChar c) { return c.isLower(); });
    if (!isPlain || lines == 0 || (lines == 1 && !isShouted) || token.size() < kFewestNameLetters ||
        token.size() > kLongestCode || !isLetter(token.front()) || token.back() == u'_')
        return std::nullopt;
    return token.toString().toUpper();
}

/// "43", "E05", "E-05", "5B00", "F0x": digits, and at most two letters with them.
std::optional<QString> shortCode(QStringView token, bool mayBeNumber)
{
    QString code;
    int letters = 0, digits = 0;
    for (const QChar c : token) {
        if (c == u'-' && !code.isEmpty())
            continue;
        if (!isLetter(c) && !isDigit(c))
            return std::nullopt;
        letters += isLetter(c) ? 1 : 0;
        digits += isDigit(c) ? 1 : 0;
        code += c.toUpper();
    }
    const bool isNumber = letters == 0 && digits <= kLongestNumber;
    const bool isMixed = letters >= 1 && letters <= 2 && digits >= 1 && code.size() >= kShortCode &&
                         code.size() <= kLongShortCode;
    if (digits == 0 || (isNumber ? !mayBeNumber : !isMixed))
        return std::nullopt;
    return code;
}

template <std::size_t N>
bool isOneOf(const std::array<const char16_t*, N>& words, const QString& word)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char16_t* known) { return word == QStringView(known); });
}

} // namespace

std::optional<QString> errorCodeIn(QStringView message)
{
    const bool mayHold = std::any_of(message.begin(), message.end(),
                                     [](QChar c) { return isDigit(c) || c == u'_'; });
    if (!mayHold)
        return std::nullopt;
    const auto tokens = tokensOf(message.left(kLongestMessage));
    bool isAnnounced = false, isOfPrinter = false;
    std::optional<QString> numbered, ofPrinter;
    for (const auto token : tokens) {
        if (auto code = hexadecimal(token))
            return code;
        if (auto code = symbolic(token))
            return code;
        const QString word = normalise(token).text;
        if (isAnnounced && !numbered)
            numbered = shortCode(token, true);
        if (const auto code = shortCode(token, false); code && !ofPrinter && code->size() > 2)
            ofPrinter = code;
        isOfPrinter = isOfPrinter || isOneOf(kPrinters, word);
        isAnnounced = isOneOf(kCodeWords, word) || (isAnnounced && isOneOf(kLinks, word));
    }
    return numbered ? numbered : isOfPrinter ? ofPrinter : std::nullopt;
}

} // namespace engine
