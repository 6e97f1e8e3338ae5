// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/pseudonyms.h"

#include <algorithm>

namespace privacy {

namespace {

constexpr qsizetype kLongestTokenName = 24;
constexpr qsizetype kMostTokenDigits = 6;

bool isOfName(QChar c)
{
    return (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isDecimal(QChar c)
{
    return c >= u'0' && c <= u'9';
}

enum class TokenShape { No, Begun, Whole };

/// Whether a text that opens with '[' is a pseudonym, or may become one.
TokenShape tokenShapeOf(QStringView text)
{
    qsizetype i = 1;
    if (i < text.size() && isDecimal(text[i]))
        return TokenShape::No;
    while (i < text.size() && (isOfName(text[i]) || isDecimal(text[i])))
        ++i;
    const qsizetype name = i - 1;
    if (i == text.size())
        return name <= kLongestTokenName ? TokenShape::Begun : TokenShape::No;
    if (name == 0 || name > kLongestTokenName || text[i] != u'-')
        return TokenShape::No;
    const qsizetype digits = ++i;
    while (i < text.size() && isDecimal(text[i]))
        ++i;
    if (i - digits > kMostTokenDigits)
        return TokenShape::No;
    if (i == text.size())
        return TokenShape::Begun;
    return text[i] == u']' && i > digits && i + 1 == text.size() ? TokenShape::Whole
                                                                 : TokenShape::No;
}

/// Calls `take(kind, number, token)` for each pseudonym in the text.
template <class F>
void eachToken(QStringView text, F take)
{
    for (qsizetype open = text.indexOf(u'['); open >= 0; open = text.indexOf(u'[', open + 1)) {
        const qsizetype close =
            text.mid(open, kLongestTokenName + kMostTokenDigits + 3).indexOf(u']');
        const QStringView token = text.mid(open, close + 1);
        if (close < 0 || tokenShapeOf(token) != TokenShape::Whole)
            continue;
        const qsizetype dash = token.lastIndexOf(u'-');
        if (const auto kind = kindOfToken(token.mid(1, dash - 1)))
            take(*kind, token.mid(dash + 1, token.size() - dash - 2).toInt(), open, token);
    }
}

/// The same value, whatever its spelling: letters and digits count; in what is not a number or name
/// every sign does.
QString valueOf(Kind kind, const QString& text)
{
    if (kind <= Kind::Password)
        return text;
    const bool hasSigns =
        kind == Kind::Email || kind == Kind::CbuAlias || kind == Kind::IPv4 || kind == Kind::IPv6;
    QString value;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber() || (hasSigns && c.isPunct()))
            value += c.toLower();
    }
    return value;
}

} // namespace

QString Pseudonyms::tokenOf(Kind kind, const QString& text)
{
    const QString key = QLatin1String(tokenName(kind)) + u' ' + valueOf(kind, text);
    if (const auto known = m_tokens.constFind(key); known != m_tokens.constEnd())
        return *known;
    const int number = ++m_last[static_cast<std::size_t>(kind)];
    QString token = QStringLiteral("[%1-%2]").arg(QLatin1String(tokenName(kind))).arg(number);
    m_tokens.insert(key, token);
    m_originals.insert(token, text);
    return token;
}

std::optional<QString> Pseudonyms::originalOf(const QString& token) const
{
    const auto found = m_originals.constFind(token);
    return found == m_originals.constEnd() ? std::nullopt : std::optional(*found);
}

QString Pseudonyms::restore(QStringView text) const
{
    QString out;
    qsizetype from = 0;
    eachToken(text, [&](Kind, int, qsizetype at, QStringView token) {
        if (const auto original = originalOf(token.toString())) {
            out += text.mid(from, at - from);
            out += *original;
            from = at + token.size();
        }
    });
    out += text.mid(from);
    return out;
}

void Pseudonyms::reserve(QStringView text)
{
    eachToken(text, [this](Kind kind, int number, qsizetype, QStringView) {
        int& last = m_last[static_cast<std::size_t>(kind)];
        last = std::max(last, number);
    });
}

QString Restorer::feed(QStringView piece)
{
    QString out;
    for (const QChar c : piece) {
        if (c == u'[') {
            out += m_waiting;
            m_waiting = c;
            continue;
        }
        if (m_waiting.isEmpty()) {
            out += c;
            continue;
        }
        m_waiting += c;
        const TokenShape shape = tokenShapeOf(m_waiting);
        if (shape == TokenShape::Whole)
            m_waiting = m_pseudonyms.originalOf(m_waiting).value_or(m_waiting);
        if (shape != TokenShape::Begun)
            out += std::exchange(m_waiting, {});
    }
    return out;
}

QString Restorer::finish()
{
    return std::exchange(m_waiting, {});
}

} // namespace privacy
