// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/look/two_line_delegate.h"

namespace panels {

/// A search result: who and when, and the words with what was found in bold.
class ResultDelegate final : public TwoLineDelegate
{
    Q_OBJECT
public:
    enum Role { SnippetRole = Qt::UserRole + 1, ConversationRole, SeqRole };
    using TwoLineDelegate::TwoLineDelegate;

private:
    [[nodiscard]] Lines lines(const QModelIndex& index) const override;
    void paintLower(QPainter* painter, const QRect& area, const QStyleOptionViewItem& option,
                    const Line& line) const override;
};

} // namespace panels
