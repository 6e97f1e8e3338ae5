// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/worker.h"
#include "probes/runner.h"
#include "store/store.h"

namespace desk {

/// The subject of the checks of backups: whether the newest verified one is young enough, and whether it
/// can be restored, by restoring it. Parameters: maxAgeMinutes (none: any age), restore (true: into a
/// folder beside the backups that is removed afterwards, where it is verified, migrated and opened).
/// Works on a thread of its own, one check after the other.
class BackupCheck
{
public:
    /// Both outlive this.
    BackupCheck(store::Store& store, const base::Clock& clock);
    ~BackupCheck();
    BackupCheck(const BackupCheck&) = delete;
    BackupCheck& operator=(const BackupCheck&) = delete;

    /// This must outlive whoever has it.
    [[nodiscard]] probes::Subject subject();
    /// Finishes what it was asked for. Idempotent.
    void stop();

private:
    [[nodiscard]] base::Result<probes::Judgement> judged(const QJsonObject& parameters) const;
    [[nodiscard]] base::Result<probes::Judgement> restored(const store::BackupInfo& backup,
                                                           const QString& text) const;

    store::Store& m_store;
    const base::Clock& m_clock;
    base::Worker m_worker;
};

} // namespace desk
