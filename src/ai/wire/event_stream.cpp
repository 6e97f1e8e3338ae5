// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/event_stream.h"

#include <simdjson.h>

#include <algorithm>

namespace ai {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Finds line ends in one pass, whichever kind the stream uses: the next LF is remembered, so that
/// a stream of CRs is not searched for it again and again.
class LineEnds
{
public:
    explicit LineEnds(std::string_view bytes) : m_bytes(bytes) {}

    [[nodiscard]] std::size_t next(std::size_t from)
    {
        if (from >= m_lf)
            m_lf = std::min(m_bytes.find('\n', from), m_bytes.size());
        const auto cr = m_bytes.substr(from, m_lf - from).find('\r');
        return cr == std::string_view::npos ? m_lf : from + cr;
    }

private:
    std::string_view m_bytes;
    std::size_t m_lf = 0;
};

struct Lead {
    std::size_t following = 0; ///< bytes that must follow
    unsigned char low = 0x80;  ///< bounds of the first of them
    unsigned char high = 0xBF;
};

// Unicode 15, table 3-7: well-formed byte sequences.
Lead leadOf(unsigned char byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return {1};
    if (byte == 0xE0)
        return {2, 0xA0, 0xBF};
    if (byte == 0xED)
        return {2, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF)
        return {2};
    if (byte == 0xF0)
        return {3, 0x90, 0xBF};
    if (byte == 0xF4)
        return {3, 0x80, 0x8F};
    if (byte >= 0xF1 && byte <= 0xF3)
        return {3};
    return {};
}

struct Piece {
    std::size_t size = 1;
    bool isWell = false;
};

Piece pieceAt(std::string_view bytes, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte < 0x80)
        return {1, true};
    Lead lead = leadOf(byte);
    if (lead.following == 0)
        return {};
    std::size_t size = 1;
    while (size <= lead.following && at + size < bytes.size()) {
        const auto next = static_cast<unsigned char>(bytes[at + size]);
        if (next < lead.low || next > lead.high)
            return {size, false};
        lead.low = 0x80;
        lead.high = 0xBF;
        ++size;
    }
    return {size, size == lead.following + 1};
}

} // namespace

std::string_view validUtf8(std::string_view bytes, std::string& repaired)
{
    if (bytes.empty() || simdjson::validate_utf8(bytes.data(), bytes.size()))
        return bytes;
    repaired.clear();
    for (std::size_t at = 0; at < bytes.size();) {
        const Piece piece = pieceAt(bytes, at);
        repaired += piece.isWell ? bytes.substr(at, piece.size) : kReplacement;
        at += piece.size;
    }
    return repaired;
}

bool EventStream::feed(std::string_view bytes, EventSink& sink)
{
    stripMark(bytes);
    LineEnds ends(bytes);
    std::size_t at = 0;
    while (at < bytes.size() && !m_isStopped) {
        if (std::exchange(m_skipsLf, false) && bytes[at] == '\n') {
            ++at;
            continue;
        }
        const std::size_t end = ends.next(at);
        std::string_view line = bytes.substr(at, end - at);
        const bool isWhole = end < bytes.size();
        if (!m_line.empty() || !isWhole) {
            m_line += line;
            line = m_line;
        }
        if (isTooLong(line) || !isWhole)
            break;
        takeLine(line, sink);
        m_line.clear();
        m_skipsLf = bytes[end] == '\r';
        at = end + 1;
    }
    return !m_isTooLong;
}

// The decoding that the standard prescribes drops one mark at the very beginning.
void EventStream::stripMark(std::string_view& bytes)
{
    while (m_markSeen < kByteOrderMark.size() && !bytes.empty()) {
        if (bytes.front() != kByteOrderMark[m_markSeen]) {
            m_line.append(kByteOrderMark, 0, m_markSeen);
            m_markSeen = kByteOrderMark.size();
            return;
        }
        ++m_markSeen;
        bytes.remove_prefix(1);
    }
}

bool EventStream::isTooLong(std::string_view line)
{
    if (line.size() + m_data.size() <= m_longest)
        return false;
    m_isTooLong = m_isStopped = true;
    m_line = {};
    m_data = {};
    m_hasData = false;
    return true;
}

void EventStream::takeLine(std::string_view line, EventSink& sink)
{
    if (line.empty()) {
        dispatch(sink);
        return;
    }
    const auto colon = line.find(':');
    if (colon == 0) { // a comment
        m_hasField = true;
        return;
    }
    if (colon == std::string_view::npos) {
        takeField(line, {});
        return;
    }
    std::string_view value = line.substr(colon + 1);
    if (value.starts_with(' '))
        value.remove_prefix(1);
    takeField(line.substr(0, colon), value);
}

void EventStream::takeField(std::string_view name, std::string_view value)
{
    if (name == "data") {
        if (m_hasData)
            m_data += '\n';
        m_data += value;
        m_hasData = true;
    } else if (name == "event") {
        m_name = validUtf8(value, m_repaired);
    } else if (name == "id" && value.find('\0') == std::string_view::npos) {
        m_id = validUtf8(value, m_repaired);
    } else if (name != "id" && name != "retry") {
        return;
    }
    m_hasField = true;
}

void EventStream::dispatch(EventSink& sink)
{
    if (m_hasData) {
        std::string& data =
            validUtf8(m_data, m_repaired).data() == m_data.data() ? m_data : m_repaired;
        data.reserve(data.size() + kPadding);
        const std::string_view name = m_name.empty() ? std::string_view("message") : m_name;
        m_isStopped = !sink.event({name, data, m_id});
    }
    m_data.clear();
    m_name.clear();
    m_hasData = false;
}

} // namespace ai
