// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/network/address_policy.h"
#include "probes/probe.h"

#include <QObject>

#include <functional>
#include <optional>

class QHostInfo;

namespace probes {

/// The way to a host: its name is looked up once, and only to addresses that were looked at is connected,
/// one after another; so what a name stands for cannot change between the look and the call.
class Route final : public QObject
{
public:
    explicit Route(AddressPolicy policy) : m_policy(std::move(policy)) {}
    ~Route() override;

    /// `done` is told once, from the event loop, unless this is gone or looks for another by then; why
    /// not: AddressRefused, could not run; NameNotFound.
    void find(const Endpoint& to, std::function<void(std::optional<End> whyNot)> done);
    /// The next address to try; nothing once all were.
    [[nodiscard]] std::optional<QHostAddress> next();
    [[nodiscard]] const AddressPolicy& policy() const noexcept { return m_policy; }

private:
    void tell(std::optional<End> whyNot);
    void take(const QList<QHostAddress>& addresses);

    const AddressPolicy m_policy;
    Endpoint m_to;
    std::function<void(std::optional<End>)> m_done;
    QList<QHostAddress> m_addresses;
    int m_lookup = -1;
};

[[nodiscard]] inline End addressRefused(const Endpoint& to)
{
    return couldNotRun(Reason::AddressRefused, {to.text()});
}

} // namespace probes
