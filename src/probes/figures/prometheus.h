// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/network/http_call.h"
#include "release/rollout/watching.h"

#include <tl/expected.hpp>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace probes {

/// `{server}/api/v1/query?query=…` (prometheus.io/docs/prometheus/latest/querying/api).
/// \param at as of when; nothing: now
[[nodiscard]] HttpRequest prometheusRequest(const QUrl& server, const QString& query,
                                            std::optional<base::WallTime> at = {});

/// `{server}/api/v1/query_range?query=…`: what it was from then to then, in steps. \pre from < to
[[nodiscard]] HttpRequest prometheusRangeRequest(const QUrl& server, const QString& query,
                                                 base::WallTime from, base::WallTime to,
                                                 std::chrono::seconds step);

/// Why the server gave no answer to the question; nothing where it did, be it without a number.
[[nodiscard]] std::optional<std::pair<Reason, QStringList>>
prometheusTrouble(const HttpAnswer& answer, const QUrl& server);

/// The answer's number; of several series the worst, seen from the side where it is bad. An error is
/// what to say instead: no answer, no series, no number.
[[nodiscard]] tl::expected<double, QString> prometheusValue(const HttpAnswer& answer,
                                                            release::Side badWhen);

/// Of such a range, ascending in time; of several series the worst at each time. Empty: no range.
[[nodiscard]] std::vector<release::Reading> prometheusReadings(const HttpAnswer& answer,
                                                               release::Side badWhen);

} // namespace probes
