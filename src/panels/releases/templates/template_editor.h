// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/template_parts/template_work.h"
#include "release/editing/template_faults.h"

#include <QWidget>

#include <memory>

namespace Ui {
class TemplateEditor;
}

namespace panels {

class ChangesPart;
class TemplatePart;

/// One template to read and to change: its title above, and a tab for each of its parts. Nothing is told
/// to the desk here.
class TemplateEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit TemplateEditor(OpenRelease& open, QWidget* parent = nullptr);
    ~TemplateEditor() override;

    [[nodiscard]] TemplateWork& work() noexcept { return m_work; }
    [[nodiscard]] const TemplateWork& work() const noexcept { return m_work; }
    /// Where it comes from, in the language of now.
    void setOrigin(const QString& origin);
    void setOlder(std::vector<release::Template> older);
    /// Goes to where it is mended.
    void goTo(const release::TemplateFault& fault);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addParts(OpenRelease& open);
    void connectParts();
    void showHead();
    void showTabs();
    [[nodiscard]] TemplatePart* partAt(int tab) const;

    std::unique_ptr<Ui::TemplateEditor> m_ui;
    TemplateWork m_work;
    ChangesPart* m_changes = nullptr;
    QString m_origin;
};

} // namespace panels
