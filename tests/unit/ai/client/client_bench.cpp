// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_bench.h"

#include "base/json.h"

#include <algorithm>

namespace ai_test {

using namespace std::chrono_literals;

namespace {

class FakeExchange final : public ai::Exchange
{
public:
    FakeExchange(std::function<void()> closed, std::function<void(bool)> paused)
        : m_closed(std::move(closed)), m_paused(std::move(paused))
    {
    }
    ~FakeExchange() override { m_closed(); }
    void setPaused(bool paused) override { m_paused(paused); }

private:
    std::function<void()> m_closed;
    std::function<void(bool)> m_paused;
};

std::string chunk(std::string_view text)
{
    base::JsonWriter json;
    json.beginObject().key("choices").beginArray().beginObject().member("index", 0);
    json.key("delta").beginObject().member("content", text).endObject().endObject().endArray();
    json.endObject();
    return "data: " + json.text() + "\n\n";
}

} // namespace

Sent& Sent::connect()
{
    if (m_listener)
        m_listener->connected();
    return *this;
}

Sent& Sent::accept()
{
    connect();
    if (m_listener)
        m_listener->bodySent();
    return *this;
}

Sent& Sent::head(int status, ai::Headers headers)
{
    if (m_listener)
        m_listener->head({status, std::move(headers)});
    return *this;
}

Sent& Sent::bytes(std::string_view bytes)
{
    if (m_listener)
        m_listener->bytes(bytes);
    return *this;
}

Sent& Sent::delta(std::string_view text)
{
    return bytes(chunk(text));
}

Sent& Sent::done(const std::string& finish)
{
    return bytes("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + finish +
                 "\"}]}\n\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":10,"
                 "\"completion_tokens\":5}}\n\ndata: [DONE]\n\n");
}

void Sent::end(ai::WireEnd end)
{
    if (auto* const listener = std::exchange(m_listener, nullptr))
        listener->ended(end, "");
}

void Sent::answer(std::string_view text, const std::string& finish)
{
    accept().head(200).delta(text).done(finish).end();
}

void Sent::refuse(int status, std::string_view json, ai::Headers headers)
{
    headers.push_back({"Content-Type", "application/json"});
    accept().head(status, std::move(headers)).bytes(json).end();
}

std::unique_ptr<ai::Exchange> FakeWire::start(ai::WireRequest request,
                                              ai::ExchangeListener& listener)
{
    auto now = std::make_shared<Sent>(std::move(request), listener);
    sent.push_back(now);
    m_mostOpen = std::max(m_mostOpen, open());
    Script script = always;
    if (!next.empty()) {
        script = std::move(next.front());
        next.pop_front();
    }
    if (script)
        m_timers.after(0ms, [now, script = std::move(script)] { script(*now); });
    return std::make_unique<FakeExchange>(
        [now] {
            now->m_isAborted = now->m_listener != nullptr;
            now->m_listener = nullptr;
        },
        [now](bool paused) { now->m_isPaused = paused; });
}

int FakeWire::open() const
{
    return static_cast<int>(
        std::ranges::count_if(sent, [](const auto& each) { return !each->isClosed(); }));
}

std::vector<std::string> Heard::hops() const
{
    std::vector<std::string> names;
    for (const auto& hop : report().hops)
        names.push_back(hop.endpoint + ":" + hop.reason);
    return names;
}

std::vector<std::string> Heard::reasons() const
{
    std::vector<std::string> reasons;
    for (const auto& attempt : report().attempts)
        reasons.push_back(attempt.reason);
    return reasons;
}

Bench::Bench(ai::ClientConfig config, quint64 seed)
    : random(seed), wire(home.timers()),
      client({home.clock(), home.timers(), random, wire, protocol, noMasking,
              [this](const std::string&) { return key; }, this},
             [&config] {
                 if (config.endpoints.empty())
                     config.endpoints = {endpoint("main")};
                 return config;
             }())
{
}

ai::CallHandle Bench::start(Heard& heard, ai::ChatRequest request)
{
    return client.start(std::move(request),
                        {.delta = [&heard](std::string_view text) { heard.text += text; },
                         .ended = [&heard](const ai::CallReport& r) { heard.ends.push_back(r); }});
}

Heard& Bench::call(ai::ChatRequest request)
{
    Heard& heard = heards.emplace_back();
    handles.push_back(start(heard, std::move(request)));
    return heard;
}

void Bench::breakerChanged(const ai::BreakerKey& key_, const ai::BreakerEvent& event)
{
    changes.push_back(key_.endpoint + "/" + key_.model + "/" + ai::laneName(key_.lane) + ">" +
                      ai::breakerStateName(event.to));
}

ai::ChatRequest Bench::question()
{
    return {.purpose = "test", .messages = {{.text = "¿Qué hago?"}}};
}

ai::ChatRequest Bench::turn()
{
    auto request = question();
    request.lane = ai::Lane::Turn;
    request.deadlines = ai::deadlinesOfTurn();
    return request;
}

ai::Endpoint Bench::endpoint(std::string name, std::string model)
{
    return {.name = name,
            .baseUrl = "https://" + name + ".example",
            .model = std::move(model),
            .capabilities = {.images = true, .schema = true, .tools = true, .maxContext = 8'192},
            .price = {.inputPerMillion = 1'000'000, .outputPerMillion = 2'000'000},
            .keyName = "key"};
}

FakeWire::Script answers(std::string text)
{
    return [text = std::move(text)](Sent& sent) { sent.answer(text); };
}

FakeWire::Script refuses(int status, std::string json, ai::Headers headers)
{
    return [=](Sent& sent) { sent.refuse(status, json, headers); };
}

FakeWire::Script ends(ai::WireEnd end)
{
    return [end](Sent& sent) { sent.end(end); };
}

} // namespace ai_test
