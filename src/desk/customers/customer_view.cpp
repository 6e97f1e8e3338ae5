// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/customers/customer_view.h"

#include "engine/recording.h"

namespace desk {

namespace {

engine::Mode modeAfter(const store::EventRow& event)
{
    using engine::EventKind;
    using engine::Mode;
    switch (event.kind) {
    case EventKind::HandoffRequested:
    case EventKind::ReturnedToQueue: return Mode::Waiting;
    case EventKind::TakenOver:
    case EventKind::AgentMessage: return Mode::Human;
    case EventKind::Transferred:
        return engine::payloadNumber(event.payload, "to") > 0 ? Mode::Human : Mode::Waiting;
    case EventKind::Closed:
    case EventKind::Erased: return Mode::Closed;
    default: return Mode::Bot;
    }
}

base::PersonId personOf(const store::EventRow& event)
{
    const char* key = event.kind == engine::EventKind::Transferred ? "to" : "person";
    return base::PersonId{engine::payloadNumber(event.payload, key)};
}

} // namespace

CustomerEvent customerEvent(const Context& context, const store::EventRow& event)
{
    const engine::Mode mode = modeAfter(event);
    CustomerEvent seen{.conversation = event.conversation,
                       .seq = event.customerSeq,
                       .time = event.time,
                       .kind = event.kind,
                       .actor = event.actor,
                       .clientMessageId = event.clientMessageId,
                       .stage = engine::payloadText(event.payload, "stage"),
                       .mode = mode};
    const bool isSummary = event.kind == engine::EventKind::Transferred;
    if (!isSummary) // what one agent wrote to another is not the customer's
        seen.text = event.text;
    if (event.kind == engine::EventKind::BotMessage) {
        seen.options = engine::payloadOptions(event.payload);
        seen.language = engine::payloadText(event.payload, "lang");
    }
    if (mode == engine::Mode::Human)
        seen.agentName = context.nameOf(personOf(event));
    return seen;
}

} // namespace desk
