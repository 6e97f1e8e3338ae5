// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into a call of the AI client and what comes out. Plain values, any thread.
#pragma once

#include "base/clock.h"

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ai {

/// Whom a call keeps waiting. Slowness in one lane says nothing about the other.
enum class Lane {
    Turn,  ///< a customer waits for this turn's answer, with a short deadline
    Other, ///< help for the agent, work in the background
};

/// Who is served first where calls queue.
enum class Priority { Interactive, Background };

enum class Role { System, User, Assistant };

struct Image {
    QByteArray bytes;      ///< encoded, as in the file
    std::string mediaType; ///< image/jpeg, image/png, image/webp
    bool operator==(const Image&) const = default;
};

/// How a message's text is written, which masking has to know.
enum class Form : std::uint8_t {
    Text,
    Json, ///< JSON, or several behind one another: what people wrote stands in its strings
};

struct Message {
    Role role = Role::User;
    std::string text;
    std::vector<Image> images = {};
    Form form = Form::Text;
    std::string before = {}; ///< what was said right before: the masking hears it, it is never sent
    bool operator==(const Message&) const = default;
};

/// The answer is to be JSON that keeps to a schema (json-schema.org, the words that
/// client/json_schema.h lists).
struct Schema {
    std::string name; ///< letters, digits, _ and -
    std::string json;
    bool operator==(const Schema&) const = default;
};

/// A function that the model may ask for.
struct Tool {
    std::string name;
    std::string description;
    std::string parametersJson; ///< a JSON schema
    bool operator==(const Tool&) const = default;
};

enum class Delivery {
    Streamed, ///< in deltas as they come
    Whole,    ///< the server answers with one JSON
};

/// How long a call may take. The last two count from the call's start and cover the queue, every
/// attempt and every endpoint; the others are those of one attempt.
struct Deadlines {
    base::milliseconds connect{5'000}; ///< name, TCP and TLS
    base::milliseconds firstContent{
        20'000};                            ///< from the body's last byte sent to the first content
    base::milliseconds contentIdle{30'000}; ///< between contents
    base::milliseconds bytesIdle{60'000};   ///< between bytes in either direction
    base::milliseconds slowAfter{10'000};   ///< a first content later than this counts as slow
    std::optional<base::milliseconds> callFirstContent; ///< to the first content of the whole call
    base::milliseconds total{120'000};
    bool operator==(const Deadlines&) const = default;
};
/// 60 s to the first content where images are sent, and slow after 30 s.
[[nodiscard]] Deadlines deadlinesWithImages();
/// Those of a customer's turn: 1.8 s to the first content, 8 s in all.
[[nodiscard]] Deadlines deadlinesOfTurn();

struct ChatRequest {
    Lane lane = Lane::Other;
    Priority priority = Priority::Interactive;
    std::string purpose; ///< one word for trace and figures, for instance "suggest_reply"
    /// One a user's action: the same action sent again carries the same key. Empty: one is made.
    std::string idempotencyKey;
    std::vector<Message> messages;
    std::vector<std::string> names; ///< of people in the conversation, for the masking; never sent
    std::optional<Schema> schema;
    std::vector<Tool> tools;
    std::optional<double> temperature;
    int maxTokens = 1024; ///< of the answer
    Delivery delivery = Delivery::Streamed;
    Deadlines deadlines;
};

/// The server's kind, where kinds differ: a row in the table of wire/profiles.h.
enum class Profile { OpenAi, Azure, Ollama, LlamaCpp, Vllm, LmStudio, OpenRouter, Groq };

struct Capabilities {
    bool images = false;
    bool schema = false;
    bool tools = false;
    std::int64_t maxContext = 8'192; ///< tokens, question and answer together
    bool operator==(const Capabilities&) const = default;
};

/// In millionths of a currency unit for a million tokens: 0.15 USD a million is 150'000.
struct Price {
    std::int64_t inputPerMillion = 0;
    std::int64_t outputPerMillion = 0;
    bool operator==(const Price&) const = default;
};

/// One model at one server: a link of the chain.
struct Endpoint {
    std::string name; ///< of the server, unique a base address; shown to people
    std::string baseUrl;
    std::string model;
    Profile profile = Profile::OpenAi;
    Capabilities capabilities;
    Price price;
    std::string keyName; ///< under which the key is asked for when a call needs it; empty: no key
    bool operator==(const Endpoint&) const = default;
};

/// Tokens that a server counted, or that we guessed.
struct Usage {
    std::int64_t inputTokens = 0;
    std::int64_t outputTokens = 0;
    bool isEstimated = false;
    bool operator==(const Usage&) const = default;
};

/// A function that the model asks for, complete.
struct ToolCall {
    std::string id;
    std::string name;
    std::string argumentsJson;
    bool operator==(const ToolCall&) const = default;
};

/// Which limit of Deadlines was passed.
enum class Limit { Connect, FirstContent, ContentIdle, BytesIdle, CallFirstContent, Total };

/// Why an endpoint cannot be had now.
enum class Cause {
    BreakerOpen,
    ForcedOpen,
    QueueFull,
    Offline, ///< no network
    ConnectFailed,
    ServerError,
    Quota,      ///< the account has no credit left
    Incapable,  ///< no endpoint can do what is asked: images, schema, tools, length
    NotFound,   ///< the server does not know the model or the address
    NoKey,      ///< the key is missing or locked away
    NoEndpoint, ///< none is configured
    ShuttingDown,
};

struct Completed {
    std::string text;
    Usage usage;
    std::string finish; ///< the server's word: stop, length, tool_calls
    std::vector<ToolCall> toolCalls;
};
struct Truncated {
    std::string partial;
};
struct Refused {
    std::string policy; ///< content_filter, or duplicate: a call with this key is under way
};
struct RateLimited {
    std::optional<base::WallTime> until;
};
struct Unavailable {
    Cause cause = Cause::ServerError;
    std::optional<base::WallTime> until; ///< when another try makes sense
};
struct TimedOut {
    Limit limit = Limit::Total;
    std::string partial; ///< what was delivered before
};
struct Unauthorized {
};
struct BadRequest {
    std::string why; ///< at most 200 characters, masked
};
struct TooLong {
};
struct ProtocolError {
    std::string excerpt; ///< at most 200 characters, masked
};
struct Cancelled {
};
struct OverBudget {
};

/// How a call ended. Exactly one a call.
using Outcome =
    std::variant<Completed, Truncated, Refused, RateLimited, Unavailable, TimedOut, Unauthorized,
                 BadRequest, TooLong, ProtocolError, Cancelled, OverBudget>;

/// The outcome's name in trace, log and figures, for instance "rate_limited".
[[nodiscard]] const char* outcomeName(const Outcome& outcome) noexcept;
[[nodiscard]] const char* laneName(Lane lane) noexcept;
[[nodiscard]] const char* limitName(Limit limit) noexcept;
[[nodiscard]] const char* causeName(Cause cause) noexcept;

/// One request that left, or was about to. Holds no secret and no text of anybody.
struct Attempt {
    std::string endpoint;
    std::string model;
    int status = 0;        ///< 0: no answer came
    std::string requestId; ///< the server's, from x-request-id
    base::milliseconds duration{0};
    base::milliseconds left{0}; ///< of the call's total when it began
    std::string reason;         ///< how it ended, for instance "ok", "503", "first_content"
    Usage usage;
    std::int64_t costMicros = 0;
    bool operator==(const Attempt&) const = default;
};

} // namespace ai
