// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checks/checks_here.h"

#include "app/config_keys.h"
#include "base/threads/blocking_home.h"
#include "privacy/privacy.h"
#include "probes/runner_thread.h"

#include <optional>

namespace app {

std::vector<probes::Finding> runChecksHere(const ChecksAsked& asked, probes::Subjects subjects,
                                           const std::function<void(const QString&)>& show,
                                           const std::function<bool()>& isOver)
{
    const base::SystemClock clock;
    probes::RunnerThread thread(clock,
                                {.mask = [](const QString& text) { return privacy::mask(text); },
                                 .subjects = std::move(subjects),
                                 .ownSecrets = makeConfig().secretVariables()});
    std::vector<probes::Finding> findings;
    std::optional<base::Result<void>> end;
    base::BlockingHome here;
    base::Caller& caller = here.caller();
    const auto run = thread.run(
        {.checks = asked.plans,
         .parameters = asked.parameters,
         .where = probes::Where::CommandLine},
        caller.ear<probes::Piece>([&](const probes::Piece& piece) {
            if (asked.isShown)
                show(piece.text);
        }),
        caller.ear<probes::Finding>(
            [&](probes::Finding finding) { findings.push_back(std::move(finding)); }),
        caller.expect<void>([&](base::Result<void> result) { end = std::move(result); }));
    while (!here.runUntil([&] { return end.has_value(); }, std::chrono::milliseconds(200))) {
        if (isOver())
            thread.cancel(run);
    }
    return findings;
}

} // namespace app
