// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/study/replay.h"

#include "engine/engine.h"

namespace engine {

namespace {

QString described(const Event& event)
{
    return QStringLiteral("%1 %2 %3")
        .arg(QLatin1StringView(eventKindName(event.kind)), QString::fromUtf8(event.payload),
             event.text);
}

/// Where two lists of events part; nothing where they are the same.
std::optional<std::pair<QString, QString>> difference(const std::vector<Event>& old,
                                                      const std::vector<Event>& now)
{
    const auto count = std::max(old.size(), now.size());
    for (std::size_t i = 0; i < count; ++i) {
        const QString before = i < old.size() ? described(old[i]) : QStringLiteral("(nothing)");
        const QString after = i < now.size() ? described(now[i]) : QStringLiteral("(nothing)");
        if (before != after)
            return std::pair(before, after);
    }
    return std::nullopt;
}

} // namespace

ReplayResult replay(const Flow& flow, const std::vector<RecordedTurn>& turns)
{
    ReplayResult result;
    State state;
    const auto differs = [&result](std::size_t at, const QString& before, const QString& after) {
        result.outcome = ReplayResult::Outcome::Different;
        result.differentAt = static_cast<int>(at);
        result.before = before;
        result.after = after;
        return result;
    };
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const auto& turn = turns[i];
        if (!turn.isReplayable) {
            result.outcome = ReplayResult::Outcome::NotReplayable;
            return result;
        }
        const auto decision = step(flow, state, turn.input, turn.facts);
        if (!decision)
            return differs(i, turn.stageAfter,
                           QLatin1StringView(base::codeName(decision.error().code)) +
                               QStringLiteral(": ") + decision.error().detail);
        ++result.turns;
        if (decision->next.stage != turn.stageAfter)
            return differs(i, turn.stageAfter, decision->next.stage);
        if (!turn.rule.isEmpty() && decision->record.rule != turn.rule)
            return differs(i, turn.rule, decision->record.rule);
        const auto parted = turn.hasText && !turn.events.empty()
                                ? difference(turn.events, decision->events)
                                : std::nullopt;
        if (parted)
            return differs(i, parted->first, parted->second);
        state = decision->next;
    }
    return result;
}

} // namespace engine
