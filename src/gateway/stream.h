// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/call.h"

namespace gateway {

/// GET /api/events: everything that the customer may see, in order, from a position on, then live.
void openEvents(const SharedCall& call);

} // namespace gateway
