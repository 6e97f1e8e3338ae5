// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/values.h"
#include "base/clock.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <variant>

namespace ai {

class Bulkhead;

/// One of the places in flight; given back when it goes.
class BulkheadPlace
{
public:
    BulkheadPlace() = default;
    explicit BulkheadPlace(Bulkhead* bulkhead) : m_bulkhead(bulkhead) {}
    BulkheadPlace(BulkheadPlace&& other) noexcept;
    BulkheadPlace& operator=(BulkheadPlace&& other) noexcept;
    ~BulkheadPlace() { leave(); }

    [[nodiscard]] bool isHeld() const noexcept { return m_bulkhead != nullptr; }
    void leave();

private:
    Bulkhead* m_bulkhead = nullptr;
};

/// How many calls may be under way at once at an endpoint, and how many may wait for that. Who keeps
/// somebody waiting goes first; but while somebody waits in the background, at most so many of the
/// others go past in a row. Within a priority: first come, first served. Used at one home.
class Bulkhead
{
public:
    struct Config {
        int inFlight = 4;
        int queued = 16;
        int inARow = 4; ///< interactive ones, while a background one waits
    };
    using WaiterId = std::uint64_t;
    struct Queued {
        WaiterId id;
    };
    struct Full {
    };
    using Entry = std::variant<BulkheadPlace, Queued, Full>;
    /// Hears once that its place is there. It only takes note: it must not enter or leave meanwhile.
    using Granted = std::function<void(BulkheadPlace)>;

    Bulkhead(const base::Clock& clock, const Config& config) : m_clock(clock), m_config(config) {}

    /// A place at once, or a place in the queue, or neither. Who waits beyond `expires` is dropped
    /// without a word: whoever sets a deadline keeps it.
    [[nodiscard]] Entry enter(Priority priority, base::SteadyTime expires, Granted granted);
    /// Harmless for one that was granted or dropped.
    void giveUp(WaiterId id);
    /// What is in flight ends by itself, even where that is more than now allowed.
    void setConfig(const Config& config);

    [[nodiscard]] int inFlight() const noexcept { return m_inFlight; }
    [[nodiscard]] int waiting() const noexcept
    {
        return static_cast<int>(m_interactive.size() + m_background.size());
    }

private:
    friend class BulkheadPlace;
    struct Waiter {
        WaiterId id;
        base::SteadyTime expires;
        Granted granted;
    };
    void leave();
    void grantNext();
    void dropExpired();
    [[nodiscard]] std::deque<Waiter>& nextQueue();

    const base::Clock& m_clock;
    Config m_config;
    int m_inFlight = 0;
    int m_passedInARow = 0;
    WaiterId m_lastId = 0;
    std::deque<Waiter> m_interactive;
    std::deque<Waiter> m_background;
};

} // namespace ai
