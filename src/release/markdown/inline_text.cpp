// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/markdown/inline_text.h"

#include <QByteArray>
#include <QStringList>

namespace release {

namespace {

constexpr QByteArrayView kOpens = "<!--";
constexpr QByteArrayView kCloses = "-->";
constexpr QByteArrayView kId = "relevo:";

qsizetype runOf(QByteArrayView content, qsizetype at, char c) noexcept
{
    qsizetype end = at;
    while (end < content.size() && content[end] == c)
        ++end;
    return end - at;
}

/// Walks a paragraph once and leaves comments out. Every search that failed is remembered, so that a
/// text of openings only stays linear.
class Cleaner
{
public:
    explicit Cleaner(QByteArrayView content) : m_content(content) {}

    InlineText clean()
    {
        while (m_at < m_content.size()) {
            if (m_content[m_at] == '`')
                code();
            else if (m_content.sliced(m_at).startsWith(kOpens))
                comment();
            else
                take(m_content[m_at] == '\\' && m_at + 1 < m_content.size() ? 2 : 1);
        }
        return {oneLine(), QString::fromUtf8(m_id)};
    }

private:
    void take(qsizetype bytes)
    {
        m_kept += m_content.sliced(m_at, bytes);
        if (!m_kept.back() || !QByteArrayView(" \t\r\n").contains(m_kept.back()))
            m_id.clear(); // only a trailing comment names the item
        m_at += bytes;
    }

    void code()
    {
        const qsizetype run = runOf(m_content, m_at, '`');
        if (run == m_hopelessRun)
            return take(run);
        for (qsizetype end = m_content.indexOf('`', m_at + run); end >= 0;) {
            const qsizetype closing = runOf(m_content, end, '`');
            if (closing == run)
                return take(end + run - m_at);
            end = m_content.indexOf('`', end + closing);
        }
        m_hopelessRun = run;
        take(run);
    }

    void comment()
    {
        const qsizetype inside = m_at + kOpens.size();
        const qsizetype end = m_hasNoClosing ? -1 : m_content.indexOf(kCloses, inside);
        if (end < 0) {
            m_hasNoClosing = true;
            return take(1);
        }
        const QByteArrayView words = m_content.sliced(inside, end - inside).trimmed();
        m_id = words.startsWith(kId) ? words.sliced(kId.size()).toByteArray() : QByteArray();
        m_at = end + kCloses.size();
    }

    QString oneLine() const
    {
        QStringList lines;
        for (const QByteArray& line : QByteArray(m_kept).replace('\r', '\n').split('\n')) {
            const QString words = QString::fromUtf8(line).trimmed();
            if (!words.isEmpty())
                lines += words;
        }
        return lines.join(u' ');
    }

    QByteArrayView m_content;
    qsizetype m_at = 0;
    qsizetype m_hopelessRun = 0;
    bool m_hasNoClosing = false;
    QByteArray m_kept;
    QByteArray m_id;
};

} // namespace

InlineText inlineText(QByteArrayView content)
{
    return Cleaner(content).clean();
}

QString withoutMarks(const QString& text)
{
    QString plain = text;
    for (const char* mark : {"**", "__", "`"})
        plain.remove(QLatin1StringView(mark));
    return plain.simplified();
}

} // namespace release
