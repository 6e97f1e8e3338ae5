// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/call.h"

#include <string_view>

namespace gateway {

inline constexpr std::string_view kArticlePath = "/articles/";

/// GET /articles/{slug}?lang=es-AR|es|en: a published article as a small page without script. Without
/// `lang` the browser's language counts, then any. Otherwise a page that says 404.
void articlePage(const SharedCall& call);

} // namespace gateway
