// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>

namespace panels {

/// "es" or "en"; anything else means the system's. Every open window hears a LanguageChange.
void applyLanguage(const QString& language);
/// "es" or "en".
[[nodiscard]] QString currentLanguage();
/// Day and time as short as the language writes them, of this machine's zone.
[[nodiscard]] QString whenText(base::WallTime time);

} // namespace panels
