// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace Ui {
class CheckList;
}

namespace panels {

/// The checks of a plan, to add, change and remove some. Enter changes the one that is chosen, Delete
/// removes it. Nothing is told to the desk here.
class CheckList final : public QWidget
{
    Q_OBJECT
public:
    CheckList(OpenRelease& open, std::vector<release::CheckPlan> checks, QWidget* parent = nullptr);
    ~CheckList() override;

    [[nodiscard]] const std::vector<release::CheckPlan>& checks() const noexcept
    {
        return m_checks;
    }

Q_SIGNALS:
    void added();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showAll(int chosen);
    void showButtons();
    void add();
    void change();
    void remove();
    void write(release::CheckPlan check, int row);

    std::unique_ptr<Ui::CheckList> m_ui;
    OpenRelease& m_open;
    std::vector<release::CheckPlan> m_checks;
};

} // namespace panels
