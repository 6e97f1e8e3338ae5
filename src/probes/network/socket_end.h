// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/network/endpoint.h"
#include "probes/probe.h"

#include <QAbstractSocket>

namespace probes {

class PlanReader;

/// Of a socket that reported an error.
[[nodiscard]] End endOfSocket(const QAbstractSocket& socket, const Endpoint& to);

/// Of the parameters "host" and "port"; nothing where they name none.
[[nodiscard]] std::optional<Endpoint> plannedEndpoint(PlanReader& plan, quint16 defaultPort);

} // namespace probes
