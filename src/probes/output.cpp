// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/output.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace probes {

namespace {

/// Of the last `most` bytes, from the first whole line or at least whole character on.
QByteArrayView wholeTail(QByteArrayView bytes, qsizetype most)
{
    if (bytes.size() <= most)
        return bytes;
    const QByteArrayView tail = bytes.last(most);
    if (const qsizetype line = tail.indexOf('\n'); line >= 0 && line + 1 < tail.size())
        return tail.sliced(line + 1);
    constexpr qsizetype kLongestCharacter = 4;
    qsizetype at = 0;
    while (at < std::min(kLongestCharacter, tail.size()) && (tail[at] & 0xC0) == 0x80)
        ++at;
    return tail.sliced(at);
}

/// Private keys (RFC 7468 and its kin) give way to a word, also one whose end is still to come, and where
/// the beginning of the text is missing one whose end comes first.
/// \param isInside whether the text begins, and then ends, inside one
QString withoutKeys(const QString& text, bool& isInside, bool isCut)
{
    static const QRegularExpression kBegin(
        QStringLiteral("-----BEGIN [A-Z0-9 ]{0,32}PRIVATE KEY( BLOCK)?-----"));
    static const QRegularExpression kEnd(
        QStringLiteral("-----END [A-Z0-9 ]{0,32}PRIVATE KEY( BLOCK)?-----"));
    QString open;
    qsizetype at = 0;
    if (isCut && !isInside) {
        const qsizetype end = kEnd.match(text).capturedStart();
        const qsizetype begin = kBegin.match(text).capturedStart();
        isInside = end >= 0 && (begin < 0 || end < begin);
        open = isInside ? QStringLiteral("[PRIVATE KEY]") : QString();
    }
    while (true) {
        const auto found = (isInside ? kEnd : kBegin).match(text, at);
        if (!found.hasMatch())
            break;
        if (!isInside)
            open += text.mid(at, found.capturedStart() - at) + QStringLiteral("[PRIVATE KEY]");
        at = found.capturedEnd();
        isInside = !isInside;
    }
    return isInside ? open : open + text.mid(at);
}

} // namespace

void Output::append(QByteArrayView bytes)
{
    m_tail.append(bytes);
    if (m_tail.size() > 2 * m_options.most) {
        const qsizetype gone = m_tail.size() - m_options.most - 1; // one more: see text()
        m_cut += gone;
        m_tail.remove(0, gone);
    }
    m_live.append(bytes.last(std::min(bytes.size(), 2 * m_options.livePiece)));
    if (m_live.size() > 2 * m_options.livePiece || bytes.size() > 2 * m_options.livePiece) {
        m_live.remove(0, m_live.size() - 2 * m_options.livePiece);
        m_isBroken = m_isCutLive = true;
    }
}

QString Output::shown(QByteArrayView bytes) const
{
    const QString text = m_options.redact(QString::fromUtf8(bytes));
    return m_options.mask ? m_options.mask(text) : text;
}

// Half a line may hold half of what must not be shown.
void Output::dropBrokenLine()
{
    const qsizetype end = m_live.indexOf('\n');
    if (!m_isBroken || end < 0)
        return;
    m_live.remove(0, end + 1);
    m_isBroken = false;
}

QString Output::takeLive()
{
    dropBrokenLine();
    if (m_isBroken)
        return {};
    const qsizetype end = m_live.lastIndexOf('\n') + 1;
    const QByteArray lines = m_live.left(end);
    m_live.remove(0, end);
    return shownLive(lines);
}

// A key is found before it is cut, whatever pieces it comes in.
QString Output::shownLive(const QByteArray& lines)
{
    if (lines.isEmpty())
        return {};
    const QByteArray open =
        withoutKeys(QString::fromUtf8(lines), m_isInKey, std::exchange(m_isCutLive, false))
            .toUtf8();
    const QByteArrayView newest = wholeTail(open, m_options.livePiece);
    return newest.isEmpty() ? QString() : shown(newest);
}

QString Output::takeRest()
{
    dropBrokenLine();
    if (m_isBroken)
        return {};
    return shownLive(std::exchange(m_live, {}));
}

QString Output::text() const
{
    bool isInKey = false;
    const QString tail = QString::fromUtf8(wholeTail(m_tail, m_options.most));
    const QString text = shown(withoutKeys(tail, isInKey, isCut()).toUtf8());
    // A mask may be longer than what it hides.
    const QByteArray utf8 = text.toUtf8();
    return utf8.size() <= m_options.most ? text
                                         : QString::fromUtf8(wholeTail(utf8, m_options.most));
}

} // namespace probes
