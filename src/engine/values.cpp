// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/values.h"

#include <QLatin1StringView>

#include <array>

namespace engine {

namespace {

constexpr std::array kEventKinds{"customer_message",
                                 "option_chosen",
                                 "bot_message",
                                 "agent_message",
                                 "note",
                                 "stage_changed",
                                 "handoff_requested",
                                 "taken_over",
                                 "transferred",
                                 "returned_to_queue",
                                 "given_back",
                                 "contact_left",
                                 "rated",
                                 "delivered",
                                 "seen",
                                 "closed",
                                 "erased",
                                 "redacted",
                                 "ai_call"};
constexpr std::array kActors{"customer", "bot", "agent", "system"};
constexpr std::array kModes{"bot", "waiting", "human", "closed"};
constexpr std::array kInputKinds{"begin",         "message", "option",   "take_over",
                                 "agent_message", "note",    "transfer", "return_to_queue",
                                 "give_back",     "close",   "leave",    "idle",
                                 "delivered",     "seen",    "erase",    "helped"};

template <class Enum, std::size_t N>
std::optional<Enum> enumOfName(const std::array<const char*, N>& names, QStringView name) noexcept
{
    for (std::size_t i = 0; i < N; ++i) {
        if (name == QLatin1StringView(names[i]))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

const char* eventKindName(EventKind kind) noexcept
{
    return kEventKinds[static_cast<std::size_t>(kind)];
}
std::optional<EventKind> eventKindOfName(QStringView name) noexcept
{
    return enumOfName<EventKind>(kEventKinds, name);
}
const char* aiPurposeName(AiPurpose purpose) noexcept
{
    switch (purpose) {
    case AiPurpose::Understand: return "understand";
    case AiPurpose::Explain: return "explain";
    case AiPurpose::Propose: return "propose";
    case AiPurpose::Word: break;
    }
    return "word";
}
const char* actorName(Actor actor) noexcept
{
    return kActors[static_cast<std::size_t>(actor)];
}
std::optional<Actor> actorOfName(QStringView name) noexcept
{
    return enumOfName<Actor>(kActors, name);
}
const char* modeName(Mode mode) noexcept
{
    return kModes[static_cast<std::size_t>(mode)];
}
std::optional<Mode> modeOfName(QStringView name) noexcept
{
    return enumOfName<Mode>(kModes, name);
}
const char* inputKindName(Input::Kind kind) noexcept
{
    return kInputKinds[static_cast<std::size_t>(kind)];
}
std::optional<Input::Kind> inputKindOfName(QStringView name) noexcept
{
    return enumOfName<Input::Kind>(kInputKinds, name);
}

} // namespace engine
