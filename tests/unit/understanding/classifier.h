// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values.h"

#include <QString>

#include <memory>

namespace understanding {

/// The classifiers of intents and problems, trained on the phrases of resources/nlu and of the
/// catalogue as the program does at its start.
class Classifier
{
public:
    Classifier(); ///< ends the program where nothing can be learnt
    ~Classifier();

    /// Fills in the candidates, as the desk does.
    void understand(const QString& text, engine::Facts& facts) const;
    /// The intent that the classifier alone takes the text for; empty: none.
    [[nodiscard]] QString intentOf(const QString& text) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace understanding
