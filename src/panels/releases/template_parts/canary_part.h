// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/template_parts/template_part.h"

namespace panels {

class PlanList;
struct PlanRow;

/// How a release of a template goes out: to how many at a time, and which figures are watched.
class CanaryPart final : public TemplatePart
{
    Q_OBJECT
public:
    explicit CanaryPart(TemplateWork& work, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void showPlan() override;
    void mark(const QString& id) override;

private:
    void connectStages();
    void connectWatches();
    void openStage(int row); ///< -1: a new one
    void takeStage(int row, const PlanRow& written);
    void openWatch(int row);
    void takeWatch(int row, release::Watch watch);
    void change(release::CanaryPlan canary);

    PlanList *m_stages, *m_watches;
};

} // namespace panels
