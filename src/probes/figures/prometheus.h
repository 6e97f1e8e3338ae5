// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/network/http_call.h"
#include "release/values.h"

#include <tl/expected.hpp>

#include <optional>
#include <utility>

namespace probes {

/// `{server}/api/v1/query?query=…` (prometheus.io/docs/prometheus/latest/querying/api).
/// \param at as of when; nothing: now
[[nodiscard]] HttpRequest prometheusRequest(const QUrl& server, const QString& query,
                                            std::optional<base::WallTime> at = {});

/// Why the server gave no answer to the question; nothing where it did, be it without a number.
[[nodiscard]] std::optional<std::pair<Reason, QStringList>>
prometheusTrouble(const HttpAnswer& answer, const QUrl& server);

/// The answer's number; of several series the worst, seen from the side where it is bad. An error is
/// what to say instead: no answer, no series, no number.
[[nodiscard]] tl::expected<double, QString> prometheusValue(const HttpAnswer& answer,
                                                            release::Side badWhen);

} // namespace probes
