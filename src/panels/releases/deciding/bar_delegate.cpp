// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/deciding/bar_delegate.h"

#include "panels/look/theme.h"
#include "panels/releases/deciding/timeline_model.h"

#include <QPainter>

#include <algorithm>

namespace panels {

namespace {

constexpr int kSide = 6;        ///< room left and right
constexpr qreal kNarrowest = 3; ///< of a bar that takes no time

} // namespace

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto [first, last] = m_model.timeSpan();
    const QRectF area = QRectF(option.rect).adjusted(kSide, 0, -kSide, 0);
    const auto place = [&](qint64 ms) {
        return area.left() +
               area.width() * static_cast<qreal>(ms - first) / static_cast<qreal>(last - first);
    };
    const qreal left = place(index.data(TimelineModel::BeginRole).toLongLong());
    const qreal right =
        std::max(place(index.data(TimelineModel::EndRole).toLongLong()), left + kNarrowest);
    const bool isLate = index.data(TimelineModel::IsLateRole).toBool();
    const bool isCritical = index.data(TimelineModel::IsCriticalRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(isLate ? colours().bad : isCritical ? colours().accent : colours().field);
    const qreal height = area.height() / 2;
    painter->drawRoundedRect(QRectF(left, area.top() + height / 2, right - left, height), 2, 2);
    if (const QVariant due = index.data(TimelineModel::DueRole); due.isValid()) {
        painter->setPen(QPen(option.palette.color(QPalette::Text), 2));
        const qreal x = place(due.toLongLong());
        painter->drawLine(QPointF(x, area.top() + 3), QPointF(x, area.bottom() - 3));
    }
    painter->restore();
}

} // namespace panels
