// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/releases/open_release.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace Ui {
class NewRelease;
}

namespace panels {

/// A new release of a template: which one, in which language, what it is called, the host that its
/// checks look at, when it is to go out.
class NewRelease final : public QDialog
{
    Q_OBJECT
public:
    NewRelease(OpenRelease& open, std::shared_ptr<base::Home> home, QWidget* parent = nullptr);
    ~NewRelease() override;

Q_SIGNALS:
    void made(const desk::ReleaseView& view);

private:
    void readTemplates();
    void show(std::vector<desk::ShelvedTemplate> templates);
    void showChosen();
    [[nodiscard]] const desk::ShelvedTemplate* chosen() const;
    void make();
    void showError(const QString& text);

    std::unique_ptr<Ui::NewRelease> m_ui;
    OpenRelease& m_open;
    base::Caller m_caller;
    std::vector<desk::ShelvedTemplate> m_templates; ///< the newest version of each
};

} // namespace panels
