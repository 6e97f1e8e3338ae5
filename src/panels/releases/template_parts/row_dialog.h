// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>
#include <optional>

namespace Ui {
class RowDialog;
}

namespace panels {

/// One row of a plan: a section, a stage of the canary, a step of the rollback. It asks for what is set.
struct PlanRow {
    std::optional<QString> title;
    std::optional<int> percent; ///< 1 to 100
    std::optional<int> minutes;
    std::optional<bool> waitsForPrevious;
};

class RowDialog final : public QDialog
{
    Q_OBJECT
public:
    /// \param minutesLabel what the minutes are
    RowDialog(const QString& heading, const PlanRow& row, const QString& minutesLabel,
              QWidget* parent = nullptr);
    ~RowDialog() override;

Q_SIGNALS:
    void written(const panels::PlanRow& row);

private:
    void save();

    std::unique_ptr<Ui::RowDialog> m_ui;
    const PlanRow m_before;
};

} // namespace panels
