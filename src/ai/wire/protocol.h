// SPDX-License-Identifier: GPL-3.0-or-later
// The seam between the client and what servers speak: a request becomes bytes, and bytes become
// content, usage, and an end. The client knows no JSON of any server.
#pragma once

#include "ai/values.h"
#include "ai/wire/transport.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ai {

/// What a server's error means for us, from its status, its code and its words.
enum class ErrorClass {
    RateLimited,
    Quota,         ///< insufficient_quota, 402: waiting does not help
    Server,        ///< its own fault, 5xx
    Overloaded,    ///< 503, 529
    TooLong,       ///< context_length_exceeded
    ContentFilter, ///< its policy does not allow the question or the answer
    Auth,          ///< 401, 403
    NotFound,      ///< no such model or address
    UnknownField,  ///< it does not know stream_options
    BadRequest,    ///< anything else that is our request's fault
    Protocol,      ///< no answer of this protocol at all: a web page, another media type, no JSON
};
[[nodiscard]] const char* errorClassName(ErrorClass kind) noexcept;

struct ServerError {
    ErrorClass kind = ErrorClass::Server;
    std::string code;    ///< the server's own word; empty where there is none
    std::string excerpt; ///< at most 200 characters of what it said, not yet masked
    bool operator==(const ServerError&) const = default;
};

/// What is known of an answer so far.
struct AnswerState {
    enum class Status {
        Reading,
        Complete,  ///< [DONE], or a clean end after a finish reason: nothing more is read
        Truncated, ///< it ended without either
        Failed,    ///< `error` says how
    };
    Status status = Status::Reading;
    std::string finish; ///< stop, length, tool_calls, content_filter …; empty: not told yet
    std::optional<Usage> usage;
    std::vector<ToolCall> toolCalls;
    std::optional<ServerError> error;
};

/// Hears the answer's text, in order.
class ContentSink
{
public:
    virtual ~ContentSink() = default;
    /// Never empty, valid UTF-8; the view lives until the return. The reader must outlive it.
    virtual void content(std::string_view text) = 0;
};

/// Reads one answer. How its bytes are cut makes no difference.
class AnswerReader
{
public:
    virtual ~AnswerReader() = default;
    /// Calls after the state left Reading are ignored.
    virtual void feed(std::string_view bytes, ContentSink& sink) = 0;
    /// The exchange ended (Clean, Truncated or Reset): the state leaves Reading.
    virtual void close(WireEnd end, ContentSink& sink) = 0;
    [[nodiscard]] virtual const AnswerState& state() const = 0;
};

/// Which parts of a request a server is known not to take.
struct RequestTraits {
    bool wantsUsage = true; ///< stream_options.include_usage, where the profile supports it
};

class Protocol
{
public:
    virtual ~Protocol() = default;
    /// Everything but key and idempotency key. The same request gives the same bytes.
    [[nodiscard]] virtual WireRequest request(const Endpoint& endpoint, const ChatRequest& request,
                                              const RequestTraits& traits) const = 0;
    /// The header that carries a key to this endpoint.
    [[nodiscard]] virtual Header secret(const Endpoint& endpoint, std::string_view key) const = 0;
    /// For any status: of an error it reads what the server said, and ends Failed.
    [[nodiscard]] virtual std::unique_ptr<AnswerReader> reader(const Endpoint& endpoint,
                                                               const WireHead& head) const = 0;
};

} // namespace ai
