// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "gateway/access.h"
#include "gateway/gateway.h"
#include "gateway/known_sessions.h"
#include "limits/rate_limiter.h"

#include <memory>
#include <optional>

namespace gateway {

/// What the routes share. Http thread.
struct Parts {
    Options options;
    desk::Desk& desk;
    metrics::Registry& metrics;
    const base::Clock& clock;
    base::Log& log;
    std::shared_ptr<const base::LogRing::Lines> logLines;
    Access access;
    limits::RateLimiter greetingPerAddress, chatPerAddress, chatPerConversation, articlePerAddress,
        transcriptPerAddress;
    std::optional<base::Caller> caller; ///< at the http thread
    http::Server* server = nullptr;
    base::WallTime started;
    KnownSessions sessions = {};
};

} // namespace gateway
