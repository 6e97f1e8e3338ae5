// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/protocol.h"

namespace ai {

const char* errorClassName(ErrorClass kind) noexcept
{
    switch (kind) {
    case ErrorClass::RateLimited: return "rate_limited";
    case ErrorClass::Quota: return "quota";
    case ErrorClass::Server: return "server";
    case ErrorClass::Overloaded: return "overloaded";
    case ErrorClass::TooLong: return "too_long";
    case ErrorClass::ContentFilter: return "content_filter";
    case ErrorClass::Auth: return "auth";
    case ErrorClass::NotFound: return "not_found";
    case ErrorClass::UnknownField: return "unknown_field";
    case ErrorClass::BadRequest: return "bad_request";
    case ErrorClass::Protocol: break;
    }
    return "protocol";
}

} // namespace ai
