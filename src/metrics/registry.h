// SPDX-License-Identifier: GPL-3.0-or-later
// metrics: the catalogue of figures and their registry, on prometheus-cpp. Each figure is declared
// once, in catalogue(). Any thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace metrics {

enum class Kind { Counter, Gauge, Histogram };

/// One figure: its name follows the Prometheus naming rules (prometheus.io/docs/practices/naming).
struct Figure {
    const char* name;
    const char* help;
    Kind kind;
    std::vector<double> buckets; ///< of a histogram, in its unit
};
[[nodiscard]] const std::vector<Figure>& catalogue();

using Labels = std::map<std::string, std::string>;

class Registry
{
public:
    /// \param dataFolder what the machine says of itself (memory, the free share of the volume that holds
    /// this folder) is read anew for each exposition; empty: nothing of it
    explicit Registry(std::string dataFolder = {});
    ~Registry();

    /// Does nothing for a name that the catalogue does not have, or of another kind.
    void count(const char* name, const Labels& labels = {}, double by = 1);
    /// On a counter: raises it to what another part has counted.
    void set(const char* name, double value, const Labels& labels = {});
    void observe(const char* name, double value, const Labels& labels = {});

    /// Text format 0.0.4.
    [[nodiscard]] std::string exposition() const;
    /// {"name{label=\"v\"}": value, …}; histograms as name_count and name_sum.
    [[nodiscard]] std::string json() const;

private:
    void readMachine() const;

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace metrics
