// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QDialog>

#include <memory>

namespace Ui {
class EraseDialog;
}

namespace panels {

/// Takes back what was said of an item: one text of its history, or all of them. It says what goes and
/// what stays; who may not is told so.
class EraseDialog final : public QDialog
{
    Q_OBJECT
public:
    EraseDialog(OpenRelease& open, release::ItemId item, const std::vector<desk::LedgerLine>& lines,
                QWidget* parent = nullptr);
    ~EraseDialog() override;

private:
    void erase();
    void wasAnswered(const base::Result<desk::EraseAnswer>& answer);

    std::unique_ptr<Ui::EraseDialog> m_ui;
    OpenRelease& m_open;
    base::Caller m_caller;
    const release::ItemId m_item;
    const QString m_release;
};

} // namespace panels
