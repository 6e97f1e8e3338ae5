// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/smart/ai_service.h"

#include "ai/client/chain.h"
#include "ai/client/client.h"
#include "ai/client/figures.h"
#include "ai/client/private_masking.h"
#include "ai/network/qt_transport.h"
#include "ai/wire/chat_protocol.h"
#include "base/threads/qt_worker.h"
#include "desk/smart/ai_trial.h"

#include <algorithm>

namespace desk {

/// Lives on the ai thread but for its worker.
class AiService::Core final : public ai::ClientObserver
{
public:
    Core(const base::Clock& clock, base::Random& random, base::Log& log,
         metrics::Registry* registry, std::function<void()> changed)
        : m_clock(clock), m_random(random), m_log(log), m_changed(std::move(changed)),
          m_figures(registry ? std::make_unique<ai::Figures>(*registry) : nullptr),
          m_worker(clock, {.name = "ai",
                           .atStart = [this](base::QtHome& home) { m_timers = &home; },
                           .atEnd = [this] { close(); }})
    {
    }
    ~Core() override { stop(); }

    void stop() { m_worker.stop(); }
    [[nodiscard]] bool post(base::Task work) { return m_worker.post(std::move(work)); }

    void configure(AiConfig config)
    {
        // The client keeps the masking that it was made with.
        const bool isSameChain =
            m_client && config.endpoints == m_config.endpoints && config.masks == m_config.masks;
        m_config = std::move(config);
        if (m_figures)
            m_figures->capped(m_config.dailyCapMicros);
        if (isSameChain) {
            m_client->accounts().setCap(m_config.dailyCapMicros);
        } else {
            closeClient();
            if (m_figures)
                m_figures->configured(m_config.endpoints);
            if (!m_config.endpoints.empty())
                openClient();
        }
        m_changed();
    }

    void start(std::uint64_t number, ai::ChatRequest request, base::Reply<ai::CallReport> reply,
               std::function<void(std::string_view)> delta)
    {
        if (!m_client) {
            reply.answer(base::fail(base::Code::Offline, QStringLiteral("no AI is configured")));
            return;
        }
        auto shared = std::make_shared<base::Reply<ai::CallReport>>(std::move(reply));
        m_running.emplace(
            number, m_client->start(std::move(request),
                                    {.delta = std::move(delta),
                                     .ended = [this, number, shared](const ai::CallReport& report) {
                                         shared->answer(report);
                                         m_ended.push_back(number);
                                     }}));
    }

    void cancel(std::uint64_t number)
    {
        if (const auto it = m_running.find(number); it != m_running.end())
            it->second.cancel();
    }

    [[nodiscard]] base::Result<QByteArray> preview(ai::ChatRequest request) const
    {
        ai::Chain chain(m_config.endpoints, ai::demandOf(request));
        const auto at = m_client ? chain.advance() : std::nullopt;
        if (!at)
            return base::fail(base::Code::Offline, QStringLiteral("no AI can do this"));
        const auto masked = masking().begin(request.names);
        for (ai::Message& message : request.messages)
            message.text = ai::maskedText(*masked, message);
        const auto wire = m_protocol.request(m_config.endpoints[*at], request, {});
        return QByteArray::fromStdString(*wire.body);
    }

    [[nodiscard]] AiHealth health()
    {
        AiHealth health{.isConfigured = m_client != nullptr,
                        .calls = m_calls,
                        .answered = m_answered,
                        .capMicros = m_config.dailyCapMicros};
        if (!m_client)
            return health;
        health.spentMicros = m_client->accounts().day().spentMicros;
        for (const auto& [key, status] : m_client->breakers().status())
            health.breakers.push_back(shown(key, status));
        return health;
    }

    void steer(const std::string& endpoint, AiSteer what)
    {
        if (!m_client)
            return;
        if (what == AiSteer::Reset) {
            m_client->reset(endpoint);
        } else {
            for (const auto& each : m_config.endpoints) {
                if (each.name != endpoint)
                    continue;
                for (const ai::Lane lane : {ai::Lane::Turn, ai::Lane::Other}) {
                    ai::Breaker& breaker = m_client->breakers().at({endpoint, each.model, lane});
                    what == AiSteer::ForceOpen ? breaker.forceOpen() : breaker.disable();
                }
            }
        }
        m_log.warning("ai", "breaker_steered",
                      {{"endpoint", QString::fromStdString(endpoint)},
                       {"to", what == AiSteer::Reset       ? "reset"
                              : what == AiSteer::ForceOpen ? "forced_open"
                                                           : "disabled"}});
        m_changed();
    }

    void restore(AiMemory memory) { m_memory = std::move(memory); }
    [[nodiscard]] AiMemory memory()
    {
        if (!m_client)
            return m_memory;
        AiMemory memory{.day = m_client->accounts().day()};
        for (auto& breaker : m_client->breakers().snapshot()) {
            if (breaker.second.state != ai::BreakerState::Closed)
                memory.breakers.push_back(std::move(breaker));
        }
        return memory;
    }

    void tryServer(ai::Endpoint endpoint, std::optional<std::string> key,
                   base::Reply<AiTrial> reply)
    {
        if (!key)
            key = keyOf(endpoint.keyName);
        auto shared = std::make_shared<base::Reply<AiTrial>>(std::move(reply));
        const std::uint64_t number = ++m_lastTrial;
        m_trials.emplace(
            number, std::make_unique<AiTrialRun>(
                        m_clock, *m_timers, m_random, transport(), m_protocol, std::move(endpoint),
                        std::move(key), [this, number, shared](AiTrial trial) {
                            shared->answer(std::move(trial));
                            // Not within its own end.
                            m_timers->after(base::milliseconds(0),
                                            [this, number] { m_trials.erase(number); });
                        }));
    }

    void breakerChanged(const ai::BreakerKey& key, const ai::BreakerEvent& event) override
    {
        m_log.warning("ai", "breaker",
                      {{"endpoint", QString::fromStdString(key.endpoint)},
                       {"model", QString::fromStdString(key.model)},
                       {"lane", ai::laneName(key.lane)},
                       {"from", ai::breakerStateName(event.from)},
                       {"to", ai::breakerStateName(event.to)},
                       {"cause", ai::tripCauseName(event.cause)},
                       {"open_ms", static_cast<qint64>(event.openFor.count())},
                       {"last_error", QString::fromStdString(event.lastError)}});
        if (m_figures)
            m_figures->breakerChanged(key, event);
        m_changed();
    }
    void budgetExhausted(const std::string& endpoint) override
    {
        m_log.warning("ai", "budget_exhausted", {{"endpoint", QString::fromStdString(endpoint)}});
    }
    void callEnded(const ai::CallReport& report) override
    {
        ++m_calls;
        if (m_figures)
            m_figures->callEnded(report);
        m_answered += std::holds_alternative<ai::Completed>(report.outcome) ? 1 : 0;
        m_log.info("ai", "call",
                   {{"purpose", QString::fromStdString(report.purpose)},
                    {"lane", ai::laneName(report.lane)},
                    {"summary", QString::fromStdString(ai::summary(report))}});
        m_changed();
    }

    /// Handles of calls that have ended: not within their own end.
    void sweep()
    {
        for (const auto number : std::exchange(m_ended, {}))
            m_running.erase(number);
    }

private:
    [[nodiscard]] const ai::Masking& masking() const
    {
        return m_config.masks ? static_cast<const ai::Masking&>(m_masked) : m_plain;
    }
    // What nobody uses takes no memory: the transport comes with the first server.
    [[nodiscard]] ai::Transport& transport()
    {
        if (!m_transport)
            m_transport = std::make_unique<ai::QtTransport>();
        return *m_transport;
    }
    [[nodiscard]] std::optional<std::string> keyOf(const std::string& name) const
    {
        const auto it = m_config.keys.find(name);
        return it == m_config.keys.end() ? std::nullopt : std::optional(it->second);
    }
    void openClient()
    {
        m_client = std::make_unique<ai::Client>(
            ai::ClientParts{.clock = m_clock,
                            .timers = *m_timers,
                            .random = m_random,
                            .transport = transport(),
                            .protocol = m_protocol,
                            .masking = masking(),
                            .keyOf = [this](const std::string& name) { return keyOf(name); },
                            .observer = this},
            ai::ClientConfig{.endpoints = m_config.endpoints,
                             .dailyCapMicros = m_config.dailyCapMicros});
        m_client->breakers().restore(m_memory.breakers);
        for (const auto& [key, status] : m_client->breakers().status()) {
            if (m_figures)
                m_figures->breakerStands(key, status.state);
        }
        m_client->accounts().restore(m_memory.day);
    }
    void closeClient()
    {
        if (m_client) {
            m_client->shutDown(); // each answers Cancelled
            m_memory = memory();
        }
        m_ended.clear();
        m_running.clear();
        m_client.reset();
    }
    void close()
    {
        closeClient();
        m_trials.clear();
        m_transport.reset();
    }

    [[nodiscard]] AiBreaker shown(const ai::BreakerKey& key, const ai::BreakerStatus& status) const
    {
        const bool isClosed = status.state == ai::BreakerState::Closed;
        const ai::CallCounts& counts = isClosed ? status.now : status.atOpening;
        AiBreaker breaker{.endpoint = QString::fromStdString(key.endpoint),
                          .model = QString::fromStdString(key.model),
                          .lane = QString::fromLatin1(ai::laneName(key.lane)),
                          .state = QString::fromLatin1(ai::breakerStateName(status.state)),
                          .cause = QString::fromLatin1(ai::tripCauseName(status.cause)),
                          .lastError = QString::fromStdString(status.lastError),
                          .calls = counts.calls,
                          .failures = counts.failures,
                          .slow = counts.slow};
        if (status.state == ai::BreakerState::Open)
            breaker.nextProbe = m_clock.wall() + status.nextProbe;
        return breaker;
    }

    const base::Clock& m_clock;
    base::Random& m_random;
    base::Log& m_log;
    const std::function<void()> m_changed;
    base::QtHome* m_timers = nullptr;
    const ai::ChatProtocol m_protocol;
    const ai::PrivateMasking m_masked;
    const ai::NoMasking m_plain;
    std::unique_ptr<ai::QtTransport> m_transport;
    AiConfig m_config;
    std::unique_ptr<ai::Client> m_client;
    std::map<std::uint64_t, ai::CallHandle> m_running;
    std::vector<std::uint64_t> m_ended;
    AiMemory m_memory; ///< while there is no client
    std::map<std::uint64_t, std::unique_ptr<AiTrialRun>> m_trials;
    std::uint64_t m_lastTrial = 0;
    qint64 m_calls = 0, m_answered = 0;
    const std::unique_ptr<ai::Figures> m_figures; ///< null: nobody counts
    base::QtWorker m_worker;                      ///< last: its thread uses all of the above
};

AiService::AiService(const base::Clock& clock, base::Random& random, base::Log& log,
                     metrics::Registry* registry, std::function<void()> changed)
    : m_registry(registry),
      m_core(std::make_unique<Core>(clock, random, log, registry, std::move(changed)))
{
}

void AiService::noteRejected()
{
    if (m_registry)
        m_registry->count("relevo_ai_fallbacks_total", {{"reason", "rejected"}});
}

AiService::~AiService() = default;

void AiService::stop()
{
    m_core->stop();
}

void AiService::configure(AiConfig config)
{
    m_isConfigured = !config.endpoints.empty();
    std::ignore = m_core->post([core = m_core.get(), config = std::move(config)]() mutable {
        core->configure(std::move(config));
    });
}

std::uint64_t AiService::start(ai::ChatRequest request, base::Reply<ai::CallReport> reply,
                               std::function<void(std::string_view)> delta)
{
    const std::uint64_t number = ++m_last;
    reply.setWhenDropped(base::Code::Busy);
    std::ignore = m_core->post([core = m_core.get(), number, request = std::move(request),
                                reply = std::move(reply), delta = std::move(delta)]() mutable {
        reply.setWhenDropped(base::Code::Cancelled);
        core->sweep();
        core->start(number, std::move(request), std::move(reply), std::move(delta));
    });
    return number;
}

void AiService::preview(ai::ChatRequest request, base::Reply<QByteArray> reply)
{
    reply.setWhenDropped(base::Code::Busy);
    std::ignore = m_core->post(
        [core = m_core.get(), request = std::move(request), reply = std::move(reply)]() mutable {
            reply.answer(core->preview(std::move(request)));
        });
}

void AiService::cancel(std::uint64_t number)
{
    std::ignore = m_core->post([core = m_core.get(), number] {
        core->cancel(number);
        core->sweep();
    });
}

void AiService::health(base::Reply<AiHealth> reply)
{
    std::ignore = m_core->post([core = m_core.get(), reply = std::move(reply)]() mutable {
        core->sweep();
        reply.answer(core->health());
    });
}

void AiService::steer(const std::string& endpoint, AiSteer what)
{
    std::ignore =
        m_core->post([core = m_core.get(), endpoint, what] { core->steer(endpoint, what); });
}

void AiService::restore(AiMemory memory)
{
    std::ignore = m_core->post([core = m_core.get(), memory = std::move(memory)]() mutable {
        core->restore(std::move(memory));
    });
}

void AiService::memory(base::Reply<AiMemory> reply)
{
    std::ignore = m_core->post([core = m_core.get(), reply = std::move(reply)]() mutable {
        reply.answer(core->memory());
    });
}

void AiService::tryServer(ai::Endpoint endpoint, std::optional<std::string> key,
                          base::Reply<AiTrial> reply)
{
    std::ignore = m_core->post([core = m_core.get(), endpoint = std::move(endpoint),
                                key = std::move(key), reply = std::move(reply)]() mutable {
        core->tryServer(std::move(endpoint), std::move(key), std::move(reply));
    });
}

} // namespace desk
