// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/client/client.h"
#include "ai/network/qt_transport.h"
#include "ai/wire/chat_protocol.h"
#include "base/random.h"
#include "base/threads/qt_home.h"

#include <QTest>

#include <memory>
#include <string>
#include <vector>

namespace wiretest {

/// One call and what it told.
struct Told {
    ai::CallHandle handle;
    std::string text;
    std::vector<ai::CallReport> reports; ///< one, at its end

    [[nodiscard]] bool isOver() const { return !reports.empty(); }
    [[nodiscard]] const ai::CallReport& report() const { return reports.front(); }
    [[nodiscard]] std::string outcome() const
    {
        return isOver() ? ai::outcomeName(report().outcome) : "none";
    }
};

/// The whole client on the test's own thread, with real time and a real network.
struct WiredClient {
    explicit WiredClient(ai::ClientConfig config, quint64 seed = 1)
        : random(seed), home(clock),
          client(
              {.clock = clock,
               .timers = home,
               .random = random,
               .transport = transport,
               .protocol = protocol,
               .masking = masking,
               .keyOf = [](const std::string&) { return std::optional<std::string>("sk-geheim"); }},
              std::move(config))
    {
    }

    std::unique_ptr<Told> start(ai::ChatRequest request)
    {
        auto told = std::make_unique<Told>();
        told->handle = client.start(
            std::move(request),
            {.delta = [&text = told->text](std::string_view piece) { text += piece; },
             .ended = [&reports = told->reports](
                          const ai::CallReport& report) { reports.push_back(report); }});
        return told;
    }

    std::unique_ptr<Told> run(ai::ChatRequest request)
    {
        auto told = start(std::move(request));
        std::ignore = QTest::qWaitFor([&told] { return told->isOver(); }, 30'000);
        return told;
    }

    base::SystemClock clock;
    base::SeededRandom random;
    base::QtHome home;
    ai::QtTransport transport;
    ai::ChatProtocol protocol;
    ai::NoMasking masking;
    ai::Client client;
};

inline ai::Endpoint endpointAt(const std::string& url, const std::string& name = "server")
{
    return {.name = name,
            .baseUrl = url,
            .model = "m",
            .capabilities = {.images = true, .schema = true, .maxContext = 100'000'000}};
}

/// One attempt a call, unless said otherwise.
inline ai::ClientConfig configFor(const std::vector<ai::Endpoint>& endpoints)
{
    return {.endpoints = endpoints, .maxAttempts = 1};
}

/// A question with limits that are short enough to wait for.
inline ai::ChatRequest question(const std::string& text = "hola ñandú")
{
    using base::milliseconds;
    return {.purpose = "test",
            .messages = {{.text = text}},
            .deadlines = {.connect = milliseconds(300),
                          .firstContent = milliseconds(400),
                          .contentIdle = milliseconds(300),
                          .bytesIdle = milliseconds(5'000),
                          .total = milliseconds(20'000)}};
}

} // namespace wiretest
