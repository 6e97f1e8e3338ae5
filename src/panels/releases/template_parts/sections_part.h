// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/template_parts/template_part.h"

namespace panels {

class PlanList;

/// The sections of a template in their order, and which of them wait for the one before.
class SectionsPart final : public TemplatePart
{
    Q_OBJECT
public:
    explicit SectionsPart(TemplateWork& work, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void showPlan() override;
    void mark(const QString& id) override;

private:
    void connectList();
    void add();
    void changeAt(int row);
    [[nodiscard]] const release::Section* at(int row) const;

    PlanList* m_list;
};

} // namespace panels
