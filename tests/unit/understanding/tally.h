// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "unit/understanding/corpus.h"
#include "unit/understanding/reading.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace understanding {

/// So many of so many; a share where nothing was asked is whole.
class Share
{
public:
    void count(bool isRight)
    {
        ++m_all;
        m_right += isRight ? 1 : 0;
    }
    [[nodiscard]] double value() const { return m_all == 0 ? 1.0 : double(m_right) / m_all; }
    [[nodiscard]] QString text() const;

private:
    int m_right = 0, m_all = 0;
};

/// What of a message the report of a miss shows.
enum class Miss : std::uint8_t {
    WithText,
    LineOnly, ///< so that running the test shows nobody what a held-out corpus says
};

/// How much of a corpus was understood, in all and a language.
class Tally
{
public:
    explicit Tally(Miss misses) : m_misses(misses) {}

    void judge(const Message& message, const Reading& reading);
    /// Judges the classifier's word without the flow, for comparison.
    void judgeClassifier(const Message& message, const QString& intent);

    /// The share that is right, 0 to 1, of the messages that tell it, over all languages: of
    /// "intent", "problem" (also none heard where none is told), "problem where one is told",
    /// "both problems", "device", "system", "brand", "code" or "moves on"; 0 if none was judged.
    [[nodiscard]] double right(const QByteArray& figure) const;
    [[nodiscard]] const QStringList& deadEnds() const { return m_deadEnds; }
    /// The figures a language, then what was missed, a line each.
    [[nodiscard]] QString report() const;

private:
    using Figures = QMap<QByteArray, Share>;

    void count(const Message& message, const QByteArray& figure, bool isRight);
    [[nodiscard]] QString placeOf(const Message& message) const;

    Miss m_misses;
    Figures m_figures;
    QMap<QString, Figures> m_ofLanguage;
    QStringList m_missed, m_deadEnds;
};

} // namespace understanding
