// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/releases/releases_values.h"

#include <QWidget>

#include <memory>

namespace Ui {
class Overrides;
}

namespace panels {

class OpenRelease;

/// The overrides of a release's gate, asking for one, and approving it.
class Overrides final : public QWidget
{
    Q_OBJECT
public:
    explicit Overrides(OpenRelease& open, QWidget* parent = nullptr);
    ~Overrides() override;

    void show(const desk::ReleaseView& view, const release::Gate& gate);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addOverride(const release::Override& each);
    [[nodiscard]] const release::Override* selected() const;
    void showForm();
    void act(const release::Deed& deed);

    std::unique_ptr<Ui::Overrides> m_ui;
    OpenRelease& m_open;
    release::Gate m_gate;
};

} // namespace panels
