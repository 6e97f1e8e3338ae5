// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/template_parts/rules_part.h"

#include "panels/releases/making/rule_dialog.h"
#include "panels/releases/template_parts/plan_list.h"
#include "panels/releases/words/release_words.h"
#include "release/editing/template_edit.h"

#include <QVBoxLayout>

#include <algorithm>

namespace panels {

RulesPart::RulesPart(TemplateWork& work, QWidget* parent)
    : TemplatePart(work, parent),
      m_list(new PlanList(QStringLiteral("templateRule"), PlanList::Order::Free, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    const auto at = [this](int row) {
        return this->work().plan().signOffs[static_cast<std::size_t>(row)];
    };
    connect(m_list, &PlanList::addWanted, this, [this] { openDialog({}); });
    connect(m_list, &PlanList::changeWanted, this, [this, at](int row) { openDialog(at(row)); });
    connect(m_list, &PlanList::removeWanted, this, [this, at](int row) {
        release::Template plan = this->work().plan();
        release::removeRule(plan, at(row).id);
        this->work().change(std::move(plan));
    });
    connect(m_list, &PlanList::moveWanted, this, [this](int row, int by) {
        release::Template plan = this->work().plan();
        std::swap(plan.signOffs[static_cast<std::size_t>(row)],
                  plan.signOffs[static_cast<std::size_t>(row) + static_cast<std::size_t>(by)]);
        this->work().change(std::move(plan));
    });
    showPlan();
}

QString RulesPart::title() const
{
    return tr("Sign-offs");
}

QString RulesPart::aboutRule(const release::SignOffRule& rule) const
{
    const release::Template& plan = work().plan();
    QStringList covered;
    for (const release::Section& section : plan.sections) {
        if (rule.sections.contains(section.id))
            covered += section.title;
    }
    for (const release::ItemPlan& item : plan.items) {
        if (rule.items.contains(item.id.value))
            covered += item.title;
    }
    QStringList parts{tr("%n of: %1", "so many signatures of these roles", rule.needed)
                          .arg(releaseRolesText(rule.roles)),
                      covered.isEmpty() ? tr("covers everything")
                                        : tr("covers %1").arg(covered.join(QStringLiteral(", ")))};
    if (rule.areRolesDistinct)
        parts.insert(1, tr("each in another role"));
    if (!rule.condition.isEmpty())
        parts += tr("only if %1").arg(rule.condition);
    return parts.join(QStringLiteral(" · "));
}

void RulesPart::showPlan()
{
    m_list->setWords({.name = tr("Sign-offs"),
                      .none = tr("Nobody signs. A sign-off says who has to agree before a go: "
                                 "security, for instance."),
                      .add = tr("Add a sign-off…"),
                      .change = tr("Change…"),
                      .remove = tr("Remove the sign-off")});
    QStringList rows;
    for (const release::SignOffRule& rule : work().plan().signOffs)
        rows += rule.title + u'\n' + aboutRule(rule);
    m_list->setRows(rows);
}

void RulesPart::mark(const QString& id)
{
    const auto& rules = work().plan().signOffs;
    const auto found = std::ranges::find(rules, id, &release::SignOffRule::id);
    if (found != rules.end())
        m_list->choose(static_cast<int>(found - rules.begin()));
}

void RulesPart::openDialog(const release::SignOffRule& rule)
{
    auto* dialog = new RuleDialog(work().planned({}), rule, this);
    dialog->open();
}

} // namespace panels
