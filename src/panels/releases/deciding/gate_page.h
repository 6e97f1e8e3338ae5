// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/release_page.h"
#include "release/gate.h"

#include <QTimer>

#include <memory>

class QTreeWidgetItem;

namespace Ui {
class GatePage;
}

namespace panels {

class OpenRelease;
class Overrides;
class SignOffs;

/// Go or no-go, with every reason for no and what would turn it; sign-offs; overrides.
class GatePage final : public ReleasePage
{
    Q_OBJECT
public:
    explicit GatePage(OpenRelease& open, QWidget* parent = nullptr);
    ~GatePage() override;

    [[nodiscard]] QString title() const override;
    void show(const desk::ReleaseView& view) override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showGate();
    void showVerdict(const release::Gate& gate);
    void openItem(const QTreeWidgetItem* row);

    std::unique_ptr<Ui::GatePage> m_ui;
    OpenRelease& m_open;
    SignOffs* m_signOffs;
    Overrides* m_overrides;
    QTimer m_minute; ///< evidence, waivers and freezes lapse by themselves
    bool m_wasShown = false;
};

} // namespace panels
