// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "engine/flow.h"

#include <memory>

namespace nlu {
class Model;
}

namespace app {

/// The flow that --flow names, or the built-in one, with the built-in catalogue.
[[nodiscard]] base::Result<engine::Flow> flowOf(CommandContext& context);
/// A file of the one who gave the command. Invalid: longer than 16 MB.
[[nodiscard]] base::Result<QByteArray> readWhole(Io& io, const QString& path);
/// Trained on the built-in phrases, now. Invalid: there are none.
[[nodiscard]] base::Result<std::shared_ptr<const nlu::Model>> builtInModel();
/// Likewise on the built-in phrases of problems.
[[nodiscard]] base::Result<std::shared_ptr<const nlu::Model>> builtInProblemModel();

} // namespace app
