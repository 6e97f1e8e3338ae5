// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/template_parts/template_work.h"

#include "release/editing/template_edit.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace panels {

namespace {

constexpr std::size_t kMostSteps = 50; ///< back

release::Template withSection(release::Template plan, const QString& title)
{
    if (plan.sections.empty())
        release::addSection(plan, title);
    return plan;
}

} // namespace

void TemplateWork::open(release::Template plan)
{
    m_before = plan;
    m_plan = std::move(plan);
    m_past.clear();
    m_isWriting = false;
    Q_EMIT opened();
    Q_EMIT changed();
}

void TemplateWork::wasKept(const release::Template& plan)
{
    const auto follow = [&plan](release::Template& each) {
        each.id = plan.id;
        each.version = plan.version;
    };
    m_before = plan;
    follow(m_plan);
    std::ranges::for_each(m_past, follow);
    Q_EMIT changed();
}

void TemplateWork::keepPast()
{
    if (m_past.size() == kMostSteps)
        m_past.erase(m_past.begin());
    m_past.push_back(m_plan);
}

void TemplateWork::change(release::Template plan)
{
    if (plan == m_plan)
        return;
    keepPast();
    m_isWriting = false;
    m_plan = std::move(plan);
    Q_EMIT changed();
}

void TemplateWork::write(const QString& title, const QString& description)
{
    if (title == m_plan.title && description == m_plan.description)
        return;
    if (!std::exchange(m_isWriting, true))
        keepPast();
    m_plan.title = title;
    m_plan.description = description;
    Q_EMIT written();
}

void TemplateWork::undo()
{
    if (m_past.empty())
        return;
    m_plan = std::move(m_past.back());
    m_past.pop_back();
    m_isWriting = false;
    Q_EMIT changed();
}

Planned TemplateWork::planned(const QString& firstSection)
{
    Planned planned;
    planned.isTemplate = true;
    planned.plan = [this, firstSection] { return withSection(m_plan, firstSection); };
    planned.act = [this, firstSection](const release::Deed& deed, const OpenRelease::Done& done) {
        release::Template plan = m_plan;
        if (const auto* put = std::get_if<release::PlanItem>(&deed)) {
            plan = withSection(std::move(plan), firstSection);
            release::putItem(plan, put->plan);
        } else if (const auto* remove = std::get_if<release::RemoveItem>(&deed)) {
            release::removeItem(plan, remove->item);
        } else if (const auto* rule = std::get_if<release::PlanRule>(&deed)) {
            release::putRule(plan, rule->rule);
        } else if (const auto* gone = std::get_if<release::RemoveRule>(&deed)) {
            release::removeRule(plan, gone->rule);
        }
        change(std::move(plan));
        done({});
    };
    return planned;
}

} // namespace panels
