// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/making/rule_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/words/release_words.h"
#include "release/import/unique_ids.h"
#include "release/planning.h"
#include "ui_rule_dialog.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace panels {

namespace {

void addCheckable(QListWidget* list, const QString& text, const QVariant& data, bool isOn)
{
    auto* row = new QListWidgetItem(text, list);
    row->setData(Qt::UserRole, data);
    row->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
}

QVariantList checkedIn(const QListWidget* list)
{
    QVariantList checked;
    for (int i = 0; i < list->count(); ++i) {
        if (list->item(i)->checkState() == Qt::Checked)
            checked += list->item(i)->data(Qt::UserRole);
    }
    return checked;
}

} // namespace

RuleDialog::RuleDialog(Planned planned, release::SignOffRule rule, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::RuleDialog>()), m_planned(std::move(planned)),
      m_before(std::move(rule))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isNew = m_before.id.isEmpty();
    setWindowTitle(isNew ? tr("Add a sign-off") : tr("Change the sign-off"));
    m_ui->ruleRemoveButton->setVisible(!isNew);
    if (m_planned.isTemplate)
        m_ui->ruleAbout->setText(tr("Whoever worked on what it covers does not sign it."));
    m_ui->ruleError->hide();
    QPalette palette = m_ui->ruleError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->ruleError->setPalette(palette);
    m_ui->ruleTitleEdit->setText(m_before.title);
    m_ui->ruleNeeded->setValue(m_before.needed);
    m_ui->ruleDistinctBox->setChecked(m_before.areRolesDistinct);
    m_ui->ruleConditionEdit->setText(m_before.condition);
    fillLists();
    connect(m_ui->ruleCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->ruleSaveButton, &QPushButton::clicked, this, &RuleDialog::save);
    connect(m_ui->ruleRemoveButton, &QPushButton::clicked, this,
            [this] { tell(release::RemoveRule{.rule = m_before.id}); });
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);
    m_ui->ruleTitleEdit->setFocus();
}

RuleDialog::~RuleDialog() = default;

void RuleDialog::fillLists()
{
    for (std::size_t i = 0; i < release::Names<release::Role>::kAll.size(); ++i) {
        const auto role = static_cast<release::Role>(i);
        addCheckable(m_ui->ruleRolesList, releaseRoleText(role), static_cast<int>(i),
                     std::ranges::find(m_before.roles, role) != m_before.roles.end());
    }
    for (const release::Section& section : m_planned.plan().sections)
        addCheckable(m_ui->ruleSectionsList, section.title, section.id,
                     m_before.sections.contains(section.id));
    for (QListWidget* list : {m_ui->ruleRolesList, m_ui->ruleSectionsList}) {
        list->setFixedHeight(fontMetrics().lineSpacing() * 7);
        list->setCurrentRow(0);
    }
}

// Items of their own that it covers stay as they are, and so does a section that is not there.
release::SignOffRule RuleDialog::rule() const
{
    release::SignOffRule rule = m_before;
    rule.title = m_ui->ruleTitleEdit->text().trimmed();
    rule.needed = m_ui->ruleNeeded->value();
    rule.areRolesDistinct = m_ui->ruleDistinctBox->isChecked();
    rule.condition = m_ui->ruleConditionEdit->text().trimmed();
    if (rule.condition.isEmpty())
        rule.applies = true;
    rule.roles.clear();
    for (const QVariant& role : checkedIn(m_ui->ruleRolesList))
        rule.roles.push_back(static_cast<release::Role>(role.toInt()));
    for (const release::Section& section : m_planned.plan().sections)
        rule.sections.removeAll(section.id);
    for (const QVariant& section : checkedIn(m_ui->ruleSectionsList))
        rule.sections += section.toString();
    if (rule.id.isEmpty())
        rule.id = freshId(rule.title);
    return rule;
}

// Also unlike those that were signed once and are gone: nobody's signature is for another one.
QString RuleDialog::freshId(const QString& title) const
{
    release::UniqueIds ids;
    for (const release::SignOffRule& each : m_planned.plan().signOffs)
        ids.take(each.id);
    for (const QString& each : m_planned.signedRules)
        ids.take(each);
    return ids.fresh(title, QStringLiteral("sign-off"));
}

void RuleDialog::refuse(const QString& why, QWidget* at)
{
    m_ui->ruleError->setText(why);
    m_ui->ruleError->show();
    at->setFocus();
}

void RuleDialog::save()
{
    const release::SignOffRule wanted = rule();
    if (wanted.title.isEmpty())
        refuse(tr("Say what is signed."), m_ui->ruleTitleEdit);
    else if (wanted.roles.empty())
        refuse(tr("Say who may sign: one role at least."), m_ui->ruleRolesList);
    else if (!release::canBeMet(wanted))
        refuse(tr("So many cannot sign each in another role: name more roles, or ask for fewer."),
               m_ui->ruleNeeded);
    else
        tell(release::PlanRule{.rule = wanted});
}

void RuleDialog::tell(release::Deed deed)
{
    m_planned.act(std::move(deed), [dialog = QPointer(this)](const QString& whyNot) {
        if (!dialog)
            return;
        if (whyNot.isEmpty())
            dialog->accept();
        else
            dialog->refuse(whyNot, dialog->m_ui->ruleTitleEdit);
    });
}

} // namespace panels
