// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace panels {

/// A search result: who and when, and the words with what was found in bold.
class ResultDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { SnippetRole = Qt::UserRole + 1, ConversationRole, SeqRole };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace panels
