// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "release/deeds/deeds.h"

#include <QByteArray>

namespace desk {

/// As it may be kept: what was pasted or printed without personal data, its tail where it is too long.
/// Refused: a person gives a password, key or token away; what a check printed is masked instead.
/// Invalid: a link that is no web address, a file without bytes or too large, or nothing at all.
/// Takes long for a megabyte; any thread.
[[nodiscard]] base::Result<release::Evidence> keepable(release::Evidence evidence,
                                                       const QByteArray& file);

/// Whether a text, said for all to read, gives a secret away.
[[nodiscard]] bool holdsSecret(const QString& text);
/// Whether what is planned does: its words, and what its checks send or run. A name in braces is none.
[[nodiscard]] bool holdsSecret(const release::ItemPlan& plan);

/// What people wrote there, for all to read.
[[nodiscard]] QStringList textsOf(const release::SignOffRule& rule);
[[nodiscard]] QStringList textsOf(const release::CanaryPlan& canary,
                                  const release::RollbackPlan& rollback);
/// All of a template but its items.
[[nodiscard]] QStringList textsOf(const release::Template& plan);

} // namespace desk
