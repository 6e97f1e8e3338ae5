// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/knowledge/article_list_model.h"

#include "panels/knowledge/article_texts.h"

#include <algorithm>

namespace panels {

namespace {
constexpr int kArticlePage = 128;
} // namespace

ArticleListModel::ArticleListModel(desk::Desk& desk, std::shared_ptr<base::Home> home,
                                   QObject* parent)
    : QAbstractListModel(parent), m_desk(desk), m_caller(std::move(home))
{
}

int ArticleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ArticleListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const desk::Article& shown = article(index.row());
    switch (role) {
    case Qt::DisplayRole: return articleTitle(shown);
    case Qt::AccessibleTextRole: {
        QStringList parts{articleTitle(shown), shown.isPublished ? tr("published") : tr("draft"),
                          languagesText(shown)};
        if (isUnsaved(index.row()))
            parts += tr("not saved");
        parts += usageText(shown);
        return parts.join(QStringLiteral(", "));
    }
    case Qt::ToolTipRole: return shown.slug;
    case SlugRole: return shown.slug;
    default: return {};
    }
}

void ArticleListModel::show(const QString& text, const QString& tag)
{
    m_text = text.trimmed();
    m_tag = tag;
    ++m_generation;
    read({}, {}, kArticlePage);
}

void ArticleListModel::refresh()
{
    ++m_generation;
    read({}, {}, std::max<std::size_t>(m_rows.size(), kArticlePage));
}

void ArticleListModel::setUnsaved(QSet<QString> slugs)
{
    m_unsaved = std::move(slugs);
    retranslate();
}

void ArticleListModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

bool ArticleListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_next.isEmpty();
}

void ArticleListModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        read(std::exchange(m_next, {}), m_rows, m_rows.size() + kArticlePage);
}

void ArticleListModel::read(const QByteArray& after, std::vector<desk::Article> before,
                            std::size_t wanted)
{
    m_desk.articlePage(m_caller,
                       {.text = m_text, .tag = m_tag, .after = after, .limit = kArticlePage},
                       [this, wanted, before = std::move(before),
                        generation = m_generation](base::Result<desk::ArticlePage> page) mutable {
                           if (generation != m_generation)
                               return;
                           if (!page) {
                               Q_EMIT failed(page.error());
                               return;
                           }
                           before.insert(before.end(), page->rows.begin(), page->rows.end());
                           if (before.size() < wanted && !page->next.isEmpty()) {
                               read(page->next, std::move(before), wanted);
                               return;
                           }
                           m_next = page->next;
                           take(std::move(before));
                       });
}

// Where the same rows stand in the same order, selection and scroll stay as they are.
void ArticleListModel::take(std::vector<desk::Article> rows)
{
    const std::size_t common = std::min(rows.size(), m_rows.size());
    const bool isSame =
        std::equal(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(common), m_rows.begin(),
                   [](const desk::Article& a, const desk::Article& b) { return a.slug == b.slug; });
    if (!isSame || rows.size() < m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        Q_EMIT loaded(true);
        return;
    }
    if (rows.size() > common) {
        beginInsertRows({}, static_cast<int>(common), static_cast<int>(rows.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
    } else {
        m_rows = std::move(rows);
    }
    retranslate();
    Q_EMIT loaded(false);
}

int ArticleListModel::rowOf(const QString& slug) const
{
    const auto it = std::ranges::find(m_rows, slug, &desk::Article::slug);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

} // namespace panels
