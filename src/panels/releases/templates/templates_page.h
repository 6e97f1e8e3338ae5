// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"
#include "panels/releases/release_page.h"

#include <memory>
#include <vector>

namespace Ui {
class TemplatesPage;
}

namespace panels {

class DraftModel;

/// The templates with all their versions: reading one, what changed since the version before, and
/// saving what was edited as a new version or a new template.
class TemplatesPage final : public TitledPage
{
    Q_OBJECT
public:
    explicit TemplatesPage(OpenRelease& open, QWidget* parent = nullptr);
    ~TemplatesPage() override;

    [[nodiscard]] QString title() const override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void connectParts();
    void fit();
    void read(const QString& marked);
    void showTree(const QString& marked);
    [[nodiscard]] const desk::ShelvedTemplate* selected() const;
    void showSelected();
    void showChanges(const desk::ShelvedTemplate& shown);
    void showItem();
    void takeItem();
    void addOne();
    enum class As { Version, Copy };
    void save(As as);

    std::unique_ptr<Ui::TemplatesPage> m_ui;
    OpenRelease& m_open;
    base::Caller m_caller;
    std::vector<desk::ShelvedTemplate> m_templates;
    DraftModel* m_model;
    bool m_isShowing = false; ///< fields change because we write in them
};

} // namespace panels
