// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace store {

/// The name of an SQLite VFS which writes the write-ahead log in one piece. SQLite writes each frame
/// of a commit with two calls, about fifty for a group of turns; here they are gathered and leave
/// with one, before the sync that makes them count, or before anything else looks at the file.
/// What a failed write would have answered, the sync answers then. All other files, and all calls
/// beside the log's, go straight to the VFS that is SQLite's default when a file is opened.
/// Registered by the first call. Any thread.
[[nodiscard]] const char* logVfs();

} // namespace store
