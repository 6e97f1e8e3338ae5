// SPDX-License-Identifier: GPL-3.0-or-later
// Why a template at work cannot be kept yet.
#pragma once

#include "release/outline.h"

#include <optional>

namespace release {

struct TemplateFault {
    enum class Kind {
        NoTitle, ///< of the template
        NoItems,
        TooManyItems,
        Untitled,    ///< a section, an item, a sign-off, a watch, a trigger, a step
        Unsound,     ///< its items do not fit together: `plan` says why
        NobodySigns, ///< a sign-off without roles
        CoversUnknown,
        StagesFall, ///< each stage takes more than the one before, from 1 to 100 per cent
        NotForAll,  ///< the last stage takes less than 100 per cent
        NoFigure,   ///< a watch of nothing
        NoSuchTime, ///< below nothing or above ten years
    };
    /// Where it is mended.
    enum class Part { Head, Items, Sections, SignOffs, Canary, Rollback };
    Kind kind = Kind::NoTitle;
    Part part = Part::Head;
    QString id; ///< of the section, item, sign-off, watch or trigger; empty: of none
    PlanFault plan = {};
    bool operator==(const TemplateFault&) const = default;
};

/// The first thing that is wrong, in the order of the parts; nothing: it can be kept.
[[nodiscard]] std::optional<TemplateFault> faultOf(const Template& plan);

} // namespace release
