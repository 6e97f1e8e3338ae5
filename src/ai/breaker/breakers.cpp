// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/breaker/breakers.h"

#include <utility>

namespace ai {

namespace {

BreakerKey sharedKey(const BreakerKey& key)
{
    return {.endpoint = key.endpoint};
}

BreakerKey otherLane(const BreakerKey& key)
{
    return {key.endpoint, key.model, key.lane == Lane::Turn ? Lane::Other : Lane::Turn};
}

CallResult sharedResult(Verdict verdict, Reach reach)
{
    if (verdict == Verdict::ConnectFailed)
        return CallResult::Failure;
    const bool tells = verdict != Verdict::Ignored && reach == Reach::Server;
    return tells ? CallResult::Success : CallResult::Ignored;
}

CallResult ownResult(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Served: return CallResult::Success;
    case Verdict::ServedSlowly: return CallResult::SlowSuccess;
    case Verdict::Failed:
    case Verdict::FailedInLane: return CallResult::Failure;
    case Verdict::TooSlow: return CallResult::TooSlow;
    case Verdict::ConnectFailed:
    case Verdict::AnsweredOnly:
    case Verdict::Ignored: break;
    }
    return CallResult::Ignored;
}

} // namespace

BreakerTicket::BreakerTicket(BreakerTicket&& other) noexcept
    : m_breakers(std::exchange(other.m_breakers, nullptr)), m_key(std::move(other.m_key)),
      m_shared(other.m_shared), m_own(other.m_own), m_otherLane(other.m_otherLane)
{
}

BreakerTicket& BreakerTicket::operator=(BreakerTicket&& other) noexcept
{
    if (this != &other) {
        report(Verdict::Ignored);
        m_breakers = std::exchange(other.m_breakers, nullptr);
        m_key = std::move(other.m_key);
        m_shared = other.m_shared;
        m_own = other.m_own;
        m_otherLane = other.m_otherLane;
    }
    return *this;
}

BreakerTicket::~BreakerTicket()
{
    report(Verdict::Ignored);
}

void BreakerTicket::report(Verdict verdict, Reach reach, const std::string& error)
{
    if (Breakers* const breakers = std::exchange(m_breakers, nullptr))
        breakers->report(*this, verdict, reach, error);
}

Breaker& Breakers::at(const BreakerKey& key)
{
    auto& place = m_breakers[key];
    if (!place) {
        const auto slowCause = key.lane == Lane::Turn && !key.model.empty()
                                   ? TripCause::TooSlowForTurns
                                   : TripCause::TooSlow;
        place = std::make_unique<Breaker>(m_config, m_clock, m_random, slowCause);
        place->setListener([this, key](const BreakerEvent& event) {
            if (m_listener)
                m_listener(key, event);
        });
    }
    return *place;
}

tl::expected<BreakerTicket, BreakerRefusal> Breakers::admit(const BreakerKey& key,
                                                            base::milliseconds lease)
{
    BreakerTicket ticket;
    Breaker& shared = at(sharedKey(key));
    // Asked first, so that an open model costs the endpoint no probe.
    if (const auto refusal = at(key).wouldRefuse())
        return tl::unexpected(*refusal);
    const auto sharedPermit = shared.acquire(lease);
    if (!sharedPermit)
        return tl::unexpected(sharedPermit.error());
    const auto ownPermit = at(key).acquire(lease);
    if (!ownPermit) {
        shared.report(*sharedPermit, CallResult::Ignored);
        return tl::unexpected(ownPermit.error());
    }
    ticket.m_breakers = this;
    ticket.m_key = key;
    ticket.m_shared = *sharedPermit;
    ticket.m_own = *ownPermit;
    ticket.m_otherLane = at(otherLane(key)).observer();
    return ticket;
}

std::optional<BreakerRefusal> Breakers::wouldRefuse(const BreakerKey& key)
{
    if (auto refusal = at(sharedKey(key)).wouldRefuse())
        return refusal;
    return at(key).wouldRefuse();
}

void Breakers::report(const BreakerTicket& ticket, Verdict verdict, Reach reach,
                      const std::string& error)
{
    at(sharedKey(ticket.m_key)).report(ticket.m_shared, sharedResult(verdict, reach), error);
    at(ticket.m_key).report(ticket.m_own, ownResult(verdict), error);
    if (verdict == Verdict::Failed)
        at(otherLane(ticket.m_key)).report(ticket.m_otherLane, CallResult::Failure, error);
}

std::vector<std::pair<BreakerKey, BreakerStatus>> Breakers::status()
{
    std::vector<std::pair<BreakerKey, BreakerStatus>> rows;
    rows.reserve(m_breakers.size());
    for (const auto& [key, breaker] : m_breakers)
        rows.emplace_back(key, breaker->status());
    return rows;
}

std::vector<std::pair<BreakerKey, BreakerSnapshot>> Breakers::snapshot()
{
    std::vector<std::pair<BreakerKey, BreakerSnapshot>> rows;
    rows.reserve(m_breakers.size());
    for (const auto& [key, breaker] : m_breakers)
        rows.emplace_back(key, breaker->snapshot());
    return rows;
}

void Breakers::restore(const std::vector<std::pair<BreakerKey, BreakerSnapshot>>& saved)
{
    for (const auto& [key, snapshot] : saved)
        at(key).restore(snapshot);
}

} // namespace ai
