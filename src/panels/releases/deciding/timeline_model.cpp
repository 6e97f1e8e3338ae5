// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/deciding/timeline_model.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/open_release.h"
#include "panels/releases/words/release_words.h"

#include <QSet>

#include <algorithm>

namespace panels {

namespace {

QSet<release::ItemId> setOf(const std::vector<release::ItemId>& ids)
{
    return {ids.begin(), ids.end()};
}

} // namespace

void TimelineModel::show(const OpenRelease& open, const release::Schedule& schedule, Filter filter)
{
    const auto critical = setOf(schedule.criticalPath), late = setOf(schedule.late),
               risk = setOf(schedule.atRisk), unestimated = setOf(schedule.unestimated);
    beginResetModel();
    m_rows.clear();
    const auto& items = open.release().items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const release::ItemId& id = items[i].plan.id;
        Row row{.id = id.value,
                .title = items[i].plan.title,
                .times = schedule.items[i],
                .due = items[i].due,
                .isCritical = critical.contains(id),
                .isLate = late.contains(id),
                .isAtRisk = risk.contains(id),
                .isUnestimated = unestimated.contains(id)};
        const bool isOpen =
            open.outline()->isLeaf(static_cast<int>(i)) && !release::isSettled(open.states()[i]);
        const bool isWanted = filter == Filter::All ||
                              (filter == Filter::CriticalPath && row.isCritical) ||
                              (filter == Filter::Late && (row.isLate || row.isAtRisk));
        if (isOpen && isWanted)
            m_rows.push_back(std::move(row));
    }
    if (filter == Filter::CriticalPath)
        std::ranges::stable_sort(m_rows, {}, [](const Row& row) { return row.times.begin; });
    measure();
    endResetModel();
}

void TimelineModel::measure()
{
    m_span = {0, 1};
    bool isFirst = true;
    for (const Row& row : m_rows) {
        const qint64 begin = base::toMs(row.times.begin);
        const qint64 end =
            std::max(base::toMs(row.times.end), row.due ? base::toMs(*row.due) : qint64{0});
        m_span.first = isFirst ? begin : std::min(m_span.first, begin);
        m_span.second = isFirst ? end : std::max(m_span.second, end);
        isFirst = false;
    }
    m_span.second = std::max(m_span.second, m_span.first + 1);
}

void TimelineModel::retranslate()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int TimelineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TimelineModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TimelineModel::textOf(const Row& row, int column) const
{
    switch (column) {
    case ItemColumn: return row.title;
    case BeginColumn: return whenText(row.times.begin);
    case EndColumn: return row.isUnestimated ? tr("no estimate") : whenText(row.times.end);
    case SlackColumn:
        return row.isCritical                  ? tr("none")
               : !row.times.slack              ? tr("any")
               : row.times.slack->count() <= 0 ? tr("none")
                                               : durationText(row.times.slack);
    case DueColumn:
        return !row.due       ? QString()
               : row.isLate   ? tr("⚠ late: %1").arg(whenText(*row.due))
               : row.isAtRisk ? tr("at risk: %1").arg(whenText(*row.due))
                              : whenText(*row.due);
    default: return {};
    }
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return textOf(row, index.column());
    case Qt::ForegroundRole:
        if (index.column() == DueColumn && row.isLate)
            return colours().bad;
        if (index.column() == DueColumn && row.isAtRisk)
            return colours().warning;
        return {};
    case BeginRole: return base::toMs(row.times.begin);
    case EndRole: return base::toMs(row.times.end);
    case DueRole: return row.due ? QVariant(base::toMs(*row.due)) : QVariant();
    case IsCriticalRole: return row.isCritical;
    case IsLateRole: return row.isLate;
    case ItemRole: return row.id;
    default: return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case ItemColumn: return tr("Item");
    case BeginColumn: return tr("Can begin");
    case EndColumn: return tr("Can end");
    case SlackColumn: return tr("Slack");
    case DueColumn: return tr("Due");
    default: return {};
    }
}

} // namespace panels
