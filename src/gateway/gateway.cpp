// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gateway.h"

#include "gateway/answers.h"
#include "gateway/article_page.h"
#include "gateway/customer_calls.h"
#include "gateway/operations.h"
#include "gateway/parts.h"
#include "gateway/static_files.h"
#include "gateway/stream.h"

#include <QCryptographicHash>

#include <array>

namespace gateway {

namespace {

enum class Guard { None, AnyHost, LogToken, Metrics };

struct Route {
    std::string_view path;    ///< with a slash at its end: and what stands behind it
    std::string_view methods; ///< as in the Allow header
    const char* name;
    Guard guard;
    void (*run)(const SharedCall&);
};

constexpr std::array kRoutes{
    Route{"/api/health", "GET, HEAD", "health", Guard::None, health},
    Route{"/api/greeting", "GET, POST", "greeting", Guard::None, greet},
    Route{"/api/chat", "POST", "chat", Guard::None, chat},
    Route{"/api/session/validate", "POST", "session", Guard::None, validateSession},
    Route{"/api/reset", "POST", "reset", Guard::None, resetConversation},
    Route{"/api/signal", "POST", "signal", Guard::None, signal},
    Route{"/api/events", "GET", "events", Guard::None, openEvents},
    Route{kTranscriptPath, "GET", "transcript", Guard::None, transcript},
    Route{kArticlePath, "GET, HEAD", "article", Guard::None, articlePage},
    Route{"/widget.js", "GET, HEAD", "widget", Guard::None, widgetScript},
    Route{"/", "GET, HEAD", "page", Guard::None, demonstrationPage},
    Route{"/metrics", "GET", "metrics", Guard::Metrics, metricsText},
    Route{"/api/metrics", "GET", "metrics_json", Guard::Metrics, metricsJson},
    Route{"/api/logs", "GET", "logs", Guard::LogToken, logs},
    Route{"/api/logs/stream", "GET", "logs_stream", Guard::LogToken, logStream},
    Route{"/api/debug/flags", "GET", "flags", Guard::LogToken, flags},
    Route{"/healthz", "GET, HEAD", "healthz", Guard::AnyHost, alive},
    Route{"/readyz", "GET, HEAD", "readyz", Guard::AnyHost, ready},
};

const Route* routeOf(std::string_view path)
{
    const auto route = std::ranges::find_if(kRoutes, [path](const Route& r) {
        const bool hasMore = r.path.size() > 1 && r.path.ends_with('/');
        return r.path == path || (hasMore && path.starts_with(r.path));
    });
    return route == kRoutes.end() ? nullptr : &*route;
}

bool hasMethod(std::string_view methods, std::string_view method)
{
    for (auto at = methods.find(method); at != std::string_view::npos;
         at = methods.find(method, at + 1)) {
        const auto end = at + method.size();
        if ((at == 0 || methods[at - 1] == ' ') && (end == methods.size() || methods[end] == ','))
            return true;
    }
    return false;
}

bool mayPass(const Call& call, Guard guard)
{
    const Access& access = call.parts.access;
    switch (guard) {
    case Guard::LogToken: return access.hasLogToken(call.request);
    case Guard::Metrics: return call.parts.options.metricsOpen || access.hasLogToken(call.request);
    case Guard::None:
    case Guard::AnyHost: break;
    }
    return true;
}

void preflight(const SharedCall& call)
{
    http::Response response{.status = 204};
    response.headers = {
        {"Access-Control-Allow-Methods", "GET, POST, OPTIONS"},
        {"Access-Control-Allow-Headers", "content-type, x-session-id, x-csrf-token, last-event-id"},
        {"Access-Control-Max-Age", "600"}};
    call->answer(std::move(response));
}

void dispatch(const SharedCall& call)
{
    const http::Request& request = call->request;
    const Route* route = routeOf(request.path);
    const bool anyHost = route && (route->guard == Guard::AnyHost || route->path == "/metrics");
    if (!anyHost && !call->parts.access.isHostOurs(request.header("host"))) {
        call->refuse("wrong_host");
        return;
    }
    if (request.method == "OPTIONS") {
        preflight(call);
        return;
    }
    if (!route) {
        call->refuse("not_found");
        return;
    }
    call->route = route->name;
    if (!hasMethod(route->methods, request.method)) {
        auto response = refusalResponse(refusalFor("method", call->language), request.id);
        response.headers.push_back({"Allow", std::string(route->methods) + ", OPTIONS"});
        call->answer(std::move(response));
        return;
    }
    if (!mayPass(*call, route->guard)) {
        call->refuseUnauthorized();
        return;
    }
    route->run(call);
}

http::Server::Options serverOptions(const Options& options)
{
    http::Server::Options server;
    server.limits.connections = static_cast<std::size_t>(options.connections);
    server.limits.connectionsPerAddress = static_cast<std::size_t>(options.connectionsPerAddress);
    server.farewell = farewellFrame();
    for (const QString& proxy : options.trustedProxies)
        server.trustedProxies.push_back(proxy.trimmed().toStdString());
    return server;
}

} // namespace

base::Result<void> checkProduction(const Options& options)
{
    constexpr qsizetype kShortestToken = 32;
    if (options.logToken.size() < kShortestToken)
        return base::fail(base::Code::Refused,
                          QStringLiteral("production needs LOG_TOKEN with at least 32 characters"));
    if (options.allowedOrigins.isEmpty())
        return base::fail(base::Code::Refused, QStringLiteral("production needs ALLOWED_ORIGINS"));
    return {};
}

struct Gateway::Impl {
    Impl(const Options& options, desk::Desk& desk, metrics::Registry& metrics,
         const base::Clock& clock, base::Log& log,
         std::shared_ptr<const base::LogRing::Lines> lines)
        : parts{options,
                desk,
                metrics,
                clock,
                log,
                std::move(lines),
                Access(options),
                limits::RateLimiter(options.greetingPerAddress, clock),
                limits::RateLimiter(options.chatPerAddress, clock),
                limits::RateLimiter(options.chatPerConversation, clock),
                limits::RateLimiter(options.articlePerAddress, clock),
                limits::RateLimiter(options.transcriptPerAddress, clock),
                std::nullopt,
                nullptr,
                clock.wall(),
                {}},
          server(
              serverOptions(options), clock, log,
              [this](http::Request request, http::Responder responder) {
                  dispatch(std::make_shared<Call>(std::move(request), std::move(responder), parts));
              },
              [this](int status, const http::Request* partial) { return refused(status, partial); })
    {
        parts.server = &server;
        parts.caller.emplace(server.home());
    }

    // What the server refuses looks as what the routes refuse, for a foreign page too.
    [[nodiscard]] http::Response refused(int status, const http::Request* partial) const
    {
        const http::Request nobody;
        const http::Request& request = partial ? *partial : nobody;
        const Language language = languageOf(request.header("accept-language"));
        auto response = refusalResponse(refusalForStatus(status, language), request.id);
        for (auto& header : parts.access.corsHeaders(request))
            response.headers.push_back(std::move(header));
        secure(response);
        return response;
    }

    Parts parts;
    http::Server server;
    int port = 0;
};

Gateway::Gateway(std::unique_ptr<Impl> impl) : m_impl(std::move(impl))
{
}

Gateway::~Gateway()
{
    m_impl->server.stop(std::chrono::seconds(3));
}

base::Result<std::unique_ptr<Gateway>>
Gateway::start(Options options, desk::Desk& desk, metrics::Registry& metrics,
               const base::Clock& clock, base::Log& log,
               std::shared_ptr<const base::LogRing::Lines> logLines)
{
    auto impl =
        std::make_unique<Impl>(std::move(options), desk, metrics, clock, log, std::move(logLines));
    const auto port =
        impl->server.listen(impl->parts.options.host.toStdString(), impl->parts.options.port);
    if (!port)
        return base::fail(port.error());
    impl->port = *port;
    log.info("gateway", "listening", {{"port", *port}});
    return std::unique_ptr<Gateway>(new Gateway(std::move(impl)));
}

int Gateway::port() const noexcept
{
    return m_impl->port;
}

std::chrono::milliseconds Gateway::sinceBeat() const noexcept
{
    return m_impl->server.sinceBeat();
}

QString Gateway::url() const
{
    QString host = m_impl->parts.options.host;
    if (host == QLatin1String("0.0.0.0") || host == QLatin1String("::"))
        host = QStringLiteral("127.0.0.1");
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return QStringLiteral("http://%1:%2/").arg(host).arg(m_impl->port);
}

} // namespace gateway
