// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/answers.h"

#include "base/json.h"

namespace gateway {

namespace {

using base::JsonWriter;
using engine::EventKind;

void writeButtons(JsonWriter& json, const QList<engine::Option>& options)
{
    json.key("buttons").beginArray();
    for (const auto& option : options)
        json.beginObject().member("text", option.text).member("value", option.value).endObject();
    json.endArray();
}

void writeAnswer(JsonWriter& json, const desk::Answer& answer)
{
    json.member("reply", answer.reply).member("stage", answer.stage);
    writeButtons(json, answer.options);
    json.member("conversationId", base::conversationCode(answer.conversation))
        .member("seq", answer.seq.value);
}

const char* handledBy(engine::Mode mode)
{
    switch (mode) {
    case engine::Mode::Waiting: return "waiting";
    case engine::Mode::Human: return "human";
    case engine::Mode::Bot:
    case engine::Mode::Closed: break;
    }
    return "bot";
}

const char* kindOf(EventKind kind)
{
    switch (kind) {
    case EventKind::OptionChosen: return "option";
    case EventKind::HandoffRequested:
    case EventKind::TakenOver:
    case EventKind::Transferred:
    case EventKind::ReturnedToQueue:
    case EventKind::GivenBack: return "state";
    case EventKind::Closed: return "closed";
    case EventKind::Erased: return "erased";
    default: return "message";
    }
}

/// But for its place.
void writeEvent(JsonWriter& json, const desk::CustomerEvent& event)
{
    const char* kind = kindOf(event.kind);
    json.member("time", base::toIso(event.time))
        .member("kind", kind)
        .member("from", engine::actorName(event.actor));
    if (!event.text.isEmpty())
        json.member("text", event.text);
    if (!event.options.isEmpty())
        writeButtons(json, event.options);
    if (!event.clientMessageId.isEmpty())
        json.member("clientMessageId", event.clientMessageId);
    if (!event.agentName.isEmpty())
        json.member("agentName", event.agentName);
    if (!event.language.isEmpty())
        json.member("lang", event.language);
    if (std::string_view(kind) == "state")
        json.member("stage", event.stage).member("handledBy", handledBy(event.mode));
}

std::string frame(const char* kind, const std::string& id, const std::string& data)
{
    std::string text;
    if (!id.empty())
        text += "id: " + id + '\n';
    return text + "event: " + kind + "\ndata: " + data + "\n\n";
}

} // namespace

http::Response refusalResponse(const Refusal& refusal, std::uint64_t requestId,
                               std::string_view field)
{
    JsonWriter json;
    json.beginObject().member("ok", false).key("error").beginObject();
    json.member("code", refusal.code)
        .member("message", refusal.message)
        .member("requestId", std::to_string(requestId));
    if (!field.empty())
        json.member("field", field);
    json.endObject().endObject();
    http::Response response{.status = refusal.status, .body = json.take()};
    if (refusal.retryAfterSeconds > 0)
        response.headers.push_back({"Retry-After", std::to_string(refusal.retryAfterSeconds)});
    return response;
}

std::string greetingJson(const desk::Greeting& greeting)
{
    JsonWriter json;
    json.beginObject().member("ok", true).member("sessionId", greeting.session.value);
    json.member("csrfToken", greeting.csrfToken).member("customerId", greeting.customer.value);
    json.member("greeting", greeting.answer.reply);
    writeAnswer(json, greeting.answer);
    json.endObject();
    return json.take();
}

std::string answerJson(const desk::Answer& answer, qint64 latencyMs)
{
    JsonWriter json;
    json.beginObject().member("ok", true);
    writeAnswer(json, answer);
    json.member("latencyMs", latencyMs).member("handledBy", answer.handledBy).endObject();
    return json.take();
}

std::string sessionJson(const desk::SessionInfo& info)
{
    JsonWriter json;
    json.beginObject().member("ok", true).member("valid", info.isValid);
    if (info.isValid) {
        json.member("stage", info.handling.stage).member("expiresAt", base::toIso(info.expires));
        json.member("conversationId", base::conversationCode(info.conversation));
    } else {
        json.key("stage").null().key("expiresAt").null();
    }
    json.endObject();
    return json.take();
}

std::string transcriptJson(const desk::Transcript& transcript)
{
    JsonWriter json;
    json.beginObject().member("ok", true);
    json.member("conversationId", base::conversationCode(transcript.conversation));
    json.key("messages").beginArray();
    for (const auto& event : transcript.events) {
        json.beginObject().member("seq", event.seq.value);
        writeEvent(json, event);
        json.endObject();
    }
    json.endArray().key("next");
    if (transcript.next)
        json.value(transcript.next->value);
    else
        json.null();
    json.member("cut", transcript.isCut).endObject();
    return json.take();
}

std::string eventFrame(const desk::CustomerEvent& event)
{
    const std::string code = base::conversationCode(event.conversation).toStdString();
    JsonWriter json;
    json.beginObject().member("seq", event.seq.value).member("conversationId", code);
    writeEvent(json, event);
    json.endObject();
    return frame(kindOf(event.kind), code + ':' + std::to_string(event.seq.value), json.text());
}

std::string newsFrame(const desk::CustomerNews& news)
{
    using Kind = desk::CustomerNews::Kind;
    JsonWriter json;
    json.beginObject().member("conversationId", base::conversationCode(news.conversation));
    const char* kind = "";
    switch (news.kind) {
    case Kind::Typing:
        kind = "typing";
        json.member("from", "agent").member("on", news.isOn);
        break;
    case Kind::Presence:
        kind = "presence";
        json.member("agentOnline", news.isOn);
        break;
    case Kind::Receipt:
        kind = "receipt";
        json.member("delivered", news.delivered).member("seen", news.seen);
        break;
    case Kind::Goodbye: kind = "goodbye"; break;
    case Kind::Changed:
    case Kind::Conversation:
    case Kind::Erased: return {};
    }
    json.endObject();
    return frame(kind, {}, json.text());
}

std::string stateFrame(base::ConversationId conversation, const desk::Handling& handling)
{
    JsonWriter json;
    json.beginObject().member("conversationId", base::conversationCode(conversation));
    json.member("kind", "state")
        .member("stage", handling.stage)
        .member("handledBy", handledBy(handling.mode));
    if (!handling.agentName.isEmpty())
        json.member("agentName", handling.agentName);
    if (handling.waitMinutes > 0)
        json.member("waitMinutes", handling.waitMinutes);
    json.endObject();
    return frame("state", {}, json.text());
}

std::string farewellFrame()
{
    return frame("goodbye", {}, "{}");
}

std::string conversationFrame(base::ConversationId conversation)
{
    JsonWriter json;
    json.beginObject().member("conversationId", base::conversationCode(conversation)).endObject();
    return frame("conversation", {}, json.text());
}

} // namespace gateway
