// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/making/planned.h"

#include <QDialog>

#include <memory>

class QListWidget;

namespace Ui {
class RuleDialog;
}

namespace panels {

/// A sign-off that a release or a template asks for, a new one or changed: whose, of how many, for what.
class RuleDialog final : public QDialog
{
    Q_OBJECT
public:
    /// \param rule without an id: a new one
    RuleDialog(Planned planned, release::SignOffRule rule, QWidget* parent = nullptr);
    ~RuleDialog() override;

private:
    void fillLists();
    [[nodiscard]] release::SignOffRule rule() const;
    [[nodiscard]] QString freshId(const QString& title) const;
    void refuse(const QString& why, QWidget* at);
    void save();
    void tell(release::Deed deed);

    std::unique_ptr<Ui::RuleDialog> m_ui;
    const Planned m_planned;
    const release::SignOffRule m_before;
};

} // namespace panels
