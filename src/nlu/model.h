// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "engine/values.h"
#include "nlu/calibration.h"
#include "nlu/clauses.h"
#include "nlu/features.h"
#include "nlu/language.h"
#include "nlu/linear.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

namespace nlu {

/// What was made of a message.
struct Understanding {
    /// Best first. Where a message has several clauses, what each of them wants stands here too,
    /// never above what the whole was taken for.
    QList<engine::IntentCandidate> candidates;
    bool isOutOfScope = false; ///< none is probable enough, or the best is "out_of_scope"
    Language language = Language::Unknown;
};

/// How a model did on phrases that it was not trained on.
struct Figures {
    int phrases = 0;
    double accuracy = 0;         ///< see Evaluation in evaluation.h
    double inScopeAccuracy = 0;  ///< a refused phrase in scope counts as wrong
    double outOfScopeRecall = 0; ///< 0 without phrases out of scope
    bool operator==(const Figures&) const = default;
};

/// A classifier that was trained. Immutable; any number of threads may use one.
class Model
{
public:
    struct Parts {
        QString version; ///< a hash of the training data and the parameters
        QStringList intents;
        Runs runs;
        Dictionary dictionary;
        Weights weights;
        Calibration calibration;
        LanguageGuess language;
        int phrases = 0; ///< that it was trained on
        Figures figures; ///< on a held-back part, before it was trained on that too
    };
    explicit Model(Parts parts);

    /// At most `most` candidates. None for a message without words.
    [[nodiscard]] Understanding classify(QStringView text, int most = 5) const;

    /// What these words of a message are taken for, as if they were all of it, whatever the
    /// threshold and without what is out of scope: at most `most`, best first.
    [[nodiscard]] QList<engine::IntentCandidate> likeliest(const engine::Normalised& message,
                                                           const Clause& words, int most) const;

    /// The bytes of a file: compressed, with a checksum.
    [[nodiscard]] QByteArray serialise() const;
    /// Corrupt: damaged, cut off, foreign, or made by another version of this format.
    [[nodiscard]] static base::Result<std::shared_ptr<const Model>>
    deserialise(const QByteArray& bytes);

    [[nodiscard]] const QString& version() const noexcept { return m_parts.version; }
    [[nodiscard]] const QStringList& intents() const noexcept { return m_parts.intents; }
    [[nodiscard]] const Parts& parts() const noexcept { return m_parts; }

private:
    /// Probabilities of the intents, then of none.
    [[nodiscard]] std::vector<float> judged(const engine::Normalised& message, std::size_t first,
                                            std::size_t count) const;
    /// The best intent in scope, -1 where it is refused: "out_of_scope" is likelier, or it is itself
    /// not likely enough.
    [[nodiscard]] int accepted(const std::vector<float>& probabilities) const;
    /// How strongly some clause speaks for each intent.
    [[nodiscard]] std::vector<float> clauseSupport(const engine::Normalised& message) const;

    Parts m_parts;
    int m_outOfScope = -1;
};

} // namespace nlu
