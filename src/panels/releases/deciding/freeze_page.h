// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"
#include "panels/releases/release_page.h"

#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class FreezePage;
}

namespace panels {

/// The freeze calendar of all releases: its windows, adding, changing and removing one, and who did.
/// What was removed can be brought back.
class FreezePage final : public TitledPage
{
    Q_OBJECT
public:
    explicit FreezePage(OpenRelease& open, QWidget* parent = nullptr);
    ~FreezePage() override;

    [[nodiscard]] QString title() const override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void connectButtons();
    void read();
    void readHistory();
    void showAll();
    void showHistory();
    void markDays();
    void showSelected();
    [[nodiscard]] const release::FreezeWindow* selected() const;
    [[nodiscard]] release::FreezeWindow written() const;
    void save(const release::FreezeWindow& window);
    void remove();
    void say(const base::Error& error);

    std::unique_ptr<Ui::FreezePage> m_ui;
    OpenRelease& m_open;
    base::Caller m_caller;
    std::vector<release::FreezeWindow> m_windows;
    std::vector<desk::LedgerLine> m_history; ///< oldest first
    std::optional<release::FreezeWindow> m_removed;
};

} // namespace panels
