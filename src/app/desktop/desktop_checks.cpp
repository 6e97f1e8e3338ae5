// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_checks.h"

#include "app/desktop/check_sentence.h"
#include "app/self_checks.h"
#include "privacy/find.h"
#include "probes/command/command_line.h"

#include <algorithm>
#include <utility>

namespace app {

DesktopChecks::DesktopChecks(std::shared_ptr<base::Home> home, const base::Clock& clock, Own own)
    : m_home(std::move(home)), m_own(std::move(own)),
      m_thread(clock, {.mask = [](const QString& text) { return privacy::mask(text); },
                       .subjects = m_own.subjects,
                       .ownSecrets = m_own.secrets})
{
}

probes::Parameters DesktopChecks::parametersOf(const QHash<QString, QString>& values) const
{
    probes::Parameters parameters{.values = values};
    if (m_own.urls)
        parameters.own = m_own.urls();
    if (values.value(QStringLiteral("log_token")) == m_own.logToken)
        parameters.setOwnToken(m_own.logToken);
    return parameters;
}

qint64 DesktopChecks::run(const Order& order, Listener listener)
{
    std::erase_if(m_runs, [](const auto& each) { return each.second->isOver; });
    const auto run = std::make_shared<Run>(m_home, std::move(listener), order.checks);
    // The caller of a run ends with it, so what it hears may look at it.
    Run* const mine = run.get();
    auto plans = order.checks;
    SelfChecks::nameRelease(plans, order.release);
    const probes::RunId id =
        m_thread.run({.checks = std::move(plans),
                      .parameters = parametersOf(order.parameters),
                      .where = probes::Where::Person,
                      .confirmed = order.confirmed},
                     mine->caller.ear<probes::Piece>([mine](const probes::Piece& piece) {
                         if (mine->listener.output)
                             mine->listener.output(piece.checkId, piece.text);
                     }),
                     mine->caller.ear<probes::Finding>(
                         [mine](const probes::Finding& found) { tell(*mine, found); }),
                     mine->caller.expect<void>([mine](const base::Result<void>& /*ended*/) {
                         if (mine->listener.done)
                             mine->listener.done();
                         mine->isOver = true;
                     }));
    m_runs.emplace(id.value, run);
    return id.value;
}

void DesktopChecks::tell(const Run& run, const probes::Finding& finding)
{
    if (!run.listener.found)
        return;
    Outcome outcome{.checkId = finding.checkId,
                    .hasPassed = finding.verdict == probes::Verdict::Passed,
                    .evidence = std::nullopt,
                    .why = checkSentence(finding)};
    const auto plan = std::ranges::find(run.checks, finding.checkId, &release::CheckPlan::id);
    if (plan != run.checks.end())
        outcome.evidence = probes::evidenceOf(finding, *plan);
    run.listener.found(outcome);
}

void DesktopChecks::cancel(qint64 run)
{
    m_thread.cancel({run});
}

bool DesktopChecks::isOffered(const release::CheckPlan& plan) const
{
    return m_thread.isOffered(plan);
}

std::optional<panels::CheckRunner::Command>
DesktopChecks::command(const release::CheckPlan& plan,
                       const QHash<QString, QString>& parameters) const
{
    if (plan.kind != release::CheckKind::Command)
        return std::nullopt;
    const auto line = probes::commandLineOf(plan, parametersOf(parameters), m_own.secrets);
    return line ? std::optional(Command{probes::textOf(*line), probes::keyOf(*line)})
                : std::nullopt;
}

} // namespace app
