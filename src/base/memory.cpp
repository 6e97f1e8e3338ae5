// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"

#include <cstdlib> // defines __GLIBC__ where it is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace base {

namespace {
[[maybe_unused]] constexpr int kLargeBlock = 128 * 1024; ///< bytes; glibc's own first bound
}

void keepLargeBlocksApart() noexcept
{
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, kLargeBlock);
#endif
}

void returnFreedMemory() noexcept
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace base
