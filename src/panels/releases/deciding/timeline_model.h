// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/outline.h"
#include "release/schedule.h"

#include <QAbstractTableModel>

namespace panels {

class OpenRelease;

/// The open items of a release over time, as the schedule computes them.
class TimelineModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        ItemColumn,
        BeginColumn,
        EndColumn,
        SlackColumn,
        DueColumn,
        BarColumn,
        ColumnCount
    };
    enum Role {
        BeginRole = Qt::UserRole, ///< in ms, as the end
        EndRole,
        DueRole,
        IsCriticalRole,
        IsLateRole,
        ItemRole, ///< its id
    };
    enum class Filter { All, CriticalPath, Late };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const OpenRelease& open, const release::Schedule& schedule, Filter filter);
    void retranslate();
    /// From the first beginning to the last end or due date, in ms.
    [[nodiscard]] std::pair<qint64, qint64> timeSpan() const noexcept { return m_span; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Row {
        QString id, title;
        release::ItemTimes times;
        std::optional<base::WallTime> due;
        bool isCritical = false, isLate = false, isAtRisk = false, isUnestimated = false;
    };
    void measure();
    [[nodiscard]] QString textOf(const Row& row, int column) const;

    std::vector<Row> m_rows;
    std::pair<qint64, qint64> m_span{0, 1};
};

} // namespace panels
