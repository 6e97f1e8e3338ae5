// SPDX-License-Identifier: GPL-3.0-or-later
// What crosses the control socket where checks run at the asker's end, as JSON.
#pragma once

#include "app/commands/io.h"

namespace app {

[[nodiscard]] QByteArray bytesOf(const ChecksAsked& asked);
/// Invalid: it is something else.
[[nodiscard]] base::Result<ChecksAsked> checksAskedOf(const QByteArray& bytes);

[[nodiscard]] QByteArray bytesOf(const probes::Finding& finding);
/// Invalid: it is something else.
[[nodiscard]] base::Result<probes::Finding> findingOf(const QByteArray& bytes);

} // namespace app
