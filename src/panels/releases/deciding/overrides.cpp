// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/deciding/overrides.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/open_release.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/refusal_words.h"
#include "panels/releases/words/release_words.h"
#include "release/duties.h"
#include "ui_overrides.h"

#include <algorithm>
#include <chrono>

namespace panels {

namespace {

constexpr std::chrono::hours kUsualHold{24};
constexpr int kOverrideRole = Qt::UserRole; ///< its id
enum OverrideColumn { ReasonColumn, WhoColumn, UntilColumn };

} // namespace

Overrides::Overrides(OpenRelease& open, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::Overrides>()), m_open(open)
{
    m_ui->setupUi(this);
    connect(m_ui->overridesTree, &QTreeWidget::itemSelectionChanged, this, &Overrides::showForm);
    for (QLineEdit* edit : {m_ui->overrideReason, m_ui->overridePassphrase})
        connect(&open, &OpenRelease::anotherSits, edit, &QLineEdit::clear);
    connect(m_ui->overrideAsk, &QPushButton::clicked, this, [this] {
        if (const auto role = roleIn(*m_ui->overrideRole))
            act(release::AskOverride{.reason = m_ui->overrideReason->text(),
                                     .until = timeIn(*m_ui->overrideUntil),
                                     .role = *role});
    });
    connect(m_ui->overrideApprove, &QPushButton::clicked, this, [this] {
        const release::Override* chosen = selected();
        const auto role = roleIn(*m_ui->overrideRole);
        if (chosen && role)
            act(release::ApproveOverride{.id = chosen->id, .role = *role});
    });
}

Overrides::~Overrides() = default;

void Overrides::show(const desk::ReleaseView& view, const release::Gate& gate)
{
    m_gate = gate;
    if (m_ui->overrideReason->text().isEmpty())
        setTime(*m_ui->overrideUntil, m_open.now() + kUsualHold);
    const release::Override* before = selected();
    const QString marked = before ? before->id : QString();
    {
        const QSignalBlocker quiet(m_ui->overridesTree);
        m_ui->overridesTree->setHeaderLabels({tr("Reason"), tr("Approved by"), tr("Until")});
        m_ui->overridesTree->clear();
        for (const release::Override& each : view.release->overrides) {
            addOverride(each);
            if (each.id == marked || !release::isApproved(each))
                m_ui->overridesTree->setCurrentItem(m_ui->overridesTree->topLevelItem(
                    m_ui->overridesTree->topLevelItemCount() - 1));
        }
        fitTree(*m_ui->overridesTree);
    }
    m_ui->overridesTree->setVisible(!view.release->overrides.empty());
    showForm();
}

void Overrides::addOverride(const release::Override& each)
{
    auto* row = new QTreeWidgetItem(m_ui->overridesTree);
    row->setData(0, kOverrideRole, each.id);
    QStringList who;
    for (const release::Approval& approval : each.approvals)
        who += tr("%1 as %2").arg(m_open.nameOf(approval.person), releaseRoleText(approval.role)) +
               (approval.isAlone ? QStringLiteral(", ") + tr("alone") : QString());
    const bool isInForce = release::isInForce(each, m_open.now());
    row->setText(ReasonColumn, each.reason);
    row->setText(WhoColumn, who.join(QStringLiteral(", ")));
    row->setText(UntilColumn, isInForce ? whenText(each.until)
                              : !release::isApproved(each)
                                  ? tr("one approval is missing")
                                  : tr("over since %1").arg(whenText(each.until)));
    row->setForeground(UntilColumn, isInForce ? colours().warning : colours().quiet);
    row->setToolTip(ReasonColumn, each.reason + u'\n' +
                                      tr("Covers: %1").arg(each.covers.join(QStringLiteral(", "))));
    row->setToolTip(WhoColumn, row->text(WhoColumn));
}

const release::Override* Overrides::selected() const
{
    const QTreeWidgetItem* row = m_ui->overridesTree->currentItem();
    if (!row || !m_open.isOpen())
        return nullptr;
    const auto& all = m_open.release().overrides;
    const auto found =
        std::ranges::find(all, row->data(0, kOverrideRole).toString(), &release::Override::id);
    return found == all.end() ? nullptr : &*found;
}

// Only what could be done is offered.
void Overrides::showForm()
{
    const release::Actor& me = m_open.view().me;
    const release::Roles mine = rolesInBoth(me.roles, rolesOf(release::Duty::Override));
    const release::Override* chosen = selected();
    const bool isNo = m_gate.verdict == release::Verdict::NoGo;
    const bool isPossible = std::ranges::all_of(m_gate.reasons, [](const release::Reason& reason) {
        return release::canBeOverridden(reason.kind);
    });
    const bool canApprove =
        chosen && !release::isApproved(*chosen) && chosen->until > m_open.now() &&
        std::ranges::any_of(mine, [&](release::Role role) {
            return release::overrideApproved(m_open.release(), *chosen, me, role, m_open.now())
                .has_value();
        });
    const bool canAsk = isNo && isPossible && !mine.empty();
    fillRoleBox(*m_ui->overrideRole, mine);
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_ui->overrideReason, m_ui->overrideReasonLabel, m_ui->overrideUntil,
             m_ui->overrideUntilLabel, m_ui->overrideAsk})
        widget->setVisible(canAsk);
    m_ui->overrideApprove->setVisible(canApprove);
    const bool isAsked = m_open.hasPassphrase();
    m_ui->overridePassphrase->setVisible(isAsked);
    m_ui->overridePassphraseLabel->setVisible(isAsked);
    m_ui->overrideForm->setVisible(canAsk || canApprove);
    m_ui->overridesHint->setText(
        canAsk || canApprove ? QString()
        : !isNo              ? tr("There is nothing to override.")
        : !isPossible
            ? tr("Nobody can override that: without items, with a damaged ledger or a "
                 "plan that does not fit together it is never a go.")
            : tr("For an override: %1.").arg(releaseRolesText(rolesOf(release::Duty::Override))));
    m_ui->overridesHint->setVisible(!m_ui->overridesHint->text().isEmpty());
}

void Overrides::act(const release::Deed& deed)
{
    m_open.act(desk::ReleaseDeed{.release = {},
                                 .deed = deed,
                                 .passphrase = m_ui->overridePassphrase->text(),
                                 .file = {}},
               [this](const QString& whyNot) {
                   m_ui->overridePassphrase->clear();
                   if (whyNot.isEmpty())
                       m_ui->overrideReason->clear();
                   else
                       Q_EMIT m_open.said(whyNot, false);
               });
}

void Overrides::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
}

} // namespace panels
