// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/smart/ai_settings.h"

#include "ai/wire/profiles.h"
#include "base/config.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <map>

namespace desk {

namespace {

const QString kEnvironmentName = QStringLiteral("environment");
const QString kOpenAiAddress = QStringLiteral("https://api.openai.com/v1");
const QString kOpenAiModel = QStringLiteral("gpt-4o-mini");
constexpr qint64 kMostMicros = 1'000'000'000'000; // a million units
constexpr qint64 kLeastContext = 512, kMostContext = 100'000'000;
constexpr int kShortestMs = 100, kLongestFirstMs = 60'000, kLongestMs = 120'000;

QString ofView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

AiServer serverOf(const QJsonObject& json)
{
    const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
    // What is no whole number becomes one that is refused.
    const auto number = [&](const char* key, qint64 otherwise) {
        const QJsonValue value = json.value(QLatin1String(key));
        return value.isUndefined() ? otherwise : value.toInteger(-1);
    };
    AiServer server{.name = text("name").trimmed(),
                    .profile = text("profile"),
                    .address = text("baseUrl").trimmed(),
                    .model = text("model").trimmed(),
                    .keyName = text("keyName"),
                    .keyHost = text("keyHost")};
    server.inputMicros = number("inputMicros", 0);
    server.outputMicros = number("outputMicros", 0);
    server.maxContext = number("maxContext", server.maxContext);
    server.takesSchema = json.value(u"schema").toBool(true);
    server.takesImages = json.value(u"images").toBool(false);
    server.isTrusted = json.value(u"trusted").toBool(false);
    if (server.profile.isEmpty()) {
        const ai::Profile guess = ai::profileOfAddress(server.address.toStdString());
        server.profile = ofView(ai::traitsOf(guess).name);
    }
    if (!server.keyName.isEmpty() && server.keyHost.isEmpty())
        server.keyHost = aiHostOf(server);
    return server;
}

bool isKeyName(const QString& name)
{
    // Only such variables are read, so that no other secret can be sent to a server by its name.
    static const QRegularExpression kForm(QStringLiteral("^[A-Z][A-Z0-9_]{0,79}_API_KEY$"));
    return kForm.match(name).hasMatch();
}

std::optional<AiFault> addressFault(const AiServer& server)
{
    if (server.address.isEmpty())
        return AiFault::NoAddress;
    const auto url = ai::chatUrl(aiEndpointOf(server));
    if (!url) {
        const bool hasSecret = !QUrl(server.address).userInfo().isEmpty();
        return hasSecret ? AiFault::SecretInAddress : AiFault::BadAddress;
    }
    if (!url->starts_with("https://") && !isLocalServer(server))
        return AiFault::NotEncrypted;
    return std::nullopt;
}

std::optional<qint64> wholeNumber(const QString& text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

/// The server that the environment describes.
std::optional<AiServer> environmentServer(const AiSources& sources,
                                          const std::vector<AiServer>& servers)
{
    const bool isKeyTaken = std::ranges::any_of(
        servers, [](const AiServer& server) { return server.keyName == kOpenAiKey; });
    const bool isOpenAi = sources.environmentAddress.isEmpty();
    if (isOpenAi && (!sources.hasEnvironmentKey || isKeyTaken))
        return std::nullopt;
    AiServer server{.name = kEnvironmentName,
                    .address = isOpenAi ? kOpenAiAddress : sources.environmentAddress,
                    .model = sources.environmentModel};
    const ai::ProfileTraits& traits =
        ai::traitsOf(ai::profileOfAddress(server.address.toStdString()));
    server.profile = ofView(traits.name);
    if (isOpenAi && server.model.isEmpty())
        server.model = kOpenAiModel;
    if (sources.hasEnvironmentKey || (traits.needsKey && !isLocalServer(server)))
        server.keyName = kOpenAiKey;
    server.maxContext = 128'000;
    return server;
}

/// The chain with what the environment says, before keys.
std::vector<AiServer> chainOf(const AiSources& sources)
{
    std::vector<AiServer> servers =
        aiServersOf(sources.endpoints).value_or(std::vector<AiServer>());
    if (auto own = environmentServer(sources, servers)) {
        servers.insert(servers.begin(), *std::move(own));
    } else if (!sources.environmentModel.isEmpty()) {
        const auto it = std::ranges::find(servers, kOpenAiKey, &AiServer::keyName);
        if (it != servers.end())
            it->model = sources.environmentModel;
    }
    return servers;
}

std::optional<AiProblem> keyProblem(const AiServer& server, const QMap<QString, AiKey>& keys)
{
    if (server.keyName.isEmpty())
        return std::nullopt;
    const AiKey key = keys.value(server.keyName);
    if (!key.value.isEmpty())
        return std::nullopt;
    const AiFault fault = key.place == AiKeyPlace::Locked   ? AiFault::KeychainLocked
                          : key.place == AiKeyPlace::Absent ? AiFault::NoKeychain
                                                            : AiFault::KeyMissing;
    return AiProblem{fault, server.name, server.keyName};
}

void readLimits(const AiSources& sources, AiReading& reading)
{
    const auto say = [&](AiFault fault, const QString& detail) {
        reading.overview.problems.push_back({fault, {}, detail});
    };
    if (!sources.dailyCapMicros.isEmpty()) {
        const auto cap = wholeNumber(sources.dailyCapMicros);
        if (cap && *cap >= 0)
            reading.config.dailyCapMicros = *cap;
        else
            say(AiFault::BadCap, sources.dailyCapMicros);
        if (!reading.config.dailyCapMicros)
            reading.config.dailyCapMicros = 0; // what cannot be read is no leave to spend
    }
    const AiConfig ordinary;
    const auto first = sources.firstContentMs.isEmpty()
                           ? std::optional<qint64>(ordinary.turnFirstContent.count())
                           : wholeNumber(sources.firstContentMs);
    const auto total = sources.totalMs.isEmpty() ? std::optional<qint64>(ordinary.turnTotal.count())
                                                 : wholeNumber(sources.totalMs);
    if (first && total && *first >= kShortestMs && *first <= kLongestFirstMs && *total >= *first &&
        *total <= kLongestMs) {
        reading.config.turnFirstContent = base::milliseconds(*first);
        reading.config.turnTotal = base::milliseconds(*total);
    } else {
        say(AiFault::BadTimes, sources.firstContentMs + QStringLiteral(", ") + sources.totalMs);
    }
}

void readMasking(const AiSources& sources, AiReading& reading)
{
    if (!sources.masking.isEmpty() && sources.masking != u"all" && sources.masking != u"trusted")
        reading.overview.problems.push_back({AiFault::BadMasking, {}, sources.masking});
    const auto& servers = reading.overview.servers;
    const bool isAllTrusted =
        !servers.empty() && std::ranges::all_of(servers, [](const AiServer& server) {
            return server.isTrusted || isLocalServer(server);
        });
    reading.config.masks = sources.masking != u"trusted" || !isAllTrusted;
}

} // namespace

std::vector<AiKind> aiKinds()
{
    static const std::map<std::string_view, std::pair<const char*, const char*>> kFilledIn{
        {"openai", {"https://api.openai.com/v1", "gpt-4o-mini"}},
        {"azure", {"", ""}},
        {"ollama", {"http://127.0.0.1:11434/v1", "llama3.1"}},
        {"llamacpp", {"http://127.0.0.1:8080/v1", "default"}},
        {"vllm", {"http://127.0.0.1:8000/v1", ""}},
        {"lmstudio", {"http://127.0.0.1:1234/v1", ""}},
        {"openrouter", {"https://openrouter.ai/api/v1", "openai/gpt-4o-mini"}},
        {"groq", {"https://api.groq.com/openai/v1", "llama-3.1-8b-instant"}},
    };
    std::vector<AiKind> kinds;
    for (const ai::ProfileTraits& traits : ai::profiles()) {
        AiKind kind{.profile = ofView(traits.name),
                    .title = ofView(traits.title),
                    .needsKey = traits.needsKey};
        if (const auto it = kFilledIn.find(traits.name); it != kFilledIn.end()) {
            kind.address = QLatin1String(it->second.first);
            kind.model = QLatin1String(it->second.second);
        }
        kinds.push_back(std::move(kind));
    }
    return kinds;
}

std::optional<std::vector<AiServer>> aiServersOf(const QString& json)
{
    if (json.trimmed().isEmpty())
        return std::vector<AiServer>();
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isArray())
        return std::nullopt;
    std::vector<AiServer> servers;
    for (const auto& value : document.array()) {
        if (!value.isObject())
            return std::nullopt;
        servers.push_back(serverOf(value.toObject()));
    }
    return servers;
}

QString aiServersJson(const std::vector<AiServer>& servers)
{
    QJsonArray array;
    for (const AiServer& server : servers) {
        QJsonObject json{{QStringLiteral("name"), server.name},
                         {QStringLiteral("profile"), server.profile},
                         {QStringLiteral("baseUrl"), server.address},
                         {QStringLiteral("model"), server.model},
                         {QStringLiteral("inputMicros"), server.inputMicros},
                         {QStringLiteral("outputMicros"), server.outputMicros},
                         {QStringLiteral("maxContext"), server.maxContext},
                         {QStringLiteral("schema"), server.takesSchema},
                         {QStringLiteral("images"), server.takesImages},
                         {QStringLiteral("trusted"), server.isTrusted}};
        if (!server.keyName.isEmpty())
            json.insert(QStringLiteral("keyName"), server.keyName);
        if (!server.keyName.isEmpty() && !server.keyHost.isEmpty())
            json.insert(QStringLiteral("keyHost"), server.keyHost);
        array.append(json);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::optional<AiProblem> faultOf(const std::vector<AiServer>& servers, std::size_t index)
{
    const AiServer& server = servers[index];
    const auto isEarlier = [&](auto same) {
        return std::any_of(servers.begin(), servers.begin() + static_cast<std::ptrdiff_t>(index),
                           same);
    };
    const auto problem = [&](AiFault fault, const QString& detail) {
        return AiProblem{fault, server.name, detail};
    };
    if (server.name.isEmpty())
        return problem(AiFault::NoName, server.address);
    if (isEarlier([&](const AiServer& other) {
            return other.name.compare(server.name, Qt::CaseInsensitive) == 0;
        }))
        return problem(AiFault::NameTwice, server.name);
    if (!ai::profileNamed(server.profile.toStdString()))
        return problem(AiFault::UnknownKind, server.profile);
    if (const auto fault = addressFault(server))
        return problem(*fault, *fault == AiFault::SecretInAddress ? QString() : server.address);
    if (server.model.isEmpty())
        return problem(AiFault::NoModel, {});
    if (!server.keyName.isEmpty() && !isKeyName(server.keyName))
        return problem(AiFault::BadKeyName, server.keyName);
    if (!server.keyName.isEmpty() && isEarlier([&](const AiServer& other) {
            return other.keyName == server.keyName && aiHostOf(other) != aiHostOf(server);
        }))
        return problem(AiFault::KeyElsewhere, server.keyName);
    const bool isBound = !server.keyName.isEmpty() && !server.keyHost.isEmpty();
    if (isBound && server.keyHost != aiHostOf(server))
        return problem(AiFault::KeyMoved, server.keyHost);
    const auto isPrice = [](qint64 micros) { return micros >= 0 && micros <= kMostMicros; };
    if (!isPrice(server.inputMicros) || !isPrice(server.outputMicros))
        return problem(AiFault::BadPrice, {});
    if (server.maxContext < kLeastContext || server.maxContext > kMostContext)
        return problem(AiFault::BadContext, {});
    return std::nullopt;
}

QString aiHostOf(const AiServer& server)
{
    const auto url = ai::chatUrl(aiEndpointOf(server));
    return url ? QUrl(QString::fromStdString(*url)).authority().toLower() : QString();
}

QString aiKeyNameFor(const QString& serverName)
{
    QString name;
    for (const QChar c : serverName.normalized(QString::NormalizationForm_D).toUpper()) {
        if (c.unicode() < 0x80 && c.isLetterOrNumber())
            name += c;
        else if (!c.isMark() && !name.isEmpty() && !name.endsWith(u'_'))
            name += u'_';
    }
    while (name.endsWith(u'_'))
        name.chop(1);
    if (name.isEmpty() || !name.front().isLetter())
        name.prepend(QStringLiteral("AI_"));
    while (name.endsWith(u'_'))
        name.chop(1);
    return name.left(60) + QStringLiteral("_API_KEY");
}

bool isLocalServer(const AiServer& server)
{
    return ai::isThisMachine(server.address.toStdString());
}

AiSources aiSourcesOf(const base::Config& config)
{
    return {.endpoints = config.text(kAiEndpointsSetting),
            .dailyCapMicros = config.text(kAiCapSetting).trimmed(),
            .firstContentMs = config.text(kAiFirstContentSetting).trimmed(),
            .totalMs = config.text(kAiTotalSetting).trimmed(),
            .masking = config.text(kAiMaskingSetting).trimmed(),
            .environmentAddress = config.text(QStringLiteral("ai.baseUrl")).trimmed(),
            .environmentModel = config.text(QStringLiteral("ai.model")).trimmed(),
            .hasEnvironmentKey = !config.text(QStringLiteral("ai.key")).isEmpty()};
}

QStringList aiKeysWanted(const AiSources& sources)
{
    QStringList names;
    for (const AiServer& server : chainOf(sources)) {
        if (isKeyName(server.keyName) && !names.contains(server.keyName))
            names += server.keyName;
    }
    return names;
}

ai::Endpoint aiEndpointOf(const AiServer& server)
{
    return {
        .name = server.name.toStdString(),
        .baseUrl = server.address.toStdString(),
        .model = server.model.toStdString(),
        .profile = ai::profileNamed(server.profile.toStdString()).value_or(ai::Profile::OpenAi),
        .capabilities = {.images = server.takesImages,
                         .schema = server.takesSchema,
                         .maxContext = server.maxContext},
        .price = {.inputPerMillion = server.inputMicros, .outputPerMillion = server.outputMicros},
        .keyName = server.keyName.toStdString()};
}

AiReading readAi(const AiSources& sources, const QMap<QString, AiKey>& keys)
{
    AiReading reading;
    const auto written = aiServersOf(sources.endpoints);
    if (!written)
        reading.overview.problems.push_back({AiFault::NotJson, {}, {}});
    if (environmentServer(sources, written.value_or(std::vector<AiServer>())))
        reading.overview.environmentServer = kEnvironmentName;
    const std::vector<AiServer> chain = chainOf(sources);
    for (std::size_t i = 0; i < chain.size(); ++i) {
        auto problem = faultOf(chain, i);
        if (!problem)
            problem = keyProblem(chain[i], keys);
        if (problem) {
            reading.overview.problems.push_back(*std::move(problem));
            continue;
        }
        reading.overview.servers.push_back(chain[i]);
        reading.config.endpoints.push_back(aiEndpointOf(chain[i]));
    }
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        reading.overview.keys.insert(it.key(), it->place);
        if (!it->value.isEmpty())
            reading.config.keys.emplace(it.key().toStdString(), it->value.toStdString());
    }
    readLimits(sources, reading);
    readMasking(sources, reading);
    return reading;
}

} // namespace desk
