// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/template_parts/template_work.h"

#include <QDialog>

#include <memory>

namespace Ui {
class RolloutDialog;
}

namespace panels {

class OpenRelease;
class TemplatePart;

/// Other stages, watched figures, triggers and steps for the release that is open, until customers have
/// some of it. Saved as a whole.
class RolloutDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class About { Canary, Rollback };

    /// `open` outlives it.
    RolloutDialog(OpenRelease& open, About first, QWidget* parent);
    ~RolloutDialog() override;

    /// Whether there is something to change for whoever sits here.
    [[nodiscard]] static bool isFor(const OpenRelease& open);

private:
    void showPlan();
    void save();
    void refuse(const QString& why);

    std::unique_ptr<Ui::RolloutDialog> m_ui;
    OpenRelease& m_open;
    TemplateWork m_work;
    std::vector<TemplatePart*> m_parts; ///< in the order of About
};

} // namespace panels
