// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/editing/template_faults.h"

#include <QString>

namespace panels {

/// Why this template cannot be kept yet, in the language of now.
[[nodiscard]] QString templateFaultText(const release::TemplateFault& fault,
                                        const release::Template& plan);

} // namespace panels
