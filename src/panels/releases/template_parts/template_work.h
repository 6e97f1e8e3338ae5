// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/making/planned.h"

#include <QObject>

#include <vector>

namespace panels {

/// A template while somebody changes it: as it was kept, as it is now, and the way back.
class TemplateWork final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// What was changed in the one before is gone.
    void open(release::Template plan);
    [[nodiscard]] const release::Template& plan() const noexcept { return m_plan; }
    [[nodiscard]] const release::Template& before() const noexcept { return m_before; }
    [[nodiscard]] bool isEdited() const { return m_plan != m_before; }

    /// It was saved as this, while somebody went on: what they did since is still to be saved.
    void wasKept(const release::Template& plan);
    void change(release::Template plan);
    /// Title and description while they are typed: one step back for all of it.
    void write(const QString& title, const QString& description);
    [[nodiscard]] bool canUndo() const noexcept { return !m_past.empty(); }
    void undo();

    /// For the dialogs of its items and sign-offs.
    /// \param firstSection what a section is called where there is none yet for an item
    [[nodiscard]] Planned planned(const QString& firstSection);

Q_SIGNALS:
    void opened(); ///< another one; changed() follows
    void changed();
    void written(); ///< nothing but title or description

private:
    void keepPast();

    release::Template m_before, m_plan;
    std::vector<release::Template> m_past;
    bool m_isWriting = false;
};

} // namespace panels
