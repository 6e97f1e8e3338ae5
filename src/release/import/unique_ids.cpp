// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/import/unique_ids.h"

#include "release/markdown/status_words.h"

namespace release {

namespace {

constexpr qsizetype kLongestStem = 40;

QString stemOf(const QString& text)
{
    QString stem;
    for (const QChar c : folded(text.left(4 * kLongestStem))) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (isPlain)
            stem += c;
        else if (!stem.isEmpty() && !stem.endsWith(u'-'))
            stem += u'-';
    }
    if (stem.size() > kLongestStem) {
        const auto end = stem.lastIndexOf(u'-', kLongestStem);
        stem.truncate(end > 0 ? end : kLongestStem);
    }
    while (stem.endsWith(u'-'))
        stem.chop(1);
    return stem;
}

} // namespace

bool UniqueIds::take(const QString& id)
{
    if (m_used.contains(id))
        return false;
    m_used.insert(id);
    return true;
}

QString UniqueIds::fresh(const QString& text, const QString& otherwise)
{
    const QString own = stemOf(text);
    const QString& stem = own.isEmpty() ? otherwise : own;
    QString id = stem;
    int& number = m_numbers[stem];
    while (!take(id)) {
        number = std::max(number + 1, 2);
        id = stem + u'-' + QString::number(number);
    }
    return id;
}

} // namespace release
