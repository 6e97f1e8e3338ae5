// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/item/item_pane.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/checks/checks_part.h"
#include "panels/releases/item/evidence_part.h"
#include "panels/releases/item/facts_part.h"
#include "panels/releases/item/history_part.h"
#include "panels/releases/item/talk_part.h"
#include "panels/releases/making/item_dialog.h"
#include "panels/releases/making/step_dialog.h"
#include "panels/releases/words/refusal_words.h"
#include "panels/releases/words/release_words.h"
#include "ui_item_pane.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

#include <algorithm>

namespace panels {

using release::State;
using release::Step;

namespace {

constexpr int kStepsARow = 3;
constexpr int kEvidenceTab = 1, kTalkTab = 2, kChecksTab = 4;

bool needsWords(Step step)
{
    return step == Step::Fail || step == Step::Block || step == Step::Waive || step == Step::Excuse;
}

/// In the order in which they are offered.
constexpr std::array kOffered{Step::Start, Step::Finish, Step::Verify, Step::Unblock, Step::Reopen,
                              Step::Fail,  Step::Block,  Step::Waive,  Step::Excuse};

} // namespace

ItemPane::ItemPane(OpenRelease& open, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ItemPane>()), m_open(open), m_facts(nullptr),
      m_evidence(nullptr), m_talk(nullptr), m_checks(nullptr)
{
    m_ui->setupUi(this);
    setAcceptDrops(true);
    makeSteps();
    makeParts();
    fitFonts();
    connect(m_ui->itemTabs, &QTabBar::currentChanged, m_ui->itemPages,
            &QStackedWidget::setCurrentIndex);
    connect(m_facts, &FactsPart::itemWanted, this, &ItemPane::itemWanted);
    connect(m_facts, &FactsPart::editWanted, this, &ItemPane::edit);
    showItem({});
}

ItemPane::~ItemPane() = default;

// After the steps, so that Tab comes to them in the order in which they are read.
void ItemPane::makeParts()
{
    m_facts = new FactsPart(m_open, this);
    m_evidence = new EvidencePart(m_open, this);
    m_talk = new TalkPart(m_open, this);
    auto* history = new HistoryPart(m_open, this);
    m_checks = new ChecksPart(m_open, this);
    m_parts = {m_facts, m_evidence, m_talk, history, m_checks};
    for (ItemPart* part : m_parts) {
        m_ui->itemPages->addWidget(part);
        m_ui->itemTabs->addTab(QString());
    }
}

void ItemPane::makeSteps()
{
    for (const Step step : kOffered) {
        auto* button = new QPushButton(this);
        button->setObjectName(QStringLiteral("step_") + release::nameText(step));
        button->setText(stepText(step));
        button->hide();
        connect(button, &QPushButton::clicked, this, [this, step] { take(step); });
        m_steps[static_cast<std::size_t>(step)] = button;
        m_ui->itemSteps->addWidget(button);
    }
    setTabOrder(m_steps[static_cast<std::size_t>(kOffered.back())], m_ui->itemTabs);
}

void ItemPane::showItem(const release::ItemId& item)
{
    m_item = item;
    refresh();
}

void ItemPane::refresh()
{
    const release::Item* item =
        m_open.isOpen() && m_item.isValid() ? m_open.itemOf(m_item) : nullptr;
    if (!item)
        m_item = {};
    m_ui->itemStack->setCurrentWidget(item ? m_ui->itemPage
                                           : static_cast<QWidget*>(m_ui->itemNoneLabel));
    if (!item)
        return;
    showHead(*item);
    showSteps(*item);
    showWhyNot(*item);
    retitle(*item);
    for (ItemPart* part : m_parts)
        part->show(*item);
}

void ItemPane::showHead(const release::Item& item)
{
    m_ui->itemTitle->setText(item.plan.title);
    const auto index = static_cast<std::size_t>(&item - m_open.release().items.data());
    const State state = m_open.states()[index];
    QString text = stateSign(state) + u' ' + stateText(state);
    if (state == State::Failed && item.state == State::Waived && item.waiver)
        text += QStringLiteral(" · ") + tr("the waiver ended %1").arg(whenText(item.waiver->until));
    else if (state == State::Waived && item.waiver)
        text += QStringLiteral(" · ") + tr("until %1, by %2: %3")
                                            .arg(whenText(item.waiver->until),
                                                 m_open.nameOf(item.waiver->approver),
                                                 item.waiver->reason);
    else if (!item.reason.isEmpty())
        text += QStringLiteral(" · ") + item.reason;
    if (item.verifier.isValid() && state == State::Verified)
        text += QStringLiteral(" · ") + (release::isVerifiedByDoer(item)
                                             ? tr("by %1, who did it: nobody else was there")
                                             : tr("by %1"))
                                            .arg(m_open.nameOf(item.verifier));
    else if (!item.doers.empty() && state == State::Done)
        text += QStringLiteral(" · ") + tr("by %1").arg(m_open.nameOf(item.doers.back()));
    m_ui->itemState->setText(text);
}

// Only what the rules of states allow; the first of them is the usual next step.
void ItemPane::showSteps(const release::Item& item)
{
    m_possible = m_open.outline() ? release::stepsFor(*m_open.outline(), m_open.release(),
                                                      item.plan.id, m_open.view().me, m_open.now())
                                  : std::vector<Step>();
    QWidget* focus = focusWidget();
    int place = 0;
    for (const Step step : kOffered) {
        QPushButton* button = m_steps[static_cast<std::size_t>(step)];
        const bool isPossible = std::ranges::find(m_possible, step) != m_possible.end();
        const bool hadFocus = button == focus && button->isVisible();
        button->setVisible(isPossible);
        if (hadFocus && !isPossible)
            m_ui->itemTabs->setFocus();
        if (!isPossible)
            continue;
        button->setText(stepText(step, item));
        m_ui->itemSteps->removeWidget(button);
        m_ui->itemSteps->addWidget(button, place / kStepsARow, place % kStepsARow);
        ++place;
    }
}

// Why a step that this state has is not offered.
void ItemPane::showWhyNot(const release::Item& item)
{
    QStringList reasons, steps; // a reason is told once, for all the steps that it keeps away
    QString last;
    for (const Step step : {Step::Start, Step::Finish, Step::Verify}) {
        if (!m_open.outline() || std::ranges::find(m_possible, step) != m_possible.end())
            continue;
        const auto answer =
            release::changed(*m_open.outline(), m_open.release(),
                             {.step = step, .item = item.plan.id, .reason = {}, .until = {}},
                             m_open.view().me, m_open.now());
        if (answer || answer.error().why == release::Why::WrongState)
            continue;
        const QString why = refusalText(answer.error(), m_open.release());
        if (answer.error().why == release::Why::IsParent ||
            answer.error().why == release::Why::NoPerson) {
            reasons = {why};
            break;
        }
        if (why != last) {
            steps.clear();
            reasons += QString();
        }
        steps += stepText(step);
        reasons.back() = steps.join(QStringLiteral(", ")) + QStringLiteral(": ") + why;
        last = why;
    }
    m_ui->itemWhyNot->setText(reasons.join(u'\n'));
    m_ui->itemWhyNot->setVisible(!reasons.isEmpty());
    QPalette palette = m_ui->itemWhyNot->palette();
    palette.setColor(QPalette::WindowText, colours().quiet);
    m_ui->itemWhyNot->setPalette(palette);
}

void ItemPane::retitle(const release::Item& item)
{
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        m_ui->itemTabs->setTabText(static_cast<int>(i), m_parts[i]->title(item));
    m_ui->itemTabs->setTabVisible(kChecksTab, m_checks->hasAny(item));
}

// ---- What is done ----

void ItemPane::take(Step step)
{
    if (!m_item.isValid())
        return;
    const release::Item* item = m_open.itemOf(m_item);
    if (item && needsWords(step) && std::ranges::find(m_possible, step) != m_possible.end()) {
        auto* dialog = new StepDialog(m_open, *item, step, this);
        dialog->open();
        return;
    }
    release::Change change{.step = step, .item = m_item, .reason = {}, .until = {}};
    if (step == Step::Finish)
        change.actual = m_facts->actual();
    m_open.act(std::move(change));
}

void ItemPane::showPart(int tab)
{
    m_ui->itemTabs->setCurrentIndex(tab);
}

void ItemPane::addEvidence()
{
    if (!m_item.isValid())
        return;
    m_ui->itemTabs->setCurrentIndex(kEvidenceTab);
    m_evidence->write();
}

void ItemPane::discuss()
{
    if (!m_item.isValid())
        return;
    m_ui->itemTabs->setCurrentIndex(kTalkTab);
    m_talk->write();
}

void ItemPane::edit()
{
    if (const release::Item* item = m_item.isValid() ? m_open.itemOf(m_item) : nullptr) {
        auto* dialog = new ItemDialog(m_open, plannedIn(m_open), item->plan, this);
        dialog->open();
    }
}

void ItemPane::runChecks()
{
    const release::Item* item = m_item.isValid() ? m_open.itemOf(m_item) : nullptr;
    if (!item || !m_checks->hasAny(*item))
        return;
    m_ui->itemTabs->setCurrentIndex(kChecksTab);
    m_checks->runAll();
}

void ItemPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_item.isValid() && (event->mimeData()->hasUrls() || event->mimeData()->hasText() ||
                             event->mimeData()->hasImage()))
        event->acceptProposedAction();
}

void ItemPane::dropEvent(QDropEvent* event)
{
    if (!m_item.isValid())
        return;
    m_ui->itemTabs->setCurrentIndex(kEvidenceTab);
    m_evidence->take(*event->mimeData());
    event->acceptProposedAction();
}

// ---- The widget ----

void ItemPane::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    for (const Step step : kOffered) {
        QPushButton* button = m_steps[static_cast<std::size_t>(step)];
        if (button->isVisible()) {
            button->setFocus();
            return;
        }
    }
    m_ui->itemTabs->setFocus();
}

void ItemPane::fitFonts()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_ui->itemTitle->setFont(bold);
    setMinimumWidth(fontMetrics().averageCharWidth() * 48);
}

void ItemPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitFonts();
    if (event->type() == QEvent::PaletteChange && m_item.isValid())
        refresh();
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    for (const Step step : kOffered)
        m_steps[static_cast<std::size_t>(step)]->setText(stepText(step));
    refresh();
}

} // namespace panels
