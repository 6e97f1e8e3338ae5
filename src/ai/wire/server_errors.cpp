// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/server_errors.h"

#include "ai/wire/event_stream.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace ai {

namespace {

using Element = simdjson::dom::element;
using Object = simdjson::dom::object;

constexpr std::size_t kLongestCode = 64;
constexpr std::size_t kMostRead = std::size_t{64} * 1024;

struct Word {
    std::string_view word; ///< small letters without separators
    ErrorClass kind;
};

// Codes and types of OpenAI, Azure, vLLM, llama.cpp, OpenRouter, Groq and Anthropic as their
// documentation lists them. What says no more than "your fault" or "ours" stands in kVague.
constexpr std::array kWords{
    Word{"ratelimitexceeded", ErrorClass::RateLimited},
    Word{"ratelimiterror", ErrorClass::RateLimited},
    Word{"ratelimited", ErrorClass::RateLimited},
    Word{"toomanyrequests", ErrorClass::RateLimited},
    Word{"resourceexhausted", ErrorClass::RateLimited},
    Word{"tokens", ErrorClass::RateLimited},
    Word{"requests", ErrorClass::RateLimited},
    Word{"insufficientquota", ErrorClass::Quota},
    Word{"quotaexceeded", ErrorClass::Quota},
    Word{"insufficientcredits", ErrorClass::Quota},
    Word{"paymentrequired", ErrorClass::Quota},
    Word{"billinghardlimitreached", ErrorClass::Quota},
    Word{"billingnotactive", ErrorClass::Quota},
    Word{"billingerror", ErrorClass::Quota},
    Word{"overloaded", ErrorClass::Overloaded},
    Word{"overloadederror", ErrorClass::Overloaded},
    Word{"engineoverloaded", ErrorClass::Overloaded},
    Word{"serviceunavailable", ErrorClass::Overloaded},
    Word{"unavailableerror", ErrorClass::Overloaded},
    Word{"unavailable", ErrorClass::Overloaded},
    Word{"contextlengthexceeded", ErrorClass::TooLong},
    Word{"exceedcontextsizeerror", ErrorClass::TooLong},
    Word{"requesttoolarge", ErrorClass::TooLong},
    Word{"stringabovemaxlength", ErrorClass::TooLong},
    Word{"contentfilter", ErrorClass::ContentFilter},
    Word{"contentpolicyviolation", ErrorClass::ContentFilter},
    Word{"responsibleaipolicyviolation", ErrorClass::ContentFilter},
    Word{"moderationblocked", ErrorClass::ContentFilter},
    Word{"invalidapikey", ErrorClass::Auth},
    Word{"authenticationerror", ErrorClass::Auth},
    Word{"permissionerror", ErrorClass::Auth},
    Word{"permissiondenied", ErrorClass::Auth},
    Word{"accountdeactivated", ErrorClass::Auth},
    Word{"unauthorized", ErrorClass::Auth},
    Word{"modelnotfound", ErrorClass::NotFound},
    Word{"deploymentnotfound", ErrorClass::NotFound},
    Word{"notfounderror", ErrorClass::NotFound},
    Word{"notfound", ErrorClass::NotFound},
};

constexpr std::array kVague{
    Word{"invalidrequesterror", ErrorClass::BadRequest},
    Word{"badrequesterror", ErrorClass::BadRequest},
    Word{"invalidvalue", ErrorClass::BadRequest},
    Word{"unsupportedparameter", ErrorClass::BadRequest},
};

// For servers that tell a request's fault in words only.
constexpr std::array kPhrases{
    Word{"stream_options", ErrorClass::UnknownField},
    Word{"include_usage", ErrorClass::UnknownField},
    Word{"context length", ErrorClass::TooLong},
    Word{"context window", ErrorClass::TooLong},
    Word{"context size", ErrorClass::TooLong},
    Word{"prompt is too long", ErrorClass::TooLong},
    Word{"too many tokens", ErrorClass::TooLong},
    Word{"content management policy", ErrorClass::ContentFilter},
    Word{"flagged by moderation", ErrorClass::ContentFilter},
};

/// What an error object says, whatever its form.
struct Said {
    std::string code, type, message, param;
    int number = 0; ///< a code that is a number
};

std::string smallLetters(std::string_view text)
{
    std::string small(text);
    std::ranges::transform(small, small.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return small;
}

template <std::size_t N>
std::optional<ErrorClass> lookUp(const std::array<Word, N>& table, std::string_view word)
{
    std::string plain = smallLetters(word);
    std::erase_if(plain, [](char c) { return c == '_' || c == '-' || c == ' '; });
    const auto it = std::ranges::find(table, plain, &Word::word);
    return it == table.end() ? std::nullopt : std::optional(it->kind);
}

ErrorClass classOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403:
    case 407: return ErrorClass::Auth;
    case 402: return ErrorClass::Quota;
    case 404:
    case 410: return ErrorClass::NotFound;
    case 413: return ErrorClass::TooLong;
    case 429: return ErrorClass::RateLimited;
    case 501: return ErrorClass::BadRequest;
    case 503:
    case 529: return ErrorClass::Overloaded;
    case 408:
    case 409:
    case 425: return ErrorClass::Server;
    default: break;
    }
    if (status >= 400 && status < 500)
        return ErrorClass::BadRequest;
    return status >= 300 && status < 400 ? ErrorClass::Protocol : ErrorClass::Server;
}

std::optional<ErrorClass> classOfPhrases(const Said& said)
{
    const std::string text = smallLetters(said.message + ' ' + said.param);
    const auto stands = [&](const Word& phrase) {
        return text.find(phrase.word) != std::string::npos;
    };
    const auto it = std::ranges::find_if(kPhrases, stands);
    return it == kPhrases.end() ? std::nullopt : std::optional(it->kind);
}

ErrorClass classOf(const Said& said, int status)
{
    for (const auto& word : {said.code, said.type}) {
        if (const auto kind = lookUp(kWords, word))
            return *kind;
    }
    const bool hasNumber = said.number >= 400 && said.number < 600;
    const int number = status != 0 ? status : hasNumber ? said.number : 0;
    std::optional<ErrorClass> kind;
    if (number != 0)
        kind = classOfStatus(number);
    else if (kind = lookUp(kVague, said.code); !kind)
        kind = lookUp(kVague, said.type);
    if (!kind || kind == ErrorClass::BadRequest) {
        if (const auto told = classOfPhrases(said))
            return *told;
    }
    return kind.value_or(ErrorClass::Server);
}

void takeCode(Said& said, const Element& value)
{
    std::string_view text;
    std::int64_t number = 0;
    if (value.get(text) == simdjson::SUCCESS) {
        said.code = text;
        int digits = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), digits);
        if (fault == std::errc() && end == text.data() + text.size())
            said.number = digits;
    } else if (value.get(number) == simdjson::SUCCESS && number > 0 && number < 100'000) {
        said.number = static_cast<int>(number);
        said.code = std::to_string(number);
    }
}

void takeText(std::string& into, const Element& value)
{
    std::string_view text;
    if (into.empty() && value.get(text) == simdjson::SUCCESS)
        into = text;
}

Said saidBy(const Element& json, int depth = 0);

Said saidBy(const Object& object, int depth)
{
    constexpr int kDeepest = 4;
    Said said;
    for (const auto& [key, value] : object) {
        if ((key == "error" || key == "innererror") && depth < kDeepest) {
            Said inner = saidBy(value, depth + 1);
            if (key == "error" && !(inner.message.empty() && inner.code.empty()))
                return inner;
            // Azure's outer code says "bad request" where the inner one says why.
            if (key == "innererror" && lookUp(kWords, inner.code))
                said.type = inner.code;
        } else if (key == "code" || (key == "status" && said.code.empty())) {
            takeCode(said, value);
        } else if (key == "type" && said.type.empty()) {
            takeText(said.type, value);
        } else if (key == "message" || key == "detail" || key == "msg") {
            takeText(said.message, value);
        } else if (key == "param") {
            takeText(said.param, value);
        }
    }
    return said;
}

Said saidBy(const Element& json, int depth)
{
    Object object;
    if (json.get(object) == simdjson::SUCCESS)
        return saidBy(object, depth);
    simdjson::dom::array array;
    if (json.get(array) == simdjson::SUCCESS && array.size() > 0 && depth == 0)
        return saidBy(array.at(0).value_unsafe(), depth + 1);
    Said said;
    takeText(said.message, json);
    if (said.message.empty())
        takeCode(said, json);
    return said;
}

ServerError errorOf(const Said& said, int status)
{
    const std::string& code = said.code.empty() ? said.type : said.code;
    return {.kind = classOf(said, status),
            .code = excerpt(code, kLongestCode),
            .excerpt = excerpt(said.message)};
}

bool isSpaceOrControl(char c)
{
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
}

bool startsCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// The text of a page without its tags; any other text as it is.
std::string withoutTags(std::string_view text)
{
    const auto first = std::ranges::find_if_not(text, isSpaceOrControl);
    if (first == text.end() || *first != '<')
        return std::string(text);
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto tag = std::min(text.find('<', at), text.size());
        plain += text.substr(at, tag - at);
        plain += ' ';
        at = std::min(text.find('>', tag), text.size() - 1) + 1;
    }
    return plain;
}

} // namespace

ServerError errorOfAnswer(int status, std::string_view body)
{
    body = body.substr(0, kMostRead);
    const auto begin = body.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    std::string_view json = begin == std::string_view::npos ? "" : body.substr(begin);
    const auto data = json.find("data:");
    const bool isEvent = json.starts_with("event:") || json.starts_with("data:");
    if (isEvent && data != std::string_view::npos)
        json = json.substr(data + 5, json.find('\n', data) - data - 5);
    simdjson::dom::parser parser;
    Element root;
    if (parser.parse(json.data(), json.size()).get(root) == simdjson::SUCCESS)
        return errorOf(saidBy(root), status);
    Said said;
    said.message = excerpt(body);
    return errorOf(said, status);
}

ServerError errorOfJson(const Element& json, int status)
{
    return errorOf(saidBy(json), status);
}

ServerError noAnswer(std::string_view code, std::string_view body)
{
    return {.kind = ErrorClass::Protocol, .code = std::string(code), .excerpt = excerpt(body)};
}

std::string excerpt(std::string_view text, std::size_t most)
{
    // A character has four bytes at most; the rest only makes room for what is dropped.
    constexpr std::size_t kBytesLooked = 16;
    std::string room;
    const std::string plain = withoutTags(validUtf8(text.substr(0, most * kBytesLooked), room));
    std::string out;
    std::size_t characters = 0, lastSpace = 0;
    bool hasGap = false;
    for (const char c : plain) {
        if (isSpaceOrControl(c)) {
            hasGap = !out.empty();
            continue;
        }
        characters += startsCharacter(c) ? 1 + (hasGap ? 1 : 0) : 0;
        if (characters > most) {
            // The word at hand is not whole.
            if (!hasGap && lastSpace > out.size() / 2)
                out.resize(lastSpace);
            break;
        }
        if (hasGap) {
            lastSpace = out.size();
            out += ' ';
            hasGap = false;
        }
        out += c;
    }
    return out;
}

} // namespace ai
