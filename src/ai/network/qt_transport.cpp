// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/network/qt_transport.h"

#include "ai/network/qt_exchange.h"

#include <QNetworkProxyFactory>

#include <algorithm>

namespace ai {

namespace {

/// What QNetworkAccessManager opens to one host over HTTP/1.1 (fixed in Qt 6.4).
constexpr int kConnectionsAHost = 6;
constexpr std::ptrdiff_t kIdleKept = 2;

class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        return systemProxyForQuery(query);
    }
};

} // namespace

QtTransport::QtTransport() = default;

QtTransport::~QtTransport()
{
    Q_ASSERT(std::ranges::all_of(m_slots, [](const auto& slot) { return slot->used == 0; }));
}

std::shared_ptr<QtTransport::Slot> QtTransport::freeSlot()
{
    const auto isIdle = [](const auto& slot) { return slot->used == 0; };
    for (auto idle = std::ranges::count_if(m_slots, isIdle); idle > kIdleKept; --idle)
        m_slots.erase(std::ranges::find_if(m_slots, isIdle));
    const auto hasRoom = [](const auto& slot) { return slot->used < kConnectionsAHost; };
    if (const auto it = std::ranges::find_if(m_slots, hasRoom); it != m_slots.end())
        return *it;
    auto slot = std::make_shared<Slot>();
    slot->manager.setProxyFactory(new SystemProxies);
    slot->manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    slot->manager.setAutoDeleteReplies(false);
    return m_slots.emplace_back(std::move(slot));
}

std::unique_ptr<Exchange> QtTransport::start(WireRequest request, ExchangeListener& listener)
{
    if (!request.body)
        request.body = std::make_shared<const std::string>();
    return std::make_unique<QtExchange>(freeSlot(), std::move(request), listener);
}

} // namespace ai
