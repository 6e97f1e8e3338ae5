// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "base/threads/worker.h"
#include "desk/releases/releases_values.h"
#include "release/import/draft.h"
#include "release/markdown/encoding.h"

#include <functional>
#include <memory>

namespace panels {

/// What was read from a file.
struct DraftRead {
    desk::ReleaseSource source; ///< its bytes as they are
    release::TextDamage repaired = release::TextDamage::None;
    release::Draft draft;
    int tasks = 0; ///< with a box to tick
    int items = 0; ///< with those that only look like one
};

/// Why a file gives no draft.
enum class ReadFault {
    NotThere,
    NoFile, ///< a folder, a device
    NotAllowed,
    Empty,
    TooLarge, ///< over desk::kLongestReleaseSource
    NotText,
    NotUtf8,
    TooDeep, ///< or of too many items, or of lines without end
};

/// Reads and understands a Markdown file on a thread of its own: a large one takes seconds. Belongs to
/// the UI thread; a newer file replaces the older.
class DraftReader
{
public:
    using Read = tl::expected<std::shared_ptr<const DraftRead>, ReadFault>;
    using Done = std::function<void(const base::Result<Read>&)>;

    DraftReader(std::shared_ptr<base::Home> home, const base::Clock& clock);

    void readFile(const QString& path, Done done);
    /// The same bytes, taken otherwise.
    void readAgain(const desk::ReleaseSource& source, release::Taking taking, Done done);

private:
    base::Caller m_caller;
    base::Worker m_worker;
};

} // namespace panels
