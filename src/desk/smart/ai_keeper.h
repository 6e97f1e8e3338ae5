// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/context.h"
#include "desk/smart/ai_memory.h"
#include "desk/smart/ai_service.h"

#include <memory>

namespace desk {

/// Saves what the AI client is to know after a restart, a moment after it changed. Desk thread.
class AiKeeper
{
public:
    AiKeeper(Context& context, const std::unique_ptr<AiService>& service)
        : m_context(context), m_service(service)
    {
    }

    /// Before the first configure(), with the settings as they were read.
    void restore();
    /// Something changed: it is saved within two seconds.
    void changed();
    /// The newest state, waiting for it. At the end, before either thread stops; any thread, while
    /// the desk's does nothing else with this.
    void saveNow();

private:
    void save();

    Context& m_context;
    const std::unique_ptr<AiService>& m_service; ///< made after this
    AiMemory m_saved;
    bool m_isArmed = false;
};

} // namespace desk
