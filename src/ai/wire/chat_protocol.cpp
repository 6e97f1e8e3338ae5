// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/chat_protocol.h"

#include "ai/wire/chat_stream.h"
#include "ai/wire/profiles.h"
#include "base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ai {

namespace {

const char* roleName(Role role)
{
    switch (role) {
    case Role::System: return "system";
    case Role::Assistant: return "assistant";
    case Role::User: break;
    }
    return "user";
}

void writeImage(base::JsonWriter& json, const Image& image)
{
    // Base64 and a media type need no escapes.
    const QByteArray base64 = image.bytes.toBase64();
    std::string url;
    url.reserve(image.mediaType.size() + static_cast<std::size_t>(base64.size()) + 16);
    url.append("\"data:").append(image.mediaType).append(";base64,");
    url.append(base64.constData(), static_cast<std::size_t>(base64.size())).append("\"");
    json.beginObject().member("type", "image_url").key("image_url").beginObject().key("url");
    json.raw(url).endObject().endObject();
}

void writeMessage(base::JsonWriter& json, const Message& message)
{
    json.beginObject().member("role", roleName(message.role)).key("content");
    if (message.images.empty()) {
        json.value(std::string_view(message.text)).endObject();
        return;
    }
    json.beginArray();
    if (!message.text.empty())
        json.beginObject()
            .member("type", "text")
            .member("text", std::string_view(message.text))
            .endObject();
    for (const Image& image : message.images)
        writeImage(json, image);
    json.endArray().endObject();
}

bool isClosed(const QJsonValue& schema);

bool isClosedObject(const QJsonObject& object)
{
    const QJsonObject properties = object.value(QLatin1String("properties")).toObject();
    const QJsonArray required = object.value(QLatin1String("required")).toArray();
    const QStringList names = properties.keys();
    return object.value(QLatin1String("additionalProperties")) == QJsonValue(false) &&
           std::ranges::all_of(names, [&](const QString& name) { return required.contains(name); });
}

/// https://platform.openai.com/docs/guides/structured-outputs, "All fields must be required" and
/// "additionalProperties: false must always be set".
bool isClosed(const QJsonValue& schema)
{
    if (schema.isArray()) {
        const QJsonArray array = schema.toArray();
        return std::ranges::all_of(array, [](const auto& item) { return isClosed(item); });
    }
    const QJsonObject object = schema.toObject();
    if (object.value(QLatin1String("type")) == QLatin1String("object") && !isClosedObject(object))
        return false;
    return std::ranges::all_of(object, [](const auto& item) { return isClosed(item); });
}

void writeSchema(base::JsonWriter& json, const Schema& schema)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(schema.json));
    json.key("response_format").beginObject().member("type", "json_schema");
    json.key("json_schema").beginObject().member("name", std::string_view(schema.name));
    json.member("strict", isClosed(document.object())).key("schema").raw(schema.json);
    json.endObject().endObject();
}

void writeTools(base::JsonWriter& json, const std::vector<Tool>& tools)
{
    json.key("tools").beginArray();
    for (const Tool& tool : tools) {
        json.beginObject().member("type", "function").key("function").beginObject();
        json.member("name", std::string_view(tool.name));
        json.member("description", std::string_view(tool.description));
        json.key("parameters").raw(tool.parametersJson).endObject().endObject();
    }
    json.endArray();
}

} // namespace

std::string chatBody(const Endpoint& endpoint, const ChatRequest& request,
                     const RequestTraits& traits)
{
    const ProfileTraits& profile = traitsOf(endpoint.profile);
    base::JsonWriter json;
    json.beginObject();
    if (!endpoint.model.empty())
        json.member("model", std::string_view(endpoint.model));
    json.key("messages").beginArray();
    for (const Message& message : request.messages)
        writeMessage(json, message);
    json.endArray();
    if (request.maxTokens > 0)
        json.member(profile.maxTokens, request.maxTokens);
    if (request.temperature)
        json.member("temperature", *request.temperature);
    if (request.schema)
        writeSchema(json, *request.schema);
    if (!request.tools.empty())
        writeTools(json, request.tools);
    const bool isStreamed = request.delivery == Delivery::Streamed;
    json.member("stream", isStreamed);
    if (isStreamed && traits.wantsUsage && profile.takesUsageOption)
        json.key("stream_options").beginObject().member("include_usage", true).endObject();
    json.endObject();
    return json.take();
}

WireRequest ChatProtocol::request(const Endpoint& endpoint, const ChatRequest& request,
                                  const RequestTraits& traits) const
{
    const bool isStreamed = request.delivery == Delivery::Streamed;
    return {
        .url = chatUrl(endpoint).value_or(std::string()),
        .headers = {{"Content-Type", "application/json"},
                    {"Accept",
                     isStreamed ? "text/event-stream, application/json" : "application/json"},
                    {"User-Agent", "Relevo/" RELEVO_VERSION}},
        .body = std::make_shared<const std::string>(chatBody(endpoint, request, traits)),
        .connectTimeout = request.deadlines.connect,
    };
}

Header ChatProtocol::secret(const Endpoint& endpoint, std::string_view key) const
{
    if (key.empty())
        return {};
    const std::string_view name = traitsOf(endpoint.profile).keyHeader;
    const std::string_view scheme = name == "Authorization" ? "Bearer " : "";
    return {std::string(name), std::string(scheme) + std::string(key)};
}

std::unique_ptr<AnswerReader> ChatProtocol::reader(const Endpoint& endpoint,
                                                   const WireHead& head) const
{
    return std::make_unique<ChatStream>(ChatStream::Setting{
        .status = head.status,
        .contentType = std::string(headerValue(head.headers, "Content-Type").value_or("")),
        .expectsDone = traitsOf(endpoint.profile).endsWithDone});
}

} // namespace ai
