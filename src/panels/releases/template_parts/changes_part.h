// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/template_parts/template_part.h"

#include <memory>

namespace Ui {
class ChangesPart;
}

namespace panels {

/// What is different from an older version of the template, or from itself as it is kept.
class ChangesPart final : public TemplatePart
{
    Q_OBJECT
public:
    explicit ChangesPart(TemplateWork& work, QWidget* parent = nullptr);
    ~ChangesPart() override;

    [[nodiscard]] QString title() const override;
    void showPlan() override;
    void mark(const QString& id) override;
    /// Versions of the same template, the newest first.
    void setOlder(std::vector<release::Template> older);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillBox();
    void showChanges();
    void addItemChanges(const release::Template& before);
    void addOtherChanges(const release::Template& before);
    void addRow(const QString& what, const QString& change);

    std::unique_ptr<Ui::ChangesPart> m_ui;
    std::vector<release::Template> m_older;
    bool m_wasEdited = false; ///< when the versions were listed last
};

} // namespace panels
