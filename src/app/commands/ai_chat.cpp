// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/ai_chat.h"

#include "ai/client/client.h"
#include "ai/client/private_masking.h"
#include "ai/network/qt_transport.h"
#include "ai/wire/chat_protocol.h"
#include "ai/wire/profiles.h"
#include "app/commands/ai_report.h"
#include "app/commands/flow_input.h"
#include "base/random.h"
#include "base/threads/qt_home.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QUrl>

#include <array>

namespace app {

namespace {

constexpr auto kKeyName = "command line";
constexpr base::milliseconds kLookForCancel{50};

QString given(const CommandContext& context, const char* name)
{
    return context.given.options.value(QLatin1String(name));
}

/// From OPENAI_API_KEY, else the file that OPENAI_API_KEY_FILE names; empty where neither is set.
base::Result<std::string> keyFromEnvironment()
{
    const QByteArray key = qgetenv("OPENAI_API_KEY").trimmed();
    const QString path = QFile::decodeName(qgetenv("OPENAI_API_KEY_FILE"));
    if (!key.isEmpty() || path.isEmpty())
        return key.toStdString();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::Code::NoSecret, QStringLiteral("OPENAI_API_KEY_FILE"));
    return file.readAll().trimmed().toStdString();
}

/// By the file's first bytes, whatever its name says.
std::string mediaTypeOf(const QByteArray& bytes)
{
    struct Known {
        QByteArrayView magic;
        const char* type;
    };
    static constexpr std::array kKnown{Known{"\x89PNG", "image/png"},
                                       Known{"\xFF\xD8\xFF", "image/jpeg"},
                                       Known{"GIF8", "image/gif"}};
    for (const auto& known : kKnown) {
        if (bytes.startsWith(known.magic))
            return known.type;
    }
    return bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP" ? "image/webp" : std::string();
}

base::Result<ai::ChatRequest> requestOf(CommandContext& context)
{
    ai::ChatRequest request{.purpose = "command_line"};
    request.delivery =
        context.given.has(QStringLiteral("stream")) ? ai::Delivery::Streamed : ai::Delivery::Whole;
    if (const QString system = given(context, "system"); !system.isEmpty())
        request.messages.push_back({.role = ai::Role::System, .text = system.toStdString()});
    ai::Message message{.text = given(context, "message").toStdString()};
    if (const QString path = given(context, "image"); !path.isEmpty()) {
        const auto bytes = readWhole(context.io, path);
        if (!bytes)
            return base::fail(bytes.error());
        const std::string type = mediaTypeOf(*bytes);
        if (type.empty())
            return base::fail(base::Code::Invalid, path);
        message.images.push_back({*bytes, type});
        request.deadlines = ai::deadlinesWithImages();
    }
    request.messages.push_back(std::move(message));
    if (const QString path = given(context, "schema"); !path.isEmpty()) {
        const auto bytes = readWhole(context.io, path);
        if (!bytes)
            return base::fail(bytes.error());
        const auto json = QJsonDocument::fromJson(*bytes);
        if (!json.isObject())
            return base::fail(base::Code::Invalid, path);
        request.schema = ai::Schema{"answer", json.toJson(QJsonDocument::Compact).toStdString()};
    }
    if (const QString timeout = given(context, "timeout"); !timeout.isEmpty()) {
        bool isNumber = false;
        const double seconds = timeout.toDouble(&isNumber);
        if (!isNumber || seconds <= 0 || seconds > 3600)
            return base::fail(base::Code::Invalid, QStringLiteral("--timeout ") + timeout);
        request.deadlines.total = base::milliseconds(static_cast<qint64>(seconds * 1000));
    }
    return request;
}

/// What the server can do is for it to say: here somebody asks it on purpose.
base::Result<ai::Endpoint> endpointOf(CommandContext& context, const char* name,
                                      const QString& base, const QString& model)
{
    ai::Endpoint endpoint{
        .name = name,
        .baseUrl = base.toStdString(),
        .model = model.toStdString(),
        .profile = ai::profileOfAddress(base.toStdString()),
        .capabilities = {.images = true, .schema = true, .tools = true, .maxContext = 1'000'000}};
    if (const QString profile = given(context, "profile"); !profile.isEmpty()) {
        const auto named = ai::profileNamed(profile.toStdString());
        if (!named)
            return base::fail(base::Code::Invalid, QStringLiteral("--profile ") + profile);
        endpoint.profile = *named;
    }
    if (const auto url = ai::chatUrl(endpoint); !url)
        return base::fail(url.error());
    return endpoint;
}

bool isSameHost(const ai::Endpoint& a, const ai::Endpoint& b)
{
    const auto url = [](const ai::Endpoint& of) {
        return QUrl(QString::fromStdString(ai::chatUrl(of).value_or(std::string())));
    };
    return url(a).scheme() == url(b).scheme() && url(a).authority() == url(b).authority();
}

base::Result<std::vector<ai::Endpoint>> endpointsOf(CommandContext& context, bool hasKey)
{
    const QString model = given(context, "model");
    auto primary = endpointOf(context, "primary", given(context, "base-url"), model);
    if (!primary)
        return base::fail(primary.error());
    if (hasKey)
        primary->keyName = kKeyName;
    std::vector<ai::Endpoint> endpoints{*primary};
    if (const QString base = given(context, "fallback"); !base.isEmpty()) {
        const QString other = given(context, "fallback-model");
        auto fallback = endpointOf(context, "fallback", base, other.isEmpty() ? model : other);
        if (!fallback)
            return base::fail(fallback.error());
        // A key is for the server that it was made for.
        if (hasKey && isSameHost(*fallback, *primary))
            fallback->keyName = kKeyName;
        endpoints.push_back(*std::move(fallback));
    }
    return endpoints;
}

void printDelta(CommandContext& context, std::string_view text)
{
    if (!context.given.json()) {
        context.io.out(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
        return;
    }
    base::JsonWriter json;
    json.beginObject().member("delta", text).endObject();
    context.io.out(QByteArray::fromStdString(json.take()) + '\n');
}

void printReport(CommandContext& context, const ai::CallReport& report, bool hasDeltas)
{
    if (context.given.json()) {
        base::JsonWriter json;
        writeReport(json, report);
        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
        return;
    }
    if (hasDeltas)
        context.line({});
    else if (const auto text = textOf(report.outcome); !text.empty())
        context.line(QString::fromStdString(text));
    QString outcome = QString::fromLatin1(ai::outcomeName(report.outcome));
    if (const auto detail = detailOf(report.outcome); !detail.empty())
        outcome += QStringLiteral(" (%1)").arg(QString::fromStdString(detail));
    context.line(context.translate("relevoctl", "Outcome: %1").arg(outcome));
    for (const auto& attempt : report.attempts)
        context.complain(context.translate("relevoctl", "Attempt at %1: %2, status %3, %4 ms")
                             .arg(QString::fromStdString(attempt.endpoint),
                                  QString::fromStdString(attempt.reason))
                             .arg(attempt.status)
                             .arg(attempt.duration.count()));
}

/// The ai home for one call: this thread, with a loop.
class OneCall
{
public:
    OneCall(CommandContext& context, std::vector<ai::Endpoint> endpoints, std::string key)
        : m_context(context), m_home(m_clock), m_key(std::move(key)),
          m_client({.clock = m_clock,
                    .timers = m_home,
                    .random = m_random,
                    .transport = m_transport,
                    .protocol = m_protocol,
                    .masking = m_masking,
                    .keyOf = [this](const std::string&) { return std::optional(m_key); }},
                   {.endpoints = std::move(endpoints)})
    {
    }

    ai::CallReport run(ai::ChatRequest request)
    {
        const bool streams = request.delivery == ai::Delivery::Streamed && !request.schema;
        ai::CallListener listener{.ended = [this](const ai::CallReport& report) {
            m_report = report;
            m_loop.quit();
        }};
        listener.delta = [this, streams](std::string_view text) {
            if (streams) {
                m_hasDeltas = true;
                printDelta(m_context, text);
            }
        };
        m_call = m_client.start(std::move(request), std::move(listener));
        lookForCancel();
        m_loop.exec();
        return m_report;
    }
    [[nodiscard]] bool hasDeltas() const { return m_hasDeltas; }

private:
    void lookForCancel()
    {
        if (m_context.io.isCancelled())
            m_call.cancel();
        else
            m_home.after(kLookForCancel, [this] { lookForCancel(); });
    }

    CommandContext& m_context;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    base::QtHome m_home;
    ai::QtTransport m_transport;
    ai::ChatProtocol m_protocol;
    ai::PrivateMasking m_masking;
    const std::string m_key;
    ai::Client m_client;
    ai::CallHandle m_call;
    QEventLoop m_loop;
    ai::CallReport m_report;
    bool m_hasDeltas = false;
};

} // namespace

Exit aiChat(CommandContext& context)
{
    if (given(context, "base-url").isEmpty() || given(context, "message").isEmpty())
        return context.usage();
    const auto key = keyFromEnvironment();
    if (!key)
        return context.fail(key.error());
    auto endpoints = endpointsOf(context, !key->empty());
    if (!endpoints)
        return context.fail(endpoints.error());
    auto request = requestOf(context);
    if (!request)
        return context.fail(request.error());
    OneCall call(context, *std::move(endpoints), *key);
    const auto report = call.run(*std::move(request));
    printReport(context, report, call.hasDeltas());
    return std::holds_alternative<ai::Completed>(report.outcome) ? Exit::Done : Exit::No;
}

} // namespace app
