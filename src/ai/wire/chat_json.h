// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/values.h"

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ai {

/// A piece of a call of a tool; a call's arguments are JSON only once its pieces are joined.
struct ToolPiece {
    std::optional<int> index;
    std::string_view id;
    std::string_view name;
    std::string_view arguments;
};

/// What one JSON object of an answer says of the first choice. Views live until the next read.
struct ChatChunk {
    bool isObject = false;
    bool hasChoice = false; ///< something about the first choice, perhaps nothing new
    bool hasMarks = false;  ///< texts come from markHalves()
    bool isRefusal = false; ///< the model says why it will not answer, where an answer would stand
    std::string_view text;
    std::string_view finish;
    std::vector<ToolPiece> tools;
    std::optional<Usage> usage;
    std::optional<simdjson::dom::element> error; ///< in any form, see errorOfJson()
};

/// Reads such objects, one after the other, with the same memory.
class ChatJson
{
public:
    /// Null where it is no JSON. `json` must be readable EventStream::kPadding bytes past its end.
    [[nodiscard]] const ChatChunk* read(std::string_view json);

private:
    void takeObject(const simdjson::dom::object& object);
    void takeChoices(const simdjson::dom::element& choices);
    void takeChoice(const simdjson::dom::object& choice);
    void takeMessage(const simdjson::dom::element& message);
    void takeContent(const simdjson::dom::element& content);
    void takeTools(const simdjson::dom::element& calls);
    void takeUsage(const simdjson::dom::element& usage);

    simdjson::dom::parser m_parser;
    ChatChunk m_chunk;
    std::string m_marked; ///< the document where it has halves of characters
    std::string m_joined; ///< content that came in parts
};

} // namespace ai
