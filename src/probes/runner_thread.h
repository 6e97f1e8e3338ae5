// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "base/threads/qt_worker.h"
#include "probes/runner.h"

#include <atomic>

namespace probes {

/// A runner with a thread of its own, for those who have no Qt event loop or must not be held up by
/// masking a megabyte. Any thread.
///
///   const auto run = thread.run(order, caller.ear<Piece>(show), caller.ear<Finding>(keep),
///                               caller.expect<void>(enableButtons));
class RunnerThread
{
public:
    struct Options {
        std::function<QString(const QString&)> mask; ///< called on that thread, as are the subjects
        Subjects subjects = {};
        Limits limits = {};
        QByteArray trustedPem = {};
        QSet<QString> ownSecrets = {}; ///< see Setting
    };
    /// \param clock outlives this
    RunnerThread(const base::Clock& clock, Options options);
    ~RunnerThread();
    RunnerThread(const RunnerThread&) = delete;
    RunnerThread& operator=(const RunnerThread&) = delete;

    /// `found` hears each finding before `done` is answered; ears without a home hear nothing. `done`
    /// answers Cancelled where the thread ends first, Busy where it has too much to do.
    RunId run(Order order, base::Ear<Piece> output, base::Ear<Finding> found,
              base::Reply<void> done);
    /// See Runner::cancel().
    void cancel(RunId run);

    /// What runs is killed, and what waits for it is answered Cancelled. Idempotent.
    void stop();
    [[nodiscard]] bool isOffered(const CheckPlan& plan) const { return has(m_subjects, plan); }

private:
    struct Bench; ///< lives on the thread
    std::shared_ptr<Bench> m_bench;
    const Subjects m_subjects; ///< looked at only for what there is
    std::atomic<qint64> m_last{0};
    base::QtWorker m_worker; ///< last: its thread uses what is above
};

} // namespace probes
