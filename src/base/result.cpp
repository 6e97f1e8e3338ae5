// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

namespace base {

const char* codeName(Code code) noexcept
{
    switch (code) {
    case Code::NotFound: return "not_found";
    case Code::Conflict: return "conflict";
    case Code::Busy: return "busy";
    case Code::Timeout: return "timeout";
    case Code::Cancelled: return "cancelled";
    case Code::Offline: return "offline";
    case Code::RateLimited: return "rate_limited";
    case Code::Refused: return "refused";
    case Code::Invalid: return "invalid";
    case Code::Corrupt: return "corrupt";
    case Code::NoSecret: return "no_secret";
    case Code::Internal: break;
    }
    return "internal";
}

} // namespace base
