// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_keys.h"

#include "desk/smart/smart_mode.h"
#include "limits/rate_limiter.h"
#include "release/ledger/ledger.h"

#include <QHostAddress>
#include <QUrl>

#include <vector>

namespace app {

namespace {

bool isPort(const QString& text)
{
    bool ok = false;
    const int port = text.toInt(&ok);
    return ok && port >= 0 && port <= 65'535;
}

bool isCount(const QString& text)
{
    bool ok = false;
    return text == QLatin1String("off") || (text.toInt(&ok) > 0 && ok);
}

bool isRate(const QString& text)
{
    return limits::parseRate(text.toStdString()).has_value();
}

bool isHost(const QString& text)
{
    return text == QLatin1String("localhost") || !QHostAddress(text).isNull();
}

bool isUrl(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    return text.isEmpty() ||
           (url.isValid() && !url.host().isEmpty() &&
            (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")));
}

bool isLevel(const QString& text)
{
    static const QStringList kLevels{QStringLiteral("debug"), QStringLiteral("info"),
                                     QStringLiteral("warning"), QStringLiteral("error")};
    return kLevels.contains(text);
}

bool isLedgerKey(const QString& text)
{
    return text.isEmpty() || text.toUtf8().size() >= release::kLedgerKeyBytes;
}

bool isShare(const QString& text)
{
    return desk::parseSmartShare(text).has_value();
}

std::vector<base::ConfigKey> aiKeys()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {
        {s("smart.mode"),
         s("on"),
         {s("RELEVO_SMART_MODE"), s("SMART_MODE")},
         false,
         false,
         isShare},
        {s("smart.enabled"),
         s("on"),
         {s("RELEVO_SMART_MODE_ENABLED"), s("SMART_MODE_ENABLED")},
         false,
         false,
         isShare},
        {s("smart.file"), {}, {s("RELEVO_SMART_MODE_FILE"), s("SMART_MODE_FILE")}},
        {s("ledger.key"), {}, {s("RELEVO_LEDGER_KEY")}, true, true, isLedgerKey},
        {s("ai.endpoints"), {}, {s("RELEVO_AI_ENDPOINTS")}},
        {s("ai.baseUrl"), {}, {s("RELEVO_AI_BASE_URL"), s("OPENAI_BASE_URL")}},
        {s("ai.model"), {}, {s("RELEVO_AI_MODEL"), s("OPENAI_MODEL")}},
        {s("ai.key"), {}, {s("OPENAI_API_KEY")}, true, true},
        {s("ai.dailyCapMicros"), {}, {s("RELEVO_AI_DAILY_CAP_MICROS")}},
        {s("ai.firstContentMs"), s("1800"), {s("RELEVO_AI_FIRST_CONTENT_MS")}},
        {s("ai.totalMs"), s("8000"), {s("RELEVO_AI_TOTAL_MS")}},
        {s("ai.masking"), s("all"), {s("RELEVO_AI_MASKING")}},
    };
}

} // namespace

base::Config makeConfig()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    std::vector<base::ConfigKey> keys{
        {s("gateway.host"), s("127.0.0.1"), {s("RELEVO_HOST")}, false, false, isHost},
        {s("gateway.port"), s("8787"), {s("RELEVO_PORT"), s("PORT")}, false, false, isPort},
        {s("gateway.allowedOrigins"), {}, {s("RELEVO_ALLOWED_ORIGINS"), s("ALLOWED_ORIGINS")}},
        {s("gateway.allowedHosts"), {}, {s("RELEVO_ALLOWED_HOSTS")}},
        {s("gateway.publicUrl"),
         {},
         {s("RELEVO_PUBLIC_BASE_URL"), s("PUBLIC_BASE_URL")},
         false,
         false,
         isUrl},
        {s("gateway.trustedProxies"), {}, {s("RELEVO_TRUSTED_PROXIES"), s("TRUSTED_PROXIES")}},
        {s("gateway.metricsOpen"), s("off"), {s("RELEVO_METRICS_OPEN")}},
        {s("gateway.allowQueryToken"), s("off"), {s("RELEVO_ALLOW_QUERY_TOKEN")}},
        {s("limit.greetingIp"), s("10/min"), {s("RELEVO_LIMIT_GREETING_IP")}, false, false, isRate},
        {s("limit.chatIp"), s("60/min"), {s("RELEVO_LIMIT_CHAT_IP")}, false, false, isRate},
        {s("limit.chatConversation"),
         s("20/min"),
         {s("RELEVO_LIMIT_CHAT_CONVERSATION")},
         false,
         false,
         isRate},
        {s("limit.transcriptIp"),
         s("10/min"),
         {s("RELEVO_LIMIT_TRANSCRIPT_IP")},
         false,
         false,
         isRate},
        {s("limit.articleIp"), s("60/min"), {s("RELEVO_LIMIT_ARTICLE_IP")}, false, false, isRate},
        {s("limit.connections"), s("1000"), {s("RELEVO_LIMIT_CONNECTIONS")}, false, false, isCount},
        {s("limit.connectionsIp"),
         s("50"),
         {s("RELEVO_LIMIT_CONNECTIONS_IP")},
         false,
         false,
         isCount},
        {s("log.token"), {}, {s("RELEVO_LOG_TOKEN"), s("LOG_TOKEN")}, true, true},
        {s("log.level"), s("info"), {s("RELEVO_LOG_LEVEL")}, false, false, isLevel},
        {s("environment"), s("desktop"), {s("RELEVO_ENV")}},
        {s("shop.whatsapp"), {}, {s("RELEVO_WHATSAPP_NUMBER"), s("WHATSAPP_NUMBER")}},
        {s("conversation.idleHours"), s("24"), {s("RELEVO_IDLE_HOURS")}, false, false, isCount},
    };
    const auto ofAi = aiKeys();
    keys.insert(keys.end(), ofAi.begin(), ofAi.end());
    return base::Config(keys);
}

} // namespace app
