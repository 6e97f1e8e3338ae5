// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/call.h"

namespace gateway {

void health(SharedCall call);
void alive(SharedCall call);
void ready(SharedCall call);
void metricsText(SharedCall call);
void metricsJson(SharedCall call);
void logs(SharedCall call);
void logStream(SharedCall call);
void flags(SharedCall call);

} // namespace gateway
