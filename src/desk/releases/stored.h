// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/deeds/deeds.h"
#include "store/releases/checklist_records.h"

namespace desk {

/// What is to be stored of deeds that rest on `before`, whose ledger ends at `head`: the items that
/// differ, the rest of the release, and an entry for each thing that was said.
[[nodiscard]] store::ChecklistChange changeOf(const release::Release& before,
                                              const release::LedgerHead& head,
                                              const release::Deeds& deeds,
                                              const release::Ledger& ledger);

} // namespace desk
