// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace panels {

/// An intent as people read it; its code where this program does not know it.
[[nodiscard]] QString intentText(const QString& code);

} // namespace panels
