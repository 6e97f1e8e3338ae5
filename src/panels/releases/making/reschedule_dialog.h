// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QDateTime>
#include <QDialog>

#include <memory>

namespace Ui {
class RescheduleDialog;
}

namespace panels {

/// Another title, or another date, of the release that is open.
class RescheduleDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit RescheduleDialog(OpenRelease& open, QWidget* parent = nullptr);
    ~RescheduleDialog() override;

private:
    void refuse(const QString& why);
    void save();

    std::unique_ptr<Ui::RescheduleDialog> m_ui;
    OpenRelease& m_open;
    const QString m_title;
    QDateTime m_shown; ///< as the date was shown first
};

} // namespace panels
