// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/network/route.h"

#include <QHostInfo>

#include <algorithm>
#include <utility>

namespace probes {

Route::~Route()
{
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(m_lookup);
}

void Route::find(const Endpoint& to, std::function<void(std::optional<End>)> done)
{
    m_to = to;
    m_done = std::move(done);
    m_addresses.clear();
    QHostAddress literal;
    if (!m_policy.mayAsk(to) || literal.setAddress(to.host)) {
        QMetaObject::invokeMethod(
            this,
            [this, literal] { take(literal.isNull() ? QList<QHostAddress>() : QList{literal}); },
            Qt::QueuedConnection);
        return;
    }
    m_lookup = QHostInfo::lookupHost(to.host, this, [this](const QHostInfo& info) {
        m_lookup = -1;
        if (info.addresses().isEmpty())
            tell(failed(Reason::NameNotFound, {m_to.host}));
        else
            take(info.addresses());
    });
}

void Route::take(const QList<QHostAddress>& addresses)
{
    for (const QHostAddress& each : addresses) {
        if (m_policy.mayReach(m_to, each))
            m_addresses << each;
    }
    tell(m_addresses.isEmpty() ? std::optional(addressRefused(m_to)) : std::nullopt);
}

void Route::tell(std::optional<End> whyNot)
{
    if (const auto done = std::exchange(m_done, nullptr))
        done(std::move(whyNot));
}

std::optional<QHostAddress> Route::next()
{
    return m_addresses.isEmpty() ? std::nullopt : std::optional(m_addresses.takeFirst());
}

} // namespace probes
