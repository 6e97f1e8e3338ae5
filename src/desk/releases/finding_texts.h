// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/values.h"

#include <functional>

namespace desk {

/// What came of a check, for people: the one table for the window and for relevoctl. A sentence in the
/// language of `translate`, which is given English of the context "Findings".
[[nodiscard]] QString findingText(const probes::Finding& finding,
                                  const std::function<QString(const char*)>& translate);

} // namespace desk
