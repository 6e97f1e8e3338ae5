// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/rollout/rollback_page.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/making/rollout_dialog.h"
#include "panels/releases/open_release.h"
#include "panels/releases/rollout/shop_figures.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/release_words.h"
#include "release/duties.h"
#include "release/rollout/rollback.h"
#include "ui_rollback_page.h"

#include <algorithm>
#include <utility>

namespace panels {

namespace {

constexpr int kTriggerRole = Qt::UserRole; ///< its id

const release::RollbackStep* nextStepOf(const release::Rollback& rollback)
{
    const auto next = std::ranges::find_if(
        rollback.steps, [](const release::RollbackStep& step) { return !step.doneAt; });
    return next == rollback.steps.end() ? nullptr : &*next;
}

} // namespace

RollbackPage::RollbackPage(OpenRelease& open, ShopFigures& figures, QWidget* parent)
    : ReleasePage(parent), m_ui(std::make_unique<Ui::RollbackPage>()), m_open(open),
      m_figures(figures), m_caller(open.home())
{
    m_ui->setupUi(this);
    m_ui->rollbackStep->setProperty("primary", true);
    connect(m_ui->rollbackTriggers, &QTreeWidget::itemSelectionChanged, this,
            &RollbackPage::showForm);
    connect(m_ui->rollbackReason, &QLineEdit::textChanged, this, &RollbackPage::showForm);
    connect(&open, &OpenRelease::anotherSits, m_ui->rollbackReason, &QLineEdit::clear);
    connect(m_ui->rollbackStart, &QPushButton::clicked, this, &RollbackPage::start);
    connect(m_ui->rollbackStep, &QPushButton::clicked, this,
            [this] { m_open.act(release::RollBackStep{}); });
    connect(m_ui->rollbackRehearsed, &QPushButton::clicked, this,
            [this] { m_open.act(release::Rehearse{}); });
    connect(m_ui->rollbackPlanButton, &QPushButton::clicked, this,
            [this] { (new RolloutDialog(m_open, RolloutDialog::About::Rollback, this))->open(); });
    connect(&m_figures, &ShopFigures::noted, this, &RollbackPage::showNow);
}

RollbackPage::~RollbackPage() = default;

QString RollbackPage::title() const
{
    return tr("Rollback");
}

void RollbackPage::show(const desk::ReleaseView& /*view*/)
{
    showNow();
}

void RollbackPage::showNow()
{
    if (!m_open.isOpen())
        return;
    showTriggers();
    showRecord();
    readRehearser();
    showForm();
}

void RollbackPage::showTriggers()
{
    const auto& plan = m_open.release().rollbackPlan;
    const auto readings = m_figures.readingsFor(m_open.release());
    const auto breached = release::triggered(plan, readings, m_open.now());
    const release::RollbackTrigger* before = selected();
    const QString marked = before                   ? before->id
                           : !breached.empty()      ? breached.front().id
                           : !plan.triggers.empty() ? plan.triggers.front().id
                                                    : QString();
    const QSignalBlocker quiet(m_ui->rollbackTriggers);
    m_ui->rollbackTriggers->setHeaderLabels({tr("Trigger"), tr("Now")});
    m_ui->rollbackTriggers->clear();
    for (const release::RollbackTrigger& trigger : plan.triggers) {
        auto* row = new QTreeWidgetItem(m_ui->rollbackTriggers);
        const bool isBreached = std::ranges::find(breached, trigger.id,
                                                  &release::RollbackTrigger::id) != breached.end();
        row->setText(0, trigger.title);
        row->setToolTip(0, trigger.title);
        row->setText(1, isBreached       ? tr("✗ it is so")
                        : !trigger.watch ? tr("a person says it")
                                         : stateText(*trigger.watch, readings));
        row->setForeground(1, isBreached ? colours().bad : colours().quiet);
        row->setData(0, kTriggerRole, trigger.id);
        if (trigger.id == marked)
            m_ui->rollbackTriggers->setCurrentItem(row);
    }
    fitTree(*m_ui->rollbackTriggers);
}

QString RollbackPage::stateText(const release::Watch& watch,
                                const release::Readings& readings) const
{
    switch (release::watched(watch, readings, m_open.now())) {
    case release::WatchState::Fine: return tr("✓ it is not so");
    case release::WatchState::Suspect:
    case release::WatchState::Breached: return tr("⚠ not for long enough yet");
    case release::WatchState::NoData: break;
    }
    return tr("no reading");
}

const release::RollbackTrigger* RollbackPage::selected() const
{
    const QTreeWidgetItem* row = m_ui->rollbackTriggers->currentItem();
    if (!row || !m_open.isOpen())
        return nullptr;
    const auto& triggers = m_open.release().rollbackPlan.triggers;
    const auto found = std::ranges::find(triggers, row->data(0, kTriggerRole).toString(),
                                         &release::RollbackTrigger::id);
    return found == triggers.end() ? nullptr : &*found;
}

void RollbackPage::showForm()
{
    if (!m_open.isOpen())
        return;
    const release::RollbackTrigger* trigger = selected();
    const release::Roles mine =
        rolesInBoth(m_open.view().me.roles, rolesOf(release::Duty::Rollback));
    fillRoleBox(*m_ui->rollbackRole, mine);
    const bool isOut = release::isOut(m_open.release().canary);
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_ui->rollbackReason, m_ui->rollbackReasonLabel, m_ui->rollbackRole,
             m_ui->rollbackRoleLabel, m_ui->rollbackStart})
        widget->setVisible(!mine.empty() && trigger && isOut);
    m_ui->rollbackStart->setEnabled(!m_ui->rollbackReason->text().trimmed().isEmpty());
    QStringList hints;
    if (trigger && !trigger->firstStep.isEmpty())
        hints += tr("Try first: %1.").arg(trigger->firstStep);
    if (mine.empty())
        hints += tr("Who decides: %1.").arg(releaseRolesText(rolesOf(release::Duty::Rollback)));
    if (!trigger)
        hints += tr("This release has no plan for going back.");
    else if (!isOut)
        hints += tr("Nothing is out that could be taken back.");
    const bool hasSteps = !m_open.release().rollbackPlan.steps.empty();
    m_ui->rollbackPlanButton->setVisible(RolloutDialog::isFor(m_open));
    m_ui->rollbackRehearsed->setVisible(!mine.empty() && hasSteps);
    if (trigger || hasSteps)
        hints += rehearsedText();
    m_ui->rollbackHint->setText(hints.join(u' '));
}

QString RollbackPage::rehearsedText() const
{
    const auto& rehearsed = m_open.release().rollbackPlan.rehearsedAt;
    if (!rehearsed)
        return tr("Not rehearsed yet.");
    return m_rehearser.isEmpty()
               ? tr("Rehearsed on %1.").arg(whenText(*rehearsed))
               : tr("Rehearsed on %1, as %2 says.").arg(whenText(*rehearsed), m_rehearser);
}

// The release says when; only the ledger knows who said so.
void RollbackPage::readRehearser()
{
    const auto& rehearsed = m_open.release().rollbackPlan.rehearsedAt;
    const QString id = m_open.release().id;
    const QString wanted = rehearsed ? id + base::toIso(*rehearsed) : QString();
    if (std::exchange(m_rehearsalRead, wanted) == wanted)
        return;
    m_rehearser.clear();
    if (!rehearsed)
        return;
    using Lines = std::vector<desk::LedgerLine>;
    m_open.desk().releaseHistory(m_caller, id, [this, wanted](const base::Result<Lines>& lines) {
        if (wanted != m_rehearsalRead)
            return;
        if (!lines) {
            m_rehearsalRead.clear(); // asked again when the page is shown next
            return;
        }
        for (const desk::LedgerLine& line : *lines) {
            if (line.entry.kind == QLatin1String("rehearsal"))
                m_rehearser = line.byName;
        }
        showForm();
    });
}

void RollbackPage::showRecord()
{
    const auto& rollbacks = m_open.release().rollbacks;
    m_ui->rollbackRecord->setHeaderLabels({tr("Step"), tr("Estimate"), tr("Done")});
    m_ui->rollbackRecord->clear();
    if (rollbacks.empty()) { // what would be done
        for (const release::RollbackStep& step : m_open.release().rollbackPlan.steps) {
            auto* row = new QTreeWidgetItem(m_ui->rollbackRecord);
            row->setText(0, step.title);
            row->setText(1, durationText(step.estimate));
        }
    }
    for (auto rollback = rollbacks.rbegin(); rollback != rollbacks.rend(); ++rollback)
        addRollback(*rollback);
    m_ui->rollbackRecord->expandAll();
    fitTree(*m_ui->rollbackRecord);
    m_ui->rollbackRecordLabel->setText(rollbacks.empty() ? tr("Steps, if it comes to that")
                                                         : tr("Record"));
    const release::RollbackStep* next = rollbacks.empty() ? nullptr : nextStepOf(rollbacks.back());
    const bool isMine = release::holdsOneOf(m_open.view().me, rolesOf(release::Duty::Rollback));
    m_ui->rollbackStep->setVisible(next != nullptr && isMine);
    if (next)
        m_ui->rollbackStep->setText(tr("Done: %1").arg(next->title));
    QString summary;
    if (!rollbacks.empty()) {
        const release::Rollback& newest = rollbacks.back();
        const auto actual = release::actualOf(newest);
        summary = actual
                      ? tr("It took %1; the estimate was %2.")
                            .arg(actual->count() > 0 ? durationText(*actual) : tr("under a minute"),
                                 durationText(release::estimateOf(newest)))
                      : tr("Under way; the estimate is %1.")
                            .arg(durationText(release::estimateOf(newest)));
        summary += u' ' + (newest.wasRehearsed ? tr("It had been rehearsed.")
                                               : tr("It had not been rehearsed."));
    }
    m_ui->rollbackSummary->setText(summary);
    m_ui->rollbackSummary->setVisible(!summary.isEmpty());
}

void RollbackPage::addRollback(const release::Rollback& rollback)
{
    const auto& triggers = m_open.release().rollbackPlan.triggers;
    const auto trigger =
        std::ranges::find(triggers, rollback.trigger, &release::RollbackTrigger::id);
    auto* row = new QTreeWidgetItem(m_ui->rollbackRecord);
    row->setText(0, tr("%1: %2, decided by %3 as %4. %5")
                        .arg(whenText(rollback.startedAt),
                             trigger == triggers.end() ? rollback.trigger : trigger->title,
                             m_open.nameOf(rollback.decidedBy), releaseRoleText(rollback.role),
                             rollback.reason));
    row->setToolTip(0, row->text(0));
    row->setFirstColumnSpanned(true);
    for (const release::RollbackStep& step : rollback.steps) {
        auto* line = new QTreeWidgetItem(row);
        line->setText(0, (step.doneAt ? QStringLiteral("✓ ") : QStringLiteral("○ ")) + step.title);
        line->setText(1, durationText(step.estimate));
        if (step.doneAt)
            line->setText(2, tr("%1, %2").arg(whenText(*step.doneAt), m_open.nameOf(step.doneBy)));
    }
}

void RollbackPage::start()
{
    const release::RollbackTrigger* trigger = selected();
    const auto role = roleIn(*m_ui->rollbackRole);
    if (!trigger || !role)
        return;
    m_open.act(release::RollBack{.trigger = trigger->id,
                                 .reason = m_ui->rollbackReason->text().trimmed(),
                                 .role = *role},
               [this](const QString& whyNot) {
                   if (whyNot.isEmpty())
                       m_ui->rollbackReason->clear();
                   else
                       Q_EMIT m_open.said(whyNot, false);
               });
}

void RollbackPage::changeEvent(QEvent* event)
{
    ReleasePage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showNow();
}

} // namespace panels
