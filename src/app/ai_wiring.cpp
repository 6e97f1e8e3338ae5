// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ai_wiring.h"

#include "secrets/secrets.h"

namespace app {

namespace {

desk::AiKeyPlace placeOf(const secrets::Secret& secret)
{
    switch (secret.place) {
    case secrets::Place::Keychain: return desk::AiKeyPlace::Keychain;
    case secrets::Place::Environment: return desk::AiKeyPlace::Environment;
    case secrets::Place::Nowhere: break;
    }
    switch (secret.keychain) {
    case secrets::Answer::Locked: return desk::AiKeyPlace::Locked;
    case secrets::Answer::Absent:
    case secrets::Answer::Late:
    case secrets::Answer::Failed: return desk::AiKeyPlace::Absent;
    case secrets::Answer::Done:
    case secrets::Answer::NotFound: break;
    }
    return desk::AiKeyPlace::Nowhere;
}

desk::AiKeySaved savedOf(secrets::Answer answer)
{
    switch (answer) {
    case secrets::Answer::Done: return desk::AiKeySaved::Saved;
    case secrets::Answer::Locked: return desk::AiKeySaved::Locked;
    case secrets::Answer::Absent: return desk::AiKeySaved::NoKeychain;
    case secrets::Answer::NotFound:
    case secrets::Answer::Late:
    case secrets::Answer::Failed: break;
    }
    return desk::AiKeySaved::Failed;
}

} // namespace

QString environmentKey(const QProcessEnvironment& environment, const QString& name)
{
    base::Config one({{QStringLiteral("key"), {}, {name}, true, true}});
    return one.readEnvironment(environment) ? one.text(QStringLiteral("key")).trimmed() : QString();
}

desk::AiReading readAiWithoutKeychain(const base::Config& config,
                                      const QProcessEnvironment& environment)
{
    const desk::AiSources sources = desk::aiSourcesOf(config);
    QMap<QString, desk::AiKey> keys;
    for (const QString& name : desk::aiKeysWanted(sources)) {
        const QString value = environmentKey(environment, name);
        keys.insert(name, {value, value.isEmpty() ? desk::AiKeyPlace::Nowhere
                                                  : desk::AiKeyPlace::Environment});
    }
    return desk::readAi(sources, keys);
}

AiWiring::AiWiring(desk::Desk& desk, base::Config config, const base::Clock& clock, base::Log& log)
    : m_desk(desk), m_config(std::move(config)), m_log(log), m_home(clock), m_caller(m_home.home()),
      m_keychain(QStringLiteral("relevo"), m_home),
      m_overview(readAiWithoutKeychain(m_config, QProcessEnvironment::systemEnvironment()).overview)
{
    m_desk.hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.settings)
            readSettings();
    });
    readSettings();
}

void AiWiring::overview(base::Reply<desk::AiOverview> reply)
{
    std::ignore = m_home.home()->mailbox().post(
        [this, reply = std::move(reply)]() mutable { reply.answer(m_overview); });
}

void AiWiring::readSettings()
{
    m_desk.settings(m_caller, [this](const base::Result<QMap<QString, QString>>& settings) {
        if (settings)
            takeSettings(*settings);
    });
}

void AiWiring::takeSettings(const QMap<QString, QString>& settings)
{
    for (auto it = settings.begin(); it != settings.end(); ++it) {
        if (it.key().startsWith(QLatin1String("ai.")))
            std::ignore = m_config.set(base::Source::Settings, it.key(), it.value());
    }
    desk::AiSources sources = desk::aiSourcesOf(m_config);
    if (m_sources == sources)
        return;
    m_sources = std::move(sources);
    findKeys();
}

void AiWiring::findKeys()
{
    const QStringList names = desk::aiKeysWanted(*m_sources);
    const auto environment = QProcessEnvironment::systemEnvironment();
    const int round = ++m_round;
    m_keys.clear();
    m_rest = names.size();
    for (const QString& name : names) {
        const auto take = [this, round, name](const secrets::Secret& secret) {
            if (round != m_round)
                return; // other settings count by now
            m_keys.insert(name, {secret.value, placeOf(secret)});
            if (--m_rest == 0)
                apply();
        };
        const QString own = environmentKey(environment, name);
        // What the keychain holds was given for another address than the environment's.
        if (name == desk::kOpenAiKey && !m_sources->environmentAddress.isEmpty())
            take({own, own.isEmpty() ? secrets::Place::Nowhere : secrets::Place::Environment,
                  secrets::Answer::Done});
        else
            secrets::find(m_keychain, name, own, take);
    }
    if (names.isEmpty())
        apply();
}

void AiWiring::apply()
{
    desk::AiReading reading = desk::readAi(*m_sources, m_keys);
    m_overview = reading.overview;
    for (const desk::AiProblem& problem : m_overview.problems)
        m_log.warning("ai", "configuration",
                      {{"problem", desk::aiProblemText(problem, [](const char* text) {
                            return QString::fromUtf8(text);
                        })}});
    m_log.info("ai", "configured",
               {{"servers", static_cast<qint64>(m_overview.servers.size())},
                {"masks", reading.config.masks}});
    m_desk.configureAi(std::move(reading.config));
}

void AiWiring::saveKey(const QString& name, const QString& value,
                       std::function<void(desk::AiKeySaved)> done)
{
    const auto heard = [this, done = std::move(done)](secrets::Answer answer) {
        if (answer == secrets::Answer::Done && m_sources)
            findKeys();
        done(savedOf(answer));
    };
    if (value.isEmpty())
        m_keychain.remove(name, heard);
    else
        m_keychain.write(name, value, heard);
}

} // namespace app
