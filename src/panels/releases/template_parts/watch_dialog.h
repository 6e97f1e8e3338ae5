// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/values.h"

#include <QDialog>

#include <memory>

namespace Ui {
class WatchDialog;
}

namespace panels {

/// A figure with its limit: one that the canary watches, or when to roll back, which a person may say
/// as well.
class WatchDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class For {
        Canary, ///< has a watch, and no first step
        Rollback
    };
    /// \param trigger without an id: a new one. A canary's watch is the one that it holds.
    WatchDialog(For use, release::RollbackTrigger trigger, QWidget* parent = nullptr);
    ~WatchDialog() override;

Q_SIGNALS:
    void written(const release::RollbackTrigger& trigger); ///< its watch has the same title

private:
    void fill();
    void showWatch();
    [[nodiscard]] release::Watch watch() const;
    void refuse(const QString& why, QWidget* at);
    void save();

    std::unique_ptr<Ui::WatchDialog> m_ui;
    const For m_use;
    const release::RollbackTrigger m_before;
};

} // namespace panels
