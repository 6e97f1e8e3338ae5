// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/transport.h"

namespace ai {

const char* wireEndName(WireEnd end) noexcept
{
    switch (end) {
    case WireEnd::Clean: return "clean";
    case WireEnd::Truncated: return "truncated";
    case WireEnd::Reset: return "reset";
    case WireEnd::ClosedBeforeAnyByte: return "closed_before_any_byte";
    case WireEnd::ConnectFailed: return "connect_failed";
    case WireEnd::NameNotFound: return "name_not_found";
    case WireEnd::Offline: return "offline";
    case WireEnd::TlsFailed: return "tls_failed";
    case WireEnd::RedirectRefused: return "redirect_refused";
    case WireEnd::Failed: break;
    }
    return "failed";
}

} // namespace ai
