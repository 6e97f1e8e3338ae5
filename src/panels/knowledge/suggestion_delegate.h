// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace panels {

/// An article that was found: its title, and below it how it begins.
class SuggestionDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { ExcerptRole = Qt::UserRole + 1 };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace panels
