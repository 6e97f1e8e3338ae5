// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/network/http_call.h"
#include "release/values.h"

#include <tl/expected.hpp>

namespace probes {

/// `{server}/api/v1/query?query=…` (prometheus.io/docs/prometheus/latest/querying/api).
[[nodiscard]] HttpRequest prometheusRequest(const QUrl& server, const QString& query);

/// The answer's number; of several series the worst, seen from the side where it is bad. An error is
/// what to say instead: no answer, no series, no number.
[[nodiscard]] tl::expected<double, QString> prometheusValue(const HttpAnswer& answer,
                                                            release::Side badWhen);

} // namespace probes
