// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/client/client.h"
#include "base/clock.h"
#include "base/random.h"
#include "base/threads/timers.h"
#include "desk/smart/smart_values.h"

#include <functional>
#include <optional>
#include <string>

namespace desk {

/// One server tried on somebody's wish: two short calls of a client of its own, one streamed and one
/// with a schema, so that neither breakers nor another server's health have a say. Nothing of anybody
/// is sent. At the ai home; `done` comes once, from the event loop, unless this is gone first.
class AiTrialRun
{
public:
    AiTrialRun(const base::Clock& clock, base::Timers& timers, base::Random& random,
               ai::Transport& transport, const ai::Protocol& protocol, ai::Endpoint endpoint,
               std::optional<std::string> key, std::function<void(AiTrial)> done);

private:
    void askForWords();
    void askForJson();
    void wordsEnded(const ai::CallReport& report);
    void jsonEnded(const ai::CallReport& report);

    const base::Clock& m_clock;
    const ai::NoMasking m_masking;
    const std::function<void(AiTrial)> m_done;
    AiTrial m_trial;
    base::SteadyTime m_start;
    ai::Client m_client;
    ai::CallHandle m_call;
};

} // namespace desk
