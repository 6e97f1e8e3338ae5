// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/smart/ai_keeper.h"

#include "base/threads/blocking_home.h"

namespace desk {

using namespace std::chrono_literals;

void AiKeeper::restore()
{
    m_saved = aiMemoryOf(m_context.settings.value(kAiStateSetting));
    m_service->restore(m_saved);
}

void AiKeeper::changed()
{
    if (std::exchange(m_isArmed, true))
        return;
    m_context.timers().after(2s, [this] {
        m_isArmed = false;
        save();
    });
}

void AiKeeper::save()
{
    m_service->memory(m_context.caller.expect<AiMemory>([this](base::Result<AiMemory> memory) {
        if (!memory || *memory == m_saved)
            return;
        m_saved = *std::move(memory);
        m_context.store.saveSetting(
            kAiStateSetting, aiMemoryJson(m_saved),
            m_context.caller.expect<void>([this](const base::Result<void>& saved) {
                if (!saved)
                    m_saved = {}; // the next change tries again
            }));
    }));
}

void AiKeeper::saveNow()
{
    base::BlockingHome here;
    const auto memory =
        here.wait<AiMemory>([this](auto reply) { m_service->memory(std::move(reply)); }, 1s);
    // Not compared with what was saved: that is the desk thread's, which may still run.
    if (!memory || *memory == AiMemory())
        return;
    std::ignore = here.wait<void>(
        [&](auto reply) {
            m_context.store.saveSetting(kAiStateSetting, aiMemoryJson(*memory), std::move(reply));
        },
        2s);
}

} // namespace desk
