// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/operations.h"

#include "base/json.h"
#include "gateway/parts.h"
#include "metrics/machine.h"

namespace gateway {

namespace {

using base::JsonWriter;

void withStatus(const SharedCall& call, std::function<void(const desk::Status&)> work)
{
    call->parts.desk.status(*call->parts.caller,
                            [call, work = std::move(work)](base::Result<desk::Status> status) {
                                if (status)
                                    work(*status);
                                else
                                    call->refuse("offline");
                            });
}

void setGauges(Parts& parts, const desk::Status& status)
{
    auto& m = parts.metrics;
    const auto number = [](auto n) { return static_cast<double>(n); };
    m.set("relevo_conversations_active", number(status.activeConversations));
    m.set("relevo_customers_waiting", number(status.waitingCustomers));
    m.set("relevo_customers_connected", number(status.connectedCustomers));
    m.set("relevo_turns_committed_total", number(status.committedTurns));
    m.set("relevo_commit_groups_total", number(status.groups));
    m.set("relevo_desk_errors_total", number(status.errors));
    m.set("relevo_database_writable", status.isDatabaseWritable ? 1 : 0);
    m.set("relevo_log_dropped_total", number(parts.log.dropped()));
    const http::Stats stats = parts.server->stats();
    m.set("relevo_http_connections", number(stats.connections));
    m.set("relevo_http_streams", number(stats.streams));
    m.set("relevo_http_refused_total", number(stats.refused));
}

struct LogFilter {
    std::optional<base::Level> level;
    std::string module;
    std::string conversation;

    [[nodiscard]] bool passes(const base::LogLine& line) const
    {
        return (!level || line.level >= *level) && (module.empty() || line.module == module) &&
               (conversation.empty() ||
                line.json.find('"' + conversation + '"') != std::string::npos);
    }
};

/// Answers what is wrong with it where it cannot be read.
std::optional<LogFilter> filterOf(Call& call)
{
    const http::Request& request = call.request;
    const std::string level = request.queryValue("level");
    LogFilter filter{base::levelOfName(QString::fromStdString(level)), request.queryValue("module"),
                     request.queryValue("conversation")};
    if (!level.empty() && !filter.level) {
        call.refuse("bad_field", "level");
        return std::nullopt;
    }
    return filter;
}

} // namespace

void health(const SharedCall& call)
{
    withStatus(call, [call](const desk::Status& status) {
        JsonWriter json;
        const base::WallTime now = call->parts.clock.wall();
        json.beginObject().member("ok", status.isDatabaseWritable);
        json.member("status", status.isDatabaseWritable ? "ok" : "down")
            .member("version", RELEVO_VERSION);
        json.member("timestamp", base::toIso(now));
        json.member(
            "uptimeSeconds",
            static_cast<qint64>(
                std::chrono::duration_cast<std::chrono::seconds>(now - status.started).count()));
        json.key("services").beginObject();
        json.member("database", status.isDatabaseWritable ? "healthy" : "unavailable");
        json.member("ai", "not_configured")
            .member("redis", "not_configured")
            .member("gateway", "healthy")
            .endObject();
        json.key("stats").beginObject();
        json.member("activeConversations", status.activeConversations)
            .member("messages", status.messages);
        json.member("errors", status.errors).endObject();
        json.key("memory")
            .beginObject()
            .member("rss", static_cast<qint64>(metrics::residentBytes()))
            .endObject()
            .endObject();
        call->json(json.take(), status.isDatabaseWritable ? 200 : 503);
    });
}

void alive(const SharedCall& call)
{
    call->json(R"({"ok":true})");
}

void ready(const SharedCall& call)
{
    withStatus(call, [call](const desk::Status& status) {
        call->json(status.isDatabaseWritable ? R"({"ok":true})" : R"({"ok":false})",
                   status.isDatabaseWritable ? 200 : 503);
    });
}

void metricsText(const SharedCall& call)
{
    withStatus(call, [call](const desk::Status& status) {
        setGauges(call->parts, status);
        call->answer({.body = call->parts.metrics.exposition(),
                      .contentType = "text/plain; version=0.0.4; charset=utf-8"});
    });
}

void metricsJson(const SharedCall& call)
{
    withStatus(call, [call](const desk::Status& status) {
        setGauges(call->parts, status);
        call->json(call->parts.metrics.json());
    });
}

void logs(const SharedCall& call)
{
    constexpr std::size_t kMost = 2000;
    const auto filter = filterOf(*call);
    if (!filter)
        return;
    std::string lines;
    for (const auto& line : call->parts.logLines->since(0, kMost)) {
        if (filter->passes(line))
            lines += line.json + '\n';
    }
    call->answer({.body = std::move(lines), .contentType = "application/x-ndjson; charset=utf-8"});
}

void logStream(const SharedCall& call)
{
    // The ring has no listeners: the stream looks four times a second, on a timer of the http thread.
    struct Tail : std::enable_shared_from_this<Tail> {
        Parts& parts;
        LogFilter filter;
        std::unique_ptr<http::EventStream> events;
        qint64 last = 0;
        bool isOpen = true;

        Tail(Parts& p, LogFilter f, std::unique_ptr<http::EventStream> e)
            : parts(p), filter(std::move(f)), events(std::move(e))
        {
        }
        void look()
        {
            if (!isOpen)
                return;
            std::string frames;
            for (const auto& line : parts.logLines->since(last, 500)) {
                last = line.number;
                if (filter.passes(line))
                    frames += "id: " + std::to_string(line.number) +
                              "\nevent: log\ndata: " + line.json + "\n\n";
            }
            if (!frames.empty())
                events->send(std::move(frames));
            parts.server->after(std::chrono::milliseconds(250),
                                [self = shared_from_this()] { self->look(); });
        }
    };
    auto filter = filterOf(*call);
    if (!filter)
        return;
    auto tail = std::make_shared<Tail>(call->parts, *std::move(filter), call->openEvents());
    tail->events->onClosed([weak = std::weak_ptr(tail)] {
        if (const auto t = weak.lock())
            t->isOpen = false;
    });
    tail->look();
}

void flags(const SharedCall& call)
{
    call->json(call->parts.options.flags ? call->parts.options.flags() : std::string("{}"));
}

} // namespace gateway
