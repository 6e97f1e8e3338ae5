// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/result_delegate.h"

#include "panels/look/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace panels {

namespace {
constexpr QChar kMatchBegin(2);
constexpr QChar kMatchEnd(3);
} // namespace

TwoLineDelegate::Lines ResultDelegate::lines(const QModelIndex& index) const
{
    return {.upper = {.text = index.data().toString(), .colour = colours().quiet},
            .lower = {.text = index.data(SnippetRole).toString().simplified()}};
}

void ResultDelegate::paintLower(QPainter* painter, const QRect& area,
                                const QStyleOptionViewItem& option, const Line& line) const
{
    QString plain;
    QList<QTextLayout::FormatRange> bold;
    for (const QChar c : line.text) {
        if (c == kMatchBegin) {
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(plain.size());
            range.length = 0;
            range.format.setFontWeight(QFont::Bold);
            bold.append(range);
        } else if (c == kMatchEnd && !bold.isEmpty()) {
            bold.last().length = static_cast<int>(plain.size()) - bold.last().start;
        } else {
            plain += c;
        }
    }
    painter->setPen(option.palette.color(QPalette::Text));
    QTextLayout layout(plain, option.font);
    layout.setFormats(bold);
    layout.beginLayout();
    layout.createLine().setLineWidth(area.width());
    layout.endLayout();
    layout.draw(painter, area.topLeft());
}

} // namespace panels
