// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QWidget>

namespace panels {

/// A tab of the item pane: one side of the item that is selected.
class ItemPart : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// What the tab is called, in the language of now.
    [[nodiscard]] virtual QString title(const release::Item& item) const = 0;
    /// Another item, or the same after a change. What is being written into it stays where it is the
    /// same.
    virtual void show(const release::Item& item) = 0;
};

} // namespace panels
