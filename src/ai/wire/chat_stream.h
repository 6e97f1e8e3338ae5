// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/wire/chat_json.h"
#include "ai/wire/event_stream.h"
#include "ai/wire/protocol.h"
#include "ai/wire/surrogates.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ai {

/// Reads an answer to POST …/chat/completions: a stream of events or, where a proxy answers whole, JSON;
/// errors in every form that servers were seen to use. Of several choices the first is the answer.
/// Unknown fields are ignored. Copies nothing that grows with the answer's text: who wants it whole
/// joins it.
///
///   ai::ChatStream stream({.status = 200, .contentType = "text/event-stream"});
///   stream.feed(bytes, sink);                   // sink.content(…)
///   stream.close(ai::WireEnd::Clean, sink);     // [DONE] or an error ends it already earlier
///   stream.state().status
class ChatStream final : public AnswerReader, private EventSink
{
public:
    struct Setting {
        int status = 200;
        std::string contentType; ///< the header's value; empty where there is none
        bool expectsDone = true; ///< this server closes every stream with [DONE]
        std::size_t longestEvent = std::size_t{4} * 1024 * 1024;
        std::size_t longestBody =
            std::size_t{4} * 1024 *
            1024; ///< of what is no stream of events, and of the answer in one
    };

    explicit ChatStream(Setting setting);

    void feed(std::string_view bytes, ContentSink& sink) override;
    void close(WireEnd end, ContentSink& sink) override;
    [[nodiscard]] const AnswerState& state() const override { return m_state; }

private:
    /// How the body is read; foreign is what is no answer of this protocol.
    enum class Form { Unknown, Events, Whole, Refusal, Foreign };

    bool event(const StreamEvent& event) override;
    [[nodiscard]] Form formOf(std::string_view bytes) const;
    void gather(std::string_view bytes);
    void takeChunk(const ChatChunk& chunk);
    void takeTool(const ToolPiece& piece, bool hasMarks);
    [[nodiscard]] ToolCall& callOf(const ToolPiece& piece);
    void closeEvents(bool isClean);
    void closeWhole();
    void complete();
    void fail(ServerError error);

    const Setting m_setting;
    EventStream m_events;
    ChatJson m_json;
    HalfJoiner m_halves;
    AnswerState m_state;
    Form m_form = Form::Unknown;
    /// The body where it is no stream of events, else its beginning until the first event.
    std::string m_body;
    std::string m_room;
    ContentSink* m_sink = nullptr; ///< during a call
    std::vector<int> m_toolAt;     ///< the server's number of each call in m_state.toolCalls
    std::size_t m_contentBytes = 0;
    std::size_t m_toolBytes = 0;
    bool m_hasEvent = false;
    bool m_isRefusal = false;
};

} // namespace ai
