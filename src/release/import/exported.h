// SPDX-License-Identifier: GPL-3.0-or-later
// A release as a Markdown task list again. Any thread.
#pragma once

#include "base/result.h"
#include "release/values.h"

#include <QByteArray>

namespace release {

/// The file that a release was made from, with the boxes of items that are done or verified ticked and
/// those of others open: one byte differs for each, none where nothing changed. Boxes of items that are
/// not in the release stay. A file that was repaired to be read is written repaired, unless nothing
/// changed. Invalid: no Markdown that can be read.
[[nodiscard]] base::Result<QByteArray> exportedTo(const Release& release, const QByteArray& source);

/// A task list of a release that was not made from a file, or whose file was erased, which a comment
/// then says; sections are its headings. UTF-8.
/// \param now what a waiver is worth, and with it the item that it is a part of
[[nodiscard]] QByteArray exportedList(const Release& release, WallTime now);

} // namespace release
