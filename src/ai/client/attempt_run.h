// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/client/attempt_end.h"
#include "ai/policy/watch.h"
#include "ai/wire/protocol.h"
#include "base/threads/timers.h"

#include <memory>

namespace ai {

/// Whom an attempt reports to.
class AttemptHost
{
public:
    virtual ~AttemptHost() = default;
    /// The answer's text as it comes. May stop the attempt, not destroy it.
    virtual void attemptContent(std::string_view text) = 0;
    /// Once, unless it was stopped. It may be destroyed only later.
    virtual void attemptEnded(AttemptEnd end) = 0;
};

/// One exchange with one server, with its deadlines. Sends once. Used at the ai home.
class AttemptRun final : private ExchangeListener, private ContentSink
{
public:
    struct Parts {
        const base::Clock& clock;
        base::Timers& timers;
        Transport& transport;
        const Protocol& protocol;
    };

    AttemptRun(const Parts& parts, Endpoint endpoint, const Deadlines& deadlines,
               AttemptHost& host);
    ~AttemptRun() override;
    AttemptRun(const AttemptRun&) = delete;
    AttemptRun& operator=(const AttemptRun&) = delete;

    void start(WireRequest request);
    /// Ends it from outside; the peer sees the connection close, the host hears no more.
    [[nodiscard]] AttemptEnd stop(AttemptEnd::How how, Limit limit = Limit::Total);
    void setPaused(bool paused);

    /// The answer is whole but the exchange has not ended: it may, so that the connection can be used
    /// again. Nothing is told to the host any more.
    [[nodiscard]] bool isDraining() const noexcept { return m_isOver && m_exchange != nullptr; }
    /// Called once when the draining has ended by itself.
    void setDrained(std::function<void()> drained) { m_drained = std::move(drained); }

private:
    void connected() override;
    void uploaded(qint64 sent) override;
    void bodySent() override;
    void head(const WireHead& head) override;
    void bytes(std::string_view bytes) override;
    void ended(WireEnd end, std::string_view detail) override;
    void content(std::string_view text) override;

    void setTimer();
    void checkTime();
    void finish(AttemptEnd::How how);
    [[nodiscard]] AttemptEnd closing(AttemptEnd::How how);

    const Parts m_parts;
    const Endpoint m_endpoint;
    AttemptHost& m_host;
    const base::SteadyTime m_start;
    Watch m_watch;
    AttemptEnd m_end;
    std::unique_ptr<Exchange> m_exchange;
    std::unique_ptr<AnswerReader> m_reader;
    base::TimerId m_timer;
    base::SteadyTime m_timerAt;
    base::SteadyTime m_now; ///< of the bytes at hand
    std::function<void()> m_drained;
    bool m_isOver = false;
};

} // namespace ai
