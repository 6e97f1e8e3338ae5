// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/template_parts/template_part.h"

namespace panels {

class PlanList;

/// The sign-offs that a template asks for.
class RulesPart final : public TemplatePart
{
    Q_OBJECT
public:
    explicit RulesPart(TemplateWork& work, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void showPlan() override;
    void mark(const QString& id) override;

private:
    [[nodiscard]] QString aboutRule(const release::SignOffRule& rule) const;
    void openDialog(const release::SignOffRule& rule);

    PlanList* m_list;
};

} // namespace panels
