// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace probes {

/// A line of Prometheus' text format 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).
struct Sample {
    std::string name;
    std::map<std::string, std::string, std::less<>> labels;
    double value = 0;
    [[nodiscard]] std::string_view label(std::string_view of) const;
};

/// Comments, time stamps and lines that are none are passed over.
[[nodiscard]] std::vector<Sample> readExposition(std::string_view text);

} // namespace probes
