// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/backup_check.h"

#include "base/log/log.h"
#include "base/random.h"
#include "base/threads/blocking_home.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <tuple>

namespace desk {

namespace {

using probes::Judgement;
using probes::Verdict;
using std::chrono::minutes;

const QString kTrial = QStringLiteral(".restore-check-");

/// Of programs that ended in the middle of one.
void removeOldTrials(const QString& folder)
{
    const QDir dir(folder);
    const auto names = dir.entryList({kTrial + QLatin1Char('*')}, QDir::Dirs | QDir::Hidden);
    for (const QString& name : names)
        QDir(dir.filePath(name)).removeRecursively();
}

Judgement failed(const QString& why)
{
    return {Verdict::Failed, why + QLatin1Char('\n')};
}

/// Opens what was restored as a program would, and closes it.
base::Result<void> opened(const QString& folder, const base::Clock& clock, base::Log& log)
{
    base::SystemRandom random;
    const auto store =
        store::Store::open({.folder = folder, .dailyBackup = false}, clock, random, log);
    return store ? base::Result<void>() : base::fail(store.error());
}

} // namespace

BackupCheck::BackupCheck(store::Store& store, const base::Clock& clock)
    : m_store(store), m_clock(clock), m_worker(clock, {.name = "backup-check"})
{
    m_worker.start();
}

BackupCheck::~BackupCheck()
{
    stop();
}

void BackupCheck::stop()
{
    m_worker.stop();
}

probes::Subject BackupCheck::subject()
{
    return [this](const QJsonObject& parameters, base::Reply<Judgement> reply) {
        std::ignore = m_worker.post([this, parameters, reply = std::move(reply)]() mutable {
            reply.answer(judged(parameters));
        });
    };
}

base::Result<Judgement> BackupCheck::judged(const QJsonObject& parameters) const
{
    base::BlockingHome here;
    const auto backups = here.wait<std::vector<store::BackupInfo>>(
        [this](auto reply) { m_store.backups(std::move(reply)); });
    if (!backups)
        return base::fail(backups.error());
    const auto newest = std::ranges::find(*backups, true, &store::BackupInfo::isVerified);
    if (newest == backups->end())
        return failed(QStringLiteral("no verified backup"));
    const auto age = std::chrono::floor<minutes>(m_clock.wall() - newest->time).count();
    const QString text = QStringLiteral("%1, %2 bytes, %3 minutes old")
                             .arg(QFileInfo(newest->path).fileName())
                             .arg(newest->bytes)
                             .arg(age);
    const QJsonValue most = parameters.value(QLatin1String("maxAgeMinutes"));
    if (most.isDouble() && static_cast<double>(age) > most.toDouble())
        return failed(text);
    constexpr qint64 kClockSkew = -2; // minutes
    if (age < kClockSkew)
        return failed(text + QStringLiteral(": from the future"));
    if (parameters.value(QLatin1String("restore")).toBool())
        return restored(*newest, text);
    return Judgement{Verdict::Passed, text + QLatin1Char('\n')};
}

base::Result<Judgement> BackupCheck::restored(const store::BackupInfo& backup,
                                              const QString& text) const
{
    const QString folder = QFileInfo(backup.path).path();
    removeOldTrials(folder);
    const QTemporaryDir trial(QDir(folder).filePath(kTrial + QStringLiteral("XXXXXX")));
    if (!trial.isValid())
        return base::fail(base::Code::Offline, trial.errorString());
    base::Log quiet(m_clock, {}); // "restored" in the log would be misread
    const auto restored = store::restore(trial.path(), backup.path, m_clock, quiet);
    if (restored && restored->evidenceMissing > 0)
        return failed(text + QStringLiteral(": %1 evidence files are missing or altered")
                                 .arg(restored->evidenceMissing));
    const auto done =
        restored ? opened(trial.path(), m_clock, quiet) : base::fail(restored.error());
    if (done)
        return Judgement{Verdict::Passed, text + QStringLiteral(", restored and opened\n")};
    // A full disk says nothing of the backup.
    if (done.error().code == base::Code::Offline)
        return base::fail(done.error());
    return failed(text + QStringLiteral(": ") + done.error().detail);
}

} // namespace desk
