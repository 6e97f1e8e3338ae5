// SPDX-License-Identifier: GPL-3.0-or-later
// Templates as JSON: resources/releases/*.json, described by template.schema.json beside them. A text
// there is one string, or one for each language: {"es":"…","en":"…"}.
#pragma once

#include "base/result.h"
#include "release/values.h"

#include <QByteArray>

#include <vector>

namespace release {

inline constexpr std::size_t kMostItems = 20'000; ///< of one template

/// In one language: the template itself, then one for each of its strategies, which change some of
/// its items and have ids of their own.
///
/// Invalid names the place: no JSON of this schema, an unknown name, a missing title, a plan with a
/// cycle, too many items. `language` is "es" or "en"; a text without it falls back to the other.
[[nodiscard]] base::Result<std::vector<Template>> loadTemplates(const QByteArray& json,
                                                                const QString& language);

/// The JSON of one template in its language, from which loadTemplates() makes the same again.
[[nodiscard]] QByteArray writtenTemplate(const Template& source);

} // namespace release
