// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace panels {

class DraftModel;

/// Edits a draft: a list of choices for a column that has some, a line to write in for the others.
class ChoiceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ChoiceDelegate(const DraftModel& model, QObject* parent = nullptr)
        : QStyledItemDelegate(parent), m_model(model)
    {
    }
    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;

private:
    const DraftModel& m_model;
};

} // namespace panels
