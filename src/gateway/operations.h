// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/call.h"

namespace gateway {

void health(const SharedCall& call);
void alive(const SharedCall& call);
void ready(const SharedCall& call);
void metricsText(const SharedCall& call);
void metricsJson(const SharedCall& call);
void logs(const SharedCall& call);
void logStream(const SharedCall& call);
void flags(const SharedCall& call);

} // namespace gateway
