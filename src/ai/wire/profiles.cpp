// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/profiles.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace ai {

namespace {

// max_tokens is deprecated at OpenAI, and its newer models refuse it; others know nothing else.
constexpr std::array kProfiles{
    ProfileTraits{.profile = Profile::OpenAi,
                  .name = "openai",
                  .title = "OpenAI",
                  .root = "/v1",
                  .maxTokens = "max_completion_tokens",
                  .needsKey = true},
    ProfileTraits{.profile = Profile::Azure,
                  .name = "azure",
                  .title = "Azure OpenAI",
                  .root = "/openai",
                  .keyHeader = "api-key",
                  .maxTokens = "max_completion_tokens",
                  .needsKey = true},
    ProfileTraits{.profile = Profile::Ollama, .name = "ollama", .title = "Ollama", .root = "/v1"},
    ProfileTraits{
        .profile = Profile::LlamaCpp, .name = "llamacpp", .title = "llama.cpp", .root = "/v1"},
    ProfileTraits{.profile = Profile::Vllm, .name = "vllm", .title = "vLLM", .root = "/v1"},
    ProfileTraits{
        .profile = Profile::LmStudio, .name = "lmstudio", .title = "LM Studio", .root = "/v1"},
    ProfileTraits{.profile = Profile::OpenRouter,
                  .name = "openrouter",
                  .title = "OpenRouter",
                  .root = "/api/v1",
                  .needsKey = true},
    ProfileTraits{.profile = Profile::Groq,
                  .name = "groq",
                  .title = "Groq",
                  .root = "/openai/v1",
                  .maxTokens = "max_completion_tokens",
                  .needsKey = true},
};

// The newest version that is no preview:
// https://learn.microsoft.com/azure/ai-services/openai/api-version-deprecation
constexpr auto kAzureVersion = "2024-10-21";
constexpr auto kMethod = "/chat/completions";

struct KnownHost {
    const char* suffix;
    Profile profile;
};
constexpr std::array kHosts{
    KnownHost{"openai.azure.com", Profile::Azure},
    KnownHost{"cognitiveservices.azure.com", Profile::Azure},
    KnownHost{"openrouter.ai", Profile::OpenRouter},
    KnownHost{"groq.com", Profile::Groq},
};

struct KnownPort {
    int port;
    Profile profile;
};
// Each server's default port.
constexpr std::array kPorts{
    KnownPort{11434, Profile::Ollama},
    KnownPort{8080, Profile::LlamaCpp},
    KnownPort{8000, Profile::Vllm},
    KnownPort{1234, Profile::LmStudio},
};

bool isThisMachine(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

QUrl baseOf(std::string_view text)
{
    QString base = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
    if (!base.contains(QLatin1String("://"))) {
        const QUrl guess(QStringLiteral("http://") + base, QUrl::StrictMode);
        base.prepend(isThisMachine(guess.host()) ? QStringLiteral("http://")
                                                 : QStringLiteral("https://"));
    }
    return QUrl(base, QUrl::StrictMode);
}

bool hasVersion(const QString& path)
{
    static const QRegularExpression kVersion(QStringLiteral("/v[0-9]+[a-z0-9]*(/|$)"));
    return kVersion.match(path).hasMatch();
}

QString pathOf(const ProfileTraits& traits, QString path, const std::string& model)
{
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path.endsWith(QLatin1String(kMethod)))
        return path;
    if (path.isEmpty())
        path = QString::fromLatin1(traits.root.data(), static_cast<qsizetype>(traits.root.size()));
    if (traits.profile == Profile::Azure && !hasVersion(path)) {
        if (!path.contains(QLatin1String("/deployments/")))
            path += QStringLiteral("/deployments/") +
                    QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(model)));
    } else if (!hasVersion(path)) {
        path += QStringLiteral("/v1");
    }
    return path + QLatin1String(kMethod);
}

} // namespace

std::span<const ProfileTraits> profiles() noexcept
{
    return kProfiles;
}

const ProfileTraits& traitsOf(Profile profile) noexcept
{
    const auto it = std::ranges::find(kProfiles, profile, &ProfileTraits::profile);
    return it == kProfiles.end() ? kProfiles.front() : *it;
}

std::optional<Profile> profileNamed(std::string_view name) noexcept
{
    const auto it = std::ranges::find(kProfiles, name, &ProfileTraits::name);
    return it == kProfiles.end() ? std::nullopt : std::optional(it->profile);
}

Profile profileOfAddress(std::string_view baseUrl)
{
    const QUrl url = baseOf(baseUrl);
    const QString host = url.host();
    for (const auto& known : kHosts) {
        const QString suffix = QString::fromLatin1(known.suffix);
        if (host == suffix || host.endsWith(u'.' + suffix))
            return known.profile;
    }
    for (const auto& known : kPorts) {
        if (url.port() == known.port)
            return known.profile;
    }
    return Profile::OpenAi;
}

base::Result<std::string> chatUrl(const Endpoint& endpoint)
{
    QUrl url = baseOf(endpoint.baseUrl);
    const bool isWeb =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("no address of a server"));
    if (!url.userInfo().isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("a name or password in the address"));
    const ProfileTraits& traits = traitsOf(endpoint.profile);
    url.setFragment(QString());
    const QString path = pathOf(traits, url.path(QUrl::FullyEncoded), endpoint.model);
    url.setPath(path, QUrl::StrictMode);
    QUrlQuery query(url);
    const QString version = QStringLiteral("api-version");
    const bool wantsVersion = traits.profile == Profile::Azure && !hasVersion(path);
    if (wantsVersion && !query.hasQueryItem(version)) {
        query.addQueryItem(version, QString::fromLatin1(kAzureVersion));
        url.setQuery(query);
    }
    return url.toString(QUrl::FullyEncoded).toStdString();
}

} // namespace ai
