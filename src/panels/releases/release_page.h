// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/releases/releases_values.h"

#include <QWidget>

namespace panels {

/// A page of the panel Releases: a tab beside the others of its place.
class TitledPage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// What the tab is called, in the language of now.
    [[nodiscard]] virtual QString title() const = 0;
    /// A sentence about what would be lost if the program ended now; empty: nothing.
    [[nodiscard]] virtual QString unsaved() const { return {}; }
};

/// A page about the release that is open. It asks OpenRelease for what it changes.
class ReleasePage : public TitledPage
{
    Q_OBJECT
public:
    using TitledPage::TitledPage;
    /// The release as it is now: another one, or the same after a change of anybody's.
    virtual void show(const desk::ReleaseView& view) = 0;
};

} // namespace panels
