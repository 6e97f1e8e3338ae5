// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release_rounds.h"

#include "privacy/privacy.h"
#include "release/rollout/rollback.h"

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

ReleaseRounds::ReleaseRounds(desk::Desk& desk, const base::Clock& clock, base::Log& log, Own own)
    : m_desk(desk), m_clock(clock), m_log(log), m_own(std::move(own)), m_home(clock),
      m_caller(m_home.home()), m_runner(settingOf(m_home, clock, m_own.figures))
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
    const auto from = release::lookedAfterFrom(release);
    if (!from)
        return;
    Followed& followed = m_followed[release.id];
    QList<QUrl> own = m_own.urls();
    if (followed.from != *from || followed.parameters != release.parameters || followed.own != own)
        followed = {
            .from = *from, .parameters = release.parameters, .own = std::move(own), .items = {}};
    std::map<QString, Watched> items;
    for (const release::Item& item : release.items) {
        if (!item.plan.isAfterGo || item.plan.checks.empty())
            continue;
        auto known = followed.items.extract(item.plan.id.value);
        if (known && known.mapped().plan == item.plan)
            items.insert(std::move(known));
        else
            items.emplace(item.plan.id.value,
                          Watched{item.plan, watch(release.id, followed, item.plan)});
    }
    followed.items = std::move(items); // those that are no more, or other ones, end
}

std::unique_ptr<probes::Schedule> ReleaseRounds::watch(const QString& release,
                                                       const Followed& followed,
                                                       const release::ItemPlan& plan)
{
    probes::Parameters parameters;
    parameters.own = followed.own;
    for (auto each = followed.parameters.begin(); each != followed.parameters.end(); ++each)
        parameters.values.insert(each.key(), each.value());
    parameters.setOwnToken(m_own.logToken);
    return std::make_unique<probes::Schedule>(
        m_runner, m_home, m_clock,
        probes::Order{.checks = plan.checks,
                      .parameters = std::move(parameters),
                      .where = probes::Where::Schedule},
        roundsAfter(), followed.from,
        probes::Schedule::Listener{.found = [this, release, plan](const probes::Round& /*round*/,
                                                                  const probes::Finding& finding) {
            keep(release, plan, finding);
        }});
}

void ReleaseRounds::keep(const QString& release, const release::ItemPlan& item,
                         const probes::Finding& finding)
{
    const auto plan = std::ranges::find(item.checks, finding.checkId, &release::CheckPlan::id);
    const auto evidence =
        plan == item.checks.end() ? std::nullopt : probes::evidenceOf(finding, *plan);
    if (!evidence) {
        m_log.warning("releases", "check_did_not_run",
                      {{"item", item.id.value},
                       {"check", finding.checkId},
                       {"why", probes::summaryOf(finding)}});
        return;
    }
    m_desk.recordFinding(
        m_caller, release, item.id, *evidence,
        [this, id = item.id.value](const base::Result<desk::DeedAnswer>& answer) {
            if (!answer)
                m_log.warning("releases", "finding_not_kept",
                              {{"item", id}, {"error", answer.error().detail}});
            else if (!*answer)
                m_log.warning("releases", "finding_refused",
                              {{"item", id}, {"why", release::nameText(answer->error().why)}});
        });
}

} // namespace app
