// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/template_parts/sections_part.h"

#include "panels/releases/template_parts/plan_list.h"
#include "panels/releases/template_parts/row_dialog.h"
#include "release/editing/template_edit.h"

#include <QVBoxLayout>

#include <algorithm>

namespace panels {

SectionsPart::SectionsPart(TemplateWork& work, QWidget* parent)
    : TemplatePart(work, parent),
      m_list(new PlanList(QStringLiteral("templateSection"), PlanList::Order::Free, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    connectList();
    showPlan();
}

QString SectionsPart::title() const
{
    return tr("Sections");
}

const release::Section* SectionsPart::at(int row) const
{
    const auto& sections = work().plan().sections;
    return row >= 0 && row < std::ssize(sections) ? &sections[static_cast<std::size_t>(row)]
                                                  : nullptr;
}

void SectionsPart::connectList()
{
    connect(m_list, &PlanList::addWanted, this, &SectionsPart::add);
    connect(m_list, &PlanList::changeWanted, this, &SectionsPart::changeAt);
    connect(m_list, &PlanList::removeWanted, this, [this](int row) {
        if (const release::Section* section = at(row)) {
            release::Template plan = work().plan();
            release::removeSection(plan, QString(section->id));
            work().change(std::move(plan));
        }
    });
    connect(m_list, &PlanList::moveWanted, this, [this](int row, int by) {
        if (const release::Section* section = at(row)) {
            release::Template plan = work().plan();
            release::moveSection(plan, QString(section->id), by);
            work().change(std::move(plan));
        }
    });
}

void SectionsPart::showPlan()
{
    m_list->setWords({.name = tr("Sections"),
                      .none = tr("No section yet. Items stand in sections, which can wait for each "
                                 "other: add the first one."),
                      .add = tr("Add a section…"),
                      .change = tr("Change…"),
                      .remove = tr("Remove with its items")});
    QStringList rows;
    const release::Template& plan = work().plan();
    for (const release::Section& section : plan.sections) {
        const auto items = std::ranges::count(plan.items, section.id, &release::ItemPlan::section);
        QString about = tr("%n item(s)", nullptr, static_cast<int>(items));
        if (section.waitsForPrevious)
            about += QStringLiteral(" · ") +
                     tr("begins when the blockers of the section before are verified");
        rows += section.title + u'\n' + about;
    }
    m_list->setRows(rows);
}

void SectionsPart::mark(const QString& id)
{
    const auto& sections = work().plan().sections;
    const auto found = std::ranges::find(sections, id, &release::Section::id);
    if (found != sections.end())
        m_list->choose(static_cast<int>(found - sections.begin()));
}

void SectionsPart::add()
{
    auto* dialog = new RowDialog(
        tr("Add a section"),
        {.title = QString(), .percent = {}, .minutes = {}, .waitsForPrevious = false}, {}, this);
    connect(dialog, &RowDialog::written, this, [this](const PlanRow& row) {
        release::Template plan = work().plan();
        const QString id = release::addSection(plan, row.title.value_or(QString()));
        plan.sections.back().waitsForPrevious = row.waitsForPrevious.value_or(false);
        work().change(std::move(plan));
        mark(id);
    });
    dialog->open();
}

void SectionsPart::changeAt(int row)
{
    const release::Section* section = at(row);
    if (!section)
        return;
    auto* dialog = new RowDialog(tr("Change the section"),
                                 {.title = section->title,
                                  .percent = {},
                                  .minutes = {},
                                  .waitsForPrevious = section->waitsForPrevious},
                                 {}, this);
    connect(dialog, &RowDialog::written, this, [this, row](const PlanRow& written) {
        release::Template plan = work().plan();
        release::Section& changed = plan.sections[static_cast<std::size_t>(row)];
        changed.title = written.title.value_or(changed.title);
        changed.waitsForPrevious = written.waitsForPrevious.value_or(false);
        work().change(std::move(plan));
    });
    dialog->open();
}

} // namespace panels
