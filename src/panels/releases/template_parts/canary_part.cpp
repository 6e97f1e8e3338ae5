// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/template_parts/canary_part.h"

#include "panels/releases/template_parts/plan_list.h"
#include "panels/releases/template_parts/row_dialog.h"
#include "panels/releases/template_parts/watch_dialog.h"
#include "panels/releases/template_parts/watch_words.h"
#include "panels/releases/words/release_words.h"
#include "release/import/unique_ids.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace panels {

namespace {

constexpr int kEverybody = 100, kFirstShare = 5; ///< per cent
constexpr int kUsualStage = 30;                  ///< minutes
constexpr int kCanaryGap = 14;

} // namespace

CanaryPart::CanaryPart(TemplateWork& work, QWidget* parent)
    : TemplatePart(work, parent),
      m_stages(new PlanList(QStringLiteral("templateStage"), PlanList::Order::Given, this)),
      m_watches(new PlanList(QStringLiteral("templateWatch"), PlanList::Order::Free, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kCanaryGap);
    for (PlanList* each : {m_stages, m_watches}) {
        each->showName();
        column->addWidget(each, 1);
    }
    connectStages();
    connectWatches();
    showPlan();
}

QString CanaryPart::title() const
{
    return tr("Canary");
}

void CanaryPart::change(release::CanaryPlan canary)
{
    release::Template plan = work().plan();
    plan.canary = std::move(canary);
    work().change(std::move(plan));
}

void CanaryPart::connectStages()
{
    connect(m_stages, &PlanList::addWanted, this, [this] { openStage(-1); });
    connect(m_stages, &PlanList::changeWanted, this, &CanaryPart::openStage);
    connect(m_stages, &PlanList::removeWanted, this, [this](int row) {
        release::CanaryPlan canary = work().plan().canary;
        canary.stages.erase(canary.stages.begin() + row);
        change(std::move(canary));
    });
}

void CanaryPart::connectWatches()
{
    connect(m_watches, &PlanList::addWanted, this, [this] { openWatch(-1); });
    connect(m_watches, &PlanList::changeWanted, this, &CanaryPart::openWatch);
    connect(m_watches, &PlanList::removeWanted, this, [this](int row) {
        release::CanaryPlan canary = work().plan().canary;
        canary.watches.erase(canary.watches.begin() + row);
        change(std::move(canary));
    });
    connect(m_watches, &PlanList::moveWanted, this, [this](int row, int by) {
        release::CanaryPlan canary = work().plan().canary;
        std::swap(canary.watches[static_cast<std::size_t>(row)],
                  canary.watches[static_cast<std::size_t>(row) + static_cast<std::size_t>(by)]);
        change(std::move(canary));
    });
}

void CanaryPart::showPlan()
{
    m_stages->setWords({.name = tr("Stages, the smallest share first"),
                        .none = tr("No stages: it goes out to everybody at once."),
                        .add = tr("Add a stage…"),
                        .change = tr("Change…"),
                        .remove = tr("Remove the stage")});
    m_watches->setWords({.name = tr("Watched figures"),
                         .none = tr("No figure is watched while it goes out."),
                         .add = tr("Add a figure…"),
                         .change = tr("Change…"),
                         .remove = tr("Remove the figure")});
    QStringList stages, watches;
    for (const release::CanaryStage& stage : work().plan().canary.stages) {
        const QString share = tr("%1 %").arg(QLocale().toString(stage.percent));
        stages += stage.atLeast.count() > 0 ? share + QStringLiteral(" · ") +
                                                  tr("at least %1").arg(durationText(stage.atLeast))
                                            : share;
    }
    for (const release::Watch& watch : work().plan().canary.watches)
        watches += watch.title + u'\n' + watchText(watch);
    m_stages->setRows(stages);
    m_watches->setRows(watches);
}

void CanaryPart::mark(const QString& id)
{
    const auto& watches = work().plan().canary.watches;
    const auto found = std::ranges::find(watches, id, &release::Watch::id);
    if (found != watches.end())
        m_watches->choose(static_cast<int>(found - watches.begin()));
}

// The first one that is added is for everybody: without it the plan would end before.
void CanaryPart::openStage(int row)
{
    const auto& stages = work().plan().canary.stages;
    release::CanaryStage stage{.percent = stages.empty() ? kEverybody : kFirstShare,
                               .atLeast = release::minutes(kUsualStage)};
    if (row >= 0)
        stage = stages[static_cast<std::size_t>(row)];
    auto* dialog = new RowDialog(row < 0 ? tr("Add a stage") : tr("Change the stage"),
                                 {.title = {},
                                  .percent = stage.percent,
                                  .minutes = static_cast<int>(stage.atLeast.count()),
                                  .waitsForPrevious = {}},
                                 tr("Lasts at least, minutes"), this);
    connect(dialog, &RowDialog::written, this,
            [this, row](const PlanRow& written) { takeStage(row, written); });
    dialog->open();
}

// In the order of their shares; what two share is told when it is saved.
void CanaryPart::takeStage(int row, const PlanRow& written)
{
    release::CanaryPlan canary = work().plan().canary;
    const release::CanaryStage stage{.percent = written.percent.value_or(kEverybody),
                                     .atLeast = release::minutes(written.minutes.value_or(0))};
    if (row < 0)
        canary.stages.push_back(stage);
    else
        canary.stages[static_cast<std::size_t>(row)] = stage;
    std::ranges::stable_sort(canary.stages, {}, &release::CanaryStage::percent);
    const auto place = std::ranges::find(canary.stages, stage) - canary.stages.begin();
    change(std::move(canary));
    m_stages->choose(static_cast<int>(place));
}

void CanaryPart::openWatch(int row)
{
    release::RollbackTrigger asked;
    if (row >= 0) {
        const release::Watch& watch = work().plan().canary.watches[static_cast<std::size_t>(row)];
        asked.id = watch.id;
        asked.title = watch.title;
        asked.watch = watch;
    }
    auto* dialog = new WatchDialog(WatchDialog::For::Canary, asked, this);
    connect(dialog, &WatchDialog::written, this,
            [this, row](const release::RollbackTrigger& written) {
                if (written.watch)
                    takeWatch(row, *written.watch);
            });
    dialog->open();
}

void CanaryPart::takeWatch(int row, release::Watch watch)
{
    release::CanaryPlan canary = work().plan().canary;
    if (row >= 0) {
        canary.watches[static_cast<std::size_t>(row)] = std::move(watch);
        change(std::move(canary));
        return;
    }
    release::UniqueIds ids;
    for (const release::Watch& each : canary.watches)
        ids.take(each.id);
    watch.id = ids.fresh(watch.title, QStringLiteral("watch"));
    canary.watches.push_back(std::move(watch));
    const auto last = static_cast<int>(canary.watches.size()) - 1;
    change(std::move(canary));
    m_watches->choose(last);
}

} // namespace panels
