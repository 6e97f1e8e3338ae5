// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/rollout/canary_page.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/making/rollout_dialog.h"
#include "panels/releases/open_release.h"
#include "panels/releases/rollout/shop_figures.h"
#include "panels/releases/rollout/stage_strip.h"
#include "panels/releases/rollout/watch_card.h"
#include "panels/releases/words/release_words.h"
#include "release/duties.h"
#include "release/rollout/canary.h"
#include "release/rollout/rollback.h"
#include "ui_canary_page.h"

#include <algorithm>
#include <chrono>

namespace panels {

namespace {

constexpr std::chrono::seconds kTick{5};
constexpr int kColumns = 2;                               ///< of cards
const QString kPrometheus = QStringLiteral("prometheus"); ///< the release's parameter

release::minutes minutesLeft(base::WallTime until, base::WallTime now)
{
    return std::chrono::ceil<release::minutes>(until - now);
}

} // namespace

CanaryPage::CanaryPage(OpenRelease& open, ShopFigures& figures, QWidget* parent)
    : ReleasePage(parent), m_ui(std::make_unique<Ui::CanaryPage>()), m_open(open),
      m_figures(figures), m_stages(new StageStrip(this)), m_caller(open.home())
{
    using release::Decision;
    m_ui->setupUi(this);
    delete m_ui->canaryLayout->replaceWidget(m_ui->stagePlace, m_stages);
    delete m_ui->stagePlace;
    m_ui->canaryScroll->setFrameShape(QFrame::NoFrame);
    const auto decides = [this](QPushButton* button, Decision decision) {
        connect(button, &QPushButton::clicked, this, [this, decision] { decide(decision); });
    };
    connect(m_ui->canaryBegin, &QPushButton::clicked, this, [this] {
        if (m_open.isOpen() && m_open.release().canaryPlan.stages.empty())
            act(release::GoOut{});
        else
            decide(Decision::Begin);
    });
    decides(m_ui->canaryPromote, Decision::Promote);
    decides(m_ui->canaryResume, Decision::Resume);
    decides(m_ui->canaryHold, Decision::Hold);
    decides(m_ui->canaryAbort, Decision::Abort);
    connect(m_ui->canaryPlanButton, &QPushButton::clicked, this,
            [this] { (new RolloutDialog(m_open, RolloutDialog::About::Canary, this))->open(); });
    connect(&m_open, &OpenRelease::anotherSits, m_ui->canaryReason, &QLineEdit::clear);
    connect(m_ui->canarySource, &QLineEdit::editingFinished, this, &CanaryPage::keepSource);
    connect(m_ui->canarySmart, &QCheckBox::clicked, this, [this](bool isOn) {
        act(release::SetParameter{.name = QString::fromLatin1(release::kRollsOut),
                                  .value =
                                      isOn ? QString::fromLatin1(release::kSmartMode) : QString()});
    });
    m_open.desk().hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.settings)
            readSmart();
    });
    connect(&m_figures, &ShopFigures::noted, this, &CanaryPage::showNow);
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible())
            showNow();
    });
    m_tick.start();
}

CanaryPage::~CanaryPage() = default;

QString CanaryPage::title() const
{
    return tr("Canary");
}

void CanaryPage::show(const desk::ReleaseView& view)
{
    if (!m_ui->canarySource->hasFocus())
        m_ui->canarySource->setText(view.release->parameters.value(kPrometheus));
    if (!m_smart)
        readSmart();
    showNow();
}

void CanaryPage::readSmart()
{
    m_open.desk().smartState(m_caller, [this](const base::Result<desk::SmartState>& state) {
        if (state)
            m_smart = *state;
        showSmart();
    });
}

// Somebody may have switched AI by hand, or something else keep it off: what counts is shown.
void CanaryPage::showSmart()
{
    if (!m_open.isOpen())
        return;
    const release::Release& release = m_open.release();
    const bool isRolledOut = release::rollsOutSmartMode(release);
    m_ui->canarySmart->setVisible(!release.canaryPlan.stages.empty());
    m_ui->canarySmart->setChecked(isRolledOut);
    m_ui->canarySmart->setEnabled(
        release::holdsOneOf(m_open.view().me, rolesOf(release::Duty::Work)));
    const bool isShown = isRolledOut && m_smart && !release.canaryPlan.stages.empty();
    m_ui->canarySmartState->setVisible(isShown);
    if (!isShown)
        return;
    const bool isAsSaid = !release::isOut(release.canary) ||
                          m_smart->share == release::shareOf(release.canaryPlan, release.canary);
    m_ui->canarySmartState->setText(
        m_smart->share == 0 ? tr("AI is off now.")
                            : tr("AI helps in %1 % of conversations now.").arg(m_smart->share));
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, isAsSaid ? colours().quiet : colours().bad);
    m_ui->canarySmartState->setPalette(tinted);
}

void CanaryPage::makeCards(const release::CanaryPlan& plan)
{
    qDeleteAll(m_cards);
    m_cards.clear();
    m_watches = plan.watches;
    for (const release::Watch& watch : plan.watches) {
        const int place = static_cast<int>(m_cards.size());
        auto* card = new WatchCard(watch, m_ui->canaryCards);
        connect(card, &WatchCard::valueNoted, this, [this](const QString& figure, double value) {
            if (m_open.isOpen() &&
                !m_figures.note(m_open.release().id, figure, value, m_open.now()))
                Q_EMIT m_open.said(tr("The clock was set back: the last reading is newer than "
                                      "this one."),
                                   false);
        });
        m_ui->canaryGrid->addWidget(card, place / kColumns, place % kColumns);
        m_cards.push_back(card);
    }
    m_ui->canaryStack->setCurrentWidget(
        plan.watches.empty() ? static_cast<QWidget*>(m_ui->canaryEmpty) : m_ui->canaryScroll);
}

void CanaryPage::showNow()
{
    if (!m_open.isOpen())
        return;
    const release::Release& release = m_open.release();
    if (m_watches != release.canaryPlan.watches) // a figure may come before anybody looks here
        makeCards(release.canaryPlan);
    const auto readings = m_figures.readingsFor(release);
    const auto advice =
        release::advised(release.canaryPlan, release.canary, readings, m_open.now());
    m_stages->show(release.canaryPlan, release.canary);
    m_stages->setVisible(!release.canaryPlan.stages.empty());
    m_ui->canaryEmpty->setText(release.canaryPlan.stages.empty()
                                   ? tr("This release goes out without stages.")
                                   : tr("No figure is watched."));
    m_ui->canaryWatchesLabel->setVisible(!m_cards.empty());
    m_ui->canaryPlanButton->setVisible(RolloutDialog::isFor(m_open));
    showFired(readings);
    showSource();
    showSmart();
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->show(advice.watches[i], readings, m_open.now());
    showState(advice);
    showProposal(advice);
    showDecisions(advice);
}

// Whatever the canary's own figures propose.
void CanaryPage::showFired(const release::Readings& readings)
{
    QStringList fired;
    for (const auto& trigger :
         release::triggered(m_open.release().rollbackPlan, readings, m_open.now()))
        fired += QStringLiteral("“%1”").arg(trigger.title);
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, colours().bad);
    m_ui->canaryFired->setPalette(tinted);
    m_ui->canaryFired->setText(
        tr("A reason to roll back is there: %1.").arg(fired.join(QStringLiteral(", "))));
    m_ui->canaryFired->setVisible(!fired.isEmpty());
}

void CanaryPage::showSource()
{
    const FigureReader::News* news = m_figures.newsOf(m_open.release().id);
    const bool isRead = news && !m_cards.empty();
    m_ui->canarySourceLabel->setVisible(isRead);
    m_ui->canarySource->setVisible(isRead);
    m_ui->canarySource->setReadOnly(
        !release::holdsOneOf(m_open.view().me, rolesOf(release::Duty::Work)));
    QStringList parts;
    const bool hasProblem = isRead && !news->problem.isEmpty();
    if (hasProblem)
        parts += tr("The figures cannot be read: %1.").arg(news->problem);
    if (isRead)
        parts += news->readAt ? tr("Last reading: %1.").arg(whenText(*news->readAt))
                              : tr("Nothing was read yet.");
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, hasProblem ? colours().bad : colours().quiet);
    m_ui->canarySourceState->setPalette(tinted);
    m_ui->canarySourceState->setText(parts.join(u' '));
    m_ui->canarySourceState->setVisible(isRead);
}

void CanaryPage::keepSource()
{
    const QString address = m_ui->canarySource->text().trimmed();
    if (m_open.isOpen() && m_open.release().parameters.value(kPrometheus) != address)
        m_open.act(release::SetParameter{.name = kPrometheus, .value = address});
}

void CanaryPage::showState(const release::CanaryAdvice& advice)
{
    const release::Release& release = m_open.release();
    const release::Canary& canary = release.canary;
    const int share = release::shareOf(release.canaryPlan, canary);
    QString text;
    switch (canary.status) {
    case release::CanaryStatus::NotStarted: text = tr("Not begun: nobody has it yet."); break;
    case release::CanaryStatus::Running:
        text = tr("%1 % of the customers have it since %2.")
                   .arg(share)
                   .arg(whenText(canary.stageSince));
        text +=
            u' ' + (advice.until ? tr("At least %1 more.")
                                       .arg(durationText(minutesLeft(*advice.until, m_open.now())))
                                 : tr("The stage has lasted long enough."));
        break;
    case release::CanaryStatus::Held:
        text = tr("Held at %1 % since %2.").arg(share).arg(whenText(canary.stageSince));
        break;
    case release::CanaryStatus::Aborted:
        text = tr("Aborted on %1: nobody has it.").arg(whenText(canary.stageSince));
        break;
    case release::CanaryStatus::Finished:
        text = tr("Everybody has it since %1.").arg(whenText(canary.stageSince));
        break;
    case release::CanaryStatus::RolledBack:
        text = tr("Rolled back on %1: nobody has it.").arg(whenText(canary.stageSince));
        break;
    }
    m_ui->canaryState->setText(text);
    m_ui->canaryState->setVisible(!text.isEmpty());
}

void CanaryPage::showProposal(const release::CanaryAdvice& advice)
{
    using release::Proposal;
    using release::WatchState;
    QStringList concerned;
    for (std::size_t i = 0; i < advice.watches.size(); ++i) {
        if (advice.watches[i] != WatchState::Fine)
            concerned += QStringLiteral("“%1”").arg(m_watches[i].title);
    }
    const QString names = concerned.join(QStringLiteral(", "));
    QColor colour = colours().good;
    QString text;
    switch (advice.proposal) {
    case Proposal::None: break;
    case Proposal::Promote: text = tr("Proposed: promote. All figures are fine."); break;
    case Proposal::Finish: text = tr("Proposed: promote to the end. All figures are fine."); break;
    case Proposal::Hold:
        colour = colours().warning;
        text = names.isEmpty() ? tr("Proposed: hold. The stage needs its time.")
                               : tr("Proposed: hold. Not certain: %1.").arg(names);
        break;
    case Proposal::Abort:
        colour = colours().bad;
        text = tr("Proposed: abort. Not fine: %1.").arg(names);
        break;
    }
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, colour);
    m_ui->canaryProposal->setPalette(tinted);
    m_ui->canaryProposal->setText(text);
    m_ui->canaryProposal->setVisible(!text.isEmpty());
}

// Only what can follow is offered; the filled button is what is proposed.
void CanaryPage::showDecisions(const release::CanaryAdvice& advice)
{
    using release::CanaryStatus;
    using release::Proposal;
    const release::Release& release = m_open.release();
    const CanaryStatus status = release.canary.status;
    const bool hasStages = !release.canaryPlan.stages.empty();
    const auto duty = hasStages ? release::Duty::Canary : release::Duty::Decide;
    const bool isMine = release::holdsOneOf(m_open.view().me, rolesOf(duty));
    const bool isOut = status == CanaryStatus::Running || status == CanaryStatus::Held;
    const bool mayBegin = !isOut && status != CanaryStatus::Finished;
    m_ui->canaryBegin->setVisible(isMine && mayBegin);
    m_ui->canaryBegin->setText(!hasStages                           ? tr("Release now")
                               : status == CanaryStatus::NotStarted ? tr("Begin")
                                                                    : tr("Begin again"));
    m_ui->canaryPromote->setVisible(isMine && status == CanaryStatus::Running);
    m_ui->canaryPromote->setEnabled(!advice.until.has_value());
    m_ui->canaryHold->setVisible(isMine && status == CanaryStatus::Running);
    m_ui->canaryResume->setVisible(isMine && status == CanaryStatus::Held);
    m_ui->canaryAbort->setVisible(isMine && isOut);
    m_ui->canaryReason->setVisible(isMine && isOut);
    const auto propose = [](QPushButton* button, bool isProposed) {
        button->setProperty("primary", isProposed);
        button->update();
    };
    propose(m_ui->canaryPromote,
            advice.proposal == Proposal::Promote || advice.proposal == Proposal::Finish);
    propose(m_ui->canaryHold, advice.proposal == Proposal::Hold);
    propose(m_ui->canaryAbort, advice.proposal == Proposal::Abort);
    propose(m_ui->canaryBegin, true);
    m_ui->canaryHint->setText(isMine || status == CanaryStatus::Finished
                                  ? QString()
                                  : tr("Who decides: %1.").arg(releaseRolesText(rolesOf(duty))));
    m_ui->canaryHint->setVisible(!m_ui->canaryHint->text().isEmpty());
}

void CanaryPage::decide(release::Decision decision)
{
    act(release::Steer{.decision = decision,
                       .reason = m_ui->canaryReason->text().trimmed(),
                       .readings = m_figures.readingsFor(m_open.release())});
}

void CanaryPage::act(const release::Deed& deed)
{
    m_open.act(deed, [this](const QString& whyNot) {
        if (whyNot.isEmpty()) {
            m_ui->canaryReason->clear();
            return;
        }
        m_ui->canaryReason->setFocus();
        Q_EMIT m_open.said(whyNot, false);
    });
}

void CanaryPage::showEvent(QShowEvent* event)
{
    ReleasePage::showEvent(event);
    showNow();
}

void CanaryPage::changeEvent(QEvent* event)
{
    ReleasePage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        for (WatchCard* card : m_cards)
            card->retranslate();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showNow();
}

} // namespace panels
