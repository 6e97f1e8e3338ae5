// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/io.h"
#include "probes/runner.h"

#include <functional>

namespace app {

/// Runs checks in this process, one after another, and waits. Blocks.
/// \param subjects what this process can be asked about itself
/// \param show what they print, as they print it
/// \param isOver once true, what is left is cancelled
[[nodiscard]] std::vector<probes::Finding>
runChecksHere(const ChecksAsked& asked, probes::Subjects subjects,
              const std::function<void(const QString& text)>& show,
              const std::function<bool()>& isOver);

} // namespace app
