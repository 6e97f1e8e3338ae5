// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nlu/examples.h"

#include <QStringView>

#include <cstdint>
#include <span>
#include <vector>

namespace nlu {

enum class Language { Unknown, Spanish, English };
/// "es", "en"; empty: unknown.
[[nodiscard]] QString languageName(Language language);

/// Tells Spanish from English in short texts, by naive Bayes over the runs of 1 to 4 letters of
/// labelled phrases. "Unknown" for what has no letters, or as much of one as of the other ("wifi",
/// "ok"), and always without phrases of both languages. Immutable; any thread.
class LanguageGuess
{
public:
    LanguageGuess() = default;
    [[nodiscard]] static LanguageGuess learn(std::span<const Example> examples);
    /// From a file: kBuckets evidences, or none.
    explicit LanguageGuess(std::vector<std::int8_t> evidence) : m_evidence(std::move(evidence)) {}

    [[nodiscard]] Language of(QStringView text) const;

    static constexpr std::size_t kBuckets = 1U << 14U;
    /// For each bucket ln(P(bucket | Spanish) / P(bucket | English)) in sixteenths.
    [[nodiscard]] const std::vector<std::int8_t>& evidence() const noexcept { return m_evidence; }

private:
    std::vector<std::int8_t> m_evidence;
};

} // namespace nlu
