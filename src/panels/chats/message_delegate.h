// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QStyledItemDelegate>

namespace panels {

class MessageModel;
struct MessageRow;

/// Draws a conversation's rows: bubbles, notes, thin lines, days. Heights are cached by text and
/// width, so scrolling 5,000 messages lays out only what comes into view.
class MessageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit MessageDelegate(const MessageModel& model, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

    /// After a change of font, theme or language.
    void forget() { m_sizes.clear(); }

private:
    [[nodiscard]] QSize textSize(const QString& text, const QFont& font, int width) const;
    void paintLine(QPainter* painter, const QStyleOptionViewItem& option,
                   const MessageRow& row) const;
    void paintBubble(QPainter* painter, const QStyleOptionViewItem& option,
                     const MessageRow& row) const;

    const MessageModel& m_model;
    mutable QCache<size_t, QSize> m_sizes{20'000};
};

} // namespace panels
