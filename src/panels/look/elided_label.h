// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace panels {

/// One line that ends in … where there is no room, instead of making the window wider. The whole
/// text stands in its tool tip and is what a screen reader says.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    using QLabel::QLabel;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace panels
