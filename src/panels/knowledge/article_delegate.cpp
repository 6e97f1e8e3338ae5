// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/knowledge/article_delegate.h"

#include "panels/knowledge/article_list_model.h"
#include "panels/knowledge/article_texts.h"
#include "panels/look/theme.h"

#include <QPainter>

namespace panels {

namespace {
constexpr int kArticlePadding = 7;
} // namespace

ArticleDelegate::ArticleDelegate(const ArticleListModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, 2 * option.fontMetrics.height() + 2 * kArticlePadding + 4};
}

void ArticleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const desk::Article& article = m_model.article(index.row());
    const Colours& c = colours();
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, c.selected);
    if (isSelected && option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), c.accent);
    const QRect area = option.rect.adjusted(12, kArticlePadding, -12, -kArticlePadding);
    const int lineHeight = option.fontMetrics.height();
    const QRect top(area.left(), area.top(), area.width(), lineHeight);
    const QRect below(area.left(), area.bottom() - lineHeight + 1, area.width(), lineHeight);

    const bool isUnsaved = m_model.isUnsaved(index.row());
    const QString sign = isUnsaved             ? tr("● not saved")
                         : article.isPublished ? QString()
                                               : tr("draft");
    painter->setFont(option.font);
    painter->setPen(isUnsaved ? c.warning : c.quiet);
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter, sign);
    const int signWidth = sign.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(sign) + 10;
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(article.isPublished ? option.palette.color(QPalette::Text) : c.quiet);
    painter->drawText(top.adjusted(0, 0, -signWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(articleTitle(article), Qt::ElideRight,
                                                    top.width() - signWidth));

    painter->setFont(option.font);
    painter->setPen(c.quiet);
    const QString languages = languagesText(article);
    painter->drawText(below, Qt::AlignRight | Qt::AlignVCenter, languages);
    const int languagesWidth = option.fontMetrics.horizontalAdvance(languages) + 10;
    painter->drawText(below.adjusted(0, 0, -languagesWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(usageText(article), Qt::ElideRight,
                                                    below.width() - languagesWidth));
    painter->setPen(c.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

} // namespace panels
