// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/releases/releases_values.h"

#include <QWidget>

#include <memory>

namespace Ui {
class SignOffs;
}

namespace panels {

class OpenRelease;

/// The sign-offs of a release, how many of each are there and whose, and signing.
class SignOffs final : public QWidget
{
    Q_OBJECT
public:
    explicit SignOffs(OpenRelease& open, QWidget* parent = nullptr);
    ~SignOffs() override;

    void show(const desk::ReleaseView& view);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addRule(const release::SignOffRule& rule);
    [[nodiscard]] const release::SignOffRule* selected() const;
    void showSelected();
    void showForm(const release::SignOffRule& rule);
    void sign();
    void toggleApplies();
    void plan(const release::SignOffRule& rule);

    std::unique_ptr<Ui::SignOffs> m_ui;
    OpenRelease& m_open;
};

} // namespace panels
