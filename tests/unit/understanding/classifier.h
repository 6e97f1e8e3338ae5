// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values.h"

#include <QList>
#include <QString>

#include <memory>

namespace understanding {

/// The classifier, trained on the phrases of resources/nlu/intents as the program does at its start.
class Classifier
{
public:
    Classifier(); ///< ends the program where nothing can be learnt
    ~Classifier();

    /// Best first, as the desk fills Facts::candidates.
    [[nodiscard]] QList<engine::IntentCandidate> classify(const QString& text) const;
    /// What classify() alone takes the text for; empty: nothing.
    [[nodiscard]] QString intentOf(const QString& text) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace understanding
