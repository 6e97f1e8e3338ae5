// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nlu/trainer.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace desk {

/// The model of the shipped phrases: read from the file where it is of this version, else trained,
/// and then written there. Takes up to a second: on the learning thread. Invalid: the phrases do
/// not train a model; a file that cannot be read or written is no error.
[[nodiscard]] base::Result<std::shared_ptr<const nlu::Model>>
shippedModel(const std::vector<nlu::Example>& phrases, const QString& file);

} // namespace desk
