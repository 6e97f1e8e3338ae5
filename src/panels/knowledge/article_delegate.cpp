// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/knowledge/article_delegate.h"

#include "panels/knowledge/article_list_model.h"
#include "panels/knowledge/article_texts.h"
#include "panels/look/theme.h"

namespace panels {

ArticleDelegate::ArticleDelegate(const ArticleListModel& model, QObject* parent)
    : TwoLineDelegate(parent), m_model(model)
{
}

TwoLineDelegate::Lines ArticleDelegate::lines(const QModelIndex& index) const
{
    const desk::Article& article = m_model.article(index.row());
    const Colours& c = colours();
    const bool isUnsaved = m_model.isUnsaved(index.row());
    const QString sign = isUnsaved             ? tr("● not saved")
                         : article.isPublished ? QString()
                                               : tr("draft");
    return {
        .upper = {.text = articleTitle(article),
                  .colour = article.isPublished ? QColor() : c.quiet,
                  .weight = QFont::DemiBold,
                  .end = sign,
                  .endColour = isUnsaved ? c.warning : c.quiet},
        .lower = {.text = usageText(article), .colour = c.quiet, .end = languagesText(article)}};
}

} // namespace panels
