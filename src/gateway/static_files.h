// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/call.h"

namespace gateway {

void widgetScript(const SharedCall& call);
void demonstrationPage(const SharedCall& call);

} // namespace gateway
