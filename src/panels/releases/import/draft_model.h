// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/import/draft.h"

#include <QAbstractTableModel>

namespace panels {

/// What was understood of a file, as a table that a person corrects. A column of choices gives its
/// place among choicesOf() for EditRole.
class DraftModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        TitleColumn, ///< with a box: whether the item is taken
        SectionColumn,
        RoleColumn,
        ClassColumn,
        PriorityColumn,
        StateColumn,
        LineColumn,
        ColumnCount
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setDraft(release::Draft draft);
    [[nodiscard]] const release::Draft& draft() const noexcept { return m_draft; }
    /// Empty: the column is written in, or not at all.
    [[nodiscard]] QStringList choicesOf(int column) const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    [[nodiscard]] QString textOf(const release::DraftItem& item, int column) const;
    [[nodiscard]] static int choiceOf(const release::DraftItem& item, int column);
    static void choose(release::DraftItem& item, int column, int choice);

    release::Draft m_draft;
};

} // namespace panels
