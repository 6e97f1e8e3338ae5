// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <functional>

class QObject;

namespace secrets {

/// The default collection of the session's Secret Service.
enum class Collection {
    Open,
    Locked,
    None,   ///< a service without one: the first write makes it
    Absent, ///< no such service here
};

/// Asks over D-Bus without waking a prompt. `done` comes from the event loop, or never if `context`
/// is gone; Absent where nobody answers in time. Main thread.
void askCollection(QObject* context, std::chrono::milliseconds patience,
                   std::function<void(Collection)> done);

} // namespace secrets
