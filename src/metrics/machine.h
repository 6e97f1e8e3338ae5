// SPDX-License-Identifier: GPL-3.0-or-later
// What the machine says of itself. Each call reads anew; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace metrics {

/// Bytes of memory that this process holds; 0 where the system does not say.
[[nodiscard]] std::int64_t residentBytes();

/// Free for us, of all: 0 to 1, of the volume that holds the folder. Nothing where it cannot be read.
[[nodiscard]] std::optional<double> freeShareOf(const std::string& folder);

/// Bytes of memory that this process may use: the smallest limit of its control group and of those above
/// it (docs.kernel.org/admin-guide/cgroup-v2.html, "memory.max"; of version 1
/// "memory.limit_in_bytes"), and never more than the machine has. 0 where nothing says.
/// \param root of the system's files
[[nodiscard]] std::int64_t memoryLimit(const std::string& root = "/");

} // namespace metrics
