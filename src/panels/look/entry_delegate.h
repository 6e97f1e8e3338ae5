// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace panels {

/// An entry of a menu-like list: its text, and at the right something short (a count, keys).
class EntryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { AsideRole = Qt::UserRole + 100 };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace panels
