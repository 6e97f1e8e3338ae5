// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/values.h"

#include <QWidget>

namespace panels {

/// The stages of a canary in a row; where it is stands filled.
class StageStrip final : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    void show(const release::CanaryPlan& plan, const release::Canary& canary);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int reached() const;

    release::CanaryPlan m_plan;
    release::Canary m_canary;
};

} // namespace panels
