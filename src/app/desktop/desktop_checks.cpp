// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_checks.h"

#include "app/self_checks.h"
#include "desk/releases/finding_texts.h"
#include "panels/releases/checks/check_words.h"
#include "privacy/find.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace app {

namespace {

/// What came of a check, in the window's language; a value that is missing as its field is called.
QString sentenceOf(probes::Finding finding)
{
    if (finding.reason == probes::Reason::MissingParameter) {
        for (QString& name : finding.arguments)
            name = panels::parameterText(name);
    }
    return desk::findingText(finding, [](const char* english) {
        return QCoreApplication::translate("Findings", english);
    });
}

} // namespace

DesktopChecks::DesktopChecks(std::shared_ptr<base::Home> home, const base::Clock& clock,
                             probes::Subjects subjects)
    : m_home(std::move(home)),
      m_thread(clock, {.mask = [](const QString& text) { return privacy::mask(text); },
                       .subjects = std::move(subjects)})
{
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
                      .parameters = {.values = order.parameters},
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
                    .why = sentenceOf(finding)};
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

QString DesktopChecks::commandText(const release::CheckPlan& plan) const
{
    return probes::commandText(plan);
}

QByteArray DesktopChecks::commandKey(const release::CheckPlan& plan) const
{
    return probes::commandKey(plan);
}

} // namespace app
