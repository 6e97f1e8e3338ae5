// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui_fixture.h"

#include <QTreeView>

/// The real window with a release in it: three items in two sections, one sign-off.
class ReleasesWindow : public GuiFixture
{
public:
    using GuiFixture::GuiFixture;

    static release::Template plan();
    [[nodiscard]] desk::Badge badgeOf(base::PersonId person, const QString& passphrase = {});
    desk::ReleaseView make(const release::Template& source, const QString& title);
    /// Makes one of plan() and opens it in the window.
    void openOne();
    void openRelease(const QString& title);
    /// Selects an item on the board.
    void select(const char* item);
    [[nodiscard]] const release::Item& item(const char* id) const;
    [[nodiscard]] release::State state(const char* id) const { return item(id).state; }
    bool waitForState(const char* id, release::State wanted);
    /// The titles of the board's rows that are not groups.
    [[nodiscard]] QStringList rows() const;
    [[nodiscard]] QTreeView* board() const { return find<QTreeView>("boardView"); }
    void key(QWidget* at, Qt::Key key, Qt::KeyboardModifiers modifiers = {});
};
