// SPDX-License-Identifier: GPL-3.0-or-later
// A stream of events from a stranger. Whatever the bytes, and however they are cut (byte by byte, and in
// two at every place of the first kilobyte), the events are the same, all of valid UTF-8, in memory
// bounded by the limit. The first byte is the limit.
#include "ai/wire/event_stream.h"

#include <QUtf8StringView>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool isUtf8(std::string_view text)
{
    return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

struct Heard final : ai::EventSink {
    bool event(const ai::StreamEvent& event) override
    {
        require(isUtf8(event.data) && isUtf8(event.name) && isUtf8(event.id));
        require(!event.name.empty());
        all.append(event.name).append("\x01").append(event.data).append("\x02");
        all.append(event.id).append("\x03");
        return true;
    }
    std::string all;
    bool isShort = true;
};

Heard hear(std::size_t longest, std::string_view first, std::string_view second, std::size_t step)
{
    Heard heard;
    ai::EventStream stream(longest);
    for (const auto part : {first, second}) {
        for (std::size_t at = 0; at < part.size(); at += step)
            heard.isShort = stream.feed(part.substr(at, step), heard) && heard.isShort;
    }
    return heard;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t kWhole = SIZE_MAX / 2;
    constexpr std::size_t kCuts = 1024;
    if (size == 0)
        return 0;
    const std::size_t longest = data[0] == 0 ? ai::EventStream::kLongestEvent : data[0];
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const Heard whole = hear(longest, bytes, {}, kWhole);
    const auto same = [&](const Heard& other) {
        return other.all == whole.all && other.isShort == whole.isShort;
    };
    require(same(hear(longest, bytes, {}, 1)));
    for (std::size_t cut = 0; cut <= std::min(bytes.size(), kCuts); ++cut)
        require(same(hear(longest, bytes.substr(0, cut), bytes.substr(cut), kWhole)));
    return 0;
}
