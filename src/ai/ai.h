// SPDX-License-Identifier: GPL-3.0-or-later
// ai: talks to any server that speaks OpenAI's chat completions. It does not know the chat engine. Its
// promise: whatever the server does, every call ends exactly once, in time, with a typed outcome, and
// nobody's server is stormed.
//
//   values.h      what goes in and what comes out: request, endpoint, outcome, attempt
//   wire/         bytes: event stream, chat stream, server profiles; the seam to the network
//   network/      the real transport, over QNetworkAccessManager
//   breaker/      one circuit breaker, and all of them
//   policy/       one rule each, with clock and chance injected: retry, limits, queue, deadlines, costs
//   client/       one call from request to outcome: queue -> breaker -> attempt -> retry -> next endpoint
//
// Decisions
// - All of ai runs at one home, the ai thread (a Qt event loop). No locks; what crosses threads is a
//   value, brought by base/mailbox.h. Time comes from base::Clock and base::Timers, chance from
//   base::Random.
// - Text is UTF-8 in std::string: it comes from the wire as UTF-8 and goes there as UTF-8.
// - Waits are measured on the steady clock only. Wall time is for what people read, for dates in
//   headers, and for what outlives the process.
// - One loop retries, that of client/. The transport sends what it is given once.
// - Money is whole millionths of a currency unit.
//
// May know base, privacy, metrics, limits.
#pragma once

#include "ai/values.h"
