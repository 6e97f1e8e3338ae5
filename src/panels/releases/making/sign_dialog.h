// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SignDialog;
}

namespace panels {

/// A signature for one rule: in which role, with a comment, and with the passphrase of whoever signs.
class SignDialog final : public QDialog
{
    Q_OBJECT
public:
    SignDialog(OpenRelease& open, const release::SignOffRule& rule, QWidget* parent = nullptr);
    ~SignDialog() override;

private:
    void showStanding();
    void sign();

    std::unique_ptr<Ui::SignDialog> m_ui;
    OpenRelease& m_open;
    const release::SignOffRule m_rule;
};

} // namespace panels
