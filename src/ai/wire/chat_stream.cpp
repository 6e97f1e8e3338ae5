// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/chat_stream.h"

#include "ai/wire/server_errors.h"

#include <algorithm>
#include <utility>

namespace ai {

namespace {

constexpr std::string_view kDone = "[DONE]";
constexpr std::size_t kBeginning = 4096; ///< of what is no answer, for its excerpt
constexpr std::size_t kMostOfRefusal = std::size_t{64} * 1024;
constexpr std::size_t kMostTools = 128;

bool isGood(int status)
{
    return status >= 200 && status < 300;
}

/// Without parameters, in small letters (RFC 9110, section 8.3.1).
std::string mediaType(std::string_view contentType)
{
    std::string type(contentType.substr(0, contentType.find(';')));
    std::erase_if(type, [](char c) { return c == ' ' || c == '\t'; });
    std::ranges::transform(type, type.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return type;
}

char firstOf(std::string_view bytes)
{
    const auto at = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return at == std::string_view::npos ? '\0' : bytes[at];
}

bool isJsonBegin(char c)
{
    return c == '{' || c == '[';
}

} // namespace

ChatStream::ChatStream(Setting setting)
    : m_setting(std::move(setting)), m_events(m_setting.longestEvent)
{
}

void ChatStream::feed(std::string_view bytes, ContentSink& sink)
{
    if (m_state.status != AnswerState::Status::Reading || bytes.empty())
        return;
    m_sink = &sink;
    std::string begin;
    if (m_form == Form::Unknown) {
        m_body += bytes;
        m_form = formOf(m_body);
        if (m_form == Form::Unknown)
            return;
        begin = std::exchange(m_body, {});
        bytes = begin;
    }
    if (m_form != Form::Events || !m_hasEvent)
        gather(bytes);
    if (m_form == Form::Events) {
        if (!m_events.feed(bytes, *this))
            fail(noAnswer("too_long", {}));
        if (m_hasEvent)
            m_body.clear();
    }
    m_sink = nullptr;
}

// By the first byte that says something, so that it makes no difference how they are cut.
ChatStream::Form ChatStream::formOf(std::string_view bytes) const
{
    if (!isGood(m_setting.status))
        return Form::Refusal;
    const std::string type = mediaType(m_setting.contentType);
    const bool isEvents = type == "text/event-stream";
    if (type == "application/json" || type.ends_with("+json"))
        return Form::Whole;
    if (!isEvents && !type.empty())
        return Form::Foreign;
    const char first = firstOf(bytes.substr(0, kBeginning));
    if (first == '\0')
        return bytes.size() < kBeginning ? Form::Unknown : Form::Events;
    if (isJsonBegin(first))
        return Form::Whole;
    if (isEvents)
        return first == '<' ? Form::Foreign : Form::Events;
    // data, event, id, retry, or a comment
    return std::string_view("deir:").find(first) == std::string_view::npos ? Form::Foreign
                                                                           : Form::Events;
}

void ChatStream::gather(std::string_view bytes)
{
    const std::size_t most = m_form == Form::Whole     ? m_setting.longestBody
                             : m_form == Form::Refusal ? kMostOfRefusal
                                                       : kBeginning;
    const std::size_t room = most - m_body.size();
    m_body += bytes.substr(0, room);
    if (m_form == Form::Foreign && m_body.size() == most)
        fail(noAnswer("media_type", m_body));
    else if (m_form == Form::Whole && bytes.size() > room)
        fail(noAnswer("too_long", m_body));
}

bool ChatStream::event(const StreamEvent& event)
{
    m_hasEvent = true;
    if (event.data == kDone) {
        complete();
        return false;
    }
    if (event.name == "error") {
        fail(errorOfAnswer(0, event.data));
        return false;
    }
    if (firstOf(event.data) == '\0')
        return true; // keeps the connection alive
    const ChatChunk* chunk = m_json.read(event.data);
    if (chunk && chunk->isObject)
        takeChunk(*chunk);
    else
        fail(noAnswer("bad_event", event.data));
    return m_state.status == AnswerState::Status::Reading;
}

void ChatStream::takeChunk(const ChatChunk& chunk)
{
    if (chunk.usage)
        m_state.usage = chunk.usage;
    m_isRefusal = m_isRefusal || chunk.isRefusal;
    m_contentBytes += chunk.text.size();
    if (const auto text = m_halves.join(chunk.text, chunk.hasMarks, m_room); !text.empty())
        m_sink->content(text);
    for (const ToolPiece& piece : chunk.tools)
        takeTool(piece, chunk.hasMarks);
    if (m_state.finish.empty() && chunk.finish != "error")
        m_state.finish = chunk.finish;
    if (chunk.error)
        fail(errorOfJson(*chunk.error, 0));
    else if (chunk.finish == "error")
        fail({.kind = ErrorClass::Server, .code = "error"});
    else if (m_contentBytes > m_setting.longestBody || m_toolBytes > m_setting.longestBody ||
             m_state.toolCalls.size() > kMostTools)
        fail(noAnswer("too_long", {}));
}

void ChatStream::takeTool(const ToolPiece& piece, bool hasMarks)
{
    ToolCall& call = callOf(piece);
    if (call.id.empty())
        call.id = piece.id;
    if (call.name.empty())
        call.name = piece.name;
    HalfJoiner lone; // arguments are JSON, whose own escapes are escaped once more: no halves there
    call.argumentsJson += lone.join(piece.arguments, hasMarks, m_room);
    m_toolBytes += piece.id.size() + piece.name.size() + piece.arguments.size();
}

// Pieces belong together by their number. Some servers number nothing, or everything 0, and send
// each call whole: there another id begins another call.
ToolCall& ChatStream::callOf(const ToolPiece& piece)
{
    auto& calls = m_state.toolCalls;
    const int last = m_toolAt.empty() ? 0 : m_toolAt.back();
    const int index = piece.index.value_or(last);
    for (std::size_t i = calls.size(); i-- > 0;) {
        if (m_toolAt[i] != index)
            continue;
        if (piece.id.empty() || calls[i].id.empty() || calls[i].id == piece.id)
            return calls[i];
        break;
    }
    m_toolAt.push_back(index);
    return calls.emplace_back();
}

void ChatStream::close(WireEnd end, ContentSink& sink)
{
    if (m_state.status != AnswerState::Status::Reading)
        return;
    m_sink = &sink;
    const bool isClean = end == WireEnd::Clean;
    if (!isGood(m_setting.status))
        fail(errorOfAnswer(m_setting.status, m_body));
    else if (m_form == Form::Foreign)
        fail(noAnswer("media_type", m_body));
    else if (m_form == Form::Events)
        closeEvents(isClean);
    else if (!isClean)
        m_state.status = AnswerState::Status::Truncated;
    else if (firstOf(m_body) == '\0')
        fail(noAnswer("empty_body", {}));
    else
        closeWhole();
    m_sink = nullptr;
}

void ChatStream::closeEvents(bool isClean)
{
    const bool isFinished = !m_state.finish.empty();
    if (isFinished && (isClean || !m_setting.expectsDone))
        complete();
    else if (isClean && !m_events.hasField())
        fail(noAnswer("no_events", m_body));
    else
        m_state.status = AnswerState::Status::Truncated;
}

void ChatStream::closeWhole()
{
    m_body.reserve(m_body.size() + EventStream::kPadding);
    const ChatChunk* chunk = m_json.read(m_body);
    if (!chunk || !chunk->isObject) {
        fail(noAnswer("no_json", m_body));
        return;
    }
    takeChunk(*chunk);
    if (m_state.status != AnswerState::Status::Reading)
        return;
    if (chunk->hasChoice)
        complete();
    else
        fail(noAnswer("no_choices", m_body));
}

void ChatStream::complete()
{
    if (m_halves.isPending())
        m_sink->content("\xEF\xBF\xBD");
    if (m_isRefusal)
        m_state.finish = "content_filter";
    m_state.status = AnswerState::Status::Complete;
}

void ChatStream::fail(ServerError error)
{
    m_state.error = std::move(error);
    m_state.status = AnswerState::Status::Failed;
}

} // namespace ai
