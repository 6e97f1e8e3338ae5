// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/context.h"

namespace desk {

/// A stored event as the customer may see it. \pre event.customerSeq.isValid()
[[nodiscard]] CustomerEvent customerEvent(const Context& context, const store::EventRow& event);

} // namespace desk
