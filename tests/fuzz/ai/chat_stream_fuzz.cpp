// SPDX-License-Identifier: GPL-3.0-or-later
// An answer from a stranger. The first byte chooses status, media type and how the connection ends, the
// second the limit. Whatever the bytes, and however they are cut, the reading ends, with the same
// text, end, tokens and calls; text is valid UTF-8, excerpts are short.
#include "ai/wire/chat_stream.h"

#include <QList>
#include <QString>
#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using Status = ai::AnswerState::Status;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

QUtf8StringView viewOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

struct Heard final : ai::ContentSink {
    void content(std::string_view piece) override
    {
        require(!piece.empty() && viewOf(piece).isValidUtf8());
        text.append(piece).append("\x01");
    }
    std::string text;
    ai::AnswerState state;
};

Heard hear(const ai::ChatStream::Setting& setting, ai::WireEnd end, std::string_view first,
           std::string_view second, std::size_t step)
{
    Heard heard;
    ai::ChatStream stream(setting);
    for (const auto part : {first, second}) {
        for (std::size_t at = 0; at < part.size(); at += step)
            stream.feed(part.substr(at, step), heard);
    }
    stream.close(end, heard);
    heard.state = stream.state();
    return heard;
}

bool isSame(const Heard& a, const Heard& b)
{
    return a.text == b.text && a.state.status == b.state.status &&
           a.state.finish == b.state.finish && a.state.usage == b.state.usage &&
           a.state.toolCalls == b.state.toolCalls && a.state.error == b.state.error;
}

void requireSense(const ai::AnswerState& state)
{
    require(state.status != Status::Reading);
    require((state.status == Status::Failed) == state.error.has_value());
    if (!state.error)
        return;
    const QString said = QString::fromStdString(state.error->excerpt);
    require(viewOf(state.error->excerpt).isValidUtf8() && viewOf(state.error->code).isValidUtf8());
    require(said.toUcs4().size() <= 200 && state.error->code.size() <= 256);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t kWhole = SIZE_MAX / 2;
    constexpr std::size_t kCuts = 512;
    static const std::array<const char*, 4> kTypes{"text/event-stream", "application/json", "",
                                                   "text/html"};
    if (size < 2)
        return 0;
    const unsigned choice = data[0];
    ai::ChatStream::Setting setting{.status = (choice & 4U) != 0 ? 429 : 200,
                                    .contentType = kTypes[choice % 4],
                                    .expectsDone = (choice & 8U) == 0};
    if (data[1] != 0)
        setting.longestEvent = setting.longestBody = data[1];
    const auto end = (choice & 16U) != 0 ? ai::WireEnd::Reset : ai::WireEnd::Clean;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
    const Heard whole = hear(setting, end, bytes, {}, kWhole);
    requireSense(whole.state);
    require(isSame(whole, hear(setting, end, bytes, {}, 1)));
    for (std::size_t cut = 0; cut <= std::min(bytes.size(), kCuts); ++cut)
        require(isSame(whole, hear(setting, end, bytes.substr(0, cut), bytes.substr(cut), kWhole)));
    return 0;
}
