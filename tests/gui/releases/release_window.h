// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui_fixture.h"
#include "release/values.h"

/// The window at its panel Releases.
class ReleaseWindow : public GuiFixture
{
public:
    using GuiFixture::GuiFixture;

    /// Makes a release and opens it in the panel.
    void openNew(const release::Template& plan,
                 const std::optional<desk::ReleaseSource>& source = {});
    /// One with the items of small(), whose gate says go, at the page Canary.
    void openReady(const release::Template& plan);
    [[nodiscard]] desk::ReleaseView view();
    desk::DeedAnswer act(const release::Deed& deed);
    void page(const QString& text) { tab("releaseTabs", text); }
    /// A file below tests/corpora.
    static QString corpus(const char* name);
    /// The one that is open in the window, as the list knows it.
    QString id;

    /// One blocker by QA and one required item, a sign-off of security, a canary in two stages that
    /// watches one figure, and a rollback of two steps.
    static release::Template small();
};
