// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/template_parts/rollback_part.h"

#include "panels/releases/template_parts/plan_list.h"
#include "panels/releases/template_parts/row_dialog.h"
#include "panels/releases/template_parts/watch_dialog.h"
#include "panels/releases/template_parts/watch_words.h"
#include "panels/releases/words/release_words.h"
#include "release/import/unique_ids.h"

#include <QVBoxLayout>

#include <algorithm>

namespace panels {

namespace {

constexpr int kUsualStep = 10; ///< minutes
constexpr int kRollbackGap = 14;

template <class T>
void swapRows(std::vector<T>& rows, int row, int by)
{
    std::swap(rows[static_cast<std::size_t>(row)],
              rows[static_cast<std::size_t>(row) + static_cast<std::size_t>(by)]);
}

} // namespace

RollbackPart::RollbackPart(TemplateWork& work, QWidget* parent)
    : TemplatePart(work, parent),
      m_triggers(new PlanList(QStringLiteral("templateTrigger"), PlanList::Order::Free, this)),
      m_steps(new PlanList(QStringLiteral("templateStep"), PlanList::Order::Free, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kRollbackGap);
    for (PlanList* each : {m_triggers, m_steps}) {
        each->showName();
        column->addWidget(each, 1);
    }
    connectTriggers();
    connectSteps();
    showPlan();
}

QString RollbackPart::title() const
{
    return tr("Rollback");
}

void RollbackPart::change(release::RollbackPlan rollback)
{
    release::Template plan = work().plan();
    plan.rollback = std::move(rollback);
    work().change(std::move(plan));
}

void RollbackPart::connectTriggers()
{
    connect(m_triggers, &PlanList::addWanted, this, [this] { openTrigger(-1); });
    connect(m_triggers, &PlanList::changeWanted, this, &RollbackPart::openTrigger);
    connect(m_triggers, &PlanList::removeWanted, this, [this](int row) {
        release::RollbackPlan rollback = work().plan().rollback;
        rollback.triggers.erase(rollback.triggers.begin() + row);
        change(std::move(rollback));
    });
    connect(m_triggers, &PlanList::moveWanted, this, [this](int row, int by) {
        release::RollbackPlan rollback = work().plan().rollback;
        swapRows(rollback.triggers, row, by);
        change(std::move(rollback));
    });
}

void RollbackPart::connectSteps()
{
    connect(m_steps, &PlanList::addWanted, this, [this] { openStep(-1); });
    connect(m_steps, &PlanList::changeWanted, this, &RollbackPart::openStep);
    connect(m_steps, &PlanList::removeWanted, this, [this](int row) {
        release::RollbackPlan rollback = work().plan().rollback;
        rollback.steps.erase(rollback.steps.begin() + row);
        change(std::move(rollback));
    });
    connect(m_steps, &PlanList::moveWanted, this, [this](int row, int by) {
        release::RollbackPlan rollback = work().plan().rollback;
        swapRows(rollback.steps, row, by);
        change(std::move(rollback));
    });
}

void RollbackPart::showPlan()
{
    m_triggers->setWords({.name = tr("When to roll back"),
                          .none = tr("Nothing is said yet of when to roll back."),
                          .add = tr("Add a reason…"),
                          .change = tr("Change…"),
                          .remove = tr("Remove the reason")});
    m_steps->setWords({.name = tr("Steps, one after another"),
                       .none = tr("No steps yet: what somebody does to roll back, and how long it "
                                  "takes."),
                       .add = tr("Add a step…"),
                       .change = tr("Change…"),
                       .remove = tr("Remove the step")});
    QStringList triggers, steps;
    for (const release::RollbackTrigger& trigger : work().plan().rollback.triggers) {
        QString about = trigger.watch ? watchText(*trigger.watch) : tr("a person says so");
        if (!trigger.firstStep.isEmpty())
            about += QStringLiteral(" · ") + tr("first: %1").arg(trigger.firstStep);
        triggers += trigger.title + u'\n' + about;
    }
    for (const release::RollbackStep& step : work().plan().rollback.steps)
        steps += step.estimate.count() > 0
                     ? step.title + QStringLiteral(" · ") + durationText(step.estimate)
                     : step.title;
    m_triggers->setRows(triggers);
    m_steps->setRows(steps);
}

void RollbackPart::mark(const QString& id)
{
    const auto& triggers = work().plan().rollback.triggers;
    const auto found = std::ranges::find(triggers, id, &release::RollbackTrigger::id);
    if (found != triggers.end())
        m_triggers->choose(static_cast<int>(found - triggers.begin()));
}

void RollbackPart::openTrigger(int row)
{
    release::RollbackTrigger trigger;
    if (row >= 0)
        trigger = work().plan().rollback.triggers[static_cast<std::size_t>(row)];
    auto* dialog = new WatchDialog(WatchDialog::For::Rollback, trigger, this);
    connect(dialog, &WatchDialog::written, this,
            [this, row](const release::RollbackTrigger& written) { takeTrigger(row, written); });
    dialog->open();
}

// Its watch goes by the trigger's name, as in a file.
void RollbackPart::takeTrigger(int row, release::RollbackTrigger trigger)
{
    release::RollbackPlan rollback = work().plan().rollback;
    const bool isNew = row < 0;
    if (isNew) {
        release::UniqueIds ids;
        for (const release::RollbackTrigger& each : rollback.triggers)
            ids.take(each.id);
        trigger.id = ids.fresh(trigger.title, QStringLiteral("trigger"));
    }
    if (trigger.watch)
        trigger.watch->id = trigger.id;
    if (isNew)
        rollback.triggers.push_back(std::move(trigger));
    else
        rollback.triggers[static_cast<std::size_t>(row)] = std::move(trigger);
    const auto last = static_cast<int>(rollback.triggers.size()) - 1;
    change(std::move(rollback));
    m_triggers->choose(isNew ? last : row);
}

void RollbackPart::openStep(int row)
{
    release::RollbackStep step{.title = {}, .estimate = release::minutes(kUsualStep), .doneAt = {}};
    if (row >= 0)
        step = work().plan().rollback.steps[static_cast<std::size_t>(row)];
    auto* dialog = new RowDialog(row < 0 ? tr("Add a step") : tr("Change the step"),
                                 {.title = step.title,
                                  .percent = {},
                                  .minutes = static_cast<int>(step.estimate.count()),
                                  .waitsForPrevious = {}},
                                 tr("Estimate, minutes"), this);
    connect(dialog, &RowDialog::written, this,
            [this, row](const PlanRow& written) { takeStep(row, written); });
    dialog->open();
}

void RollbackPart::takeStep(int row, const PlanRow& written)
{
    release::RollbackPlan rollback = work().plan().rollback;
    const release::RollbackStep step{.title = written.title.value_or(QString()),
                                     .estimate = release::minutes(written.minutes.value_or(0)),
                                     .doneAt = {}};
    if (row < 0)
        rollback.steps.push_back(step);
    else
        rollback.steps[static_cast<std::size_t>(row)] = step;
    const auto last = static_cast<int>(rollback.steps.size()) - 1;
    change(std::move(rollback));
    m_steps->choose(row < 0 ? last : row);
}

} // namespace panels
