// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/service.h"
#include "base/threads/worker.h"
#include "probes/runner.h"

#include <atomic>
#include <memory>

namespace app {

/// What checks can ask this program about itself: its figures, its backups, whether a release's ledger is
/// what was said ("release", its id), and whether the flow of now answers recorded conversations as it
/// did ("maxDifferences", default 0; "newest", how many conversations, default 10,000). Works on threads
/// of its own, one question of a kind after the other.
class SelfChecks
{
public:
    /// The service outlives this.
    explicit SelfChecks(Service& service);
    /// Ends what is under way.
    ~SelfChecks();
    SelfChecks(const SelfChecks&) = delete;
    SelfChecks& operator=(const SelfChecks&) = delete;

    /// This must outlive whoever has them.
    [[nodiscard]] probes::Subjects subjects();
    /// Whether subjects() has what the check asks. Any thread.
    [[nodiscard]] static bool offers(const release::CheckPlan& plan);
    /// A ledger's check says which release it is of.
    static void nameRelease(std::vector<release::CheckPlan>& plans, const QString& release);

private:
    [[nodiscard]] probes::Subject
    subject(base::Result<probes::Judgement> (SelfChecks::*judge)(const QJsonObject&) const);
    [[nodiscard]] base::Result<probes::Judgement> ledger(const QJsonObject& parameters) const;
    [[nodiscard]] base::Result<probes::Judgement> replay(const QJsonObject& parameters) const;

    Service& m_service;
    std::unique_ptr<desk::BackupCheck> m_backups;
    std::atomic<bool> m_isOver{false};
    base::Worker m_worker; ///< last: its thread uses what is above
};

} // namespace app
