// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/attempt_end.h"
#include "ai/wire/chat_protocol.h"
#include "ai/wire/event_stream.h"
#include "ai/wire/profiles.h"
#include "app/commands/ai_chat.h"
#include "app/commands/ai_report.h"
#include "app/commands/command_lists.h"
#include "base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace app {

namespace {

/// One line of input: chunks of bytes, as they came from a server.
struct Recorded {
    QJsonObject row;
    std::vector<QByteArray> chunks;
    qsizetype bytes = 0;
};

base::Result<Recorded> recordedIn(const QByteArray& line)
{
    QJsonParseError fault;
    Recorded recorded{.row = QJsonDocument::fromJson(line, &fault).object()};
    if (fault.error != QJsonParseError::NoError)
        return base::fail(base::Code::Invalid, fault.errorString());
    const QJsonArray chunks = recorded.row.value(QLatin1String("chunks_b64")).toArray();
    for (const auto& chunk : chunks) {
        auto decoded = QByteArray::fromBase64Encoding(chunk.toString().toLatin1(),
                                                      QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return base::fail(base::Code::Invalid, QStringLiteral("chunks_b64"));
        recorded.bytes += decoded.decoded.size();
        recorded.chunks.push_back(std::move(decoded.decoded));
    }
    return recorded;
}

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// For each line of the input one line of output.
Exit eachRecorded(CommandContext& context,
                  const std::function<void(const Recorded&, base::JsonWriter&)>& answer)
{
    if (!context.given.has(QStringLiteral("jsonl")))
        return context.usage();
    return eachLine(context, QStringLiteral("-"),
                    [&](const QByteArray& line, qint64 number) -> std::optional<Exit> {
                        const auto recorded = recordedIn(line);
                        if (!recorded)
                            return context.fail(
                                {recorded.error().code, QStringLiteral("%1: %2").arg(number).arg(
                                                            recorded.error().detail)});
                        base::JsonWriter json;
                        json.beginObject().member("id", recorded->row.value(QLatin1String("id")));
                        answer(*recorded, json);
                        json.endObject();
                        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
                        return std::nullopt;
                    });
}

// ---- parse-events ----

class EventPrinter final : public ai::EventSink
{
public:
    explicit EventPrinter(base::JsonWriter& json) : m_json(json) {}
    bool event(const ai::StreamEvent& event) override
    {
        m_json.beginObject()
            .member("event", event.name)
            .member("data", event.data)
            .member("id", event.id)
            .endObject();
        return true;
    }

private:
    base::JsonWriter& m_json;
};

Exit parseEvents(CommandContext& context)
{
    return eachRecorded(context, [](const Recorded& recorded, base::JsonWriter& json) {
        json.key("events").beginArray();
        EventPrinter printer(json);
        ai::EventStream stream;
        bool isShort = true;
        for (const QByteArray& chunk : recorded.chunks)
            isShort = stream.feed(viewOf(chunk), printer) && isShort;
        json.endArray();
        if (!isShort)
            json.member("error", "too_long");
    });
}

// ---- parse-chat ----

/// As an object, or as a list of pairs where a name comes twice.
ai::Headers headersIn(const QJsonValue& value)
{
    ai::Headers headers;
    const auto add = [&headers](const QString& name, const QJsonValue& is) {
        headers.push_back({name.toStdString(), is.toVariant().toString().toStdString()});
    };
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        add(it.key(), it.value());
    for (const auto& pair : value.toArray())
        add(pair[0].toString(), pair[1]);
    return headers;
}

/// "end" says how the connection ended; a body shorter than promised was cut.
ai::WireEnd endOf(const Recorded& recorded, const ai::Headers& headers)
{
    const QString end = recorded.row.value(QLatin1String("end")).toString();
    if (end == QLatin1String("reset"))
        return ai::WireEnd::Reset;
    const auto promised = ai::headerValue(headers, "content-length").value_or("0");
    const QByteArray digits(promised.data(), static_cast<qsizetype>(promised.size()));
    const bool isCoded = ai::headerValue(headers, "content-encoding").has_value();
    const bool isShort = !isCoded && digits.toLongLong() > recorded.bytes;
    return isShort || end == QLatin1String("truncated") ? ai::WireEnd::Truncated
                                                        : ai::WireEnd::Clean;
}

class Deltas final : public ai::ContentSink
{
public:
    void content(std::string_view text) override { all.emplace_back(text); }
    std::vector<std::string> all;
};

void parseOne(const Recorded& recorded, base::JsonWriter& json)
{
    const auto named = recorded.row.value(QLatin1String("profile")).toString().toStdString();
    const ai::Endpoint endpoint{.profile = ai::profileNamed(named).value_or(ai::Profile::OpenAi)};
    const ai::WireHead head{.status = recorded.row.value(QLatin1String("status")).toInt(200),
                            .headers = headersIn(recorded.row.value(QLatin1String("headers")))};
    const auto reader = ai::ChatProtocol().reader(endpoint, head);
    Deltas deltas;
    for (const QByteArray& chunk : recorded.chunks)
        reader->feed(viewOf(chunk), deltas);
    reader->close(endOf(recorded, head.headers), deltas);

    std::string text;
    for (const auto& delta : deltas.all)
        text += delta;
    const ai::AttemptEnd end{.how = ai::AttemptEnd::How::Read,
                             .answer = reader->state(),
                             .status = head.status,
                             .hasContent = !text.empty()};
    const auto judged = ai::judge(end, {.isDelivered = !text.empty(), .partial = text});
    json.member("outcome", ai::outcomeName(judged.outcome)).member("text", std::string_view(text));
    json.key("items").beginArray();
    for (const auto& delta : deltas.all)
        json.value(std::string_view(delta));
    json.endArray();
    writeAnswer(json, reader->state());
    if (const auto& error = reader->state().error)
        json.key("error")
            .beginObject()
            .member("class", ai::errorClassName(error->kind))
            .member("code", std::string_view(error->code))
            .member("excerpt", std::string_view(error->excerpt))
            .endObject();
}

Exit parseChat(CommandContext& context)
{
    return eachRecorded(context, parseOne);
}

} // namespace

std::vector<Command> aiCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {
        {s("ai chat"),
         s("--base-url URL --model MODEL --message TEXT [--system TEXT] [--image FILE] "
           "[--schema FILE] [--stream] [--fallback URL] [--fallback-model MODEL] "
           "[--profile NAME] [--timeout SECONDS]"),
         QT_TRANSLATE_NOOP("relevoctl",
                           "Asks an AI server and tells how that ended. The key comes from "
                           "OPENAI_API_KEY or the file that OPENAI_API_KEY_FILE names; local "
                           "servers need none"),
         {{s("base-url"), true},
          {s("model"), true},
          {s("message"), true},
          {s("system"), true},
          {s("image"), true},
          {s("schema"), true},
          {s("stream"), false},
          {s("fallback"), true},
          {s("fallback-model"), true},
          {s("profile"), true},
          {s("timeout"), true}},
         Needs::Nothing,
         0,
         0,
         aiChat},
        {s("ai parse-events"),
         s("--jsonl"),
         QT_TRANSLATE_NOOP("relevoctl",
                           "Reads recorded event streams, one a line ({\"id\",\"chunks_b64\"}), "
                           "and prints their events"),
         {{s("jsonl"), false}},
         Needs::Nothing,
         0,
         0,
         parseEvents},
        {s("ai parse-chat"),
         s("--jsonl"),
         QT_TRANSLATE_NOOP("relevoctl",
                           "Reads recorded answers of AI servers, one a line "
                           "({\"id\",\"status\",\"headers\",\"chunks_b64\"}), and prints what "
                           "they say"),
         {{s("jsonl"), false}},
         Needs::Nothing,
         0,
         0,
         parseChat},
    };
}

} // namespace app
