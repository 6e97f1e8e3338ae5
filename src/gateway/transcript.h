// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/call.h"

#include <string_view>

namespace gateway {

inline constexpr std::string_view kTranscriptPath = "/api/transcript/";

/// A conversation masked, as gateway.h says.
void transcript(const SharedCall& call);

} // namespace gateway
