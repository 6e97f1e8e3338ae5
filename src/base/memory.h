// SPDX-License-Identifier: GPL-3.0-or-later
// How the heap is kept small in a program that idles for most of its day. Both calls do something
// with glibc only. Any thread.
#pragma once

namespace base {

/// Blocks of 128 kB and more are the system's again as soon as they are freed: glibc raises that
/// bound with every such block (mallopt(3), M_MMAP_THRESHOLD), and keeps the holes that learning and
/// reading a flow leave. First thing in main().
void keepLargeBlocksApart() noexcept;

/// Gives what learning and starting no longer use back to the system, which glibc would keep.
void returnFreedMemory() noexcept;

} // namespace base
