// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace panels {

class ArticleListModel;

/// A row of the articles: title and whether it is published, languages and figures.
class ArticleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ArticleDelegate(const ArticleListModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    const ArticleListModel& m_model;
};

} // namespace panels
