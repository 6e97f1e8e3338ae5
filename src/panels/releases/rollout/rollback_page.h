// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "panels/releases/release_page.h"

#include <memory>

namespace Ui {
class RollbackPage;
}

namespace panels {

class OpenRelease;
class ShopFigures;

/// Going back: when, deciding it, and the record of it step by step, estimate beside what it took.
class RollbackPage final : public ReleasePage
{
    Q_OBJECT
public:
    RollbackPage(OpenRelease& open, ShopFigures& figures, QWidget* parent = nullptr);
    ~RollbackPage() override;

    [[nodiscard]] QString title() const override;
    void show(const desk::ReleaseView& view) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void showNow();
    void showTriggers();
    void showRecord();
    void addRollback(const release::Rollback& rollback);
    void showForm();
    [[nodiscard]] QString rehearsedText() const;
    void readRehearser();
    [[nodiscard]] QString stateText(const release::Watch& watch,
                                    const release::Readings& readings) const;
    [[nodiscard]] const release::RollbackTrigger* selected() const;
    void start();

    std::unique_ptr<Ui::RollbackPage> m_ui;
    OpenRelease& m_open;
    ShopFigures& m_figures;
    base::Caller m_caller;
    QString m_rehearser;     ///< who said the newest rehearsal; empty: not read yet
    QString m_rehearsalRead; ///< of which release, and when it was
};

} // namespace panels
