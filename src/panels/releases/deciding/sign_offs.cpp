// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/deciding/sign_offs.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/making/rule_dialog.h"
#include "panels/releases/making/sign_dialog.h"
#include "panels/releases/open_release.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/refusal_words.h"
#include "panels/releases/words/release_words.h"
#include "release/duties.h"
#include "release/signing.h"
#include "ui_sign_offs.h"

#include <algorithm>

namespace panels {

namespace {

constexpr int kRuleRole = Qt::UserRole; ///< its id
enum SignOffColumn { RuleColumn, RolesColumn, CountColumn };

} // namespace

SignOffs::SignOffs(OpenRelease& open, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SignOffs>()), m_open(open)
{
    m_ui->setupUi(this);
    connect(m_ui->signOffsTree, &QTreeWidget::itemSelectionChanged, this, &SignOffs::showSelected);
    connect(m_ui->gateSignButton, &QPushButton::clicked, this, &SignOffs::sign);
    connect(m_ui->ruleAddButton, &QPushButton::clicked, this, [this] { plan({}); });
    connect(m_ui->ruleChangeButton, &QPushButton::clicked, this, [this] {
        if (const release::SignOffRule* rule = selected())
            plan(*rule);
    });
    connect(m_ui->signApplies, &QPushButton::clicked, this, &SignOffs::toggleApplies);
}

SignOffs::~SignOffs() = default;

void SignOffs::show(const desk::ReleaseView& view)
{
    const release::SignOffRule* before = selected();
    const QString marked = before ? before->id : QString();
    {
        const QSignalBlocker quiet(m_ui->signOffsTree);
        m_ui->signOffsTree->setHeaderLabels({tr("Sign-off"), tr("Roles"), tr("Signed")});
        m_ui->signOffsTree->clear();
        for (const release::SignOffRule& rule : view.release->signOffs) {
            addRule(rule);
            auto* row =
                m_ui->signOffsTree->topLevelItem(m_ui->signOffsTree->topLevelItemCount() - 1);
            if (rule.id == marked)
                m_ui->signOffsTree->setCurrentItem(row);
        }
        m_ui->signOffsTree->expandAll();
        fitTree(*m_ui->signOffsTree);
    }
    showSelected();
}

void SignOffs::addRule(const release::SignOffRule& rule)
{
    const release::Release& release = m_open.release();
    auto* row = new QTreeWidgetItem(m_ui->signOffsTree);
    row->setData(0, kRuleRole, rule.id);
    row->setText(RuleColumn, rule.title);
    row->setText(RolesColumn, rule.areRolesDistinct
                                  ? tr("%1, each in another role").arg(releaseRolesText(rule.roles))
                                  : releaseRolesText(rule.roles));
    row->setToolTip(RolesColumn, row->text(RolesColumn));
    if (!rule.applies) {
        row->setText(CountColumn, tr("not asked for"));
        row->setToolTip(CountColumn, rule.condition);
        for (const int column : {RuleColumn, RolesColumn, CountColumn})
            row->setForeground(column, colours().quiet);
    } else if (m_open.outline()) {
        const auto standing = release::standingOf(*m_open.outline(), release, rule);
        row->setText(CountColumn, tr("%1 of %2").arg(standing.counted).arg(rule.needed));
        row->setForeground(CountColumn, standing.missing == 0 ? colours().good : colours().bad);
    }
    for (const release::Signature& signature : release.signatures) {
        if (signature.rule != rule.id)
            continue;
        auto* line = new QTreeWidgetItem(row);
        line->setFlags(line->flags() & ~Qt::ItemIsSelectable);
        const bool isVoid =
            !m_open.outline() || release::isOutdated(*m_open.outline(), release, signature);
        QString who = tr("%1 as %2, %3")
                          .arg(m_open.nameOf(signature.person), releaseRoleText(signature.role),
                               whenText(signature.at));
        if (!signature.isProved)
            who += QStringLiteral(", ") + tr("without a passphrase");
        if (signature.isAlone)
            who += QStringLiteral(", ") + tr("alone");
        line->setText(0, isVoid ? tr("%1: void, it changed since").arg(who)
                         : signature.comment.isEmpty()
                             ? who
                             : who + QStringLiteral(": ") + signature.comment);
        line->setForeground(0, isVoid ? colours().quiet : palette().color(QPalette::Text));
        line->setFirstColumnSpanned(true);
        line->setToolTip(0, line->text(0));
    }
}

const release::SignOffRule* SignOffs::selected() const
{
    const QTreeWidgetItem* row = m_ui->signOffsTree->currentItem();
    if (!row || !m_open.isOpen())
        return nullptr;
    const auto& rules = m_open.release().signOffs;
    const auto found =
        std::ranges::find(rules, row->data(0, kRuleRole).toString(), &release::SignOffRule::id);
    return found == rules.end() ? nullptr : &*found;
}

void SignOffs::showSelected()
{
    const release::SignOffRule* rule = selected();
    m_ui->gateSignButton->setVisible(rule != nullptr);
    m_ui->signApplies->setVisible(rule != nullptr);
    const bool mayPlan =
        m_open.isOpen() && release::holdsOneOf(m_open.view().me, rolesOf(release::Duty::Plan));
    m_ui->ruleAddButton->setVisible(mayPlan);
    m_ui->ruleChangeButton->setVisible(mayPlan && rule);
    m_ui->signOffsHint->setText(m_open.isOpen() && m_open.release().signOffs.empty()
                                    ? tr("This release asks for no signature.")
                                    : tr("Choose a sign-off to sign it."));
    m_ui->signOffsHint->setVisible(!rule);
    if (rule)
        showForm(*rule);
}

// Only what could be done is offered.
void SignOffs::showForm(const release::SignOffRule& rule)
{
    const release::Actor& me = m_open.view().me;
    const release::Roles mine = rolesInBoth(me.roles, rule.roles);
    const auto signature =
        m_open.outline()
            ? release::signedBy(*m_open.outline(), m_open.release(), rule.id, me,
                                mine.empty() ? rule.roles.front() : mine.front(), {}, m_open.now())
            : tl::unexpected(release::Refusal{.why = release::Why::PlanUnsound});
    m_ui->gateSignButton->setVisible(signature.has_value());
    m_ui->signOffsHint->setVisible(!signature);
    if (!signature)
        m_ui->signOffsHint->setText(refusalText(signature.error(), m_open.release()));
    m_ui->signApplies->setVisible(!rule.condition.isEmpty() &&
                                  release::holdsOneOf(me, rolesOf(release::Duty::Plan)));
    m_ui->signApplies->setText(rule.applies
                                   ? tr("Not asked for: no longer “%1”").arg(rule.condition)
                                   : tr("Ask for it: “%1”").arg(rule.condition));
}

void SignOffs::sign()
{
    if (const release::SignOffRule* rule = selected())
        (new SignDialog(m_open, *rule, this))->open();
}

void SignOffs::toggleApplies()
{
    const release::SignOffRule* rule = selected();
    if (!rule)
        return;
    release::SignOffRule other = *rule;
    other.applies = !other.applies;
    m_open.act(release::PlanRule{std::move(other)});
}

void SignOffs::plan(const release::SignOffRule& rule)
{
    (new RuleDialog(plannedIn(m_open), rule, this))->open();
}

void SignOffs::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
}

} // namespace panels
