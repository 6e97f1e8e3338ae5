// SPDX-License-Identifier: GPL-3.0-or-later
// base: what every other folder stands on. It knows nothing of the product.
//
//   result.h    Result<T>, Error, Code        errors are values, twelve codes a caller can act on
//   ids.h       strong ids, conversation codes (AB-1234), ULIDs
//   clock.h     wall and steady time behind a seam; threads/timers.h the timers of a home
//   threads/task.h      a move-only piece of work
//   threads/mailbox.h   the only thing that crosses threads; threads/home.h a thread's mailbox with its askers
//   threads/caller.h    Caller, Reply<T>, Ear: the three verbs ask, tell, hear
//   threads/worker.h    a home with a thread of its own; threads/qt_home.h a home on a Qt event loop
//   random.h    random bytes behind a seam
//   json.h      a fast JSON writer;  log/log.h structured log;  config.h layered configuration
//
// Example: ask a worker for a number, and hear the answer at home.
//
//   base::Caller caller(home);
//   auto reply = caller.expect<int>([](base::Result<int> r) { … });   // runs at `home`
//   worker.post([reply = std::move(reply)]() mutable { reply.answer(42); });
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/threads/caller.h"
#include "base/threads/home.h"
#include "base/threads/task.h"
#include "base/threads/timers.h"
