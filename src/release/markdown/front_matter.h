// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace release {

/// How many bytes stand before the Markdown: a byte-order mark and front matter. Front matter begins
/// with a first line "---", ends with a line "---" or "...", and its first line that is neither blank
/// nor a comment names a key ("title: …"): so a document that only opens with a rule is not taken for
/// it. Source: Jekyll's documentation (https://jekyllrb.com/docs/front-matter/), YAML 1.2.
[[nodiscard]] qsizetype markdownStart(QByteArrayView source) noexcept;

} // namespace release
