// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace release {

/// How a file's text was damaged before it came here.
enum class TextDamage {
    None,
    ReadAsMacRoman, ///< UTF-8 that was read as Mac Roman and written as UTF-8 again
    ReadAsLatin1,   ///< the same with Latin-1 or Windows-1252
};

struct ReadableText {
    QByteArray utf8;
    TextDamage repaired = TextDamage::None; ///< None: `utf8` is the file's own bytes
};

/// The text of a Markdown file. TextDamage is recognised by its reverse: where every sign above ASCII can
/// be turned back into a byte and the bytes are UTF-8 again, they were that; by chance a text in a
/// human language is never so. Tables: Unicode's ROMAN.TXT (2005) and WHATWG's windows-1252.
/// Invalid: UTF-16 or UTF-32 with a byte-order mark, or bytes that are no UTF-8; the detail says which
/// and in which line.
[[nodiscard]] base::Result<ReadableText> readableText(const QByteArray& file);

} // namespace release
