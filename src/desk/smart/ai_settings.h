// SPDX-License-Identifier: GPL-3.0-or-later
// Where AI's configuration comes from: settings, above them the environment, keys from the keychain or
// the environment. Values in, values out; any thread.
//
//   ai.endpoints       the chain, a JSON array of servers in the order in which they are asked
//   ai.dailyCapMicros  the most that a day may cost, in millionths; empty: no cap
//   ai.firstContentMs, ai.totalMs   what a customer's turn gives AI
//   ai.masking         "all": personal data is masked for every server; "trusted": not for those that
//                      run on this machine or that somebody marked as trusted
//
// The environment adds a server of its own in front of the chain: the one at RELEVO_AI_BASE_URL, or
// OpenAI where only OPENAI_API_KEY is set and no server of the settings uses that key. A server that
// cannot be used is left out and said; the others go on.
#pragma once

#include "desk/smart/ai_config.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace base {
class Config;
}

namespace desk {

inline const QString kAiEndpointsSetting = QStringLiteral("ai.endpoints");
inline const QString kAiCapSetting = QStringLiteral("ai.dailyCapMicros");
inline const QString kAiFirstContentSetting = QStringLiteral("ai.firstContentMs");
inline const QString kAiTotalSetting = QStringLiteral("ai.totalMs");
inline const QString kAiMaskingSetting = QStringLiteral("ai.masking");
inline const QString kOpenAiKey = QStringLiteral("OPENAI_API_KEY");

/// A link of the chain as people write it.
struct AiServer {
    QString name;    ///< unique; shown to people
    QString profile; ///< the server's kind, see aiKinds()
    QString address;
    QString model;
    /// Of the keychain's entry and of the environment's variable; it ends in _API_KEY. Empty: no key.
    QString keyName;
    /// The host that the key was given for: it goes to no other, whatever becomes of the address.
    QString keyHost;
    qint64 inputMicros = 0, outputMicros = 0; ///< for a million tokens, in millionths
    qint64 maxContext = 8'192;                ///< tokens
    bool takesSchema = true;                  ///< answers as JSON that keeps to a schema
    bool takesImages = false;
    bool isTrusted = false; ///< may see personal data, where ai.masking says "trusted"
    bool operator==(const AiServer&) const = default;
};

enum class AiFault {
    NotJson, ///< ai.endpoints is no JSON array of objects
    NoName,
    NameTwice,
    UnknownKind,
    NoAddress,
    BadAddress,
    SecretInAddress,
    NotEncrypted, ///< http to another machine
    NoModel,
    BadKeyName,
    KeyElsewhere, ///< the same key for two hosts
    KeyMoved,     ///< the address has changed since the key was given
    BadPrice,
    BadContext,
    KeyMissing,
    KeychainLocked,
    NoKeychain,
    BadCap,
    BadTimes,
    BadMasking,
};

struct AiProblem {
    AiFault fault = AiFault::NotJson;
    QString server; ///< its name; empty where it is not about one
    QString detail; ///< what was written, or the name of the key
    bool operator==(const AiProblem&) const = default;
};

/// A sentence in the language of `translate`, which is given English of the context "AiProblems".
[[nodiscard]] QString aiProblemText(const AiProblem& problem,
                                    const std::function<QString(const char*)>& translate);

/// A kind of server that is offered to people, with what is filled in for them.
struct AiKind {
    QString profile, title;
    QString address, model; ///< empty: only its owner can know
    bool needsKey = false;
};
[[nodiscard]] std::vector<AiKind> aiKinds();

/// The chain as it stands in ai.endpoints. Servers with faults are in it, so that they can be mended;
/// nothing where the text is not even a JSON array of objects.
[[nodiscard]] std::optional<std::vector<AiServer>> aiServersOf(const QString& json);
[[nodiscard]] QString aiServersJson(const std::vector<AiServer>& servers);
/// What is wrong with the server at `index`; keys are not looked at.
[[nodiscard]] std::optional<AiProblem> faultOf(const std::vector<AiServer>& servers,
                                               std::size_t index);
/// "Mi servidor 2" -> MI_SERVIDOR_2_API_KEY.
[[nodiscard]] QString aiKeyNameFor(const QString& serverName);
/// With its port; empty where the address is none.
[[nodiscard]] QString aiHostOf(const AiServer& server);
/// Whether the address is this machine's own.
[[nodiscard]] bool isLocalServer(const AiServer& server);

/// Where a key was looked for.
enum class AiKeyPlace {
    Nowhere,
    Keychain,
    Environment,
    Locked, ///< the keychain is, and the environment has none
    Absent, ///< no keychain answers, and the environment has none
};
/// What became of a key that was to be kept.
enum class AiKeySaved { Saved, Locked, NoKeychain, Failed };
struct AiKey {
    QString value; ///< empty unless Keychain or Environment
    AiKeyPlace place = AiKeyPlace::Nowhere;
};

/// What was configured, as text.
struct AiSources {
    QString endpoints, dailyCapMicros, firstContentMs, totalMs, masking;
    QString environmentAddress, environmentModel;
    bool hasEnvironmentKey = false; ///< of OPENAI_API_KEY
    bool operator==(const AiSources&) const = default;
};
/// By the keys of app/config_keys.h.
[[nodiscard]] AiSources aiSourcesOf(const base::Config& config);

/// What people are told of the configuration. Holds no key.
struct AiOverview {
    std::vector<AiServer> servers; ///< that can be asked, in order
    QString environmentServer;     ///< the name of the environment's own; empty: it has none
    std::vector<AiProblem> problems;
    QMap<QString, AiKeyPlace> keys; ///< by name
};
struct AiReading {
    AiConfig config;
    AiOverview overview;
};

/// The keys to look for before readAi().
[[nodiscard]] QStringList aiKeysWanted(const AiSources& sources);
[[nodiscard]] AiReading readAi(const AiSources& sources, const QMap<QString, AiKey>& keys);

/// One server as the client takes it.
[[nodiscard]] ai::Endpoint aiEndpointOf(const AiServer& server);

} // namespace desk
