// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ai_wiring.h"
#include "app/own_figures.h"
#include "app/release_rounds.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/log/log.h"
#include "base/random.h"
#include "base/result.h"
#include "desk/desk.h"
#include "desk/releases/backup_check.h"
#include "gateway/gateway.h"
#include "metrics/registry.h"
#include "store/store.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <memory>
#include <mutex>

namespace app {

/// Everything but the window: log, store, desk, gateway. Started store -> desk -> gateway, stopped in
/// reverse. Made and destroyed on the main thread.
class Service
{
public:
    struct Options {
        QString folder;
        base::Config config;
        bool listens = true; ///< false: commands on a closed folder
        bool logsToStderr = false;
    };

    /// Busy: another process holds the folder. The store's errors as in store/store.h.
    [[nodiscard]] static base::Result<std::unique_ptr<Service>> start(Options options);
    ~Service();

    [[nodiscard]] desk::Desk& desk() noexcept { return *m_desk; }
    [[nodiscard]] const base::Config& config() const noexcept { return m_config; }
    [[nodiscard]] const base::Clock& clock() const noexcept { return m_clock; }
    [[nodiscard]] base::Log& log() noexcept { return *m_log; }
    [[nodiscard]] const QString& folder() const noexcept { return m_folder; }
    /// The data cannot be written: it is shown and exported, customers are answered 503.
    [[nodiscard]] bool isReadOnly() const { return m_store->health().isReadOnly; }
    /// Its metrics in Prometheus' text format. Any thread.
    [[nodiscard]] std::string figures() const { return m_metrics->exposition(); }
    /// What they were of late; null where nothing listens.
    [[nodiscard]] OwnFigures* ownFigures() noexcept { return m_ownFigures.get(); }
    /// Must go before the service does.
    [[nodiscard]] std::unique_ptr<desk::BackupCheck> backupCheck() const
    {
        return std::make_unique<desk::BackupCheck>(*m_store, m_clock);
    }
    /// Null where nothing listens.
    [[nodiscard]] gateway::Gateway* gateway() noexcept { return m_gateway.get(); }
    /// Why the gateway does not listen; empty where it does. Busy: the port is taken.
    [[nodiscard]] const base::Error& gatewayError() const noexcept { return m_gatewayError; }

    /// Where this program can be called, and nobody else listens in between: its public address where
    /// that is safe, and the one that it listens on. Its own secrets are told to these only. Any thread.
    [[nodiscard]] QList<QUrl> ownUrls() const;
    /// Null where nothing listens.
    [[nodiscard]] AiWiring* aiWiring() noexcept { return m_aiWiring.get(); }
    /// AI's configuration in force; where nothing listens, without a look into the keychain. For a
    /// caller on another thread than the main one.
    void aiOverview(base::Reply<desk::AiOverview> reply);

    /// Listens anew with the settings as they are now stored; the old listener stays where the new
    /// one cannot start. Main thread.
    [[nodiscard]] base::Result<void> restartGateway();

private:
    Service(Options options, std::shared_ptr<base::LogRing::Lines> lines);
    [[nodiscard]] base::Result<void> open(bool listens);
    [[nodiscard]] base::Result<void> readSettings();
    [[nodiscard]] base::Result<std::unique_ptr<gateway::Gateway>> makeGateway();
    void tellWebAddress();

    const QString m_folder;
    base::Config m_config;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    std::shared_ptr<base::LogRing::Lines> m_lines;
    std::unique_ptr<base::Log> m_log;
    std::unique_ptr<metrics::Registry> m_metrics;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<AiWiring> m_aiWiring;
    std::unique_ptr<ReleaseRounds> m_releaseRounds;
    std::unique_ptr<OwnFigures> m_ownFigures;
    std::unique_ptr<gateway::Gateway> m_gateway;
    base::Error m_gatewayError;
    mutable std::mutex m_ownUrlsLock;
    QList<QUrl> m_ownUrls;
};

/// The flow, the catalogue and the articles as they are built into the program.
[[nodiscard]] QByteArray builtInFlow();
[[nodiscard]] std::vector<QByteArray> builtInCatalogue();
/// The phrases that understanding is learnt from, a file an intent.
[[nodiscard]] std::vector<QByteArray> builtInIntents();
/// What AI is told of its tasks.
[[nodiscard]] std::vector<QByteArray> builtInPrompts();
/// Phrases of problems, and the catalogue that names the problems.
[[nodiscard]] std::vector<QByteArray> builtInProblems();
[[nodiscard]] std::vector<desk::ShippedFile> builtInArticles();

} // namespace app
