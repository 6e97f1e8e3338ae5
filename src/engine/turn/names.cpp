// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/turn/names.h"

#include "engine/flow.h"
#include "engine/words/normalise.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace engine {

namespace {

constexpr std::size_t kMaxNameWords = 4;
constexpr qsizetype kMaxNameLetters = 30;
constexpr qsizetype kMaxContact = 120;
constexpr std::array kParticles{u"de", u"del", u"la",  u"las", u"los", u"da", u"do",  u"dos",
                                u"di", u"van", u"von", u"der", u"den", u"mc", u"san", u"y"};

/// A written word and what the flow makes of it.
struct NameWord {
    QString written;
    int id = -1;
    bool startsClause = false;
    bool isParticle = false;
};

bool isNameLetter(QChar c)
{
    return c.isLetter() || c.isMark() || c == u'\'' || c == u'\u2019' || c == u'-' || c == u'.' ||
           c == u'\u00b4';
}

std::vector<NameWord> writtenWords(const Flow& flow, const QString& message)
{
    std::vector<NameWord> words;
    bool clause = true;
    const auto parts = QStringView(message).left(400).split(u' ', Qt::SkipEmptyParts);
    for (const auto part : parts) {
        qsizetype begin = 0, end = part.size();
        while (begin < end && !part[begin].isLetterOrNumber() && !part[begin].isSurrogate())
            ++begin;
        while (end > begin && !part[end - 1].isLetterOrNumber() && !part[end - 1].isMark())
            --end;
        const QStringView core = part.mid(begin, end - begin);
        clause = clause || begin > 0;
        if (core.isEmpty()) {
            clause = true;
            continue;
        }
        const auto plain = normalise(core);
        const bool isParticle =
            std::any_of(kParticles.begin(), kParticles.end(),
                        [&](const char16_t* p) { return plain.text == QStringView(p); });
        words.push_back(
            {core.toString(), flow.vocabulary().exactly(plain.text), clause, isParticle});
        clause = end < part.size() && part[end] != u'\'';
    }
    return words;
}

bool canBeName(const Flow& flow, const NameWord& word)
{
    const QString& text = word.written;
    const bool hasLetter =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    return hasLetter && text.size() <= kMaxNameLetters && !flow.isNotName(word.id) &&
           std::all_of(text.begin(), text.end(), isNameLetter);
}

/// "and", "pero", "con": the sentence goes on, the name does not.
bool isLink(const Flow& flow, const NameWord& word)
{
    return flow.vocabulary().isWeak(word.id) || flow.vocabulary().isLight(word.id);
}

/// "Bruno Bueno": a surname that is also a word is written with its capital.
bool isCapitalised(const NameWord& word)
{
    return word.written.size() >= 4 && word.written[0].isUpper() && word.written[1].isLower();
}

bool hasVowel(const QString& text)
{
    const QString plain = normalise(text).text;
    return plain == QStringView(u"ng") || std::any_of(plain.begin(), plain.end(), [](QChar c) {
               return QStringView(u"aeiouy").contains(c) || c.unicode() > 0x7f;
           });
}

/// Behind which word the name begins; 0 where nothing from there on introduces it.
std::size_t afterIntroduction(const Flow& flow, const std::vector<NameWord>& words,
                              std::size_t from = 0)
{
    for (std::size_t at = from; at < words.size(); ++at) {
        for (const auto& intro : flow.nameIntroductions()) {
            if (at + intro.size() < words.size() &&
                std::equal(intro.begin(), intro.end(),
                           words.begin() + static_cast<std::ptrdiff_t>(at),
                           [](int id, const NameWord& word) { return id == word.id; }))
                return at + intro.size();
        }
    }
    return 0;
}

std::optional<QString> joined(const std::vector<NameWord>& words, std::size_t from, std::size_t to)
{
    while (to > from && words[to - 1].isParticle)
        --to;
    QStringList parts;
    for (std::size_t i = from; i < to; ++i)
        parts.append(words[i].written);
    const QString name = parts.join(u' ');
    if (name.size() < 2 || !hasVowel(name))
        return std::nullopt;
    return name;
}

/// "Marta, un gusto": what follows the comma says nothing.
bool isCourtesy(const Flow& flow, const std::vector<NameWord>& words, std::size_t from)
{
    return words[from].startsClause && words.size() - from <= 2 &&
           std::all_of(
               words.begin() + static_cast<std::ptrdiff_t>(from), words.end(),
               [&](const NameWord& word) { return isLink(flow, word) || flow.isNotName(word.id); });
}

/// What cannot be seen belongs to no name.
QString withoutInvisible(const QString& message)
{
    QString shown = message;
    shown.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    return shown.simplified();
}

/// \param introduced behind which word the name begins; 0: nothing introduces it
std::optional<QString> nameBehind(const Flow& flow, const std::vector<NameWord>& words,
                                  std::size_t introduced)
{
    std::size_t from = introduced;
    // "hola, Juan" greets before it names.
    while (introduced == 0 && from + 1 < words.size() && flow.isNotName(words[from].id) &&
           !words[from].isParticle && words[from + 1].startsClause)
        ++from;
    if (from == 0 && words.size() > 1 && words.size() <= 3 && flow.isNotName(words[0].id) &&
        normalise(words[0].written).text == QStringView(u"hola"))
        from = 1;
    std::size_t to = from, count = 0;
    while (to < words.size() && count < kMaxNameWords) {
        const auto& word = words[to];
        if (to > from && word.startsClause)
            break;
        if (word.isParticle && to == from)
            return std::nullopt;
        const bool isSurname = to > from && to + 1 == words.size() && isLink(flow, word) &&
                               isCapitalised(word) && isCapitalised(words[from]);
        if (!word.isParticle && !isSurname &&
            (!canBeName(flow, word) || (to > from && isLink(flow, word))))
            break;
        count += word.isParticle ? 0U : 1U;
        ++to;
    }
    // Without an introduction the message must be the name and nothing else but a courtesy.
    if (count == 0 || (introduced == 0 && to != words.size() && !isCourtesy(flow, words, to)))
        return std::nullopt;
    return joined(words, from, to);
}

/// "Soy técnico, me llamo Juan": the first introduction that a name follows.
std::optional<QString> introduced(const Flow& flow, const std::vector<NameWord>& words)
{
    for (auto at = afterIntroduction(flow, words); at > 0;
         at = afterIntroduction(flow, words, at)) {
        if (auto name = nameBehind(flow, words, at))
            return name;
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> nameIn(const Flow& flow, const QString& message)
{
    const auto words = writtenWords(flow, withoutInvisible(message));
    if (afterIntroduction(flow, words) > 0)
        return introduced(flow, words);
    // "it's Mark" names somebody only where the name was asked for.
    const bool isItsName =
        words.size() > 1 && normalise(words[0].written).text == QStringView(u"its");
    return nameBehind(flow, words, isItsName ? 1 : 0);
}

std::optional<QString> introducedNameIn(const Flow& flow, const QString& message)
{
    return introduced(flow, writtenWords(flow, withoutInvisible(message)));
}

std::optional<QString> contactIn(const QString& message)
{
    QString text = message.simplified();
    text.replace(QStringLiteral(" @"), QStringLiteral("@"));
    text.replace(QStringLiteral("@ "), QStringLiteral("@"));
    const auto parts = QStringView(text).split(u' ', Qt::SkipEmptyParts);
    for (auto part : parts) {
        while (!part.isEmpty() && !part.back().isLetterOrNumber())
            part.chop(1);
        while (!part.isEmpty() && QStringView(u"<([{\"'").contains(part.front()))
            part = part.mid(1);
        const auto at = part.indexOf(u'@');
        const auto dot = part.lastIndexOf(u'.');
        if (at > 0 && dot > at + 1 && dot + 2 < part.size() && part.size() <= kMaxContact)
            return part.toString();
    }
    QString number;
    int digits = 0;
    for (const QChar c : std::as_const(text)) {
        const bool isDigit = c >= u'0' && c <= u'9';
        if (isDigit || (!number.isEmpty() && QStringView(u" -().").contains(c)) ||
            (c == u'+' && number.isEmpty())) {
            number += c;
            digits += isDigit ? 1 : 0;
        } else if (digits >= 6) {
            break;
        } else {
            number.clear();
            digits = 0;
        }
    }
    if (digits < 6 || digits > 20)
        return std::nullopt;
    return number.simplified();
}

} // namespace engine
