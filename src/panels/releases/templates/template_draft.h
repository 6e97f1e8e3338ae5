// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/import/draft.h"

namespace panels {

/// A template as a draft that a table can edit, and back: what a draft does not hold (dependencies,
/// checks, evidence, canary, rollback) stays as it was in `before`.
[[nodiscard]] release::Draft draftOfTemplate(const release::Template& plan);
/// Items that are not taken are left out; what waited for them waits for them no more.
[[nodiscard]] release::Template templateOfDraft(const release::Template& before,
                                                const release::Draft& draft);
/// One more item, last in its section; answers its place. \param section index into the sections
int addItem(release::Draft& draft, std::size_t section, const QString& title);

} // namespace panels
