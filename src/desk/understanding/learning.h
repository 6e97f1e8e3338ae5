// SPDX-License-Identifier: GPL-3.0-or-later
// What runs on the learning thread: seconds of work, values in, values out.
#pragma once

#include "nlu/nlu.h"
#include "store/records.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace desk {

using ModelPointer = std::shared_ptr<const nlu::Model>;

/// The model of the shipped phrases: read from the file where it is of this version, else trained,
/// and then written there. Invalid: the phrases do not train a model; a file that cannot be read or
/// written is no error.
[[nodiscard]] base::Result<ModelPointer> shippedModel(const std::vector<nlu::Example>& phrases,
                                                      const QString& file,
                                                      const nlu::TrainOptions& options = {});

/// The model of problems likewise, from the files that name them (nlu::readProblemFiles()) and the
/// shipped phrases of intents. NotFound: there are no such files.
[[nodiscard]] base::Result<ModelPointer> problemModel(const std::vector<QByteArray>& problemFiles,
                                                      const std::vector<nlu::Example>& intents,
                                                      const QString& file);

/// A new model beside the one in use.
struct Lesson {
    nlu::Trained trained;
    double before = 0; ///< accuracy of the model in use …
    double after = 0;  ///< … and of the new one, on the same phrases, which neither was taught
    [[nodiscard]] bool isNotWorse() const noexcept { return after >= before; }
};
/// Learns from the shipped and the corrected phrases; a corrected one counts kCorrectionWeight times.
/// \param judge bytes of the model in use, trained without the held-back part; empty: the shipped one
[[nodiscard]] base::Result<Lesson> learn(const std::vector<nlu::Example>& shipped,
                                         const std::vector<store::PhraseRow>& corrected,
                                         const QByteArray& judge);

inline constexpr int kCorrectionWeight = 3;

} // namespace desk
