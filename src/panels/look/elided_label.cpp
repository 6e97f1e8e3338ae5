// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/look/elided_label.h"

#include <QPainter>

namespace panels {

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 6, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    if (toolTip() != (shown == text() ? QString() : text()))
        setToolTip(shown == text() ? QString() : text());
    // A name in Arabic still begins at the left, as the rest of the window does.
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute, shown);
}

} // namespace panels
