// SPDX-License-Identifier: GPL-3.0-or-later
// What the forms of several pages share.
#pragma once

#include "base/clock.h"
#include "release/values.h"

#include <optional>

class QAbstractItemView;
class QComboBox;
class QDateTimeEdit;
class QDialog;
class QMimeData;
class QTreeWidget;

namespace panels {

/// Fills a box with these roles; the one that was chosen stays so where it can.
void fillRoleBox(QComboBox& box, const release::Roles& roles);
/// Nothing: the box is empty.
[[nodiscard]] std::optional<release::Role> roleIn(const QComboBox& box);
/// Those of `mine` that are among `wanted`.
[[nodiscard]] release::Roles rolesInBoth(const release::Roles& mine, const release::Roles& wanted);

void setTime(QDateTimeEdit& edit, base::WallTime time);
[[nodiscard]] base::WallTime timeIn(const QDateTimeEdit& edit);

/// As people write one. A point is always one: where it groups thousands, "0.001" would be 1.
[[nodiscard]] std::optional<double> numberIn(const QString& text);

/// The one file of this machine that is dragged; empty: something else, or more than one.
[[nodiscard]] QString droppedFile(const QMimeData& data);

/// As high as what it holds wants to be at its width; Qt leaves words that wrap too little.
void fitHeight(QDialog& dialog);
/// Rows with some air.
void giveRoom(QAbstractItemView& view);
/// Columns as wide as what they hold, with some room; one takes the rest. What has no room ends in ….
void fitTree(QTreeWidget& tree, int stretched = 0);

} // namespace panels
