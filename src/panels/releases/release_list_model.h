// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/releases/releases_values.h"
#include "panels/look/two_line_delegate.h"

#include <QAbstractListModel>

#include <vector>

namespace panels {

/// All releases, the newest first; they are few.
class ReleaseListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1 };
    using QAbstractListModel::QAbstractListModel;

    /// Where the same ones stand in the same order, selection and scroll stay as they are.
    void show(std::vector<desk::ReleaseSummary> releases);
    void retranslate();
    [[nodiscard]] const desk::ReleaseSummary& at(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowOf(const QString& id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<desk::ReleaseSummary> m_rows;
};

/// A row of it: title and verdict; what is open, what is late, when.
class ReleaseDelegate final : public TwoLineDelegate
{
    Q_OBJECT
public:
    explicit ReleaseDelegate(const ReleaseListModel& model, QObject* parent = nullptr);

private:
    [[nodiscard]] Lines lines(const QModelIndex& index) const override;

    const ReleaseListModel& m_model;
};

} // namespace panels
