// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace panels {

class TimelineModel;

/// An item's time as a bar, with a mark where it is due.
class BarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit BarDelegate(const TimelineModel& model, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), m_model(model)
    {
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const TimelineModel& m_model;
};

} // namespace panels
