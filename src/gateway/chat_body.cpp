// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/chat_body.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>

namespace gateway {

namespace {

// The Unicode bidirectional controls: embeddings, overrides and isolates.
bool isBidiControl(QChar c) noexcept
{
    const char16_t u = c.unicode();
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

bool isRefused(QChar c) noexcept
{
    const char16_t u = c.unicode();
    return (u < 0x20 && u != u'\n' && u != u'\t' && u != u'\r') || u == 0x7F;
}

bool isToken(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') ||
               u == u'.' || u == u'_' || u == u'-' || u == u':';
    });
}

struct TextField {
    std::string_view name;
    QString Body::*member;
    int longest; ///< UTF-16 units; the message has its own rule
    bool isToken;
};

constexpr std::array kTextFields{
    TextField{"message", &Body::message, 65'536, false},
    TextField{"action", &Body::action, 20, true},
    TextField{"value", &Body::value, 100, false},
    TextField{"label", &Body::label, 300, false},
    TextField{"sessionId", &Body::sessionId, 64, true},
    TextField{"csrfToken", &Body::csrfToken, 64, true},
    TextField{"customerId", &Body::customerId, 64, true},
    TextField{"locale", &Body::locale, 35, false},
    TextField{"name", &Body::name, 80, false},
    TextField{"clientMessageId", &Body::clientMessageId, 64, true},
};

using Value = simdjson::dom::element;

std::optional<BodyFault> takeText(Body& body, const TextField& field, Value value)
{
    if (value.is_null())
        return std::nullopt;
    std::string_view utf8;
    if (value.get(utf8) != simdjson::SUCCESS)
        return BodyFault{"bad_field", std::string(field.name)};
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    if (std::ranges::any_of(text, isRefused))
        return BodyFault{"bad_text", std::string(field.name)};
    text.removeIf(isBidiControl);
    if (text.size() > field.longest || (field.isToken && !isToken(text)))
        return BodyFault{field.name == "message" ? "too_long" : "bad_field",
                         std::string(field.name)};
    body.*field.member = std::move(text);
    return std::nullopt;
}

std::optional<BodyFault> take(Body& body, std::string_view key, Value value)
{
    const auto text = std::ranges::find(kTextFields, key, &TextField::name);
    if (text != kTextFields.end())
        return takeText(body, *text, value);
    if (key == "typing") {
        bool on = false;
        if (value.get(on) != simdjson::SUCCESS)
            return BodyFault{"bad_field", "typing"};
        body.typing = on;
    } else if (key == "seen") {
        std::int64_t seen = 0;
        if (value.get(seen) != simdjson::SUCCESS || seen < 0)
            return BodyFault{"bad_field", "seen"};
        body.seen = seen;
    } else if (key == "images") {
        simdjson::dom::array images;
        body.hasImages = value.get(images) == simdjson::SUCCESS && images.size() > 0;
    }
    return std::nullopt;
}

} // namespace

tl::expected<Body, BodyFault> parseBody(std::string_view json)
{
    Body body;
    if (json.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return body;
    // 64 levels are more than any client of ours nests.
    thread_local simdjson::dom::parser parser;
    thread_local const bool isBounded =
        parser.allocate(std::size_t{64} * 1024, 64) == simdjson::SUCCESS;
    std::ignore = isBounded;
    simdjson::padded_string padded(json);
    Value root;
    if (parser.parse(padded).get(root) != simdjson::SUCCESS)
        return tl::unexpected(BodyFault{"bad_json", {}});
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS)
        return tl::unexpected(BodyFault{"bad_json", {}});
    for (const auto& member : object) {
        if (auto fault = take(body, member.key, member.value))
            return tl::unexpected(*std::move(fault));
    }
    if (codePoints(body.message) > kLongestMessage)
        return tl::unexpected(BodyFault{"too_long", "message"});
    return body;
}

qsizetype codePoints(const QString& text) noexcept
{
    return text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

} // namespace gateway
