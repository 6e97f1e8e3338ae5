// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernel tells of this machine and of running programs.
#pragma once

#include <QString>

#include <map>

namespace bench {

/// Median of 4 KiB overwritten in place with fdatasync in `folder`, in microseconds.
[[nodiscard]] double fdatasyncMicros(const QString& folder, int writes = 200);

/// Resident memory of a process (VmRSS) in MB.
[[nodiscard]] double residentMb(qint64 pid);

/// CPU time that each thread of a process has used, in microseconds, by its name.
[[nodiscard]] std::map<QString, double> threadMicros(qint64 pid);

/// Processor, cores, kernel, load: for the head of the table.
[[nodiscard]] QString machineText();

} // namespace bench
