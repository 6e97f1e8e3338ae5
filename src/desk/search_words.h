// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <QString>

namespace desk {

/// What was typed into the search box: words, "phrases", `from:customer|bot|agent|note` (Spanish
/// `de:` and the Spanish names too), `before:2026-11-01` (`antes:`). What is no known filter stays a
/// word.
[[nodiscard]] store::SearchQuery parseSearch(const QString& typed);

} // namespace desk
