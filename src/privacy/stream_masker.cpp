// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/stream_masker.h"

#include "privacy/find.h"

#include <algorithm>

namespace privacy {

namespace {

constexpr qsizetype kBlock = qsizetype{64} * 1024; ///< searched at once
constexpr qsizetype kHeldBack = 4096;              ///< what may still be the beginning of something
constexpr qsizetype kRemembered = 1024;            ///< words before the next block
constexpr qsizetype kLongestEntity = qsizetype{1024} * 1024; ///< a key longer than that is cut

/// Where the text may be cut: behind a line, else behind a word.
qsizetype cutOf(QStringView text, qsizetype from)
{
    const qsizetype latest = text.size() - kHeldBack;
    for (const QChar end : {QChar(u'\n'), QChar(u' ')}) {
        const qsizetype at = text.lastIndexOf(end, latest - 1);
        if (at >= from)
            return at + 1;
    }
    return latest;
}

} // namespace

QString StreamMasker::feed(QStringView piece)
{
    QString out;
    while (!piece.isEmpty()) {
        const qsizetype room = std::max<qsizetype>(kBlock, m_done + 2 * kHeldBack);
        const qsizetype taken = std::min(piece.size(), room);
        m_text += piece.first(taken);
        piece = piece.sliced(taken);
        if (m_text.size() - m_done >= kBlock)
            out += process(Ending::More);
    }
    return out;
}

QString StreamMasker::finish()
{
    QString out = process(Ending::Last);
    m_text.clear();
    m_done = 0;
    return out;
}

QString StreamMasker::process(Ending ending)
{
    std::vector<Entity> entities = find(m_text);
    qsizetype cut = ending == Ending::Last ? m_text.size() : cutOf(m_text, m_done);
    for (const Entity& entity : entities) {
        if (entity.start < cut && cut < entity.end)
            cut = entity.start;
    }
    // One that fills everything: wait for its end, but not for ever.
    if (cut <= m_done && ending == Ending::More) {
        if (m_text.size() - m_done < kLongestEntity)
            return {};
        cut = m_text.size() - kHeldBack;
    }
    std::vector<Entity> fresh;
    for (Entity entity : entities) {
        if (entity.end <= m_done || entity.start >= cut)
            continue;
        entity.start = std::max(entity.start, m_done) - m_done;
        entity.end = std::min(entity.end, cut) - m_done;
        fresh.push_back(std::move(entity));
    }
    QString out = mask(QStringView(m_text).sliced(m_done, cut - m_done), fresh, m_pseudonyms);
    const qsizetype kept = std::max<qsizetype>(0, cut - kRemembered);
    m_text.remove(0, kept);
    m_done = cut - kept;
    return out;
}

} // namespace privacy
