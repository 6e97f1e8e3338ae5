// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace release {

enum class BlockKind { Quote, List, Item, Heading, Paragraph, Code, Html };

/// A block of a Markdown document as it is met.
struct Block {
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;      ///< of a heading, 1–6
    QByteArray content; ///< source of headings, paragraphs and code, without what contains them
    qsizetype line = 0; ///< where it begins, from 1
    qsizetype at = 0;   ///< where it begins: a byte of the source
};

/// `entered` for every block in the order of the document; `left` for quotes, lists and items, once
/// everything in them was entered.
struct BlockListener {
    std::function<void(const Block&)> entered;
    std::function<void(BlockKind)> left;
};

/// Reads the blocks of a document (CommonMark through cmark-gfm, without its extensions, and without
/// reading inside lines). Blocks are forgotten as soon as they are closed, so that memory follows the
/// longest open part and not the file. The first `from` bytes are not Markdown.
/// Invalid: over 64 MB, a line of over 1 MB, or so many levels over so many lines that reading them
/// would take minutes (over 64, and 100 million levels times lines).
[[nodiscard]] base::Result<void> readBlocks(QByteArrayView source, qsizetype from,
                                            const BlockListener& listener);

} // namespace release
