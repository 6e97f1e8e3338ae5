// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/registry.h"

#include "base/json.h"
#include "metrics/machine.h"

#include <QtGlobal>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace metrics {

namespace {
/// Those that OpenTelemetry's conventions for generative AI advise.
const std::vector<double> kGenAiSeconds{0.01, 0.02, 0.04, 0.08,  0.16,  0.32,  0.64,
                                        1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92};

std::vector<Figure> aiFigures()
{
    return {
        {"relevo_ai_requests_total",
         "Calls of AI by their end; the endpoint that was asked last",
         Kind::Counter,
         {}},
        {"relevo_ai_retries_total", "Requests sent again to the same endpoint", Kind::Counter, {}},
        {"relevo_ai_fallbacks_total",
         "Calls of AI after which the answer came without it, by reason",
         Kind::Counter,
         {}},
        {"relevo_ai_cost_usd_total", "What AI cost, by the configured prices", Kind::Counter, {}},
        {"relevo_ai_cost_cap_usd", "What AI may cost a day; 0: no cap", Kind::Gauge, {}},
        {"gen_ai_client_operation_duration_seconds",
         "Time of a call of AI, with its queue, retries and endpoints", Kind::Histogram,
         kGenAiSeconds},
        {"gen_ai_client_operation_time_to_first_chunk_seconds",
         "Time from a call of AI to its first content", Kind::Histogram, kGenAiSeconds},
        {"gen_ai_client_token_usage",
         "Tokens of a request, as the server counted them",
         Kind::Histogram,
         {1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216,
          67108864}},
        {"relevo_breaker_state",
         "1 for the state in which a circuit breaker is, 0 for the others",
         Kind::Gauge,
         {}},
        {"relevo_breaker_transitions_total",
         "Changes of state of circuit breakers",
         Kind::Counter,
         {}},
        {"relevo_breaker_rejected_total",
         "Calls that an open circuit breaker refused",
         Kind::Counter,
         {}},
    };
}

std::vector<Figure> httpAndDeskFigures()
{
    return {
        {"relevo_http_requests_total",
         "Requests by route, method and status class",
         Kind::Counter,
         {}},
        {"relevo_http_request_duration_seconds",
         "Time from a request's last byte to its answer",
         Kind::Histogram,
         {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 8}},
        {"relevo_http_connections", "Open connections", Kind::Gauge, {}},
        {"relevo_http_streams", "Open streams of server-sent events", Kind::Gauge, {}},
        {"relevo_http_refused_total",
         "Connections and requests refused by the server itself",
         Kind::Counter,
         {}},
        {"relevo_rate_limited_total",
         "Requests over a rate limit, by its scope; ai: those of ours to AI servers",
         Kind::Counter,
         {}},
        {"relevo_conversations_active",
         "Conversations that are not closed, exact up to 10,000",
         Kind::Gauge,
         {}},
        {"relevo_customers_waiting", "Conversations that wait for a person", Kind::Gauge, {}},
        {"relevo_customers_connected", "Conversations with an open stream", Kind::Gauge, {}},
        {"relevo_turns_committed_total", "Turns committed since the start", Kind::Counter, {}},
        {"relevo_commit_groups_total", "Commits that those turns shared", Kind::Counter, {}},
        {"relevo_desk_errors_total", "Turns that failed", Kind::Counter, {}},
        {"relevo_database_writable", "1 while the database can be written", Kind::Gauge, {}},
        {"relevo_process_resident_bytes", "Resident memory", Kind::Gauge, {}},
        {"relevo_memory_limit_bytes",
         "Memory that the process may use: its control group's limit, or the machine's",
         Kind::Gauge,
         {}},
        {"relevo_disk_free_ratio",
         "Free share of the volume that holds the data, 0 to 1",
         Kind::Gauge,
         {}},
        {"relevo_build_info", "1; the labels say which program this is", Kind::Gauge, {}},
        {"relevo_log_dropped_total",
         "Log lines dropped because the queue was full",
         Kind::Counter,
         {}},
    };
}
} // namespace

const std::vector<Figure>& catalogue()
{
    static const std::vector<Figure> figures = [] {
        auto all = httpAndDeskFigures();
        std::ranges::move(aiFigures(), std::back_inserter(all));
        return all;
    }();
    return figures;
}

namespace {
std::string nameWithLabels(const std::string& family, const prometheus::ClientMetric& metric)
{
    std::string labels;
    for (const auto& label : metric.label)
        labels += (labels.empty() ? "" : ",") + label.name + "=\"" + label.value + '"';
    return labels.empty() ? family : family + '{' + labels + '}';
}
} // namespace

struct Registry::Impl {
    std::string dataFolder;
    std::shared_ptr<prometheus::Registry> registry = std::make_shared<prometheus::Registry>();
    std::unordered_map<std::string, prometheus::Family<prometheus::Counter>*> counters;
    std::unordered_map<std::string, prometheus::Family<prometheus::Gauge>*> gauges;
    std::unordered_map<std::string,
                       std::pair<prometheus::Family<prometheus::Histogram>*, std::vector<double>>>
        histograms;
};

Registry::Registry(std::string dataFolder) : m_impl(std::make_unique<Impl>())
{
    m_impl->dataFolder = std::move(dataFolder);
    for (const Figure& figure : catalogue()) {
        switch (figure.kind) {
        case Kind::Counter:
            m_impl->counters[figure.name] = &prometheus::BuildCounter()
                                                 .Name(figure.name)
                                                 .Help(figure.help)
                                                 .Register(*m_impl->registry);
            break;
        case Kind::Gauge:
            m_impl->gauges[figure.name] = &prometheus::BuildGauge()
                                               .Name(figure.name)
                                               .Help(figure.help)
                                               .Register(*m_impl->registry);
            break;
        case Kind::Histogram:
            m_impl->histograms[figure.name] = {&prometheus::BuildHistogram()
                                                    .Name(figure.name)
                                                    .Help(figure.help)
                                                    .Register(*m_impl->registry),
                                               figure.buckets};
            break;
        }
    }
    set("relevo_build_info", 1, {{"version", RELEVO_VERSION}, {"qt", qVersion()}});
}

Registry::~Registry() = default;

void Registry::count(const char* name, const Labels& labels, double by)
{
    if (const auto it = m_impl->counters.find(name); it != m_impl->counters.end())
        it->second->Add(labels).Increment(by);
}

void Registry::set(const char* name, double value, const Labels& labels)
{
    if (const auto it = m_impl->gauges.find(name); it != m_impl->gauges.end())
        it->second->Add(labels).Set(value);
    if (const auto it = m_impl->counters.find(name); it != m_impl->counters.end()) {
        auto& counter = it->second->Add(labels);
        if (value > counter.Value())
            counter.Increment(value - counter.Value());
    }
}

void Registry::observe(const char* name, double value, const Labels& labels)
{
    if (const auto it = m_impl->histograms.find(name); it != m_impl->histograms.end())
        it->second.first->Add(labels, it->second.second).Observe(value);
}

void Registry::readMachine() const
{
    if (m_impl->dataFolder.empty())
        return;
    const auto gauge = [this](const char* name, double value) {
        m_impl->gauges.at(name)->Add({}).Set(value);
    };
    gauge("relevo_process_resident_bytes", static_cast<double>(residentBytes()));
    gauge("relevo_memory_limit_bytes", static_cast<double>(memoryLimit()));
    if (const auto share = freeShareOf(m_impl->dataFolder))
        gauge("relevo_disk_free_ratio", *share);
}

std::string Registry::exposition() const
{
    readMachine();
    return prometheus::TextSerializer().Serialize(m_impl->registry->Collect());
}

std::string Registry::json() const
{
    readMachine();
    base::JsonWriter json;
    json.beginObject();
    for (const auto& family : m_impl->registry->Collect()) {
        for (const auto& metric : family.metric) {
            const std::string name = nameWithLabels(family.name, metric);
            if (family.type == prometheus::MetricType::Counter)
                json.member(name, metric.counter.value);
            else if (family.type == prometheus::MetricType::Gauge)
                json.member(name, metric.gauge.value);
            else
                json.member(nameWithLabels(family.name + "_count", metric),
                            static_cast<qint64>(metric.histogram.sample_count))
                    .member(nameWithLabels(family.name + "_sum", metric),
                            metric.histogram.sample_sum);
        }
    }
    json.endObject();
    return json.take();
}

} // namespace metrics
