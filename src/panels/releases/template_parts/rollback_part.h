// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/template_parts/template_part.h"

namespace panels {

class PlanList;
struct PlanRow;

/// When a release of a template is rolled back, and how.
class RollbackPart final : public TemplatePart
{
    Q_OBJECT
public:
    explicit RollbackPart(TemplateWork& work, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void showPlan() override;
    void mark(const QString& id) override;

private:
    void connectTriggers();
    void connectSteps();
    void openTrigger(int row); ///< -1: a new one
    void takeTrigger(int row, release::RollbackTrigger trigger);
    void openStep(int row);
    void takeStep(int row, const PlanRow& written);
    void change(release::RollbackPlan rollback);

    PlanList *m_triggers, *m_steps;
};

} // namespace panels
