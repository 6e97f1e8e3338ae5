// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/text/normalised.h"

#include <QChar>

#include <algorithm>

namespace privacy {

namespace {

bool isDropped(char32_t c)
{
    // Cf: zero-width characters, joiners, soft hyphen, direction marks, byte order mark, tags.
    // Mn, Me: accents typed apart, variation selectors, the frame of a keycap.
    switch (QChar::category(c)) {
    case QChar::Other_Format:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing: return true;
    default: return c == 0x115f || c == 0x1160 || c == 0x3164 || c == 0xffa0; // Hangul fillers
    }
}

/// Points and bullets that people put between groups.
bool isDot(char32_t c)
{
    constexpr std::array<char32_t, 9> kDots{0x00b7, 0x2022, 0x2024, 0x2027, 0x2219,
                                            0x22c5, 0x3002, 0x30fb, 0x06d4};
    return std::ranges::find(kDots, c) != kDots.end();
}

/// Minus signs and hyphens beyond Unicode's dashes (Pd).
bool isDash(char32_t c)
{
    return QChar::category(c) == QChar::Punctuation_Dash || c == 0x2212 || c == 0x2043 ||
           c == 0x02d7;
}

/// One byte for one character; 0: it has to be decomposed first.
char byteOf(char32_t c)
{
    if (c < 0x80)
        return static_cast<char>(c);
    if (isDash(c))
        return '-';
    if (isDot(c))
        return '.';
    switch (QChar::category(c)) {
    case QChar::Separator_Space: return ' ';
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return '\n';
    case QChar::Number_DecimalDigit: return static_cast<char>('0' + QChar::digitValue(c));
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote: return c == 0x2018 || c == 0x2019 ? '\'' : '"';
    default: return 0;
    }
}

/// For what stays as it is when decomposed.
char byteOfWhole(char32_t c)
{
    return QChar::isLetter(c) ? kForeignLetter : kSymbol;
}

bool isTokenName(char c)
{
    return (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
}

/// End of the pseudonym that opens at `open`; `open` where there is none.
std::size_t endOfToken(std::string_view bytes, std::size_t open)
{
    constexpr std::size_t kMostNumber = 6;
    std::size_t i = open + 1;
    while (isTokenName(at(bytes, i)))
        ++i;
    const auto name = bytes.substr(open + 1, i - open - 1);
    if (at(bytes, i) != '-' ||
        !kindOfToken(QString::fromLatin1(name.data(), qsizetype(name.size()))))
        return open;
    const std::size_t digits = ++i;
    while (isDigit(at(bytes, i)))
        ++i;
    const bool isWhole = i > digits && i - digits <= kMostNumber && at(bytes, i) == ']';
    return isWhole ? i + 1 : open;
}

} // namespace

Normalised::Normalised(QStringView original)
{
    const auto size = static_cast<std::size_t>(original.size());
    m_bytes.reserve(size);
    m_begin.reserve(size);
    m_end.reserve(size);
    for (qsizetype i = 0; i < original.size(); ++i) {
        const char16_t unit = original[i].unicode();
        if (unit < 0x80) {
            append(static_cast<char>(unit), i, i + 1);
            continue;
        }
        const bool isPair = QChar::isHighSurrogate(unit) && i + 1 < original.size() &&
                            original[i + 1].isLowSurrogate();
        const char32_t whole = isPair ? QChar::surrogateToUcs4(original[i], original[i + 1]) : unit;
        appendFolded(whole, i, i + (isPair ? 2 : 1));
        i += isPair ? 1 : 0;
    }
    collapseTokens();
}

void Normalised::append(char byte, qsizetype begin, qsizetype end)
{
    // The three bytes of our own never come from outside.
    m_bytes += byte;
    m_begin.push_back(static_cast<qint32>(begin));
    m_end.push_back(static_cast<qint32>(end));
}

void Normalised::appendFolded(char32_t c, qsizetype begin, qsizetype end)
{
    if (isDropped(c)) {
        // An accent belongs to its letter: masking the letter alone would leave it behind.
        if (QChar::category(c) != QChar::Other_Format && !m_end.empty() && m_end.back() == begin)
            m_end.back() = static_cast<qint32>(end);
        return;
    }
    if (const char byte = byteOf(c)) {
        append(byte, begin, end);
        return;
    }
    const QString parts = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD);
    bool isFirst = true;
    for (const char32_t part : parts.toUcs4()) {
        if (isDropped(part) && !isFirst)
            continue;
        isFirst = false;
        const char byte = byteOf(part);
        append(byte ? byte : byteOfWhole(part), begin, end);
    }
}

void Normalised::collapseTokens()
{
    if (m_bytes.find('[') == std::string::npos)
        return;
    std::size_t to = 0;
    for (std::size_t from = 0; from < m_bytes.size(); ++to) {
        const std::size_t end = m_bytes[from] == '[' ? endOfToken(m_bytes, from) : from;
        const bool isToken = end > from;
        m_bytes[to] = isToken ? kToken : m_bytes[from];
        m_begin[to] = m_begin[from];
        m_end[to] = m_end[isToken ? end - 1 : from];
        from = isToken ? end : from + 1;
    }
    m_bytes.resize(to);
    m_begin.resize(to);
    m_end.resize(to);
}

Normalised Normalised::without(const std::vector<Entity>& entities) const
{
    Normalised out;
    auto entity = entities.begin();
    for (std::size_t i = 0; i < size(); ++i) {
        while (entity != entities.end() && entity->end <= m_begin[i])
            ++entity;
        const bool isInside = entity != entities.end() && m_begin[i] >= entity->start;
        if (!isInside) {
            out.append(m_bytes[i], m_begin[i], m_end[i]);
        } else if (out.m_bytes.empty() || out.m_bytes.back() != kToken ||
                   out.m_begin.back() != entity->start) {
            out.append(kToken, entity->start, entity->end);
        }
    }
    return out;
}

std::string lowered(std::string_view bytes)
{
    std::string out(bytes);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

std::string compact(std::string_view bytes)
{
    std::string out;
    for (const char c : bytes) {
        if (isDigit(c) || isLetter(c))
            out += upper(c);
    }
    return out;
}

} // namespace privacy
