// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/markdown/blocks.h"

#include "release/markdown/line_index.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <memory>
#include <optional>
#include <vector>

namespace release {

namespace {

constexpr qsizetype kMegabyte = qsizetype{1024} * 1024;
constexpr qsizetype kLargest = 64 * kMegabyte;
constexpr qsizetype kLongestLine = kMegabyte;
constexpr qsizetype kPiece = qsizetype{16} * 1024;
/// The parser looks at every open level for each line. Up to here that is cheap.
constexpr qsizetype kUsualLevels = 64;
/// Levels times lines, where there are more: some ten seconds' worth.
constexpr qsizetype kMostSteps = 100'000'000;
/// A paragraph that is fed before the document, see BlockReader.
constexpr QByteArrayView kAhead = "x\n\n";
constexpr qsizetype kLinesAhead = 2;

struct FreeBlockParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeRootFinder {
    void operator()(cmark_syntax_extension* extension) const
    {
        cmark_syntax_extension_free(cmark_get_default_mem_allocator(), extension);
    }
};

cmark_node* rememberRoot(cmark_syntax_extension* self, int, cmark_parser*, cmark_node* parent,
                         unsigned char*, int)
{
    auto& root = *static_cast<cmark_node**>(cmark_syntax_extension_get_private(self));
    if (!root)
        root = parent;
    return nullptr;
}

std::optional<BlockKind> blockKindOf(cmark_node* node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_BLOCK_QUOTE)
        return BlockKind::Quote;
    if (type == CMARK_NODE_LIST)
        return BlockKind::List;
    if (type == CMARK_NODE_ITEM)
        return BlockKind::Item;
    if (type == CMARK_NODE_HEADING)
        return BlockKind::Heading;
    if (type == CMARK_NODE_PARAGRAPH)
        return BlockKind::Paragraph;
    if (type == CMARK_NODE_CODE_BLOCK)
        return BlockKind::Code;
    if (type == CMARK_NODE_HTML_BLOCK)
        return BlockKind::Html;
    return std::nullopt; // a rule
}

/// Of a code block that was closed, the content has become its literal. The content is taken with its
/// size: cmark_node_get_string_content() of an empty title hands out bytes without an end.
QByteArray contentOf(cmark_node* node)
{
    const char* const literal = cmark_node_get_literal(node);
    if (literal && *literal)
        return literal;
    const cmark_strbuf& content = node->content;
    return {reinterpret_cast<const char*>(content.ptr), content.size};
}

bool mayContain(BlockKind kind)
{
    return kind == BlockKind::Quote || kind == BlockKind::List || kind == BlockKind::Item;
}

/// Feeds the parser piece by piece and visits what is closed. cmark_parser_finish() is never called:
/// it would read inside all lines, which is not needed and for some texts takes quadratic time. So the
/// root is not handed out, but an extension's hook is told the parent of a new block: the paragraph
/// ahead makes that call happen, with the root as parent, before anything else.
class BlockReader
{
public:
    BlockReader(QByteArrayView source, qsizetype from, const LineIndex& lines,
                const BlockListener& listener)
        : m_source(source), m_from(from), m_firstLine(lines.lineAt(from)), m_lines(lines),
          m_listener(listener), m_finder(cmark_syntax_extension_new("relevo-root")),
          m_parser(cmark_parser_new(CMARK_OPT_DEFAULT))
    {
        cmark_syntax_extension_set_private(m_finder.get(), static_cast<void*>(&m_root), nullptr);
        cmark_syntax_extension_set_open_block_func(m_finder.get(), rememberRoot);
        cmark_parser_attach_syntax_extension(m_parser.get(), m_finder.get());
        feed(kAhead);
    }

    base::Result<void> read()
    {
        qsizetype steps = 0;
        for (qsizetype at = m_from; at < m_source.size();) {
            qsizetype end = at;
            qsizetype linesOfPiece = 0;
            for (; end < m_source.size() && end - at < kPiece; ++linesOfPiece)
                end = nextLine(m_source, end);
            feed(m_source.sliced(at, end - at));
            at = end;
            visit(false);
            const auto levels = static_cast<qsizetype>(m_open.size());
            steps += levels > kUsualLevels ? linesOfPiece * levels : 0;
            if (steps > kMostSteps)
                return base::fail(base::Code::Invalid,
                                  QStringLiteral("%1 levels inside each other in line %2")
                                      .arg(levels)
                                      .arg(m_lines.lineAt(at - 1)));
        }
        feed("\n"); // an unended last line
        visit(true);
        return {};
    }

private:
    void feed(QByteArrayView bytes)
    {
        cmark_parser_feed(m_parser.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
    }

    /// Entered and not left.
    struct OpenBlock {
        cmark_node* node;
        bool isClosed; ///< by the parser: nothing more comes into it
    };

    /// Goes on from where it stopped. A block is closed for good once another stands behind it or
    /// behind what encloses it; of the others only what contains is entered.
    void visit(bool isEnd)
    {
        bool isClosed = isEnd;
        for (OpenBlock& open : m_open)
            open.isClosed = isClosed = isClosed || cmark_node_next(open.node);
        while (true) {
            const OpenBlock parent = m_open.empty() ? OpenBlock{m_root, isEnd} : m_open.back();
            if (cmark_node* const child = cmark_node_first_child(parent.node)) {
                const auto kind = blockKindOf(child);
                const bool isContainer = kind && mayContain(*kind);
                const bool isChildClosed = parent.isClosed || cmark_node_next(child);
                if (!isContainer && !isChildClosed)
                    return;
                if (kind)
                    enter(child, *kind);
                if (isContainer)
                    m_open.push_back({child, isChildClosed});
                else
                    cmark_node_free(child);
                continue;
            }
            if (m_open.empty() || !parent.isClosed)
                return;
            m_listener.left(*blockKindOf(parent.node));
            m_open.pop_back();
            cmark_node_free(parent.node);
        }
    }

    void enter(cmark_node* node, BlockKind kind)
    {
        const qsizetype line = cmark_node_get_start_line(node) - kLinesAhead;
        if (line < 1)
            return;
        Block block;
        block.kind = kind;
        block.line = line + m_firstLine - 1;
        const qsizetype start = line == 1 ? m_from : m_lines.startOf(block.line);
        block.at = start + cmark_node_get_start_column(node) - 1;
        if (kind == BlockKind::Heading)
            block.level = cmark_node_get_heading_level(node);
        if (!mayContain(kind))
            block.content = contentOf(node);
        m_listener.entered(block);
    }

    QByteArrayView m_source;
    qsizetype m_from;
    qsizetype m_firstLine;
    const LineIndex& m_lines;
    const BlockListener& m_listener;
    cmark_node* m_root = nullptr; ///< the parser's
    std::unique_ptr<cmark_syntax_extension, FreeRootFinder> m_finder;
    std::unique_ptr<cmark_parser, FreeBlockParser> m_parser; ///< gone before what it calls
    std::vector<OpenBlock> m_open;                           ///< outermost first
};

} // namespace

base::Result<void> readBlocks(QByteArrayView source, qsizetype from, const BlockListener& listener)
{
    if (source.size() > kLargest)
        return base::fail(base::Code::Invalid, QStringLiteral("a document of over 64 MB"));
    const LineIndex lines(source);
    if (lines.longest() > kLongestLine)
        return base::fail(base::Code::Invalid, QStringLiteral("a line of over 1 MB"));
    if (from >= source.size())
        return {};
    return BlockReader(source, from, lines, listener).read();
}

} // namespace release
