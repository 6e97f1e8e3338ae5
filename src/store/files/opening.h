// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/log/log.h"
#include "store/files/layout.h"
#include "store/files/lock_file.h"
#include "store/files/read_only.h"

#include <memory>
#include <optional>

namespace store {

/// A folder that is held, and how it can be worked with.
struct Opening {
    std::unique_ptr<LockFile> lock;
    bool isToBeChecked = false;
    std::optional<ReadOnly> readOnly; ///< nothing: it can be written
    [[nodiscard]] Connection::Role reading() const
    {
        return readOnly ? readOnly->role : Connection::Role::Reader;
    }
};

/// What Store::open() does before its threads start, with its errors.
[[nodiscard]] base::Result<Opening> openFolder(const QString& folder, const QString& schema,
                                               const base::Clock& clock, base::Log& log);

} // namespace store
