// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QDialog>

#include <memory>

namespace Ui {
class StepDialog;
}

namespace panels {

/// A step that needs words: failed, blocked, does not apply; or a waiver, which also ends some day.
class StepDialog final : public QDialog
{
    Q_OBJECT
public:
    StepDialog(OpenRelease& open, const release::Item& item, release::Step step,
               QWidget* parent = nullptr);
    ~StepDialog() override;

private:
    [[nodiscard]] QString aboutText() const;
    void take();

    std::unique_ptr<Ui::StepDialog> m_ui;
    OpenRelease& m_open;
    const release::ItemId m_item;
    const release::Step m_step;
};

} // namespace panels
