// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/rollout/watching.h"

#include <QObject>

#include <optional>

namespace panels {

/// The figures that canaries and rollbacks watch, as far as they were read while the window is open. A
/// reading is a person's, or comes from where the program reads figures itself. UI thread.
class ShopFigures final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// False: the last reading is newer, for the clock was set back; readings ascend.
    [[nodiscard]] bool note(const QString& figure, double value, base::WallTime at);
    /// With baselines: the mean of what was read before the release went out.
    [[nodiscard]] release::Readings readingsFor(const release::Release& release) const;
    [[nodiscard]] const std::vector<release::Reading>& of(const QString& figure) const;

Q_SIGNALS:
    void noted();

private:
    QHash<QString, std::vector<release::Reading>> m_series;
};

} // namespace panels
