// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/call.h"

namespace gateway {

void widgetScript(SharedCall call);
void demonstrationPage(SharedCall call);

} // namespace gateway
