// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/figures/exposition.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace probes {

/// What rates and ratios look back over, and how many events one needs (spec: metrics, "Alerts").
inline constexpr int kWindowMinutes = 5;
inline constexpr double kFewestEvents = 5;

/// The figures that releases watch: http_error_ratio, chat_p95_seconds, breaker_open, disk_free_ratio,
/// ai_error_ratio, memory_ratio.
[[nodiscard]] const QStringList& knownFigures();

/// The question to a Prometheus server that scrapes this program; empty for an unknown figure.
[[nodiscard]] QString queryOf(const QString& figure);

/// From this program's own metrics now and at the window's beginning (empty: counted from its start).
/// Nothing where there is no such figure, or too few events.
[[nodiscard]] std::optional<double> figureFrom(const QString& figure,
                                               const std::vector<Sample>& before,
                                               const std::vector<Sample>& now);

} // namespace probes
