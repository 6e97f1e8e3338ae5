// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QDialog>

#include <memory>

namespace Ui {
class EraseSourceDialog;
}

namespace panels {

/// Takes back the file that a release was made from. It says what goes and what stays; who may not is told
/// so.
class EraseSourceDialog final : public QDialog
{
    Q_OBJECT
public:
    /// \param name of the file
    EraseSourceDialog(OpenRelease& open, const QString& name, QWidget* parent = nullptr);
    ~EraseSourceDialog() override;

private:
    void erase();
    void wasAnswered(const base::Result<desk::EraseAnswer>& answer);

    std::unique_ptr<Ui::EraseSourceDialog> m_ui;
    OpenRelease& m_open;
    base::Caller m_caller;
    const QString m_release;
};

} // namespace panels
