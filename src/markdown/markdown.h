// SPDX-License-Identifier: GPL-3.0-or-later
// markdown: what people write in articles, made ready to be shown or searched. GitHub's dialect with
// tables and strikethrough (cmark-gfm, https://github.github.com/gfm/). Pure: values in, values out;
// any thread. It knows base only.
//
//   markdown::toHtml("## Paso 1\n…")  ->  "<h2>Paso 1</h2>\n…"
#pragma once

#include <QString>

namespace markdown {

/// A fragment of HTML that may stand in a page of ours: HTML of the source is left out, and so is
/// where a link or picture leads to javascript:, vbscript:, file: or data:.
[[nodiscard]] QString toHtml(const QString& markdown);

/// The words without their marks, as a search indexes them.
[[nodiscard]] QString toPlainText(const QString& markdown);

/// The first paragraph as one line of at most `longest` characters, cut between words; empty where
/// there is none.
[[nodiscard]] QString excerpt(const QString& markdown, qsizetype longest = 240);

} // namespace markdown
