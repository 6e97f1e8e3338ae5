// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/machine.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace metrics {

namespace {

namespace fs = std::filesystem;

/// Nothing: there is no such file, or it says "max".
std::optional<std::int64_t> numberIn(const fs::path& file)
{
    std::ifstream stream(file);
    std::int64_t number = 0;
    return stream >> number ? std::optional(number) : std::nullopt;
}

/// The path of its group as `/proc/self/cgroup` gives it: "0::/a/b", or of version 1 "9:memory:/a/b".
std::string groupOf(const fs::path& root, std::string_view controller)
{
    std::ifstream stream(root / "proc/self/cgroup");
    for (std::string line; std::getline(stream, line);) {
        const auto first = line.find(':');
        const auto second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos)
            continue;
        if (std::string_view(line).substr(first + 1, second - first - 1) == controller)
            return line.substr(second + 1);
    }
    return {};
}

/// Of a group and all above it, up to the hierarchy's own root.
void lower(std::int64_t& limit, const fs::path& hierarchy, const std::string& group,
           const char* name)
{
    fs::path at = hierarchy / fs::path(group).relative_path();
    for (;;) {
        if (const auto said = numberIn(at / name); said && *said > 0)
            limit = std::min(limit, *said);
        if (at == hierarchy || at == at.parent_path())
            return;
        at = at.parent_path();
    }
}

} // namespace

std::int64_t residentBytes()
{
    std::ifstream stream("/proc/self/statm");
    std::int64_t size = 0;
    std::int64_t resident = 0;
    return stream >> size >> resident ? resident * ::sysconf(_SC_PAGESIZE) : 0;
}

std::optional<double> freeShareOf(const std::string& folder)
{
    std::error_code failed;
    const auto volume = fs::space(folder, failed);
    if (failed || volume.capacity == 0)
        return std::nullopt;
    return static_cast<double>(volume.available) / static_cast<double>(volume.capacity);
}

std::int64_t memoryLimit(const std::string& root)
{
    const std::int64_t machine =
        static_cast<std::int64_t>(::sysconf(_SC_PHYS_PAGES)) * ::sysconf(_SC_PAGESIZE);
    std::int64_t limit = machine > 0 ? machine : 0;
    const fs::path groups = fs::path(root) / "sys/fs/cgroup";
    lower(limit, groups, groupOf(root, ""), "memory.max");
    lower(limit, groups / "memory", groupOf(root, "memory"), "memory.limit_in_bytes");
    return limit;
}

} // namespace metrics
