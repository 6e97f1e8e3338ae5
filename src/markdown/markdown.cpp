// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cstdlib>
#include <memory>
#include <tuple>

namespace markdown {

namespace {

// CMARK_OPT_UNSAFE is never set: that is what leaves HTML and dangerous links out.
constexpr int kOptions = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;
constexpr const char* kExtensions[] = {"table", "strikethrough"};

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
struct FreeText {
    void operator()(char* text) const { std::free(text); } // NOLINT(cppcoreguidelines-no-malloc)
};
using Document = std::unique_ptr<cmark_node, FreeNode>;
using CText = std::unique_ptr<char, FreeText>;

// The library keeps its extensions in a list that must be filled by one thread only.
void registerExtensions()
{
    static const bool isDone = [] {
        cmark_gfm_core_extensions_ensure_registered();
        return true;
    }();
    std::ignore = isDone;
}

struct Parsed {
    std::unique_ptr<cmark_parser, FreeParser> parser;
    Document document;
};

Parsed parse(const QString& markdown)
{
    registerExtensions();
    Parsed parsed;
    parsed.parser.reset(cmark_parser_new(kOptions));
    for (const char* name : kExtensions)
        cmark_parser_attach_syntax_extension(parsed.parser.get(),
                                             cmark_find_syntax_extension(name));
    const QByteArray utf8 = markdown.toUtf8();
    cmark_parser_feed(parsed.parser.get(), utf8.constData(), static_cast<std::size_t>(utf8.size()));
    parsed.document.reset(cmark_parser_finish(parsed.parser.get()));
    return parsed;
}

void addText(QString& out, cmark_node* node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE: out += QString::fromUtf8(cmark_node_get_literal(node)); break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: out += u' '; break;
    default: break;
    }
}

QString textOf(cmark_node* paragraph)
{
    QString out;
    const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(paragraph));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        if (event == CMARK_EVENT_ENTER)
            addText(out, cmark_iter_get_node(iterator.get()));
    }
    return out.simplified();
}

} // namespace

QString toHtml(const QString& markdown)
{
    const Parsed parsed = parse(markdown);
    const CText html(cmark_render_html(parsed.document.get(), kOptions,
                                       cmark_parser_get_syntax_extensions(parsed.parser.get())));
    return QString::fromUtf8(html.get());
}

QString toPlainText(const QString& markdown)
{
    const Parsed parsed = parse(markdown);
    const CText text(cmark_render_plaintext(parsed.document.get(), kOptions, 0));
    return QString::fromUtf8(text.get()).trimmed();
}

QString excerpt(const QString& markdown, qsizetype longest)
{
    const Parsed parsed = parse(markdown);
    cmark_node* node = cmark_node_first_child(parsed.document.get());
    while (node && cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
        node = cmark_node_next(node);
    QString text = node ? textOf(node) : QString();
    if (text.size() <= longest)
        return text;
    text.truncate(longest - 1);
    if (const auto space = text.lastIndexOf(u' '); space > longest / 2)
        text.truncate(space);
    return text.trimmed() + u'…';
}

} // namespace markdown
