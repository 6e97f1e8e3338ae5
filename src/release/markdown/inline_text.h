// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace release {

/// What a paragraph or heading says, in one line.
struct InlineText {
    QString text; ///< the source's marks are kept, HTML comments are not
    QString id;   ///< of a trailing "<!-- relevo:ID -->"; empty: none
};

/// A comment inside a code span is text (CommonMark 0.31, 6.1 and 6.6).
[[nodiscard]] InlineText inlineText(QByteArrayView content);

/// Without the marks of strong, emphasis and code.
[[nodiscard]] QString withoutMarks(const QString& text);

} // namespace release
