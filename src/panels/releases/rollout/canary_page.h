// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/smart/smart_values.h"
#include "panels/releases/release_page.h"
#include "release/deeds/deeds.h"

#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class QPushButton;

namespace Ui {
class CanaryPage;
}

namespace panels {

class OpenRelease;
class ShopFigures;
class StageStrip;
class WatchCard;

/// Going out in stages: where it is, how long at least it stays there, what the watched figures
/// propose, and a person's decision.
class CanaryPage final : public ReleasePage
{
    Q_OBJECT
public:
    CanaryPage(OpenRelease& open, ShopFigures& figures, QWidget* parent = nullptr);
    ~CanaryPage() override;

    [[nodiscard]] QString title() const override;
    void show(const desk::ReleaseView& view) override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showNow();
    void makeCards(const release::CanaryPlan& plan);
    void showState(const release::CanaryAdvice& advice);
    void showProposal(const release::CanaryAdvice& advice);
    void showDecisions(const release::CanaryAdvice& advice);
    void showFired(const release::Readings& readings);
    void showSource();
    void keepSource();
    void readSmart();
    void showSmart();
    void decide(release::Decision decision);
    void act(const release::Deed& deed);

    std::unique_ptr<Ui::CanaryPage> m_ui;
    OpenRelease& m_open;
    ShopFigures& m_figures;
    StageStrip* m_stages;
    std::vector<release::Watch> m_watches; ///< those that the cards are of
    std::vector<WatchCard*> m_cards;
    base::Caller m_caller;
    std::optional<desk::SmartState> m_smart; ///< nothing: not read yet
    QTimer m_tick;
};

} // namespace panels
