// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/release_page.h"

#include <QTimer>

#include <memory>

namespace Ui {
class AfterPage;
}

namespace panels {

class OpenRelease;

/// What is to be looked at once a release is out, when, and whether a check was run for it.
class AfterPage final : public ReleasePage
{
    Q_OBJECT
public:
    explicit AfterPage(OpenRelease& open, QWidget* parent = nullptr);
    ~AfterPage() override;

    [[nodiscard]] QString title() const override;
    void show(const desk::ReleaseView& view) override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showNow();

    std::unique_ptr<Ui::AfterPage> m_ui;
    OpenRelease& m_open;
    QTimer m_tick;
};

} // namespace panels
