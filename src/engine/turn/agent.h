// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/turn/turn.h"

namespace engine {

/// The side of people and timers. Each answers Conflict where another person owns the conversation
/// and Refused where the mode does not allow it.
class AgentTurn
{
public:
    explicit AgentTurn(Turn& turn) : m_turn(turn) {}

    [[nodiscard]] base::Result<void> run();

private:
    [[nodiscard]] base::Result<void> mustOwn() const;
    [[nodiscard]] base::Result<void> takeOver();
    [[nodiscard]] base::Result<void> write();
    [[nodiscard]] base::Result<void> note();
    [[nodiscard]] base::Result<void> helped();
    [[nodiscard]] base::Result<void> transfer();
    [[nodiscard]] base::Result<void> returnToQueue();
    [[nodiscard]] base::Result<void> giveBack();
    [[nodiscard]] base::Result<void> close();
    [[nodiscard]] base::Result<void> leave();
    [[nodiscard]] base::Result<void> idle();
    void closeSilently(const char* by, const QString& outcome);
    [[nodiscard]] base::Result<void> receipt(EventKind kind);
    void addNote(const QString& text);
    /// Nobody owns it any more; the customer is told and waits.
    void queueAgain(int text, const QString& key);

    Turn& m_turn;
};

} // namespace engine
