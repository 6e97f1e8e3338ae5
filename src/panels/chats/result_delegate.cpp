// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/result_delegate.h"

#include "panels/look/theme.h"

#include <QPainter>
#include <QTextLayout>

namespace panels {

namespace {
constexpr int kResultPadding = 8;
constexpr QChar kMatchBegin(2);
constexpr QChar kMatchEnd(3);
} // namespace

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, 2 * option.fontMetrics.height() + 2 * kResultPadding + 4};
}

void ResultDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, colours().selected);
    const QRect area = option.rect.adjusted(10, kResultPadding, -10, -kResultPadding);
    painter->setPen(colours().quiet);
    painter->drawText(
        area, Qt::AlignTop | Qt::AlignLeft,
        option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    QString plain;
    QList<QTextLayout::FormatRange> bold;
    for (const QChar c : index.data(SnippetRole).toString().simplified()) {
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
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width());
    layout.endLayout();
    layout.draw(painter, QPointF(area.left(), area.bottom() - option.fontMetrics.height()));
    painter->setPen(colours().line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

} // namespace panels
