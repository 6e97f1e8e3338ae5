// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/labelled_set.h"

#include <QStringList>

#include <cmath>
#include <random>

namespace support {

namespace {

constexpr int kCommonWords = 600;
constexpr int kOwnWords = 14;
constexpr int kStrangeWords = 3'000;

/// The word of a number: three to four syllables, the same for ever.
QString wordOf(quint64 number)
{
    static const QString kOnsets = QStringLiteral("bcdfgjlmnprstv");
    static const QString kVowels = QStringLiteral("aeiou");
    quint64 rest = (number + 1) * 0x9E3779B97F4A7C15ULL;
    rest ^= rest >> 29U;
    QString word;
    const int syllables = 2 + static_cast<int>(rest % 3);
    for (int i = 0; i < syllables; ++i) {
        rest = rest * 6364136223846793005ULL + 1442695040888963407ULL;
        const auto at = rest >> 33U;
        word += kOnsets[static_cast<qsizetype>(at % 14)];
        word += kVowels[static_cast<qsizetype>(at / 14 % 5)];
    }
    return word;
}

class Speaker
{
public:
    explicit Speaker(const LabelledSet& wanted) : m_wanted(wanted), m_chance(wanted.seed) {}

    [[nodiscard]] nlu::Example say(int intent)
    {
        const bool isOut = chance() < m_wanted.outOfScope;
        QStringList words;
        const int length = 4 + static_cast<int>(below(14));
        for (int i = 0; i < length; ++i)
            words += slipped(wordOf(numberOf(isOut ? -1 : intent)));
        return {.text = words.join(u' '),
                .intent = isOut ? nlu::kOutOfScope
                                : QStringLiteral("intent_%1").arg(intent, 3, 10, QLatin1Char('0'))};
    }

private:
    [[nodiscard]] double chance() { return std::uniform_real_distribution<>(0, 1)(m_chance); }
    [[nodiscard]] quint64 below(quint64 bound) { return m_chance() % bound; }

    [[nodiscard]] quint64 numberOf(int intent)
    {
        constexpr double kOwn = 0.4;
        if (chance() >= kOwn) // Zipf's law, nearly
            return static_cast<quint64>(std::pow(static_cast<double>(kCommonWords), chance())) - 1;
        if (intent < 0)
            return 1'000'000 + below(kStrangeWords);
        // Every third word of an intent is one of its neighbour.
        const auto whose = static_cast<quint64>(below(3) == 0 ? intent + 1 : intent);
        return 10'000 + whose * kOwnWords + below(kOwnWords);
    }
    [[nodiscard]] QString slipped(QString word)
    {
        if (chance() >= m_wanted.typos)
            return word;
        const auto at = static_cast<qsizetype>(below(static_cast<quint64>(word.size() - 1)));
        std::swap(word[at], word[at + 1]);
        return word;
    }

    const LabelledSet& m_wanted;
    std::mt19937_64 m_chance;
};

} // namespace

std::vector<nlu::Example> makeLabelledSet(const LabelledSet& wanted)
{
    Speaker speaker(wanted);
    std::vector<nlu::Example> examples;
    examples.reserve(static_cast<std::size_t>(wanted.phrases));
    for (int i = 0; i < wanted.phrases; ++i)
        examples.push_back(speaker.say(i % wanted.intents));
    return examples;
}

} // namespace support
