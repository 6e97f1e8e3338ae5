// SPDX-License-Identifier: GPL-3.0-or-later
// Releases as the store keeps them: JSON, an item a record and the rest of the release another, so that
// a tick writes one item. Names of enumerators are those of names.h, times are UTC milliseconds, other
// durations minutes (a check's: milliseconds), hashes hexadecimal digits.
#pragma once

#include "base/result.h"
#include "release/values.h"

namespace release {

[[nodiscard]] QByteArray recordOf(const Item& item);
[[nodiscard]] base::Result<Item> itemOf(const QByteArray& record);

/// A part of an item's.
[[nodiscard]] QByteArray recordOf(const ItemPlan& plan);

/// Everything but the items.
[[nodiscard]] QByteArray recordOf(const Release& release);
/// A release without items. Corrupt names the field that is not what it should be.
[[nodiscard]] base::Result<Release> releaseOf(const QByteArray& record);

[[nodiscard]] QByteArray recordOf(const FreezeWindow& window);
[[nodiscard]] base::Result<FreezeWindow> freezeOf(const QByteArray& record);

} // namespace release
