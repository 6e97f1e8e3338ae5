// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/chat_json.h"

#include "ai/wire/event_stream.h"
#include "ai/wire/surrogates.h"

#include <limits>

namespace ai {

namespace {

using Array = simdjson::dom::array;
using Element = simdjson::dom::element;
using Object = simdjson::dom::object;

/// The text, or nothing where it is another kind of value.
std::string_view textOf(const Element& value)
{
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::optional<std::int64_t> numberOf(const Element& value)
{
    std::int64_t number = 0;
    if (value.get(number) == simdjson::SUCCESS && number >= 0)
        return number;
    return std::nullopt;
}

/// Servers written in Go or JavaScript send an empty error with every good chunk.
bool saysSomething(const Element& error)
{
    bool truth = false;
    Object object;
    std::string_view text;
    if (error.is_null())
        return false;
    if (error.get(truth) == simdjson::SUCCESS)
        return truth;
    if (error.get(text) == simdjson::SUCCESS)
        return !text.empty();
    return error.get(object) != simdjson::SUCCESS || object.size() > 0;
}

/// An object that is itself the error: {"object":"error","message":…}, {"detail":…}.
bool isFlatError(const Object& object)
{
    for (const auto& [key, value] : object) {
        const bool names = key == "object" || key == "type";
        if (names && textOf(value) == "error")
            return true;
        if (key == "message" && value.is_string())
            return true;
        if (key == "detail" && !value.is_null())
            return true;
    }
    return false;
}

} // namespace

const ChatChunk* ChatJson::read(std::string_view json)
{
    m_chunk.tools.clear();
    m_chunk = ChatChunk{.tools = std::move(m_chunk.tools)};
    Element root;
    auto fault = m_parser.parse(json.data(), json.size(), false).get(root);
    if (fault == simdjson::STRING_ERROR) {
        m_marked = markHalves(json);
        m_marked.reserve(m_marked.size() + EventStream::kPadding);
        m_chunk.hasMarks = true;
        fault = m_parser.parse(m_marked.data(), m_marked.size(), false).get(root);
    }
    if (fault != simdjson::SUCCESS)
        return nullptr;
    Array array;
    if (root.get(array) == simdjson::SUCCESS && array.size() > 0)
        root = array.at(0).value_unsafe(); // errors come so from Google's servers
    Object object;
    if (root.get(object) == simdjson::SUCCESS) {
        m_chunk.isObject = true;
        takeObject(object);
        if (!m_chunk.hasChoice && !m_chunk.error && isFlatError(object))
            m_chunk.error = root;
    }
    return &m_chunk;
}

void ChatJson::takeObject(const Object& object)
{
    for (const auto& [key, value] : object) {
        if (key == "choices")
            takeChoices(value);
        else if (key == "usage")
            takeUsage(value);
        else if (key == "error" && saysSomething(value))
            m_chunk.error = value;
        else if (Object groq; key == "x_groq" && value.get(groq) == simdjson::SUCCESS)
            takeObject(groq);
    }
}

void ChatJson::takeChoices(const Element& choices)
{
    Array array;
    if (choices.get(array) != simdjson::SUCCESS)
        return;
    for (const auto choice : array) {
        Object object;
        if (choice.get(object) != simdjson::SUCCESS)
            continue;
        Element index;
        const bool isFirst =
            object["index"].get(index) != simdjson::SUCCESS || numberOf(index).value_or(0) == 0;
        if (isFirst)
            takeChoice(object);
    }
}

void ChatJson::takeChoice(const Object& choice)
{
    m_chunk.hasChoice = true;
    for (const auto& [key, value] : choice) {
        if (key == "delta" || key == "message")
            takeMessage(value);
        else if (key == "finish_reason")
            m_chunk.finish = textOf(value);
        else if (key == "error" && saysSomething(value))
            m_chunk.error = value;
    }
}

void ChatJson::takeMessage(const Element& message)
{
    Object object;
    if (message.get(object) != simdjson::SUCCESS)
        return;
    for (const auto& [key, value] : object) {
        if (key == "content")
            takeContent(value);
        else if (key == "tool_calls")
            takeTools(value);
        else if (key == "refusal")
            m_chunk.isRefusal = !textOf(value).empty();
    }
}

void ChatJson::takeContent(const Element& content)
{
    Array parts;
    if (content.get(parts) != simdjson::SUCCESS) {
        if (const auto text = textOf(content); !text.empty())
            m_chunk.text = text;
        return;
    }
    m_joined.clear();
    for (const auto part : parts) {
        Element text;
        if (part["text"].get(text) == simdjson::SUCCESS)
            m_joined += textOf(text);
    }
    m_chunk.text = m_joined;
}

void ChatJson::takeTools(const Element& calls)
{
    Array array;
    if (calls.get(array) != simdjson::SUCCESS)
        return;
    for (const auto call : array) {
        Object object;
        if (call.get(object) != simdjson::SUCCESS)
            continue;
        ToolPiece piece;
        for (const auto& [key, value] : object) {
            if (key == "index") {
                if (const auto index = numberOf(value);
                    index && *index <= std::numeric_limits<int>::max())
                    piece.index = static_cast<int>(*index);
            } else if (key == "id") {
                piece.id = textOf(value);
            } else if (Object function;
                       key == "function" && value.get(function) == simdjson::SUCCESS) {
                Element word;
                if (function["name"].get(word) == simdjson::SUCCESS)
                    piece.name = textOf(word);
                if (function["arguments"].get(word) == simdjson::SUCCESS)
                    piece.arguments = textOf(word);
            }
        }
        m_chunk.tools.push_back(piece);
    }
}

void ChatJson::takeUsage(const Element& usage)
{
    Object object;
    if (usage.get(object) != simdjson::SUCCESS)
        return;
    Usage told;
    bool tellsAny = false;
    for (const auto& [key, value] : object) {
        const bool isInput = key == "prompt_tokens" || key == "input_tokens";
        const bool isOutput = key == "completion_tokens" || key == "output_tokens";
        const auto number = isInput || isOutput ? numberOf(value) : std::nullopt;
        if (!number)
            continue;
        (isInput ? told.inputTokens : told.outputTokens) = *number;
        tellsAny = true;
    }
    if (tellsAny)
        m_chunk.usage = told;
}

} // namespace ai
