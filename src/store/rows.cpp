// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.h"

namespace store {

// The codes on disk are the enumerations' numbers: append, never renumber.
using engine::Actor;
using engine::EventKind;
using engine::Mode;
static_assert(int(Mode::Bot) == 0 && int(Mode::Waiting) == 1 && int(Mode::Human) == 2 &&
              int(Mode::Closed) == 3);
static_assert(int(Actor::Customer) == 0 && int(Actor::Bot) == 1 && int(Actor::Agent) == 2 &&
              int(Actor::System) == 3);
static_assert(int(TurnOf::Us) == 0 && int(TurnOf::Customer) == 1);
static_assert(int(EventKind::CustomerMessage) == 0 && int(EventKind::OptionChosen) == 1 &&
              int(EventKind::BotMessage) == 2 && int(EventKind::AgentMessage) == 3 &&
              int(EventKind::Note) == 4 && int(EventKind::StageChanged) == 5 &&
              int(EventKind::HandoffRequested) == 6 && int(EventKind::TakenOver) == 7 &&
              int(EventKind::Transferred) == 8 && int(EventKind::ReturnedToQueue) == 9 &&
              int(EventKind::GivenBack) == 10 && int(EventKind::ContactLeft) == 11 &&
              int(EventKind::Rated) == 12 && int(EventKind::Delivered) == 13 &&
              int(EventKind::Seen) == 14 && int(EventKind::Closed) == 15 &&
              int(EventKind::Erased) == 16 && int(EventKind::Redacted) == 17 &&
              int(EventKind::AiCall) == 18);

namespace {

std::optional<base::WallTime> timeOrNothing(const Statement& row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return base::fromMs(row.number(column));
}

QStringView shortened(const QString& text)
{
    constexpr qsizetype kLastTextLimit = 120;
    QStringView view = QStringView(text).left(kLastTextLimit);
    if (view.size() < text.size() && view.back().isHighSurrogate())
        view.chop(1);
    return view;
}

} // namespace

std::optional<qint64> msOrNull(const std::optional<base::WallTime>& time)
{
    return time ? std::optional(base::toMs(*time)) : std::nullopt;
}

ConversationRow conversationRow(const Statement& row, WithState state)
{
    ConversationRow c;
    c.id = {row.number(0)};
    c.ulid = row.text(1);
    c.customer = {row.text(2)};
    c.created = base::fromMs(row.number(3));
    c.flowVersion = row.small(4);
    c.lastSeq = {row.number(5)};
    c.lastCustomerSeq = {row.number(6)};
    c.controlSeq = {row.number(7)};
    c.customerTime = base::fromMs(row.number(8));
    c.isDemo = row.truth(9);
    c.isErased = row.truth(10);
    c.summary.mode = static_cast<Mode>(row.small(11));
    c.summary.owner = {row.number(12)};
    c.summary.stage = row.text(13);
    c.summary.language = row.text(14);
    c.summary.name = row.text(15);
    c.summary.lastText = row.text(16);
    c.summary.lastTime = base::fromMs(row.number(17));
    c.summary.turnOf = static_cast<TurnOf>(row.small(18));
    c.summary.waitingSince = timeOrNothing(row, 19);
    c.summary.mood = row.small(20);
    c.summary.priority = row.small(21);
    c.summary.closedTime = timeOrNothing(row, 22);
    c.summary.outcome = row.text(23);
    if (state == WithState::Yes)
        c.state = row.blob(25);
    return c;
}

EventRow eventRow(const Statement& row)
{
    EventRow e;
    e.conversation = {row.number(0)};
    e.seq = {row.number(1)};
    e.customerSeq = {row.number(2)};
    e.time = base::fromMs(row.number(3));
    e.kind = static_cast<EventKind>(row.small(4));
    e.actor = static_cast<Actor>(row.small(5));
    e.payload = row.blob(6);
    e.isErased = row.number(7) > 0 && row.isNull(8);
    e.text = row.text(9);
    e.clientMessageId = row.text(10);
    return e;
}

void bindSummary(Statement& statement, const Summary& s)
{
    const base::WallTime waitFrom = s.waitingSince.value_or(s.lastTime);
    statement.bindAll(static_cast<int>(s.mode), s.owner.value, s.stage, s.language, s.name,
                      shortened(s.lastText), base::toMs(s.lastTime), static_cast<int>(s.turnOf),
                      msOrNull(s.waitingSince), base::toMs(waitFrom), s.mood, s.priority,
                      msOrNull(s.closedTime), s.outcome);
}

bool isMessage(EventKind kind) noexcept
{
    return kind == EventKind::CustomerMessage || kind == EventKind::OptionChosen ||
           kind == EventKind::BotMessage || kind == EventKind::AgentMessage;
}

} // namespace store
