// SPDX-License-Identifier: GPL-3.0-or-later
// gateway: what a web site's widget, a probe or another program talks to. Routes, JSON, sessions'
// credentials, limits; everything else is the desk's. It lives on the http thread.
//
//   gateway.h        Gateway: listens, dispatches, stops
//   call.h           one request on its way through
//   customer_calls.h /api/greeting, chat, session/validate, reset, signal, transcript;  stream.h /api/events
//   article_page.h   /articles/{slug}: a page to read
//   operations.h     health, metrics, logs, flags
//   chat_body.h      bodies in;  answers.h JSON out;  texts.h what people read
//   access.h         origins, hosts, tokens
//
// GET /api/transcript/{id}: `id` is a conversation ("AB-1234"), or a session for clients of the earlier
// backend; with the session's own headers, or the log token as bearer. ?after=57 goes on from there.
//   {"ok":true, "conversationId":"AB-1234", "messages":[…], "next":57, "cut":false}
// A message is as in /api/events: {seq, time, kind, from, text?, buttons?, agentName?, lang?, stage?,
// handledBy?}; everything that people wrote or are called is masked, "[NAME-1]" being the same person
// on every page. `next` is null on the last page; `cut` says that a conversation is longer than a
// transcript gets (10,000 messages or 2 million characters). What is not there and what is somebody
// else's are the same 404.
#pragma once

#include "base/clock.h"
#include "base/log/log.h"
#include "base/result.h"
#include "desk/desk.h"
#include "limits/rate_limiter.h"
#include "metrics/registry.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace gateway {

struct Options {
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8787; ///< 0: a free one
    QStringList allowedOrigins;
    QStringList allowedHosts;
    QString publicUrl;
    QStringList trustedProxies;
    QString logToken; ///< empty: guarded calls answer 401 to everyone
    bool metricsOpen = false;
    bool allowQueryToken = false;
    limits::Rate greetingPerAddress{10, std::chrono::minutes(1)};
    limits::Rate chatPerAddress{60, std::chrono::minutes(1)};
    limits::Rate chatPerConversation{20, std::chrono::minutes(1)};
    limits::Rate articlePerAddress{60, std::chrono::minutes(1)};
    limits::Rate transcriptPerAddress{10,
                                      std::chrono::minutes(1)}; ///< but for the log token's owner
    int connections = 1000;                                     ///< 0: no bound
    int connectionsPerAddress = 50;                             ///< 0: no bound
    std::function<std::string()> flags; ///< the effective configuration as JSON, secrets hidden
};

/// In production mode nothing may be left to chance. Refused names what is missing.
[[nodiscard]] base::Result<void> checkProduction(const Options& options);

class Gateway
{
public:
    /// Starts listening. Busy: the port is taken; Refused: not permitted; Invalid: no such address.
    [[nodiscard]] static base::Result<std::unique_ptr<Gateway>>
    start(Options options, desk::Desk& desk, metrics::Registry& metrics, const base::Clock& clock,
          base::Log& log, std::shared_ptr<const base::LogRing::Lines> logLines);
    ~Gateway(); ///< finishes what is under way for at most 3 s

    [[nodiscard]] int port() const noexcept;
    /// Where a browser on this machine reaches it, with a slash at the end.
    [[nodiscard]] QString url() const;
    /// How long ago it last gave a sign of life; under two seconds while it is well. Any thread.
    [[nodiscard]] std::chrono::milliseconds sinceBeat() const noexcept;

    struct Impl;

private:
    explicit Gateway(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace gateway
