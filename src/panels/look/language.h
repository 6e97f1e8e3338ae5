// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace panels {

/// "es" or "en"; anything else means the system's. Every open window hears a LanguageChange.
void applyLanguage(const QString& language);
/// "es" or "en".
[[nodiscard]] QString currentLanguage();

} // namespace panels
