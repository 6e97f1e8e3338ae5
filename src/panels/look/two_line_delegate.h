// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QStyledItemDelegate>

namespace panels {

/// Rows of two lines, each with something short at its right end. All rows have one height, so a list
/// of any length scrolls without measuring.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// When a selected row has the bar at its left: while the list has the focus, or always (for a
    /// popup whose keys come from elsewhere).
    enum class Bar { WithFocus, Always };

    explicit TwoLineDelegate(QObject* parent = nullptr, Bar bar = Bar::WithFocus)
        : QStyledItemDelegate(parent), m_bar(bar)
    {
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

protected:
    struct Line {
        QString text;       ///< elided where it does not fit
        QColor colour = {}; ///< not valid: the text's usual one
        QFont::Weight weight = QFont::Normal;
        QString end = {};      ///< at the right, never elided
        QColor endColour = {}; ///< not valid: quiet
    };
    struct Lines {
        Line upper, lower;
    };
    [[nodiscard]] virtual Lines lines(const QModelIndex& index) const = 0;
    static void paintLine(QPainter* painter, const QRect& area, const QStyleOptionViewItem& option,
                          const Line& line);
    /// For rows whose lower line is more than a text.
    virtual void paintLower(QPainter* painter, const QRect& area,
                            const QStyleOptionViewItem& option, const Line& line) const;

private:
    const Bar m_bar;
};

} // namespace panels
