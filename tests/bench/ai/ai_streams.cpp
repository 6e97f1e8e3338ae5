// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ai/ai_streams.h"

#include "ai/client/client.h"
#include "ai/network/qt_transport.h"
#include "ai/wire/chat_protocol.h"
#include "base/random.h"
#include "base/threads/qt_home.h"
#include "bench/report.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <chrono>
#include <ctime>
#include <optional>

namespace bench {

namespace {

using Instant = std::chrono::steady_clock::time_point;

double cpuOf(clockid_t clock)
{
    timespec time{};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

double msSince(Instant then)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - then)
        .count();
}

/// Takes the time of `run`, which fills in the rest.
template <class F>
Streamed measured(F run)
{
    Streamed is;
    const double cpu = cpuOf(CLOCK_PROCESS_CPUTIME_ID), own = cpuOf(CLOCK_THREAD_CPUTIME_ID);
    run(is);
    is.cpuMicros = cpuOf(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    is.ownMicros = cpuOf(CLOCK_THREAD_CPUTIME_ID) - own;
    return is;
}

ai::ChatRequest question()
{
    return {.purpose = "bench", .messages = {{.text = "hola"}}};
}

/// The client with everything that it stands on.
struct Ai {
    explicit Ai(const std::string& url, int atOnce)
        : home(clock), client({.clock = clock,
                               .timers = home,
                               .random = random,
                               .transport = transport,
                               .protocol = protocol,
                               .masking = masking,
                               .keyOf = [](const std::string&) { return std::nullopt; }},
                              {.endpoints = {{.name = "bench",
                                              .baseUrl = url,
                                              .model = "m",
                                              .capabilities = {.maxContext = 1'000'000}}},
                               .bulkhead = {.inFlight = atOnce}})
    {
    }
    base::SystemClock clock;
    base::SystemRandom random;
    base::QtHome home;
    ai::QtTransport transport;
    ai::ChatProtocol protocol;
    ai::NoMasking masking;
    ai::Client client;
};

} // namespace

Streamed readWithClient(const Streams& streams)
{
    Ai ai(streams.url, streams.count);
    QEventLoop loop;
    return measured([&](Streamed& is) {
        std::vector<ai::CallHandle> calls;
        std::vector<double> firsts;
        int left = streams.count;
        for (int i = 0; i < streams.count; ++i) {
            ai::CallListener listener{.ended = [&](const ai::CallReport& report) {
                is.failures += std::holds_alternative<ai::Completed>(report.outcome) ? 0 : 1;
                if (--left == 0)
                    loop.quit();
            }};
            listener.delta = [&, begun = std::chrono::steady_clock::now(),
                              isFirst = true](std::string_view) mutable {
                ++is.tokens;
                if (std::exchange(isFirst, false))
                    firsts.push_back(msSince(begun));
            };
            calls.push_back(ai.client.start(question(), std::move(listener)));
        }
        loop.exec();
        is.firstMs = firsts.empty() ? 0 : median(firsts);
    });
}

Streamed readBare(const Streams& streams)
{
    constexpr int kAHost = 6; // connections that a manager opens to one host
    std::vector<std::unique_ptr<QNetworkAccessManager>> managers;
    for (int i = 0; i < streams.count; i += kAHost)
        managers.push_back(std::make_unique<QNetworkAccessManager>());
    const ai::Endpoint endpoint{.baseUrl = streams.url, .model = "m"};
    const auto wire = ai::ChatProtocol().request(endpoint, question(), {});
    QNetworkRequest request(QUrl(QString::fromStdString(wire.url)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    const QByteArray body = QByteArray::fromStdString(*wire.body);
    QEventLoop loop;
    return measured([&](Streamed& is) {
        std::vector<double> firsts;
        int left = streams.count;
        for (int i = 0; i < streams.count; ++i) {
            const auto begun = std::chrono::steady_clock::now();
            auto* reply = managers[static_cast<std::size_t>(i / kAHost)]->post(request, body);
            QObject::connect(reply, &QNetworkReply::readyRead, reply,
                             [&, reply, begun, isFirst = true]() mutable {
                                 std::ignore = reply->readAll();
                                 if (std::exchange(isFirst, false))
                                     firsts.push_back(msSince(begun));
                             });
            QObject::connect(reply, &QNetworkReply::finished, reply, [&, reply] {
                is.failures += reply->error() == QNetworkReply::NoError ? 0 : 1;
                if (--left == 0)
                    loop.quit();
            });
        }
        loop.exec();
        is.tokens = streams.count * streams.tokens;
        is.firstMs = firsts.empty() ? 0 : median(firsts);
    });
}

double fallbackMs()
{
    constexpr int kCalls = 100;
    Ai ai("http://127.0.0.1:1", 4);
    ai.client.breakers().at({.endpoint = "bench"}).forceOpen();
    std::vector<double> times;
    for (int i = 0; i < kCalls; ++i) {
        QEventLoop loop;
        const auto begun = std::chrono::steady_clock::now();
        const auto call = ai.client.start(question(), {.ended = [&](const ai::CallReport& report) {
                                              if (report.isAnsweredWithoutAi())
                                                  times.push_back(msSince(begun));
                                              loop.quit();
                                          }});
        loop.exec();
    }
    return times.size() == kCalls ? median(times) : -1;
}

} // namespace bench
