// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ai {

/// One event as a server sent it. The views live until the sink returns. `data` may be read for
/// EventStream::kPadding bytes past its end (what stands there means nothing): simdjson wants that.
struct StreamEvent {
    std::string_view name; ///< "message" where the server names none
    std::string_view data; ///< lines joined with LF, valid UTF-8
    std::string_view id;   ///< the last one that was set
};

/// Hears events in order, each as soon as its last byte is there.
class EventSink
{
public:
    virtual ~EventSink() = default;
    /// False: nothing more is wanted, the rest of the stream is ignored.
    virtual bool event(const StreamEvent& event) = 0;
};

/// Bytes in, events out, by the rules of the WHATWG HTML standard, section 9.2.6 "Interpreting an
/// event stream" (the reconnection time is ignored: nobody reconnects here). How the bytes are cut
/// makes no difference. Time is linear in the bytes, memory bounded by the longest event allowed.
/// What an unfinished event holds at the end of the stream is dropped, as the standard says.
///
///   ai::EventStream stream;
///   if (!stream.feed(bytes, sink)) …   // an event was longer than allowed
class EventStream
{
public:
    static constexpr std::size_t kPadding = 64;
    static constexpr std::size_t kLongestEvent = std::size_t{16} * 1024 * 1024;

    /// `longestEvent`: bytes of a line, or of an event's data with the line at hand.
    explicit EventStream(std::size_t longestEvent = kLongestEvent) : m_longest(longestEvent) {}

    /// False once an event was too long; what comes later is ignored. The sink must not call this.
    [[nodiscard]] bool feed(std::string_view bytes, EventSink& sink);
    /// At least one whole line was a comment or a field that the standard knows.
    [[nodiscard]] bool hasField() const noexcept { return m_hasField; }

private:
    void stripMark(std::string_view& bytes);
    void takeLine(std::string_view line, EventSink& sink);
    void takeField(std::string_view name, std::string_view value);
    void dispatch(EventSink& sink);
    [[nodiscard]] bool isTooLong(std::string_view line);

    const std::size_t m_longest;
    std::string m_line; ///< the part of a line that earlier bytes held
    std::string m_data; ///< lines of the event at hand
    std::string m_name;
    std::string m_id;
    std::string m_repaired;
    std::size_t m_markSeen = 0; ///< bytes of the byte-order mark, all of them once it is past
    bool m_hasData = false;
    bool m_hasField = false;
    bool m_skipsLf = false; ///< the last byte was CR, which ended the line already
    bool m_isStopped = false;
    bool m_isTooLong = false;
};

/// UTF-8 with each maximal ill-formed part (Unicode 15, section 3.9, table 3-8) replaced by U+FFFD;
/// `repaired` is the room for it and stays untouched where the bytes are well-formed.
[[nodiscard]] std::string_view validUtf8(std::string_view bytes, std::string& repaired);

} // namespace ai
