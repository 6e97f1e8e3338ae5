// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/language.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nlu {

namespace {

constexpr int kLongest = 4;
/// ln odds, for a text of a few letters and upwards; below, nobody could say.
constexpr double kEnough = 1.5;
constexpr double kPartsOfOne = 16.0;

/// Lower case letters with their accents (they tell), every word between two spaces.
QString lettersOf(QStringView text)
{
    constexpr qsizetype kEnoughLetters = 400;
    QString out(u' ');
    for (const QChar c : text.left(kEnoughLetters)) {
        if (c.isLetter())
            out += c.toLower();
        else if (c == u'\u00bf' || c == u'\u00a1')
            out += c;
        else if (c != u'\'' && c != u'\u2019' && !out.endsWith(u' '))
            out += u' ';
    }
    if (!out.endsWith(u' '))
        out += u' ';
    return out;
}

/// Calls `take(bucket)` for each run that does not cross a space.
template <class Take>
void eachRun(const QString& letters, const Take& take)
{
    for (qsizetype from = 0; from < letters.size(); ++from) {
        std::uint32_t hash = 2166136261U; // FNV-1a
        for (qsizetype i = from; i < letters.size() && i < from + kLongest; ++i) {
            hash = (hash ^ letters[i].unicode()) * 16777619U;
            const bool isSpace = letters[i] == u' ';
            if (!isSpace || i > from)
                take((hash ^ (hash >> 15U)) % LanguageGuess::kBuckets);
            if (isSpace && i > from)
                break;
        }
    }
}

} // namespace

QString languageName(Language language)
{
    switch (language) {
    case Language::Spanish: return QStringLiteral("es");
    case Language::English: return QStringLiteral("en");
    case Language::Unknown: break;
    }
    return {};
}

LanguageGuess LanguageGuess::learn(std::span<const Example> examples)
{
    constexpr double kSmoothing = 0.5;
    std::array<std::vector<double>, 2> counts{std::vector<double>(kBuckets, kSmoothing),
                                              std::vector<double>(kBuckets, kSmoothing)};
    std::array<double, 2> all{kSmoothing * kBuckets, kSmoothing * kBuckets};
    std::array<std::size_t, 2> phrases{};
    for (const Example& example : examples) {
        if (example.language.isEmpty())
            continue;
        const std::size_t side = example.language.startsWith(QLatin1String("en")) ? 1 : 0;
        ++phrases[side];
        eachRun(lettersOf(example.text), [&](std::size_t bucket) {
            counts[side][bucket] += 1;
            all[side] += 1;
        });
    }
    if (phrases[0] == 0 || phrases[1] == 0)
        return {};
    std::vector<std::int8_t> evidence(kBuckets);
    for (std::size_t i = 0; i < kBuckets; ++i) {
        // Only what was seen tells anything; the rest would speak for the smaller side.
        const bool wasSeen = counts[0][i] + counts[1][i] > 2 * kSmoothing;
        const double odds = wasSeen ? std::log(counts[0][i] / all[0] / (counts[1][i] / all[1])) : 0;
        evidence[i] =
            static_cast<std::int8_t>(std::clamp(std::round(odds * kPartsOfOne), -127.0, 127.0));
    }
    return LanguageGuess(std::move(evidence));
}

Language LanguageGuess::of(QStringView text) const
{
    if (m_evidence.size() != kBuckets)
        return Language::Unknown;
    double odds = 0;
    eachRun(lettersOf(text), [&](std::size_t bucket) { odds += m_evidence[bucket]; });
    odds /= kPartsOfOne;
    if (std::abs(odds) < kEnough)
        return Language::Unknown;
    return odds > 0 ? Language::Spanish : Language::English;
}

} // namespace nlu
