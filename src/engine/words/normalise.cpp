// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/words/normalise.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>
#include <cmath>

namespace engine {

namespace {

constexpr qsizetype kMaxSlipLength = 24;
constexpr double kSwap = 0.6;

/// The plain letter of an accented one; 0 for what separates words.
char16_t plainLetter(char16_t c)
{
    if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
        return c;
    if (c >= u'A' && c <= u'Z')
        return static_cast<char16_t>(c + 32);
    if (c < 0x80)
        return 0;
    const QChar whole(c);
    if (!whole.isLetterOrNumber())
        return 0;
    const QString parts = whole.decomposition();
    const QChar letter = parts.isEmpty() ? whole : parts.front();
    return letter.toLower().unicode();
}

bool isIgnored(char16_t c)
{
    // Apostrophes, accents typed apart, joiners, soft hyphens and variation selectors belong to
    // their word.
    return c == u'\'' || c == u'\u2019' || c == u'\u00b4' || c == u'`' ||
           (c >= 0x300 && c <= 0x36f) || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || c == 0x00ad || c == 0x2060 || c == 0xfeff ||
           (c >= 0xfe00 && c <= 0xfe0f);
}

bool endsClause(char16_t c)
{
    return c == u',' || c == u'.' || c == u';' || c == u':' || c == u'!' || c == u'?' || c == u'\n';
}

bool isSymbol(char16_t c)
{
    return c >= 0x2600 && c <= 0x27bf;
}

class WordWriter
{
public:
    WordWriter(Normalised& out, std::size_t maxWords) : m_out(out), m_maxWords(maxWords) {}

    [[nodiscard]] bool isFull() const { return m_out.words.size() >= m_maxWords && !m_isOpen; }

    void letter(char16_t c)
    {
        if (!m_isOpen)
            open();
        m_out.text += QChar(c);
        const auto size = m_out.text.size() - m_out.words.back().begin;
        if (size >= 3 && QChar(c).isLetter() && m_out.text[m_out.text.size() - 2] == QChar(c) &&
            m_out.text[m_out.text.size() - 3] == QChar(c)) {
            m_out.text.chop(2);
            m_isRun = true;
        } else if (m_isRun && size >= 2 && m_out.text[m_out.text.size() - 2] == QChar(c)) {
            m_out.text.chop(1);
        } else {
            m_isRun = false;
        }
    }
    void symbol(QStringView s)
    {
        close();
        open();
        m_out.text += s;
        close();
    }
    void close()
    {
        if (!m_isOpen)
            return;
        m_isOpen = false;
        m_isRun = false;
        m_out.words.back().size = m_out.text.size() - m_out.words.back().begin;
    }
    void clause() { m_startsClause = true; }

private:
    void open()
    {
        if (!m_out.text.isEmpty())
            m_out.text += u' ';
        m_out.words.push_back(
            {.begin = m_out.text.size(), .size = 0, .startsClause = m_startsClause});
        m_startsClause = false;
        m_isOpen = true;
    }

    Normalised& m_out;
    std::size_t m_maxWords;
    bool m_isOpen = false;
    bool m_isRun = false;
    bool m_startsClause = true;
};

} // namespace

Normalised normalise(QStringView text, std::size_t maxWords)
{
    Normalised out;
    out.text.reserve(text.size());
    WordWriter writer(out, maxWords);
    for (qsizetype i = 0; i < text.size() && !writer.isFull(); ++i) {
        const char16_t c = text[i].unicode();
        if (isIgnored(c))
            continue;
        if (QChar::isHighSurrogate(c) && i + 1 < text.size()) {
            const char32_t code = QChar::surrogateToUcs4(text[i], text[i + 1]);
            if (code < 0x1f3fb || code > 0x1f3ff)
                writer.symbol(text.mid(i, 2));
            ++i;
        } else if (isSymbol(c)) {
            writer.symbol(text.mid(i, 1));
        } else if (const char16_t letter = plainLetter(c)) {
            writer.letter(letter);
        } else {
            writer.close();
            if (endsClause(c))
                writer.clause();
        }
    }
    writer.close();
    return out;
}

namespace {

bool isFrontVowel(QChar c)
{
    return c == u'e' || c == u'i';
}
QChar letterAt(QStringView word, qsizetype i)
{
    return i < word.size() ? word[i] : QChar();
}

/// The sound of the letter at i; advances i over what else belongs to it. Null: silent.
QChar soundAt(QStringView w, qsizetype& i)
{
    const QChar c = w[i], next = letterAt(w, i + 1);
    switch (c.unicode()) {
    case u'h': return {};
    case u'v': return u'b';
    case u'z':
    case u'x': return u's';
    case u'w': return u'g';
    case u'q':
    case u'k':
        if (next == u'u' && isFrontVowel(letterAt(w, i + 2)))
            ++i;
        return u'k';
    case u'c':
        if (next == u'h') {
            ++i;
            return u'c';
        }
        return isFrontVowel(next) ? u's' : u'k';
    case u'g':
        if (next == u'u' && isFrontVowel(letterAt(w, i + 2))) {
            ++i;
            return u'g';
        }
        return isFrontVowel(next) ? u'j' : u'g';
    case u'y': return i + 1 == w.size() && i > 0 ? QChar(u'i') : c;
    case u'l':
        if (next == u'l') {
            ++i;
            return u'y';
        }
        return c;
    default: return c;
    }
}

/// Vowels that are taken for one another by ear.
bool areAlike(QChar a, QChar b)
{
    const auto isPair = [&](QChar x, QChar y) { return (a == x && b == y) || (a == y && b == x); };
    // "pantala", "pantaia": what stands for ll.
    return isPair(u'o', u'u') || isPair(u'e', u'i') || isPair(u'l', u'y') || isPair(u'i', u'y');
}

bool areNeighbours(QChar a, QChar b)
{
    if (areAlike(a, b))
        return true;
    static constexpr std::array<QLatin1StringView, 3> rows{QLatin1StringView("qwertyuiop"),
                                                           QLatin1StringView("asdfghjkl"),
                                                           QLatin1StringView("zxcvbnm")};
    int rowA = -1, rowB = -1;
    qsizetype columnA = 0, columnB = 0;
    for (int r = 0; r < 3; ++r) {
        if (const auto at = rows[static_cast<std::size_t>(r)].indexOf(a); at >= 0) {
            rowA = r;
            columnA = at;
        }
        if (const auto at = rows[static_cast<std::size_t>(r)].indexOf(b); at >= 0) {
            rowB = r;
            columnB = at;
        }
    }
    return rowA >= 0 && rowB >= 0 && std::abs(rowA - rowB) <= 1 && std::abs(columnA - columnB) <= 1;
}

} // namespace

QString soundOf(QStringView word)
{
    QString out;
    out.reserve(word.size());
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar sound = soundAt(word, i);
        if (!sound.isNull() && (out.isEmpty() || out.back() != sound))
            out += sound;
    }
    return out;
}

double slipDistance(QStringView a, QStringView b, double limit)
{
    if (a.size() > kMaxSlipLength || b.size() > kMaxSlipLength ||
        static_cast<double>(std::abs(a.size() - b.size())) > limit * 2.5)
        return limit + 1;
    std::array<std::array<double, kMaxSlipLength + 1>, 3> rows{};
    auto *before = &rows[0], *above = &rows[1], *row = &rows[2];
    const auto cell = [](qsizetype i) { return static_cast<std::size_t>(i); };
    for (qsizetype j = 0; j <= b.size(); ++j)
        (*above)[cell(j)] = static_cast<double>(j);
    double bestAbove = 0.0;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        (*row)[0] = static_cast<double>(i);
        double best = (*row)[0];
        const double dropA = i > 1 && a[i - 1] == a[i - 2] ? 0.4 : 0.9;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const double dropB = j > 1 && b[j - 1] == b[j - 2] ? 0.4 : 0.9;
            const double change = a[i - 1] == b[j - 1]                ? 0.0
                                  : areNeighbours(a[i - 1], b[j - 1]) ? 0.7
                                                                      : 1.3;
            double cost = std::min({(*above)[cell(j)] + dropA, (*row)[cell(j - 1)] + dropB,
                                    (*above)[cell(j - 1)] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost = std::min(cost, (*before)[cell(j - 2)] + kSwap);
            (*row)[cell(j)] = cost;
            best = std::min(best, cost);
        }
        // A swap comes from the row above, over this one.
        if (best > limit && bestAbove + kSwap > limit)
            return limit + 1;
        bestAbove = best;
        std::swap(before, above);
        std::swap(above, row);
    }
    return (*above)[cell(b.size())];
}

} // namespace engine
