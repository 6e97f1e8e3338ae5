// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace gateway {

enum class Language { Es, En };

/// From a locale ("es-AR") or an Accept-Language header: the first of its languages that is ours.
/// Spanish where there is none.
[[nodiscard]] Language languageOf(std::string_view locale) noexcept;

/// A refusal as clients see it: a status, a stable code, a sentence for people.
struct Refusal {
    int status = 500;
    std::string code;
    std::string message;
    int retryAfterSeconds = 0; ///< 0: none
};

/// The one table of codes, statuses and sentences; an unknown code is "internal".
[[nodiscard]] Refusal refusalFor(std::string_view code, Language language);
[[nodiscard]] Refusal refusalFor(const base::Error& error, Language language);
/// What the server itself refuses.
[[nodiscard]] Refusal refusalForStatus(int status, Language language);

} // namespace gateway
