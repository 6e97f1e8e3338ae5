// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release_rounds.h"

#include "privacy/privacy.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

probes::Setting settingOf(base::QtHome& home, const base::Clock& clock,
                          std::function<std::string()> figures)
{
    return {.home = home.home(),
            .timers = home,
            .clock = clock,
            .mask = [](const QString& text) { return privacy::mask(text); },
            .subjects = {.figures = std::move(figures)}};
}

/// So that the digest of a day has something to tell.
constexpr std::array kDigests{std::chrono::minutes(24 * 60), std::chrono::minutes(48 * 60),
                              std::chrono::minutes(72 * 60)};

probes::Rounds roundsAfter()
{
    probes::Rounds rounds;
    rounds.moments.insert(rounds.moments.end(), kDigests.begin(), kDigests.end());
    return rounds;
}

} // namespace

ReleaseRounds::ReleaseRounds(desk::Desk& desk, const base::Clock& clock, base::Log& log,
                             std::function<std::string()> figures, QString logToken)
    : m_desk(desk), m_clock(clock), m_log(log), m_logToken(std::move(logToken)), m_home(clock),
      m_caller(m_home.home()), m_runner(settingOf(m_home, clock, std::move(figures)))
{
    m_desk.hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.releases)
            look();
    });
    look();
}

void ReleaseRounds::look()
{
    const base::WallTime oldest = m_clock.wall() - kDigests.back();
    m_desk.releasesOut(m_caller, oldest, [this](const base::Result<desk::OutReleases>& out) {
        if (!out)
            return; // told where releases are shown
        std::erase_if(m_followed, [&out](const auto& followed) {
            return std::ranges::none_of(
                *out, [&followed](const auto& release) { return release->id == followed.first; });
        });
        for (const auto& release : *out)
            follow(*release);
    });
}

void ReleaseRounds::follow(const release::Release& release)
{
    const auto it = m_followed.find(release.id);
    if (it != m_followed.end() && it->second.releasedAt == *release.releasedAt &&
        it->second.parameters == release.parameters)
        return;
    Followed& followed = m_followed[release.id];
    followed = {.releasedAt = *release.releasedAt, .parameters = release.parameters, .items = {}};
    probes::Parameters parameters;
    for (auto each = release.parameters.begin(); each != release.parameters.end(); ++each)
        parameters.values.insert(each.key(), each.value());
    if (!m_logToken.isEmpty())
        parameters.values.insert(QStringLiteral("log_token"), m_logToken);
    for (const release::Item& item : release.items) {
        if (!item.plan.isAfterGo || item.plan.checks.empty())
            continue;
        followed.items.push_back(std::make_unique<probes::Schedule>(
            m_runner, m_home, m_clock,
            probes::Order{.checks = item.plan.checks,
                          .parameters = parameters,
                          .where = probes::Where::Schedule},
            roundsAfter(), *release.releasedAt,
            probes::Schedule::Listener{
                .found = [this, id = release.id, item](const probes::Round& /*round*/,
                                                       const probes::Finding& finding) {
                    keep(id, item, finding);
                }}));
    }
}

void ReleaseRounds::keep(const QString& release, const release::Item& item,
                         const probes::Finding& finding)
{
    const auto plan = std::ranges::find(item.plan.checks, finding.checkId, &release::CheckPlan::id);
    const auto evidence =
        plan == item.plan.checks.end() ? std::nullopt : probes::evidenceOf(finding, *plan);
    if (!evidence) {
        m_log.warning("releases", "check_did_not_run",
                      {{"item", item.plan.id.value},
                       {"check", finding.checkId},
                       {"why", probes::summaryOf(finding)}});
        return;
    }
    m_desk.recordFinding(
        m_caller, release, item.plan.id, *evidence,
        [this](const base::Result<desk::DeedAnswer>& answer) {
            if (!answer)
                m_log.warning("releases", "finding_not_kept", {{"error", answer.error().detail}});
        });
}

} // namespace app
