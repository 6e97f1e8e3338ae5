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

// A signal of the manager's last reply may be on the stack, so it goes with the event loop.
void QtTransport::dropIdle()
{
    std::ptrdiff_t kept = 0;
    std::erase_if(m_slots, [&kept](const auto& slot) {
        if (slot->used > 0 || (!slot->isSpoilt && ++kept <= kIdleKept))
            return false;
        slot->manager.release()->deleteLater();
        return true;
    });
}

std::shared_ptr<QtTransport::Slot> QtTransport::freeSlot()
{
    dropIdle();
    const auto hasRoom = [](const auto& slot) {
        return !slot->isSpoilt && slot->used < kConnectionsAHost;
    };
    if (const auto it = std::ranges::find_if(m_slots, hasRoom); it != m_slots.end())
        return *it;
    auto slot = std::make_shared<Slot>();
    slot->manager->setProxyFactory(new SystemProxies);
    slot->manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    slot->manager->setAutoDeleteReplies(false);
    return m_slots.emplace_back(std::move(slot));
}

std::unique_ptr<Exchange> QtTransport::start(WireRequest request, ExchangeListener& listener)
{
    if (!request.body)
        request.body = std::make_shared<const std::string>();
    return std::make_unique<QtExchange>(freeSlot(), std::move(request), listener);
}

} // namespace ai
