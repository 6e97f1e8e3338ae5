// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/config.h"
#include "base/log/log.h"
#include "base/threads/caller.h"
#include "base/threads/qt_home.h"
#include "desk/desk.h"
#include "secrets/keychain.h"

#include <QMap>
#include <QProcessEnvironment>

#include <functional>
#include <memory>

namespace app {

/// What the environment alone says of a key, or the file that NAME_FILE names; empty: nothing.
[[nodiscard]] QString environmentKey(const QProcessEnvironment& environment, const QString& name);
/// AI as settings and environment say, without looking into the keychain.
[[nodiscard]] desk::AiReading readAiWithoutKeychain(const base::Config& config,
                                                    const QProcessEnvironment& environment);

/// Brings AI's configuration to the desk: at the start and whenever a setting of it changes, with the
/// keys from keychain or environment. Main thread, with a running event loop. The keychain is asked
/// only where some server has a key.
class AiWiring
{
public:
    /// \param config as started; the settings in it are replaced by those that are read
    AiWiring(desk::Desk& desk, base::Config config, const base::Clock& clock, base::Log& log);

    /// As it is in force. Changes::ai is heard after it changed.
    [[nodiscard]] const desk::AiOverview& overview() const noexcept { return m_overview; }
    /// The same for a caller on another thread.
    void overview(base::Reply<desk::AiOverview> reply);
    /// Writes a key into the keychain, or removes it where `value` is empty, and reads all anew.
    void saveKey(const QString& name, const QString& value,
                 std::function<void(desk::AiKeySaved)> done);

private:
    void readSettings();
    void takeSettings(const QMap<QString, QString>& settings);
    void findKeys();
    void apply();

    desk::Desk& m_desk;
    base::Config m_config;
    base::Log& m_log;
    base::QtHome m_home;
    base::Caller m_caller;
    secrets::Keychain m_keychain;
    std::optional<desk::AiSources> m_sources;
    QMap<QString, desk::AiKey> m_keys;
    int m_round = 0;      ///< of looking for keys
    qsizetype m_rest = 0; ///< keys that have not been looked for in this round
    desk::AiOverview m_overview;
};

} // namespace app
