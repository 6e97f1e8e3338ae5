// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/client.h"

#include "ai/client/call.h"

#include <utility>

namespace ai {

using namespace std::chrono_literals;

CallHandle::CallHandle(CallHandle&& other) noexcept
    : m_client(std::exchange(other.m_client, nullptr)), m_number(other.m_number)
{
}

CallHandle& CallHandle::operator=(CallHandle&& other) noexcept
{
    if (this != &other) {
        if (m_client)
            m_client->abandon(m_number);
        m_client = std::exchange(other.m_client, nullptr);
        m_number = other.m_number;
    }
    return *this;
}

CallHandle::~CallHandle()
{
    if (m_client)
        m_client->abandon(m_number);
}

void CallHandle::cancel()
{
    if (m_client)
        m_client->cancel(m_number);
}

void CallHandle::setPaused(bool paused)
{
    if (m_client)
        m_client->setPaused(m_number, paused);
}

Client::Client(ClientParts parts, ClientConfig config)
    : m_parts(std::move(parts)), m_config(std::move(config)),
      m_breakers(m_config.breaker, m_parts.clock, m_parts.random),
      m_endpoints(m_parts.clock, m_parts.random, m_config.bulkhead, m_config.budget,
                  m_config.limits),
      m_accounts(m_parts.clock, m_config.dailyCapMicros)
{
    m_breakers.setListener([this](const BreakerKey& key, const BreakerEvent& event) {
        if (event.to == BreakerState::Open || event.to == BreakerState::ForcedOpen)
            sweepLater();
        if (m_parts.observer)
            m_parts.observer->breakerChanged(key, event);
    });
}

Client::~Client()
{
    m_isShuttingDown = true;
    m_parts.timers.cancel(m_sweepTimer);
    m_parts.timers.cancel(m_burialTimer);
    for (auto& [number, drain] : m_drains)
        m_parts.timers.cancel(drain.timer);
    // A call that goes gives its place to another, which must still be there: one at a time.
    while (!m_calls.empty())
        m_calls.erase(m_calls.begin());
    m_drains.clear();
    m_dead.clear();
}

CallHandle Client::start(ChatRequest request, CallListener listener)
{
    const std::uint64_t number = ++m_last;
    const bool isDuplicate =
        !request.idempotencyKey.empty() && m_keys.contains(request.idempotencyKey);
    auto call = std::make_unique<Call>(*this, number, std::move(request), std::move(listener));
    if (m_isShuttingDown) {
        call->refuseSoon(Unavailable{Cause::ShuttingDown, {}});
    } else if (isDuplicate) {
        call->refuseSoon(Refused{std::string(kDuplicate)});
    } else {
        m_keys.insert(call->idempotencyKey());
        call->beginSoon();
    }
    m_calls.emplace(number, std::move(call));
    return {this, number};
}

void Client::cancel(std::uint64_t number)
{
    if (const auto it = m_calls.find(number); it != m_calls.end())
        it->second->cancel();
}

void Client::abandon(std::uint64_t number)
{
    if (const auto it = m_calls.find(number); it != m_calls.end())
        it->second->abandon();
}

void Client::setPaused(std::uint64_t number, bool paused)
{
    if (const auto it = m_calls.find(number); it != m_calls.end())
        it->second->setPaused(paused);
}

void Client::shutDown()
{
    m_isShuttingDown = true;
    std::vector<std::uint64_t> numbers; // those that a listener starts meanwhile are refused anyway
    for (const auto& [number, call] : m_calls)
        numbers.push_back(number);
    for (const std::uint64_t number : numbers)
        cancel(number);
    while (!m_drains.empty()) {
        m_parts.timers.cancel(m_drains.begin()->second.timer);
        m_drains.erase(m_drains.begin());
    }
}

void Client::reset(const std::string& endpoint)
{
    m_endpoints.server(endpoint).gate.reset();
    for (const Endpoint& each : m_config.endpoints) {
        if (each.name != endpoint)
            continue;
        m_endpoints.model(each.name, each.model).limiter.reset();
        m_breakers.at({.endpoint = each.name}).reset();
        for (const Lane lane : {Lane::Turn, Lane::Other})
            m_breakers.at({each.name, each.model, lane}).reset();
    }
}

void Client::forget(std::uint64_t number)
{
    const auto it = m_calls.find(number);
    if (it == m_calls.end())
        return;
    m_keys.erase(it->second->idempotencyKey());
    bury(std::move(it->second));
    m_calls.erase(it);
}

void Client::bury(std::shared_ptr<void> dead)
{
    m_dead.push_back(std::move(dead));
    if (m_burialTimer.isValid())
        return;
    m_burialTimer = m_parts.timers.after(0ms, [this] {
        m_burialTimer = {};
        m_dead.clear();
    });
}

void Client::drain(std::unique_ptr<AttemptRun> attempt, BulkheadPlace place)
{
    const std::uint64_t number = ++m_last;
    const auto end = [this, number] {
        const auto it = m_drains.find(number);
        if (it == m_drains.end())
            return;
        m_parts.timers.cancel(it->second.timer);
        // Its place goes to the next at once; the rest of it may be on the stack.
        Drain done = std::move(it->second);
        m_drains.erase(it);
        bury(std::move(done.attempt));
    };
    attempt->setDrained(end);
    const auto timer = m_parts.timers.after(m_config.draining, end);
    m_drains.emplace(number, Drain{std::move(attempt), std::move(place), timer});
}

void Client::sweepLater()
{
    if (m_sweepTimer.isValid() || m_isShuttingDown)
        return;
    m_sweepTimer = m_parts.timers.after(0ms, [this] {
        m_sweepTimer = {};
        std::vector<std::uint64_t> numbers;
        numbers.reserve(m_calls.size());
        for (const auto& [number, call] : m_calls)
            numbers.push_back(number);
        for (const std::uint64_t number : numbers)
            if (const auto it = m_calls.find(number); it != m_calls.end())
                it->second->lookAgain();
    });
}

} // namespace ai
